import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import { maskField, valueAt } from '../../src/reports/mask-field.ts';
import { jsonValue } from '../json-value.ts';

const masked = /^\(sha256:[0-9a-f]{8}\)$/;
const copy = '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration';

it.each(['/data/password', '/stringData/password', copy])('masks %s of a Secret', (pointer) => {
  expect(maskField({ kind: 'Secret', pointer, value: 'b2xk' }, sha256Hex)).toMatch(masked);
});

it('masks the secret values inside a field', () => {
  const value = jsonValue({ password: 'b2xk' });
  expect(maskField({ kind: 'Secret', pointer: '/data', value }, sha256Hex)).toEqual({
    password: expect.stringMatching(masked),
  });
  const whole = jsonValue({ kind: 'Secret', data: { password: 'b2xk' } });
  const shown = maskField({ kind: 'Secret', pointer: '', value: whole }, sha256Hex);
  expect(valueAt(shown, '/data/password')).toMatch(masked);
});

it.each([
  { kind: 'Secret', pointer: '/metadata/name' },
  { kind: 'ConfigMap', pointer: '/data/password' },
])('shows $pointer of a $kind', ({ kind, pointer }) => {
  expect(maskField({ kind, pointer, value: 'b2xk' }, sha256Hex)).toBe('b2xk');
});

it.each([
  ['/a/0', 1],
  ['/a/00', undefined],
  ['/a/-1', undefined],
  ['/b', undefined],
  ['/constructor', undefined],
  ['', { a: [1] }],
])('finds what stands at %j', (pointer, value) => {
  expect(valueAt(jsonValue({ a: [1] }), pointer)).toEqual(value);
});
