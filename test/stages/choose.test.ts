import { describe, expect, it } from 'vitest';
import { recorder, silent } from '../../src/model/decisions.ts';
import type { FederatedResource } from '../../src/model/federated-resource.ts';
import { choose } from '../../src/stages/choose.ts';
import {
  at,
  factText,
  inventory,
  labelled,
  lenient,
  listed,
  nothingChosen,
  resource,
  said,
  strict,
} from './resources.ts';

const fleet = inventory({
  us: { region: 'us' },
  eu: { region: 'eu', env: 'prod' },
  lab: { region: 'eu' },
});

interface Row {
  readonly name: string;
  readonly own: Partial<FederatedResource>;
  readonly clusters: readonly string[];
  readonly said?: readonly string[];
  readonly ifNowhere?: readonly string[];
  readonly isExplained?: boolean;
  readonly facts: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'a list takes exactly the clusters it names, sorted, each once',
    own: { placement: { choice: listed('us', 'eu', 'us') } },
    clusters: ['eu', 'us'],
    facts: [
      'cluster-listed eu /spec/placement/clusters/1/name',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-listed us /spec/placement/clusters/2/name',
    ],
  },
  {
    name: 'a name that is not in the inventory is reported where it stands',
    own: { placement: { choice: listed('eu', 'moon') } },
    clusters: ['eu'],
    said: ['error[placement/unknown-cluster] /spec/placement/clusters/1/name'],
    facts: [
      'cluster-listed eu /spec/placement/clusters/0/name',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-not-listed us /spec/placement/clusters',
      'cluster-unknown moon /spec/placement/clusters/1/name',
    ],
  },
  {
    name: 'a list of unknown names only has been reported name by name, and goes nowhere',
    own: { placement: { choice: listed('moon') }, rules: lenient },
    clusters: [],
    said: ['warning[placement/unknown-cluster] /spec/placement/clusters/0/name'],
    facts: [
      'cluster-not-listed eu /spec/placement/clusters',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-not-listed us /spec/placement/clusters',
      'cluster-unknown moon /spec/placement/clusters/0/name',
    ],
  },
  {
    name: 'where unknown names are warnings and going nowhere is an error, the error is said too',
    own: {
      placement: { choice: listed('moon') },
      rules: { ...strict, unknownCluster: 'warning' },
    },
    clusters: [],
    said: ['warning[placement/unknown-cluster] /spec/placement/clusters/0/name'],
    ifNowhere: ['error[placement/none] /spec/placement/clusters'],
    facts: [
      'cluster-not-listed eu /spec/placement/clusters',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-not-listed us /spec/placement/clusters',
      'cluster-unknown moon /spec/placement/clusters/0/name',
    ],
  },
  {
    name: 'an empty list says nowhere on purpose',
    own: { placement: { choice: listed() } },
    clusters: [],
    isExplained: true,
    facts: [
      'cluster-not-listed eu /spec/placement/clusters',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-not-listed us /spec/placement/clusters',
    ],
  },
  {
    name: 'an empty selector takes every cluster',
    own: { placement: { choice: labelled({}) } },
    clusters: ['eu', 'lab', 'us'],
    facts: [
      'selector-evaluated eu matched',
      'selector-evaluated lab matched',
      'selector-evaluated us matched',
    ],
  },
  {
    name: 'the requirements of a selector must all hold',
    own: { placement: { choice: labelled({ region: 'eu', env: 'prod' }) } },
    clusters: ['eu'],
    facts: [
      'selector-evaluated eu matched',
      'selector-evaluated lab failed /matchLabels/env',
      'selector-evaluated us failed /matchLabels/region /matchLabels/env',
    ],
  },
  {
    name: 'no placement takes no cluster',
    own: { placement: { choice: nothingChosen }, rules: lenient },
    clusters: [],
    ifNowhere: ['warning[placement/none] /spec/placement'],
    facts: [
      'placement-absent eu /spec/placement',
      'placement-absent lab /spec/placement',
      'placement-absent us /spec/placement',
    ],
  },
  {
    name: 'a selector beside a list is said to be ignored',
    own: {
      placement: {
        choice: listed('eu'),
        ignored: { requirements: [], origin: at('/spec/placement/clusterSelector') },
      },
    },
    clusters: ['eu'],
    said: ['warning[placement/selector-ignored] /spec/placement/clusterSelector'],
    facts: [
      'cluster-listed eu /spec/placement/clusters/0/name',
      'cluster-not-listed lab /spec/placement/clusters',
      'cluster-not-listed us /spec/placement/clusters',
    ],
  },
  {
    name: 'what the front end explained stays explained',
    own: { placement: { choice: nothingChosen }, rules: { ...strict, isExplained: true } },
    clusters: [],
    ifNowhere: ['error[placement/none] /spec/placement'],
    isExplained: true,
    facts: [
      'placement-absent eu /spec/placement',
      'placement-absent lab /spec/placement',
      'placement-absent us /spec/placement',
    ],
  },
];

