import { describe, expect, it } from 'vitest';
import {
  type PlacementRules,
  readPlacement,
  readSelectorOnly,
} from '../../../src/frontends/kubefed/placement.ts';
import type { ClusterChoice } from '../../../src/model/federated-resource.ts';
import { jsonValue } from '../../json-value.ts';
import { at, said } from '../../stages/resources.ts';

const origin = at('/spec/placement');
const asGitops: PlacementRules = { readsIgnoredSelector: true, acceptsClusterNames: true };
const asController: PlacementRules = { readsIgnoredSelector: false, acceptsClusterNames: false };

/** `names eu us`, `selector region In eu`, `none`, and where it stands. */
function choiceText(choice: ClusterChoice): string {
  const place = choice.origin.pointer.replace('/spec/placement', '');
  switch (choice.kind) {
    case 'names':
      return `names ${choice.names.map(({ value }) => value).join(' ')} at ${place}`;
    case 'selector': {
      const texts = choice.requirements.map(({ key, operator, values }) =>
        [key, operator, ...values].join(' '),
      );
      return `selector ${texts.join(', ')} at ${place}`;
    }
    case 'none':
      return `none at ${place}`;
  }
}

const invalid = { matchExpressions: [{ key: 'env', operator: 'Gt', values: ['1'] }] };
const selector = { matchLabels: { env: 'prod' } };
const operatorAt = '/spec/placement/clusterSelector/matchExpressions/0/operator';

interface Row {
  readonly name: string;
  readonly placement: unknown;
  readonly rules?: PlacementRules;
  readonly choice: string;
  readonly said?: readonly string[];
  readonly ignores?: boolean;
  readonly isSound?: boolean;
}

const rows: readonly Row[] = [
  { name: 'no placement chooses nothing', placement: undefined, choice: 'none at ' },
  { name: 'a null placement counts as absent', placement: null, choice: 'none at ' },
  { name: 'an empty placement chooses nothing', placement: {}, choice: 'none at ' },
  {
    name: 'null parts count as absent',
    placement: { clusters: null, clusterSelector: null },
    choice: 'none at ',
  },
  {
    name: 'a list chooses the names in it',
    placement: { clusters: [{ name: 'eu' }, { name: 'us' }] },
    choice: 'names eu us at /clusters',
  },
  {
    name: 'an empty clusters list selects no cluster, even with a selector beside it',
    placement: { clusters: [], clusterSelector: {} },
    choice: 'names  at /clusters',
    ignores: true,
  },
  {
    name: 'a list wins over a selector',
    placement: { clusters: [{ name: 'eu' }], clusterSelector: selector },
    choice: 'names eu at /clusters',
    ignores: true,
  },
  {
    name: 'a null list leaves the choice to the selector',
    placement: { clusters: null, clusterSelector: selector },
    choice: 'selector env In prod at /clusterSelector',
  },
  {
    name: 'a null selector beside a list is not there',
    placement: { clusters: [{ name: 'eu' }], clusterSelector: null },
    choice: 'names eu at /clusters',
  },
  {
    name: 'an empty selector has no requirements, so it takes every cluster',
    placement: { clusterSelector: {} },
    choice: 'selector  at /clusterSelector',
  },
  {
    name: 'a selector of empty parts has no requirements either',
    placement: { clusterSelector: { matchLabels: {}, matchExpressions: [] } },
    choice: 'selector  at /clusterSelector',
  },
  {
    name: 'a selector of null parts has no requirements either',
    placement: { clusterSelector: { matchLabels: null, matchExpressions: null } },
    choice: 'selector  at /clusterSelector',
  },
  {
    name: 'labels and expressions are all requirements',
    placement: {
      clusterSelector: {
        matchLabels: { env: 'prod' },
        matchExpressions: [
          { key: 'region', operator: 'NotIn', values: ['us', 'eu'] },
          { key: 'edge', operator: 'DoesNotExist' },
        ],
      },
    },
    choice: 'selector env In prod, region NotIn us eu, edge DoesNotExist at /clusterSelector',
  },
  {
    name: 'an unknown operator is an error, and nothing is known about the choice',
    placement: { clusterSelector: invalid },
    choice: 'none at /clusterSelector',
    said: [`error[placement/invalid-selector] ${operatorAt}`],
    isSound: false,
  },
  {
    name: 'operators are case-sensitive',
    placement: {
      clusterSelector: { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] },
    },
    choice: 'none at /clusterSelector',
    said: [`error[placement/invalid-selector] ${operatorAt}`],
    isSound: false,
  },
  {
    name: 'In needs values',
    placement: { clusterSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
    choice: 'none at /clusterSelector',
    said: ['error[placement/invalid-selector] /spec/placement/clusterSelector/matchExpressions/0'],
    isSound: false,
  },
  {
    name: 'Exists takes no values',
    placement: {
      clusterSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
    },
    choice: 'none at /clusterSelector',
    said: [
      'error[placement/invalid-selector] /spec/placement/clusterSelector/matchExpressions/0/values',
    ],
    isSound: false,
  },
  {
    name: 'a label value of more than 63 characters is an error',
    placement: { clusterSelector: { matchLabels: { a: 'b'.repeat(64) } } },
    choice: 'none at /clusterSelector',
    said: ['error[placement/invalid-selector] /spec/placement/clusterSelector/matchLabels/a'],
    isSound: false,
  },
  {
    name: 'an invalid selector beside a list is an error in gitops',
    placement: { clusters: [{ name: 'eu' }], clusterSelector: invalid },
    choice: 'names eu at /clusters',
    said: [`error[placement/invalid-selector] ${operatorAt}`],
    isSound: false,
  },
  {
    name: 'an invalid selector beside a list is harmless to the controller',
    placement: { clusters: [{ name: 'eu' }], clusterSelector: invalid },
    rules: asController,
    choice: 'names eu at /clusters',
    ignores: true,
  },
  {
    name: 'unknown members of a selector are pruned, and reported with all other unknown fields',
    placement: { clusterSelector: { ...selector, matchField: {} } },
    choice: 'selector env In prod at /clusterSelector',
  },
  {
    name: 'clusterNames is the list it used to be',
    placement: { clusterNames: ['eu', 'us'] },
    choice: 'names eu us at /clusterNames',
  },
  {
    name: 'clusters wins over clusterNames',
    placement: { clusters: [{ name: 'eu' }], clusterNames: ['us'] },
    choice: 'names eu at /clusters',
  },
  {
    name: 'clusterNames is nothing where old shapes are refused',
    placement: { clusterNames: ['eu'] },
    rules: asController,
    choice: 'none at ',
  },
];

