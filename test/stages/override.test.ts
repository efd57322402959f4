import { describe, expect, it } from 'vitest';
import { recorder, silent } from '../../src/model/decisions.ts';
import type { Override } from '../../src/model/federated-resource.ts';
import { isArray, isObject, type JsonValue } from '../../src/model/kube-object.ts';
import { jsonValue } from '../json-value.ts';
import { override as applyOverrides } from './one-by-one.ts';
import {
  edit,
  factText,
  inventory,
  lenient,
  override,
  placed,
  preference,
  said,
  strict,
} from './resources.ts';

const fleet = inventory({ eu: {}, us: {}, lab: {} });
const image = '/spec/template/spec/containers/0/image';

/** The value at a path of plain steps. */
function valueAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let found = value;
  for (const step of path.split('/').slice(1)) {
    if (isArray(found)) found = found[Number(step)];
    else found = isObject(found) ? found[step] : undefined;
  }
  return found;
}

interface Row {
  readonly name: string;
  readonly overrides: readonly Override[];
  readonly clusters?: readonly string[];
  /** The clusters of each distinct object, and what is at the path there. */
  readonly results: readonly (readonly [clusters: string, value: unknown])[];
  readonly path?: string;
  readonly said?: readonly string[];
  readonly facts?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'without overrides all clusters share the template',
    overrides: [],
    results: [['eu us', 1]],
  },
  {
    name: 'an edit changes its own cluster and no other',
    overrides: [override('us', 0, [edit(0, { path: '/spec/replicas', value: 3 })])],
    results: [
      ['eu', 1],
      ['us', 3],
    ],
    facts: ['override-applied us /spec/replicas: 1 to 3'],
  },
  {
    name: 'edits apply in the order of the list',
    overrides: [
      override('us', 0, [
        edit(0, { path: '/spec/labels', op: 'add', value: jsonValue({}) }),
        edit(1, { path: '/spec/labels/a', op: 'add', value: 'b' }),
      ]),
    ],
    path: '/spec/labels',
    results: [
      ['eu', undefined],
      ['us', { a: 'b' }],
    ],
    facts: [
      'override-applied us /spec/labels: nothing to {}',
      'override-applied us /spec/labels/a: nothing to "b"',
    ],
  },
  {
    name: 'an entry without edits leaves the template as it is',
    overrides: [override('us', 0, [])],
    results: [['eu us', 1]],
  },
  {
    name: 'replacing a missing member adds it, with a warning',
    overrides: [override('us', 0, [edit(0, { path: '/spec/paused', value: true })])],
    path: '/spec/paused',
    results: [
      ['eu', undefined],
      ['us', true],
    ],
    said: ['warning[override/replace-adds] /spec/overrides/0/clusterOverrides/0/path'],
    facts: ['override-applied us /spec/paused: nothing to true'],
  },
  {
    name: 'setting what is there already is said to have no effect',
    overrides: [override('us', 0, [edit(0, { path: '/spec/replicas', value: 1 })])],
    results: [
      ['eu', 1],
      ['us', 1],
    ],
    said: ['warning[override/no-effect] /spec/overrides/0/clusterOverrides/0/path'],
    facts: ['override-applied us /spec/replicas: 1 to 1'],
  },
  {
    name: 'a negative index counts from the end, with a warning',
    overrides: [
      override('us', 0, [
        edit(0, { path: '/spec/template/spec/containers/-1/image', value: 'web:2' }),
      ]),
    ],
    path: image,
    results: [
      ['eu', 'web:1'],
      ['us', 'web:2'],
    ],
    said: ['warning[override/odd-index] /spec/overrides/0/clusterOverrides/0/path'],
    facts: ['override-applied us /spec/template/spec/containers/-1/image: "web:1" to "web:2"'],
  },
  {
    name: 'an edit that fails makes no object in its cluster, and one report for all clusters',
    overrides: [
      override('eu', 0, [edit(0, { path: '/spec/strategy/type', value: 'Recreate' })]),
      override('us', 1, [edit(0, { path: '/spec/strategy/type', value: 'RollingUpdate' })]),
    ],
    results: [],
    said: ['error[override/path-not-found] /spec/overrides/0/clusterOverrides/0/path'],
  },
  {
    name: 'an edit that changes which object it is, is protected however it is spelt',
    overrides: [
      override('us', 0, [edit(0, { path: '/metadata', value: jsonValue({ name: 'other' }) })]),
    ],
    results: [['eu', 1]],
    said: ['error[override/protected-path] /spec/overrides/0/clusterOverrides/0/path'],
  },
  {
    name: 'an override may change the apiVersion',
    overrides: [override('us', 0, [edit(0, { path: '/apiVersion', value: 'example.io/v2' })])],
    path: '/apiVersion',
    results: [
      ['eu', 'apps/v1'],
      ['us', 'example.io/v2'],
    ],
    facts: ['override-applied us /apiVersion: "apps/v1" to "example.io/v2"'],
  },
  {
    name: 'an override may not take the apiVersion away',
    overrides: [override('us', 0, [edit(0, { path: '/apiVersion', op: 'remove' })])],
    results: [['eu', 1]],
    said: ['error[override/protected-path] /spec/overrides/0/clusterOverrides/0/path'],
    facts: ['override-applied us /apiVersion: "apps/v1" to nothing'],
  },
  {
    name: 'an override for a cluster that is not in the inventory is reported at its name',
    overrides: [override('moon', 0, [edit(0, { path: '/spec/replicas', value: 3 })])],
    results: [['eu us', 1]],
    said: ['error[override/unknown-cluster] /spec/overrides/0/clusterName'],
  },
  {
    name: 'an override for a cluster where the object does not go is dead',
    overrides: [override('lab', 0, [edit(0, { path: '/spec/replicas', value: 3 })])],
    results: [['eu us', 1]],
    said: ['warning[override/dead] /spec/overrides/0/clusterName'],
  },
  {
    name: 'an empty entry for a cluster where the object does not go is harmless',
    overrides: [override('lab', 0, [])],
    results: [['eu us', 1]],
  },
  {
    name: 'the overrides of an object that goes nowhere are not reported as well',
    overrides: [override('lab', 0, [edit(0, { path: '/spec/replicas', value: 3 })])],
    clusters: [],
    results: [],
  },
];

