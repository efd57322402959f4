import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import type { OutputFile } from '../../src/model/output.ts';
import { createContent, type TreeFile } from '../../src/tree/content.ts';
import { printLock } from '../../src/tree/lock.ts';
import { type PlanInput, planWrites, type Standing } from '../../src/tree/plan.ts';

const file = (path: string, text = 'x') => ({ path, text });

/** A disk that holds these texts, and the locks that list `owned` of them. */
function disk(
  texts: Readonly<Record<string, string>>,
  owned: Readonly<Record<string, readonly string[]>>,
) {
  const locks = new Map(
    Object.entries(owned).map(([lock, paths]) => [
      lock,
      printLock(new Map(paths.map((path) => [path, sha256Hex(texts[path] ?? 'old')]))),
    ]),
  );
  const standing = (path: string): Standing => {
    const text = texts[path];
    return text === undefined ? { kind: 'absent' } : { kind: 'file', hash: sha256Hex(text) };
  };
  return { locks, standing };
}

const a = 'clusters/a/shop/x.yaml';
const b = 'clusters/b/shop/x.yaml';
const lockA = 'index/clusters/a.lock';
const lockB = 'index/clusters/b.lock';

type Written = Omit<PlanInput, 'outputs'> & { readonly outputs: readonly OutputFile[] };

function plan({ outputs, ...input }: Written) {
  const files = outputs.map(
    ({ path, text }): TreeFile => ({ path, content: createContent(() => text) }),
  );
  return planWrites({ ...input, outputs: files });
}

