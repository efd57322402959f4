import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { recorder, silent } from '../../src/model/decisions.ts';
import type { Override, PlacedResource } from '../../src/model/federated-resource.ts';
import { type PreviousReplicas, scheduleReplicas } from '../../src/stages/schedule-replicas.ts';
import {
  edit,
  factText,
  inventory,
  labelled,
  lenient,
  listed,
  override,
  placed,
  preference,
  said,
} from './resources.ts';

const fleet = inventory({ eu: { region: 'eu' }, us: { region: 'us' }, lab: { region: 'eu' } });
const firstRollout: PreviousReplicas = { isGiven: false, of: () => undefined };

/** `eu: replace /spec/replicas 3`, for each edit. */
function editTexts(overrides: readonly Override[]): string[] {
  return overrides.flatMap(({ target, edits }) => {
    const cluster = target.kind === 'names' ? target.names[0]?.value : '?';
    return edits.map(({ op, path, value }) => `${cluster}: ${op} ${path} ${String(value)}`);
  });
}

interface Row {
  readonly name: string;
  readonly item: PlacedResource<Diagnostic>;
  readonly clusters: readonly string[];
  readonly edits: readonly string[];
  readonly said?: readonly string[];
  readonly facts?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'a resource without preference passes as it is',
    item: placed(
      { overrides: [override('eu', 0, [edit(0, { path: '/spec/replicas', value: 5 })])] },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: replace /spec/replicas 5'],
  },
  {
    name: 'candidates placed: the total is divided over the placed clusters, and no cluster is added',
    item: placed({ replicas: preference() }, ['eu', 'us']),
    clusters: ['eu', 'us'],
    edits: ['eu: replace /spec/replicas 3', 'us: replace /spec/replicas 3'],
    facts: ['replicas-planned eu 3', 'replicas-planned us 3'],
  },
  {
    name: 'candidates placed: clusters that the namespace does not allow get no share',
    item: placed({ replicas: preference() }, ['eu', 'us'], { limit: new Set(['us']) }),
    clusters: ['eu', 'us'],
    edits: ['us: replace /spec/replicas 6'],
    facts: ['replicas-planned us 6'],
  },
  {
    name: 'candidates placed: an entry for a cluster that is not placed is reported',
    item: placed(
      { replicas: preference({ perCluster: { eu: { weight: 1 }, lab: { weight: 1 } } }) },
      ['eu', 'us'],
    ),
    clusters: ['eu', 'us'],
    edits: ['eu: replace /spec/replicas 6', 'us: replace /spec/replicas 0'],
    said: ['warning[replicas/unplaced] preference.yaml#/spec/clusters'],
    facts: ['replicas-planned eu 6', 'replicas-planned us 0'],
  },
  {
    name: 'candidates placed: an object that goes nowhere gets no plan',
    item: placed({ replicas: preference() }, []),
    clusters: [],
    edits: [],
  },
  {
    name: 'candidates all: the plan replaces the placement, zeros included',
    item: placed(
      {
        placement: { choice: listed('eu') },
        replicas: preference({ candidates: 'all', perCluster: { eu: { weight: 1 } } }),
      },
      ['eu'],
    ),
    clusters: ['eu', 'lab', 'us'],
    edits: [
      'eu: replace /spec/replicas 6',
      'lab: replace /spec/replicas 0',
      'us: replace /spec/replicas 0',
    ],
    said: ['warning[replicas/widens-placement] /spec/placement/clusters'],
    facts: [
      'replicas-planned eu 6',
      'replicas-planned lab 0',
      'preference-widened lab ',
      'replicas-planned us 0',
      'preference-widened us ',
    ],
  },
  {
    name: 'candidates all: replicas for clusters without the namespace are lost, not redistributed',
    item: placed({ replicas: preference({ candidates: 'all' }) }, ['eu', 'lab', 'us'], {
      limit: new Set(['eu']),
    }),
    clusters: ['eu', 'lab', 'us'],
    edits: [
      'eu: replace /spec/replicas 2',
      'lab: replace /spec/replicas 2',
      'us: replace /spec/replicas 2',
    ],
    said: ['warning[replicas/unplaced] preference.yaml#/spec'],
    facts: ['replicas-planned eu 2', 'replicas-planned lab 2', 'replicas-planned us 2'],
  },
  {
    name: 'candidates all: a namespace that goes nowhere is the one thing to report',
    item: placed({ replicas: preference({ candidates: 'all' }) }, ['eu', 'lab', 'us'], {
      limit: new Set(),
      isExplained: true,
    }),
    clusters: ['eu', 'lab', 'us'],
    edits: [
      'eu: replace /spec/replicas 2',
      'lab: replace /spec/replicas 2',
      'us: replace /spec/replicas 2',
    ],
    facts: ['replicas-planned eu 2', 'replicas-planned lab 2', 'replicas-planned us 2'],
  },
  {
    name: 'intersected selectors: only clusters that all of them take are candidates',
    item: placed(
      { replicas: preference({ candidates: [labelled({ region: 'eu' }), labelled({})] }) },
      ['eu', 'us'],
    ),
    clusters: ['eu', 'lab'],
    edits: ['eu: replace /spec/replicas 3', 'lab: replace /spec/replicas 3'],
    said: ['warning[replicas/widens-placement] /spec/placement/clusterSelector'],
    facts: [
      'replicas-planned eu 3',
      'replicas-planned lab 3',
      'preference-widened lab ',
      'preference-dropped us ',
    ],
  },
  {
    name: 'intersected selectors without a common cluster: nothing is scheduled, and that is said',
    item: placed(
      {
        replicas: preference({
          candidates: [labelled({ region: 'eu' }), labelled({ region: 'us' })],
        }),
      },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: [],
    said: ['warning[replicas/no-target] preference.yaml#/spec/intersectWithClusterSelector'],
  },
  {
    name: 'a cluster that the inventory does not know is an error under strict rules',
    item: placed(
      { replicas: preference({ perCluster: { moon: { weight: 9 }, '*': { weight: 1 } } }) },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: replace /spec/replicas 6'],
    said: ['error[replicas/unknown-cluster] preference.yaml#/spec/clusters/moon'],
    facts: ['replicas-planned eu 6'],
  },
  {
    name: 'a cluster that the inventory does not know is a warning under lenient rules',
    item: placed(
      { rules: lenient, replicas: preference({ perCluster: { moon: {}, eu: { weight: 1 } } }) },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: replace /spec/replicas 6'],
    said: ['warning[replicas/unknown-cluster] preference.yaml#/spec/clusters/moon'],
    facts: ['replicas-planned eu 6'],
  },
  {
    name: 'replicas that fit nowhere are reported',
    item: placed({ replicas: preference({ perCluster: { '*': { weight: 1, maxReplicas: 2 } } }) }, [
      'eu',
      'us',
    ]),
    clusters: ['eu', 'us'],
    edits: ['eu: replace /spec/replicas 2', 'us: replace /spec/replicas 2'],
    said: ['warning[replicas/undistributed] preference.yaml#/spec/totalReplicas'],
    facts: ['replicas-planned eu 2', 'replicas-planned us 2'],
  },
  {
    name: "the author's own count gives way to the plan, with a warning",
    item: placed(
      {
        replicas: preference(),
        overrides: [override('eu', 0, [edit(0, { path: '/spec/replicas', value: 9, op: 'add' })])],
      },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: add /spec/replicas 6'],
    said: ['warning[override/no-effect] /spec/overrides/0/clusterOverrides/0/value'],
    facts: ['replicas-planned eu 6'],
  },
  {
    name: 'an edit that removes the count keeps its op, with a warning',
    item: placed(
      {
        replicas: preference(),
        overrides: [override('eu', 0, [edit(0, { path: '/spec/replicas', op: 'remove' })])],
      },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: remove /spec/replicas undefined'],
    said: ['warning[override/removes-replicas] /spec/overrides/0/clusterOverrides/0'],
    facts: ['replicas-planned eu 6'],
  },
  {
    name: 'the count is appended after the other edits of a cluster, and taken from clusters outside the plan',
    item: placed(
      {
        replicas: preference(),
        overrides: [
          override('eu', 0, [edit(0, { path: '/spec/paused', value: true })]),
          override('us', 1, [edit(0, { path: '/spec/replicas', value: 4 })]),
        ],
      },
      ['eu'],
    ),
    clusters: ['eu'],
    edits: ['eu: replace /spec/paused true', 'eu: replace /spec/replicas 6'],
    facts: ['replicas-planned eu 6'],
  },
];

describe('scheduleReplicas', () => {
  it.each(rows)('$name', (row) => {
    const decisions = recorder();
    const { value, diagnostics } = scheduleReplicas([row.item], fleet, firstRollout, decisions);
    expect(value.map(({ clusters }) => clusters)).toEqual([row.clusters]);
    expect(value.flatMap(({ resource }) => editTexts(resource.overrides))).toEqual(row.edits);
    expect(said(diagnostics)).toEqual(row.said ?? []);
    expect(decisions.facts.map(factText)).toEqual(row.facts ?? []);
  });

  it('says once that counts without rebalance are those of a first rollout', () => {
    const item = placed({ replicas: preference({ rebalance: false }) }, ['eu']);
    const { diagnostics } = scheduleReplicas([item, item], fleet, firstRollout, silent);
    expect(said(diagnostics)).toEqual(['note[replicas/from-scratch] preference.yaml#']);
    expect(diagnostics[0]?.args).toEqual({ preferences: 2 });
  });

  it('moves as few replicas as it can from where the previous tree had them', () => {
    const item = placed({ replicas: preference({ rebalance: false }) }, ['eu', 'us']);
    const previous: PreviousReplicas = {
      isGiven: true,
      of: ({ name }, cluster) => (name === 'web' && cluster === 'eu' ? 5 : 1),
    };
    const { value, diagnostics } = scheduleReplicas([item], fleet, previous, silent);
    expect(value.flatMap(({ resource }) => editTexts(resource.overrides))).toEqual([
      'eu: replace /spec/replicas 5',
      'us: replace /spec/replicas 1',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('says nothing about names and candidates where no cluster is known at all', () => {
    const candidates = [labelled({}), labelled({})];
    for (const replicas of [preference({ perCluster: { moon: {} } }), preference({ candidates })]) {
      const item = placed({ replicas }, []);
      const { diagnostics } = scheduleReplicas([item], inventory({}), firstRollout, silent);
      expect(diagnostics).toEqual([]);
    }
  });
});