describe('override', () => {
  it.each(rows)('$name', (row) => {
    const decisions = recorder();
    const item = placed({ overrides: row.overrides }, row.clusters ?? ['eu', 'us']);
    const { value, diagnostics } = applyOverrides([item], fleet, decisions);
    const path = row.path ?? '/spec/replicas';
    expect(value.map((one) => [one.clusters.join(' '), valueAt(one.object, path)])).toEqual(
      row.results,
    );
    expect(said(diagnostics)).toEqual(row.said ?? []);
    expect(decisions.facts.map(factText)).toEqual(row.facts ?? []);
  });

  it('shares the template itself with the clusters that have no edits', () => {
    const item = placed({}, ['eu', 'us']);
    const { value } = applyOverrides([item], fleet, silent);
    expect(value[0]?.object).toBe(item.resource.template);
  });

  it('shares what no edit touched', () => {
    const overrides = [override('eu', 0, [edit(0, { path: '/spec/replicas', value: 2 })])];
    const item = placed({ overrides }, ['eu']);
    const [changed] = applyOverrides([item], fleet, silent).value;
    expect(valueAt(changed?.object, '/spec/template')).toBe(
      valueAt(item.resource.template, '/spec/template'),
    );
    expect(valueAt(item.resource.template, '/spec/replicas')).toBe(1);
  });

  it('lists all clusters in which an edit fails', () => {
    const path = '/spec/strategy/type';
    const overrides = ['eu', 'us'].map((cluster, index) =>
      override(cluster, index, [edit(0, { path, value: 'Recreate' })]),
    );
    const { diagnostics } = applyOverrides([placed({ overrides }, ['eu', 'us'])], fleet, silent);
    expect(diagnostics[0]?.args).toMatchObject({ path, clusters: ['eu', 'us'] });
  });

  it('writes no object where the placement only counts for others', () => {
    const rules = { ...strict, isWritten: false };
    const { value, diagnostics } = applyOverrides([placed({ rules }, ['eu'])], fleet, silent);
    expect([value, diagnostics]).toEqual([[], []]);
  });

  it('takes the severity of an unknown cluster from the rules', () => {
    const overrides = [override('moon', 0, [])];
    const item = placed({ overrides, rules: lenient }, ['eu']);
    expect(said(applyOverrides([item], fleet, silent).diagnostics)).toEqual([
      'warning[override/unknown-cluster] /spec/overrides/0/clusterName',
    ]);
  });

  it('asks for an inventory only once: without one no override is unknown', () => {
    const overrides = [override('moon', 0, [])];
    expect(applyOverrides([placed({ overrides }, [])], inventory({}), silent).diagnostics).toEqual(
      [],
    );
  });

  it('makes no remark about what a replica preference wrote, and points at the preference if it fails', () => {
    const replicas = preference();
    const origin = { ...replicas.origin, pointer: '/spec/totalReplicas' };
    const planned = { ...edit(0, { path: '/spec/replicas', value: 1 }), origin };
    const overrides: Override[] = [{ ...override('eu', 0, []), edits: [planned] }];
    const same = placed({ overrides, replicas }, ['eu']);
    expect(applyOverrides([same], fleet, silent).diagnostics).toEqual([]);
    const template = jsonValue({ apiVersion: 'apps/v1', kind: 'Deployment' });
    if (!isObject(template)) throw new Error('a template is an object');
    const failing = placed({ overrides, replicas, template }, ['eu']);
    expect(said(applyOverrides([failing], fleet, silent).diagnostics)).toEqual([
      'error[override/path-not-found] preference.yaml#/spec/totalReplicas',
    ]);
  });
});