describe('planWrites', () => {
  it('writes everything into an empty folder, with a lock per cluster and one for the rest', () => {
    const { value, diagnostics } = plan({
      outputs: [file('.gitattributes'), file(a), file(b)],
      ...disk({}, {}),
    });
    expect(diagnostics).toEqual([]);
    expect(value.writes.map(({ path }) => path)).toEqual(['.gitattributes', a, b]);
    expect(value.locks.map(({ path }) => path)).toEqual(['index/lock', lockA, lockB]);
    expect(value.locks[1]?.text).toBe(`fedc-lock 1\n${sha256Hex('x')}  ${a}\n`);
  });

  it('ends the comparison, too, where the outputs cannot be had', () => {
    let ended = 0;
    const comparison = {
      ask() {},
      finish() {
        ended += 1;
        return () => false;
      },
    };
    function* outputs(): Generator<TreeFile> {
      yield { path: a, content: createContent(() => 'x') };
      throw new Error('no more');
    }
    expect(() => planWrites({ outputs: outputs(), ...disk({}, {}), comparison })).toThrow(
      'no more',
    );
    expect(ended).toBe(1);
  });

  it('looks at none of the files that stand as their lock says, which has to be so when they are replaced, too', () => {
    const c = 'clusters/a/shop/y.yaml';
    const { locks, standing } = disk(
      { [a]: 'x', [c]: 'y', [b]: 'x' },
      { [lockA]: [a, c], [lockB]: [b] },
    );
    const asked: string[] = [];
    const comparison = {
      ask: (path: string) => void asked.push(path),
      finish: () => () => true,
    };
    const looked: string[] = [];
    const { value } = plan({
      outputs: [file(a), file(c, 'new'), file('clusters/a/shop/z.yaml'), file(b)],
      locks,
      standing(path) {
        looked.push(path);
        return standing(path);
      },
      comparison,
      intact: new Set([lockA]),
    });
    expect(asked).toEqual(['clusters/a/shop/z.yaml', b]);
    expect(looked).toEqual([lockA]);
    expect([...value.before]).toEqual([[c, sha256Hex('y')]]);
    expect(value.writes.map(({ path }) => path)).toEqual([c]);
    expect(value.unchanged).toBe(3);
  });

  it('does nothing when everything is there', () => {
    const { value } = plan({ outputs: [file(a)], ...disk({ [a]: 'x' }, { [lockA]: [a] }) });
    expect(value).toMatchObject({
      writes: [],
      deletions: [],
      unchanged: 1,
      locks: [],
      staleLocks: [],
    });
    expect(value.listed).toEqual(value.owned);
  });

  it('overwrites and deletes what a lock lists with the hash it has', () => {
    const gone = 'clusters/a/shop/gone.yaml';
    const { value, diagnostics } = plan({
      outputs: [file(a, 'new')],
      ...disk({ [a]: 'x', [gone]: 'y' }, { [lockA]: [a, gone] }),
    });
    expect(diagnostics).toEqual([]);
    expect(value.writes).toEqual([file(a, 'new')]);
    expect(value.deletions).toEqual([gone]);
    expect([...value.before]).toEqual([
      [a, sha256Hex('x')],
      [gone, sha256Hex('y')],
    ]);
    expect([...value.owned.keys()].sort()).toEqual([gone, a]);
    expect([...value.listed.keys()]).toEqual([a]);
  });

  it('removes the lock of a cluster that owns nothing any more', () => {
    const { value } = plan({ outputs: [], ...disk({ [a]: 'x' }, { [lockA]: [a] }) });
    expect(value).toMatchObject({ deletions: [a], staleLocks: [lockA], locks: [] });
  });

  it('claims a file that is not listed but holds the right bytes', () => {
    const { value, diagnostics } = plan({ outputs: [file(a)], ...disk({ [a]: 'x' }, {}) });
    expect(diagnostics).toEqual([]);
    expect(value.locks.map(({ path }) => path)).toEqual([lockA]);
  });

  it.each([
    {
      name: 'a listed file with other bytes, to overwrite',
      outputs: [file(a)],
      listed: [a],
      state: 'changed',
    },
    {
      name: 'a listed file with other bytes, to delete',
      outputs: [],
      listed: [a],
      state: 'changed',
    },
    { name: 'a file that no lock lists', outputs: [file(a)], listed: [], state: 'foreign' },
  ])('refuses $name', ({ outputs, listed, state }) => {
    const { locks } = disk({}, { [lockA]: listed });
    const { standing } = disk({ [a]: 'edited' }, {});
    const { value, diagnostics } = plan({ outputs, locks, standing });
    expect(diagnostics).toMatchObject([{ code: 'tree/edited-file', args: { path: a, state } }]);
    expect([...value.writes, ...value.deletions]).toEqual([]);
  });

  it('refuses to work with a broken lock', () => {
    const { diagnostics } = plan({
      outputs: [],
      locks: new Map([[lockA, '<<<<<<<\n']]),
      standing: () => ({ kind: 'absent' }),
    });
    expect(diagnostics).toMatchObject([
      { code: 'tree/broken-lock', args: { path: lockA, line: 1, reason: 'conflict' } },
    ]);
  });

  it('does not blame the files of a broken lock as well', () => {
    const { standing } = disk({ [a]: 'old', [b]: 'old' }, {});
    const outputs = [file(a), file(b)];
    const { diagnostics } = plan({ outputs, locks: new Map([[lockA, 'x']]), standing });
    expect(diagnostics.map(({ code, at }) => ({ code, at }))).toEqual([
      { code: 'tree/broken-lock', at: { file: lockA } },
      { code: 'tree/edited-file', at: { file: b } },
    ]);
  });

  it('refuses what stands in the way, locks included', () => {
    const { diagnostics } = plan({
      outputs: [file(a)],
      locks: new Map(),
      standing: () => ({ kind: 'obstacle', reason: 'a link' }),
    });
    expect(diagnostics.map(({ code, args }) => ({ code, args }))).toEqual([
      { code: 'tree/path-escape', args: { path: a, reason: 'a link' } },
      { code: 'tree/path-escape', args: { path: lockA, reason: 'a link' } },
    ]);
  });
});