describe('readPlacement', () => {
  it.each(rows)('$name', (row) => {
    const placement = row.placement === undefined ? undefined : jsonValue(row.placement);
    const { value, diagnostics } = readPlacement(placement, origin, row.rules ?? asGitops);
    expect(choiceText(value.choice)).toBe(row.choice);
    expect(said(diagnostics)).toEqual(row.said ?? []);
    expect(value.ignored !== undefined).toBe(row.ignores ?? false);
    expect(value.isSound).toBe(row.isSound ?? true);
  });

  it('knows where each name stands', () => {
    const placement = jsonValue({ clusters: [{ name: 'eu' }, {}, { name: 'us' }] });
    const { choice } = readPlacement(placement, origin, asGitops).value;
    expect(choice.kind === 'names' && choice.names.map((name) => name.origin.pointer)).toEqual([
      '/spec/placement/clusters/0/name',
      '/spec/placement/clusters/2/name',
    ]);
  });

  it('keeps what an ignored selector would have asked for, if it can be read', () => {
    const read = (clusterSelector: object) =>
      readPlacement(jsonValue({ clusters: [], clusterSelector }), origin, asController).value;
    expect(read(selector).ignored?.requirements).toHaveLength(1);
    expect(read(invalid).ignored?.requirements).toBeUndefined();
  });
});

describe('readSelectorOnly', () => {
  it.each([
    ['a list', { clusters: [{ name: 'eu' }] }, 'none at '],
    [
      'a list beside a selector',
      { clusters: [], clusterSelector: selector },
      'selector env In prod at /clusterSelector',
    ],
    ['nothing', undefined, 'none at '],
  ])('of %s looks at the selector alone', (_, placement, expected) => {
    const value = placement === undefined ? undefined : jsonValue(placement);
    expect(choiceText(readSelectorOnly(value, origin))).toBe(expected);
  });
});
