import { describe, expect, it } from 'vitest';
import { silent } from '../../src/model/decisions.ts';
import type { ClusterChoice } from '../../src/model/federated-resource.ts';
import { override as applyOverrides } from './one-by-one.ts';
import {
  edit,
  inventory,
  labelled,
  listed,
  override,
  placed,
  preference,
  resource,
} from './resources.ts';

const fleet = inventory({ eu: { tier: 'prod' }, lab: {}, test: { tier: 'test' } });
const edits = [edit(0, { path: '/spec/replicas', value: 3 })];
const namespace = { group: '', kind: 'Namespace', namespace: '', name: 'shop' };

function saidOf(cluster: string, own: Parameters<typeof placed>[0], limit?: ReadonlySet<string>) {
  const item = placed(
    { overrides: [override(cluster, 0, edits)], ...own },
    ['eu'],
    limit === undefined ? {} : { limit },
  );
  const space = {
    ...placed({ placement: { choice: inNamespace(listed('eu')) }, key: namespace }, ['eu']),
    resource: {
      ...resource({ placement: { choice: inNamespace(listed('eu')) }, key: namespace }),
      rules: { ...item.resource.rules, isWritten: false },
    },
  };
  const { diagnostics } = applyOverrides([item, space], fleet, silent);
  return diagnostics.map(({ code, args, related }) => ({
    code,
    reason: (args as { reason?: string }).reason,
    related: related.map(({ at: { file, pointer }, label }) => `${file}#${pointer}: ${label}`),
  }));
}

/** The same choice, written in the file of the namespace. */
function inNamespace(choice: ClusterChoice): ClusterChoice {
  return { ...choice, origin: { ...choice.origin, file: 'namespace.yaml' } };
}

describe('an idle override', () => {
  it.each([
    [
      'is not in the list',
      'lab',
      { placement: { choice: listed('eu') } },
      'its placement does not take the cluster',
      'web.yaml#/spec/placement/clusters: "lab" is not in this list',
    ],
    [
      'lacks a label',
      'lab',
      { placement: { choice: labelled({ tier: 'prod' }) } },
      'its placement does not take the cluster',
      'web.yaml#/spec/placement/clusterSelector/matchLabels/tier: "lab" has no label tier',
    ],
    [
      'has another label',
      'test',
      { placement: { choice: labelled({ tier: 'prod' }) } },
      'its placement does not take the cluster',
      'web.yaml#/spec/placement/clusterSelector/matchLabels/tier: label tier of "test" is "test"',
    ],
    [
      'gets no replicas',
      'lab',
      { placement: { choice: labelled({}) }, replicas: preference({ candidates: 'all' }) },
      'its replica preference schedules it elsewhere',
      'preference.yaml#/spec: this preference decides where it goes',
    ],
  ])('points at what decides: the cluster %s', (_, cluster, own, reason, related) => {
    expect(saidOf(cluster, own)).toEqual([{ code: 'override/dead', reason, related: [related] }]);
  });

  it('points at the placement of the namespace', () => {
    const own = { placement: { choice: labelled({}), within: namespace } };
    expect(saidOf('lab', own, new Set(['eu']))).toEqual([
      {
        code: 'override/dead',
        reason: 'its namespace does not go there',
        related: ['namespace.yaml#/spec/placement/clusters: "lab" is not in this list'],
      },
    ]);
  });

  it.each([
    ['lob', 'clusters.yaml#/clusters/1/name: "lab" is declared here'],
    [
      'moon-base',
      'clusters.yaml#/clusters/0/name: the clusters of the inventory are declared here',
    ],
  ])('points at the inventory: %s', (cluster, related) => {
    expect(saidOf(cluster, {})).toEqual([
      { code: 'override/unknown-cluster', reason: undefined, related: [related] },
    ]);
  });
});