describe('what an interrupted run left', () => {
  const recovered = new Map([[a, sha256Hex('left')]]);
  const standing = disk({ [a]: 'left' }, {}).standing;

  it('is overwritten and deleted like what a lock lists, also against the lock', () => {
    const { locks } = disk({}, { [lockA]: [a] });
    const changed = plan({ outputs: [file(a)], locks, standing, recovered });
    expect(changed.diagnostics).toEqual([]);
    expect(changed.value.writes).toEqual([file(a)]);
    const unwanted = plan({ outputs: [], locks: new Map(), standing, recovered });
    expect(unwanted.value.deletions).toEqual([a]);
    expect([[...changed.value.left], [...unwanted.value.left]]).toEqual([[], [a]]);
  });

  it('is left alone by a slice that it is not in', () => {
    const slice = new Set(['b']);
    const { value } = plan({ outputs: [], locks: new Map(), standing, recovered, slice });
    expect(value.deletions).toEqual([]);
  });

  it('excuses a lock that the run tore', () => {
    const torn = new Map([[lockA, 'fedc-lo']]);
    const knowing = new Map([...recovered, [lockA, sha256Hex('fedc-lo')]]);
    const input = { outputs: [file(a)], locks: torn, standing };
    expect(plan({ ...input, recovered }).diagnostics).toHaveLength(1);
    const { value, diagnostics } = plan({ ...input, recovered: knowing });
    expect(diagnostics).toEqual([]);
    expect(value.locks.map(({ path }) => path)).toEqual([lockA]);
    expect(value.deletions).toEqual([]);
  });
});

describe('force-overwrite', () => {
  const edited = disk({ [a]: 'edited', [b]: 'edited' }, {}).standing;
  const { locks } = disk({}, { [lockA]: [a], [lockB]: [b] });

  it('overwrites or deletes that path, and no other', () => {
    const overwrite = new Set([a]);
    const written = plan({ outputs: [file(a), file(b)], locks, standing: edited, overwrite });
    expect(written.value.writes).toEqual([file(a)]);
    expect(written.diagnostics).toMatchObject([{ code: 'tree/edited-file', args: { path: b } }]);
    const deleted = plan({ outputs: [], locks, standing: edited, overwrite });
    expect(deleted.value.deletions).toEqual([a]);
    expect(deleted.diagnostics).toMatchObject([{ args: { path: b } }]);
  });

  it('gives up a file that no lock lists only if one goes there', () => {
    const input = { locks: new Map(), standing: edited, overwrite: new Set([a]) };
    expect(plan({ ...input, outputs: [file(a)] }).value.writes).toEqual([file(a)]);
    expect(plan({ ...input, outputs: [] }).value.deletions).toEqual([]);
  });

  it('does not go through a link', () => {
    const standing = (): Standing => ({ kind: 'obstacle', reason: 'a link' });
    const { diagnostics } = plan({
      outputs: [],
      locks,
      standing,
      overwrite: new Set([a, b]),
    });
    expect(diagnostics.map(({ code }) => code)).toContain('tree/path-escape');
  });
});

describe('keeping what is stale', () => {
  const gone = 'clusters/a/shop/gone.yaml';
  const lost = 'clusters/a/shop/lost.yaml';

  it('deletes nothing, keeps the lines of what is there, and asks nobody about it', () => {
    const { locks } = disk({ [a]: 'x' }, { [lockA]: [a, gone, lost], [lockB]: [b] });
    const { standing } = disk({ [a]: 'x', [gone]: 'edited', [b]: 'y' }, {});
    const planned = plan({ outputs: [file(a)], locks, standing, stale: 'keep' });
    expect(planned.diagnostics).toEqual([]);
    expect(planned.value).toMatchObject({ deletions: [], staleLocks: [], writes: [] });
    expect([...planned.value.listed.keys()].sort()).toEqual([gone, a, b].sort());
    expect(planned.value.locks.map(({ path }) => path)).toEqual([lockA]);
  });
});

describe('a slice', () => {
  const slice = new Set(['a']);

  it('leaves the files and locks of other clusters alone, broken ones too', () => {
    const { locks, standing } = disk({ [a]: 'x', [b]: 'y' }, { [lockA]: [a] });
    const { value, diagnostics } = plan({
      outputs: [],
      locks: new Map([...locks, [lockB, 'broken']]),
      standing,
      slice,
    });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ deletions: [a], staleLocks: [lockA], locks: [] });
  });

  it('leaves the lock of the tree alone once there is one', () => {
    const outputs = [file('.gitattributes'), file(a)];
    const first = plan({ outputs, ...disk({}, {}), slice });
    expect(first.value.locks.map(({ path }) => path)).toEqual(['index/lock', lockA]);
    const second = plan({ outputs, ...disk({}, { 'index/lock': ['engine/x'] }), slice });
    expect(second.value.writes.map(({ path }) => path)).toEqual([a]);
    expect(second.value.locks.map(({ path }) => path)).toEqual([lockA]);
  });
});
