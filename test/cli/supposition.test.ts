import { describe, expect, it } from 'vitest';
import {
  describeSupposition,
  readSupposition,
  unknownClusters,
} from '../../src/cli/supposition.ts';
import type { Cluster } from '../../src/model/cluster.ts';

const read = (...label: string[]) => readSupposition({ label, output: 'text' });

describe('readSupposition', () => {
  it.each([
    ['us-2:tier=gold', { cluster: 'us-2', key: 'tier', value: 'gold' }],
    ['us-2:tier=', { cluster: 'us-2', key: 'tier', value: '' }],
    ['us-2:tier-', { cluster: 'us-2', key: 'tier' }],
    ['us-2:x.io/a-b-', { cluster: 'us-2', key: 'x.io/a-b' }],
    ['eu.prod:x.io/a-b=c-d', { cluster: 'eu.prod', key: 'x.io/a-b', value: 'c-d' }],
  ])('reads --label %s', (text, change) => {
    expect(read(text)).toEqual({ value: { labels: [change], removed: [] }, diagnostics: [] });
  });

  it.each([
    ['tier=gold', 'does not say which label'],
    ['us-2', 'does not say which label'],
    ['us-2:tier', 'does not say which label'],
    [':tier=gold', 'does not say which label'],
    ['us-2:=gold', 'is not a label key'],
    ['us-2:-', 'is not a label key'],
    ['us-2:ti er=gold', 'is not a label key'],
    ['us-2:tier=go ld', 'cannot be the value'],
    ['us-2:tier=a=b', 'cannot be the value'],
    ['us-2:tier=a\n', 'cannot be the value'],
  ])('refuses --label %j', (text, problem) => {
    const { value, diagnostics } = read(text);
    expect(value.labels).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['cli/usage']);
    expect(diagnostics[0]?.message).toContain(problem);
  });

  it('refuses suppositions that exclude each other, and none at all', () => {
    const codes = (flags: Parameters<typeof readSupposition>[0]) =>
      readSupposition(flags).diagnostics.map(({ message }) => message);
    expect(codes({ label: ['a:x=1', 'b:x=1', 'a:x-'], output: 'text' })).toEqual([
      'The label "x" of "a" is supposed twice.',
    ]);
    expect(codes({ label: ['a:x=1'], removeCluster: ['a'], output: 'text' })).toHaveLength(1);
    expect(codes({ output: 'text' })).toEqual(['what-if needs something to suppose.']);
  });
});

describe('unknownClusters', () => {
  it('names each cluster once, with the flag and the nearest', () => {
    const { value } = read('eu-9:a=1', 'eu-9:b=1', 'eu-1:a=1');
    const found = unknownClusters(
      { ...value, removed: ['us-9', 'us-1'] },
      new Set(['eu-1', 'us-1']),
    );
    expect(found.map(({ at, args }) => ({ at, args }))).toEqual([
      {
        at: { flag: '--label' },
        args: { cluster: 'eu-9', by: 'name', nearest: ['eu-1'], known: 2 },
      },
      {
        at: { flag: '--remove-cluster' },
        args: { cluster: 'us-9', by: 'name', nearest: ['us-1'], known: 2 },
      },
    ]);
  });
});

describe('describeSupposition', () => {
  const before = [{ name: 'us-2', labels: { tier: 'gold' } } as unknown as Cluster];

  it('says what is so already', () => {
    const { value } = read('us-2:tier=gold', 'us-2:zone-', 'us-2:env=x', 'ap-1:a-');
    expect(describeSupposition({ ...value, removed: ['eu-1'] }, before)).toEqual([
      'us-2 has tier=gold, as it is',
      'us-2 has no label zone, as it is',
      'us-2 has env=x',
      'ap-1 has no label a',
      'eu-1 is gone',
    ]);
  });
});
