import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { silent } from '../../src/model/decisions.ts';
import type { Edit, Override } from '../../src/model/federated-resource.ts';
import { copyObject, type KubeObject } from '../../src/model/kube-object.ts';
import { jsonValue } from '../json-value.ts';
import { override as applyOverrides } from './one-by-one.ts';
import { at, edit, inventory, override, placed, preference, strict } from './resources.ts';

const fleet = inventory({ eu: {}, us: {} });
const pod = '/spec/template/spec';

interface Row {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** `code, the edit it stands on, related place`, for edits by their position. */
  readonly said: readonly string[];
}

const add = (index: number, path: string, value: unknown) =>
  edit(index, { op: 'add', path, value: jsonValue(value) });
const replace = (index: number, path: string, value: unknown) =>
  edit(index, { path, value: jsonValue(value) });
const remove = (index: number, path: string) => edit(index, { op: 'remove', path });

const rows: readonly Row[] = [
  {
    name: 'nothing to say about edits that add up',
    edits: [add(0, '/spec/labels', {}), add(1, '/spec/labels/a', 'b')],
    said: [],
  },
  {
    name: 'an edit below something that is replaced later',
    edits: [
      replace(0, `${pod}/containers/0/image`, 'web:2'),
      replace(1, `${pod}/containers`, [{ name: 'web', image: 'web:3' }]),
    ],
    said: ['override/shadowed 0: this later edit overwrites it 1/path'],
  },
  {
    name: 'an edit below something that is removed later',
    edits: [replace(0, `${pod}/containers/0/image`, 'web:2'), remove(1, pod)],
    said: ['override/shadowed 0: this later edit removes it again 1/path'],
  },
  {
    name: 'the same item under two names',
    edits: [
      replace(0, `${pod}/containers/0/image`, 'web:2'),
      replace(1, `${pod}/containers/-1/image`, 'web:3'),
    ],
    said: ['override/shadowed 0: this later edit overwrites it 1/path', 'override/odd-index 1:'],
  },
  {
    name: 'an item that is inserted and removed again, after others moved it',
    edits: [
      add(0, `${pod}/containers/-`, { name: 'log' }),
      add(1, `${pod}/containers/0`, { name: 'init' }),
      remove(2, `${pod}/containers/2`),
    ],
    said: ['override/shadowed 0: this later edit removes it again 2/path'],
  },
  {
    name: 'not an edit of an item that moved out of the way',
    edits: [
      replace(0, `${pod}/containers/0/image`, 'web:2'),
      add(1, `${pod}/containers/0`, { name: 'init' }),
      replace(2, `${pod}/containers/0/name`, 'first'),
    ],
    said: [],
  },
  {
    name: 'a value that the template has',
    edits: [replace(0, `${pod}/containers/0/image`, 'web:1')],
    said: [
      'override/no-effect 0: the template says it already template/spec/template/spec/containers/0/image',
    ],
  },
  {
    name: 'a value that the template has further up',
    edits: [
      add(0, `${pod}/containers/0`, { name: 'init' }),
      replace(1, `${pod}/containers/1/image`, 'web:1'),
    ],
    said: [
      'override/no-effect 1: the template says it already template/spec/template/spec/containers/0/image',
    ],
  },
  {
    name: 'a value that an earlier edit set',
    edits: [
      replace(0, `${pod}/containers`, [{ name: 'a' }, { name: 'b' }]),
      replace(1, `${pod}/containers/1/name`, 'b'),
    ],
    said: ['override/no-effect 1: this earlier edit sets it 0/value/1/name'],
  },
];

/** Pointers of edits and of the template without what they all begin with. */
function short(pointer: string): string {
  return pointer
    .replace('/spec/overrides/0/clusterOverrides/', '')
    .replace('/spec/template/', 'template/');
}

function text({ code, at: place, related }: Diagnostic): string {
  const where = 'pointer' in place ? short(place.pointer).replace('/path', '') : '';
  const others = related.map(
    ({ at: { pointer, file }, label }) =>
      ` ${label} ${file === 'web.yaml' ? '' : `${file}#`}${short(pointer)}`,
  );
  return `${code} ${where}:${others.join()}`;
}

function saidOf(edits: readonly Edit[]): readonly string[] {
  const item = placed({ overrides: [override('eu', 0, edits)] }, ['eu']);
  return applyOverrides([item], fleet, silent).diagnostics.map(text);
}