describe('choose', () => {
  it.each(rows)('$name', (row) => {
    const decisions = recorder();
    const { value, diagnostics } = choose([resource(row.own)], fleet, decisions);
    expect(value.map(({ clusters }) => clusters)).toEqual([row.clusters]);
    expect(said(diagnostics)).toEqual(row.said ?? []);
    expect(said(value[0]?.ifNowhere ?? [])).toEqual(row.ifNowhere ?? []);
    expect(value[0]?.isExplained).toBe(row.isExplained ?? false);
    expect(value[0]?.limit).toBeUndefined();
    expect(decisions.facts.map(factText)).toEqual(row.facts);
  });

  it('tells how many clusters an ignored selector would have taken', () => {
    const origin = at('/spec/placement/clusterSelector');
    const ignored = { requirements: [], origin };
    const own = resource({ placement: { choice: listed('eu'), ignored } });
    expect(choose([own], fleet, silent).diagnostics[0]?.args).toMatchObject({
      listed: 1,
      selected: ['eu', 'lab', 'us'],
    });
    const unread = resource({ placement: { choice: listed('eu'), ignored: { origin } } });
    expect(choose([unread], fleet, silent).diagnostics[0]?.args).toMatchObject({
      selected: undefined,
    });
  });

  it('says of an inventory without labels that no selector can match', () => {
    const bare = inventory({ eu: {}, us: {} });
    const own = resource({ placement: { choice: labelled({ region: 'eu' }) } });
    const { value } = choose([own], bare, silent);
    expect(said(value[0]?.ifNowhere ?? [])).toEqual([
      'error[placement/selector-matches-nothing] /spec/placement/clusterSelector',
      'note[inventory/no-labels] clusters.yaml#/clusters/0',
    ]);
  });

  it('complains once about a choice that several resources share', () => {
    const choice = listed('moon', 'eu');
    const resources = [resource({ placement: { choice } }), resource({ placement: { choice } })];
    const { value, diagnostics } = choose(resources, fleet, silent);
    expect(value.map(({ clusters }) => clusters)).toEqual([['eu'], ['eu']]);
    expect(diagnostics).toHaveLength(1);
  });

  describe('within a namespace', () => {
    const within = { group: '', kind: 'Namespace', namespace: '', name: 'shop' };
    const inside = resource({ placement: { choice: labelled({}), within } });

    it('brings the clusters of the namespace along as a limit', () => {
      const namespace = resource({ key: within, placement: { choice: listed('eu') } });
      const [, web] = choose([namespace, inside], fleet, silent).value;
      expect(web).toMatchObject({ clusters: ['eu', 'lab', 'us'], isExplained: false });
      expect(web?.limit).toEqual(new Set(['eu']));
    });

    it('adds the clusters of two resources that make the same namespace', () => {
      const first = resource({ key: within, placement: { choice: listed('eu') } });
      const second = resource({ key: within, placement: { choice: listed('us') } });
      const [, , web] = choose([first, second, inside], fleet, silent).value;
      expect(web?.limit).toEqual(new Set(['eu', 'us']));
    });

    it('needs no further explanation where the namespace goes nowhere, or is missing', () => {
      const nowhere = resource({ key: within, placement: { choice: listed() } });
      for (const resources of [[inside], [nowhere, inside]]) {
        const web = choose(resources, fleet, silent).value.at(-1);
        expect(web?.limit).toEqual(new Set());
        expect(web?.isExplained).toBe(true);
      }
    });
  });

  describe('without an inventory', () => {
    it('says so once, and not for each name', () => {
      const resources = [
        resource({ placement: { choice: listed('eu', 'us') } }),
        resource({ placement: { choice: labelled({}) } }),
      ];
      const { value, diagnostics } = choose(resources, inventory({}), silent);
      expect(said(diagnostics)).toEqual(['error[repo/no-inventory] /spec/placement/clusters']);
      expect(diagnostics[0]?.args).toEqual({ placed: 2, names: ['eu', 'us'] });
      expect(value.map(({ clusters, isExplained }) => [clusters, isExplained])).toEqual([
        [[], true],
        [[], true],
      ]);
    });

    it('says nothing if nothing must be placed', () => {
      const resources = [
        resource({ placement: { choice: listed() } }),
        resource({ placement: { choice: nothingChosen } }),
      ];
      expect(choose(resources, inventory({}), silent).diagnostics).toEqual([]);
    });
  });

  it('takes the same clusters for equal selectors only', () => {
    const selectors = [
      { region: 'eu' },
      { region: 'eu', env: 'prod' },
      { env: 'eu' },
      { region: 'us' },
      { region: 'eu' },
      {},
    ];
    const resources = selectors.map((labels) =>
      resource({ placement: { choice: labelled(labels) } }),
    );
    const { value } = choose(resources, fleet, silent);
    expect(value.map(({ clusters }) => clusters.join(' '))).toEqual([
      'eu lab',
      'eu',
      '',
      'us',
      'eu lab',
      'eu lab us',
    ]);
  });
});
