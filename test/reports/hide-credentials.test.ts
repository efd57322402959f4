import { describe, expect, it } from 'vitest';
import { hideCredentials } from '../../src/reports/hide-credentials.ts';

describe('hideCredentials', () => {
  it.each([
    ['note', 'hello', 'hello'],
    ['server', 'https://api.eu-1:6443', 'https://api.eu-1:6443'],
    ['server', 'https://admin:pw@api.eu-1', 'https://***@api.eu-1'],
    ['mirrors', 'see https://a@x and git+ssh://b:c@y/z', 'see https://***@x and git+ssh://***@y/z'],
    ['server', 'https://a/?x=1&access_token=b#c', 'https://a/?x=1&access_token=***#c'],
    ['owner', 'ops@example.com', 'ops@example.com'],
    ['example.com/api-token', 'abc', '***'],
    ['DB_PASSWORD', 'abc', '***'],
    ['client-secret', 'abc', '***'],
    ['argocd.argoproj.io/secret-type', 'cluster', 'cluster'],
    ['kubectl.kubernetes.io/last-applied-configuration', '{}', '***'],
  ])('shows %s: %s as %s', (name, value, shown) => {
    expect(hideCredentials(name, value)).toBe(shown);
  });
});
