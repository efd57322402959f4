import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { recorder, silent } from '../../src/model/decisions.ts';
import { narrow } from '../../src/stages/narrow.ts';
import { at, factText, lenient, listed, placed, said, strict } from './resources.ts';

const noPlacement = diagnose(
  'placement/none',
  at('/spec/placement'),
  { title: 'FederatedDeployment shop/web', reason: 'it has no placement' },
  { severity: 'warning' },
);

interface Row {
  readonly name: string;
  readonly item: ReturnType<typeof placed>;
  readonly clusters: readonly string[];
  readonly said?: readonly string[];
  readonly facts?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'without a limit all clusters stay',
    item: placed({}, ['eu', 'us']),
    clusters: ['eu', 'us'],
  },
  {
    name: 'a limit that allows all of them changes nothing and says nothing',
    item: placed({}, ['eu', 'us'], { limit: new Set(['us', 'eu', 'lab']) }),
    clusters: ['eu', 'us'],
  },
  {
    name: 'clusters outside the limit go, with a note',
    item: placed({ placement: { choice: listed('eu', 'us') } }, ['eu', 'us'], {
      limit: new Set(['us', 'lab']),
    }),
    clusters: ['us'],
    said: ['note[placement/namespace-narrows] /spec/placement/clusters'],
    facts: ['namespace-narrowed eu shop'],
  },
  {
    name: 'an object that loses its last cluster is one report: it goes nowhere',
    item: placed({ placement: { choice: listed('eu') }, rules: strict }, ['eu'], {
      limit: new Set(['us']),
    }),
    clusters: [],
    said: ['error[placement/none] /spec/placement/clusters'],
    facts: ['namespace-narrowed eu shop'],
  },
  {
    name: 'the rules of the resource say how bad it is to go nowhere',
    item: placed({ placement: { choice: listed('eu') }, rules: lenient }, ['eu'], {
      limit: new Set(['us']),
    }),
    clusters: [],
    said: ['warning[placement/none] /spec/placement/clusters'],
    facts: ['namespace-narrowed eu shop'],
  },
  {
    name: 'a namespace that is nowhere on purpose takes what it contains along, with a note only',
    item: placed({ placement: { choice: listed('eu') } }, ['eu'], {
      limit: new Set(),
      isExplained: true,
    }),
    clusters: [],
    said: ['note[placement/namespace-narrows] /spec/placement/clusters'],
    facts: ['namespace-narrowed eu shop'],
  },
  {
    name: 'what the front end explained is not said again',
    item: placed({ rules: { ...strict, isExplained: true } }, ['eu'], {
      limit: new Set(),
      isExplained: true,
    }),
    clusters: [],
    facts: ['namespace-narrowed eu shop'],
  },
  {
    name: 'an object whose own choice takes nothing says what choosing found',
    item: placed({}, [], { ifNowhere: [noPlacement] }),
    clusters: [],
    said: ['warning[placement/none] /spec/placement'],
  },
  {
    name: 'an object that goes nowhere on purpose says nothing',
    item: placed({}, [], { ifNowhere: [noPlacement], isExplained: true }),
    clusters: [],
  },
];

describe('narrow', () => {
  it.each(rows)('$name', (row) => {
    const decisions = recorder();
    const { value, diagnostics } = narrow([row.item], decisions);
    expect(value.map(({ clusters }) => clusters)).toEqual([row.clusters]);
    expect(said(diagnostics)).toEqual(row.said ?? []);
    expect(decisions.facts.map(factText)).toEqual(row.facts ?? []);
  });

  it('makes one note for all objects of a namespace', () => {
    const limit = new Set(['us']);
    const items = [
      placed({ title: 'FederatedDeployment shop/web' }, ['eu', 'us'], { limit }),
      placed({ title: 'FederatedService shop/web' }, ['lab', 'us'], { limit }),
    ];
    const { diagnostics } = narrow(items, silent);
    expect(diagnostics.map(({ args }) => args)).toEqual([
      {
        namespace: 'shop',
        objects: ['FederatedDeployment shop/web', 'FederatedService shop/web'],
        dropped: ['eu', 'lab'],
      },
    ]);
  });
});