describe('remarks on edits', () => {
  it.each(rows)('speak of $name', ({ edits, said }) => {
    expect(saidOf(edits)).toEqual(said);
  });

  it('name a pair of edits once, with all clusters', () => {
    const edits = [replace(0, `${pod}/containers/0/image`, 'web:2'), remove(1, pod)];
    const overrides = ['eu', 'us'].map((cluster, index) => override(cluster, index, edits));
    const { diagnostics } = applyOverrides([placed({ overrides }, ['eu', 'us'])], fleet, silent);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      [
        'override/shadowed',
        {
          path: `${pod}/containers/0/image`,
          by: pod,
          removes: true,
          clusters: ['eu', 'us'],
        },
      ],
    ]);
  });

  it('name an edit that many clusters have and the template too once', () => {
    const edits = [replace(0, '/spec/replicas', 1)];
    const overrides = ['eu', 'us'].map((cluster, index) => override(cluster, index, edits));
    const { diagnostics } = applyOverrides([placed({ overrides }, ['eu', 'us'])], fleet, silent);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      [
        'override/no-effect',
        { path: '/spec/replicas', reason: 'the value is there already', clusters: ['eu', 'us'] },
      ],
    ]);
  });

  it('speak of an edit of a label that is set after all overrides', () => {
    const rules = { ...strict, labels: { 'kubefed.io/managed': 'true' } };
    const path = '/metadata/labels/kubefed.io~1managed';
    const edits = [add(0, '/metadata/labels', {}), add(1, path, 'no')];
    const item = placed({ rules, overrides: [override('eu', 0, edits)] }, ['eu']);
    const { diagnostics } = applyOverrides([item], fleet, silent);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      [
        'override/shadowed',
        { path, stamp: { label: 'kubefed.io/managed', value: 'true' }, clusters: ['eu'] },
      ],
    ]);
  });

  it.each([
    ['replaces', replace(1, '/spec', { paused: true }), ['override/replaces-replicas 1:']],
    ['removes', remove(1, '/spec'), ['override/replaces-replicas 1:']],
    ['replaces by the very count', replace(1, '/spec', { replicas: 4 }), []],
    ['removes', remove(1, '/spec'), ['override/replaces-replicas 1:'], 1],
    ['replaces by the very count', replace(1, '/spec', { replicas: 1 }), [], 1],
    ['leaves alone', replace(1, '/spec/paused', true), ['override/replace-adds 1:'], 1],
  ])('speak of an edit that %s what a replica preference wrote into', (...row) => {
    // The template has the count 1 itself.
    const [, later, expected, count = 4] = row;
    const replicas = preference();
    const planned = {
      ...replace(0, '/spec/replicas', count),
      origin: at('/spec/totalReplicas', 'preference.yaml'),
    };
    const entry = override('eu', 0, [later]);
    const overrides: Override[] = [{ ...entry, edits: [planned, ...entry.edits] }];
    const item = placed({ overrides, replicas }, ['eu']);
    const found = applyOverrides([item], fleet, silent).diagnostics;
    const source = ' this preference sets /spec/replicas preference.yaml#/spec/totalReplicas';
    expect(found.map(text)).toEqual(
      expected.map((one) => (one.includes('replicas') ? one + source : one)),
    );
  });
});

const steps = fc.constantFrom(
  '/list',
  '/list/-',
  '/list/0',
  '/list/1',
  '/list/2',
  '/list/0/a',
  '/list/1/a',
  '/map',
  '/map/0',
  '/map/1',
  '/metadata/labels',
  '/metadata/labels/a',
  '/metadata/labels/kubefed.io~1managed',
);
const someEdits = fc.array(
  fc.record({
    op: fc.constantFrom('add' as const, 'replace' as const, 'remove' as const),
    path: steps,
    value: fc.constantFrom<unknown>(1, 'x', { a: 1 }, [{ a: 1 }, { a: 2 }]).map(jsonValue),
  }),
  { minLength: 1, maxLength: 4 },
);

it('says the same whether or not it keeps a history', () => {
  const metadata = { name: 'made', labels: { a: 'b' } };
  const made = { kind: 'Made', apiVersion: 'v1', metadata };
  const list = [{ a: 0 }, { a: 1 }, { a: 2 }];
  const template = copyObject(jsonValue({ ...made, list, map: { 0: 'a', 1: 'b' } }) as KubeObject);
  const diagnosticsOf = (edits: readonly Edit[], labels: Record<string, string>) => {
    const overrides = [override('eu', 0, edits)];
    const each = placed({ template, overrides, rules: { ...strict, labels } }, ['eu']);
    return applyOverrides([each], fleet, silent).diagnostics;
  };
  const stamps = fc.constantFrom({}, { 'kubefed.io/managed': 'true' });
  fc.assert(
    fc.property(someEdits, stamps, (own, labels) => {
      const edits = own.map((each, index) => edit(index, each));
      const mixed = [...edits, add(8, '/other', {}), add(9, '/other/a', 1)];
      expect(diagnosticsOf(edits, labels)).toEqual(diagnosticsOf(mixed, labels));
    }),
    { numRuns: 3000 },
  );
});
