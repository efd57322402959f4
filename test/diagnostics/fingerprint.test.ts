import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../src/diagnostics/fingerprint.ts';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { noEffect, notFederated, readableDigest, unknownCluster } from './located-diagnostics.ts';

const one = (diagnostic: LocatedDiagnostic) => fingerprintsOf([diagnostic], readableDigest)[0];

describe('a fingerprint', () => {
  it('is made of code, file, pointer and message', () => {
    expect(one(unknownCluster)).toBe(
      'placement/unknown-cluster|apps/web.yaml|/spec/placement/clusters/0/name|Cluster "wset" is not in the inventory.',
    );
  });

  it.each([
    { name: 'the line', changed: { line: 99, column: 3 } },
    { name: 'the help', changed: { help: 'Did you mean "east"?' } },
    { name: 'the severity', changed: { severity: 'warning' as const } },
  ])('stays when $name changes', ({ changed }) => {
    expect(one({ ...unknownCluster, ...changed })).toBe(one(unknownCluster));
  });

  it.each([
    { name: 'the file', changed: { file: 'apps/other.yaml' } },
    { name: 'the pointer', changed: { pointer: '/spec/placement/clusters/1/name' } },
    { name: 'a name in the message', changed: { message: 'Cluster "wst" is not there.' } },
    { name: 'the code', changed: { code: 'override/unknown-cluster' as const } },
  ])('changes with $name', ({ changed }) => {
    expect(one({ ...unknownCluster, ...changed })).not.toBe(one(unknownCluster));
  });

  it.each([
    ['in 37 clusters', 'in # clusters'],
    ['see web.yaml:14:17', 'see web.yaml:#:#'],
    ['12 of (3, 4)', '# of (#, #)'],
    ['cluster eu-1 and eu2', 'cluster eu-1 and eu2'],
    ['label "1" and v1.31', 'label "1" and v1.31'],
    ['version 1.31 stays a name', 'version 1.31 stays a name'],
  ])('takes the numbers out of %j but leaves names whole', (message, expected) => {
    expect(one({ ...noEffect, message })).toBe(
      `override/no-effect|apps/web.yaml|/spec/overrides/0|${expected}`,
    );
  });

  it('takes the flag where there is no file', () => {
    expect(one({ ...notFederated, flag: '--out' })).toBe(
      'repo/not-federated||--out|# plain objects are left alone.',
    );
  });

  it('tells equal ones apart by their order', () => {
    const found = fingerprintsOf([noEffect, { ...noEffect, line: 30 }, noEffect], readableDigest);
    expect(new Set(found).size).toBe(3);
    expect(found[0]).toBe(one(noEffect));
    expect(found[2]).toBe(`${one(noEffect)}|3`);
  });
});
