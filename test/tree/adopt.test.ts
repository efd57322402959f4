import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import { type AdoptionInput, planAdoption } from '../../src/tree/adopt.ts';
import { parseLock, printLock } from '../../src/tree/lock.ts';
import type { Standing } from '../../src/tree/plan.ts';

const a = 'clusters/a/shop/x.yaml';
const b = 'clusters/b/shop/x.yaml';
const gone = 'clusters/a/shop/gone.yaml';
const lockA = 'index/clusters/a.lock';
const lockB = 'index/clusters/b.lock';

function plan(
  disk: Readonly<Record<string, string>>,
  more: Partial<AdoptionInput> & { readonly locks?: ReadonlyMap<string, string> } = {},
) {
  const standing = (path: string): Standing => {
    const text = disk[path];
    return text === undefined ? { kind: 'absent' } : { kind: 'file', hash: sha256Hex(text) };
  };
  const outputs = [
    { path: a, text: 'a' },
    { path: b, text: 'b' },
  ];
  return planAdoption({ outputs, locks: new Map(), standing, ...more });
}

const lock = (...entries: readonly (readonly [string, string])[]) =>
  printLock(new Map(entries.map(([path, text]) => [path, sha256Hex(text)])));

/** Path to lines of the locks that are written. */
function written({ value }: ReturnType<typeof plan>): Record<string, string[]> {
  return Object.fromEntries(
    value.plan.locks.map(({ path, text }) => {
      const parsed = parseLock(text, path);
      return [path, parsed.ok ? [...parsed.entries.keys()] : ['broken']];
    }),
  );
}

describe('planAdoption', () => {
  it('claims what is exactly as it would be written, and writes locks alone', () => {
    const found = plan({ [a]: 'a', [b]: 'other' });
    expect(found.value).toMatchObject({ claimed: [a], different: [b], rebuilt: [] });
    expect(written(found)).toEqual({ [lockA]: [a], 'index/lock': [] });
    expect(found.value.plan).toMatchObject({ writes: [], deletions: [], staleLocks: [] });
  });

  it('claims what is named whatever it holds, and then nothing else', () => {
    const found = plan({ [a]: 'a', [b]: 'other', [gone]: 'x' }, { named: [b, gone] });
    expect(found.value.claimed).toEqual([gone, b]);
    expect(written(found)).toEqual({ [lockA]: [gone], [lockB]: [b], 'index/lock': [] });
    expect(found.value.different).toEqual([]);
  });

  it('keeps the lines of whole locks, and takes the present hash of what is named', () => {
    const locks = new Map([
      [lockA, lock([a, 'old'], [gone, 'x'])],
      ['index/lock', lock()],
    ]);
    const disk = { [a]: 'edited', [gone]: 'x' };
    expect(written(plan(disk, { locks }))).toEqual({});
    const named = plan(disk, { locks, named: [a] });
    expect(named.value.claimed).toEqual([a]);
    expect(named.value.plan.locks).toEqual([
      { path: lockA, text: lock([a, 'edited'], [gone, 'x']) },
    ]);
  });

  it('makes a broken lock anew from the outputs and from both sides of the merge', () => {
    const sides = `<<<<<<< HEAD\n${lock([gone, 'x'])}=======\n${lock([gone, 'y'], [a, 'old'])}>>>>>>> b\n`;
    const locks = new Map([
      [lockA, sides],
      ['index/lock', lock()],
    ]);
    const found = plan({ [a]: 'a', [gone]: 'y', [b]: 'b' }, { locks, named: [] });
    expect(found.value).toMatchObject({ rebuilt: [lockA], different: [] });
    expect(found.value.plan.locks).toEqual([{ path: lockA, text: lock([a, 'a'], [gone, 'y']) }]);
  });

  it('removes a broken lock of a cluster that owns nothing', () => {
    const { value } = plan({}, { locks: new Map([[lockA, 'x']]) });
    expect(value).toMatchObject({ rebuilt: [lockA], plan: { staleLocks: [lockA] } });
  });

  it('leaves a lock of another version alone', () => {
    const { diagnostics } = plan({}, { locks: new Map([[lockA, 'fedc-lock 2\n']]) });
    expect(diagnostics).toMatchObject([{ code: 'tree/broken-lock', args: { reason: 'version' } }]);
  });
});
