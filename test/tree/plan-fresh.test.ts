import { describe, expect, it } from 'vitest';
import { newObject } from '../../src/model/kube-object.ts';
import type { OutputFile } from '../../src/model/output.ts';
import { planWrites } from '../../src/tree/plan.ts';
import { planFresh } from '../../src/tree/plan-fresh.ts';
import type { Slice } from '../../src/tree/slice.ts';
import { createTreeFiles } from '../../src/tree/tree-files.ts';
import { cluster, compilation, variant } from './variants.ts';

const manifests = compilation(
  variant({ clusters: ['a', 'a-b', 'c'] }),
  variant({ clusters: ['a'], key: { kind: 'Namespace', namespace: '', name: 'shop' } }),
  variant({ clusters: ['c'], key: { name: 'other' }, body: 'data: {a: b}\n' }),
);
const engineFiles = ['clusters/a/kustomization.yaml', 'clusters/c/a/b.yaml', 'engine/x/all.yaml'];
const fleet = {
  ...manifests,
  engineFiles: engineFiles.map((path) => ({ engine: 'x', path, documents: [newObject()] })),
};

function filesOf(slice?: Slice) {
  return createTreeFiles(fleet, 'by-namespace', { slice });
}

function textsOf(files: Iterable<OutputFile>): readonly OutputFile[] {
  return Array.from(files, ({ path, text }) => ({ path, text }));
}

describe('planFresh', () => {
  it('says which files hold one text', () => {
    const shared = [...planFresh(filesOf()).writes].filter((file) => file.shared !== undefined);
    expect(shared.map(({ path }) => path)).toEqual(
      ['a-b', 'a', 'c'].map((name) => `clusters/${name}/shop/configmap_web.yaml`),
    );
    expect(new Set(shared.map((file) => file.shared)).size).toBe(1);
  });

  it.each([
    { name: 'a whole tree', slice: undefined },
    { name: 'a slice', slice: new Set(['a', 'c']) },
    { name: 'a slice without anything', slice: new Set(['x']) },
  ])('plans $name as it is planned where nothing happens to stand', ({ slice }) => {
    const { value, diagnostics } = planWrites({
      outputs: filesOf(slice).files(),
      locks: new Map(),
      standing: () => ({ kind: 'absent' }),
      ...(slice === undefined ? {} : { slice }),
    });
    const fresh = planFresh(filesOf(slice));
    expect(diagnostics).toEqual([]);
    expect({ ...fresh, writes: textsOf(fresh.writes), locks: [...fresh.locks] }).toEqual(value);
    expect(fresh.writes).toHaveLength(value.writes.length);
    expect(fresh.locks).toHaveLength(value.locks.length);
  });

  it('gives the same files again when it is asked again, and locks before files', () => {
    const [once, twice] = [planFresh(filesOf()), planFresh(filesOf())];
    const locks = [...twice.locks];
    expect(textsOf(once.writes)).toEqual(textsOf(twice.writes));
    expect(textsOf(once.writes)).toEqual(textsOf(twice.writes));
    expect([...once.locks]).toEqual(locks);
  });

  it('needs no text before it is carried out', () => {
    const object = Object.defineProperty(newObject(), 'spec', {
      enumerable: true,
      get() {
        throw new Error('printed');
      },
    });
    const [first] = fleet.variants;
    const inventory = { clusters: [cluster('a')] };
    const variants = first === undefined ? [] : [{ ...first, object, clusters: ['a'] }];
    const plan = planFresh(createTreeFiles({ inventory, variants }, 'by-namespace'));
    expect(plan.writes.length).toBe(3);
    expect(() => [...plan.writes]).toThrow('printed');
  });
});
