/** Whoever follows the advice of why-not gets what was promised, whatever the repository. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { requirementMatches } from '../../src/kube/label-selector.ts';
import { recorder } from '../../src/model/decisions.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { keyText, type ObjectKey } from '../../src/model/kube-object.ts';
import { explainPlacement, type ObjectExplanation } from '../../src/reports/explain-placement.ts';
import { type Change, suggestChanges } from '../../src/reports/suggest-changes.ts';
import { applyChanges } from './apply-changes.ts';
import type { ModelInput } from './model/compile-model.ts';
import type { ModelDocument } from './model/documents.ts';
import { repositoriesIn } from './model/generate.ts';
import { printFiles } from './model/print-repository.ts';
import { configDocument } from './model/rows.ts';
import { jsonText } from './model/values.ts';

interface Explained {
  readonly objects: readonly ObjectExplanation[];
  readonly isBroken: boolean;
  readonly result: ReturnType<typeof compile>;
}

function explainAll(documents: readonly ModelDocument[], input: ModelInput): Explained {
  const config = documents.find(({ path }) => path === 'fedc.yaml');
  const sources = documents.filter(({ path }) => path !== 'fedc.yaml');
  const decisions = recorder();
  const result = compile({
    files: printFiles({ ...input, documents: [...sources] }),
    config: { path: 'fedc.yaml', text: jsonText(config!.value) },
    decisions,
  });
  const objects = explainPlacement({ ...result, facts: decisions.facts });
  return {
    objects,
    result,
    isBroken: result.diagnostics.some((each) => each.severity === 'error'),
  };
}

interface Suggestion {
  readonly object: ObjectExplanation;
  readonly cluster: string;
  readonly ways: readonly (readonly Change[])[];
}

function suggestions({ objects, result }: Explained): Suggestion[] {
  const limits = groupBy(objects, ({ key }) => keyText(key));
  return objects.flatMap((object) =>
    object.clusters
      .filter(({ isKnown, isPlaced }) => isKnown && !isPlaced)
      .map((row) => {
        const cluster = result.inventory.clusters.find(({ name }) => name === row.cluster)!;
        const input = { object, row, cluster, limits, matches: requirementMatches };
        return { object, cluster: row.cluster, ways: suggestChanges(input) };
      }),
  );
}

/** An override that was never tried before may fail there; the object is meant to go there all the same. */
function goesThere({ object, cluster }: Suggestion, after: Explained): boolean {
  return after.objects
    .filter(
      ({ key, origin }) =>
        keyText(key) === keyText(object.key) && origin.file === object.origin.file,
    )
    .some(({ clusters }) =>
      clusters.some(
        (row) => row.cluster === cluster && (row.isPlaced || row.because.kind === 'override'),
      ),
    );
}

/** Every cluster of one repository would repeat much: some from all over it do. */
function someOf(all: readonly Suggestion[], most = 5): readonly Suggestion[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % step === 0).slice(0, most);
}

const tally = { tried: 0, kinds: new Map<string, number>() };

function failures(input: ModelInput): string[] {
  const config = { path: 'fedc.yaml', value: configDocument(input.config) };
  const documents = [...input.documents, config];
  const before = explainAll(documents, input);
  if (before.isBroken) return [];
  return someOf(suggestions(before)).flatMap((suggestion) =>
    suggestion.ways
      .filter((way) => way.every(({ kind }) => kind !== 'mend'))
      .flatMap((way) => {
        tally.tried += 1;
        for (const { kind } of way) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
        const after = explainAll(applyChanges(documents, way), input);
        if (goesThere(suggestion, after)) return [];
        return [describeFailure(suggestion, way, after, documents)];
      }),
  );
}

function describeFailure(
  { object, cluster }: Suggestion,
  way: readonly Change[],
  after: Explained,
  documents: readonly ModelDocument[],
): string {
  const rows = after.objects
    .filter(({ key }) => keyText(key) === keyText(object.key))
    .flatMap(({ clusters }) => clusters.filter((row) => row.cluster === cluster))
    .map(({ rules }) => rules.map(({ kind, verdict, reason }) => `${kind} ${verdict} ${reason}`));
  const changes = way.map((change) => `${change.kind} ${change.at.file}${change.at.pointer}`);
  const files = documents.map(({ path, value }) => `--- ${path}\n${jsonText(value)}`);
  return [keyText(object.key), cluster, ...changes, 'then:', ...rows.flat(), ...files].join('\n');
}

/** What the rules say and what was compiled, where they differ. */
function contradictions(input: ModelInput): string[] {
  const config = { path: 'fedc.yaml', value: configDocument(input.config) };
  const { objects, result, isBroken } = explainAll([...input.documents, config], input);
  if (isBroken) return [];
  const placed = objects.flatMap(({ key, clusters }) =>
    clusters.filter(({ isPlaced }) => isPlaced).map((row) => `${row.cluster} ${nameText(key)}`),
  );
  const written = result.manifests.flatMap(({ key, clusters }) =>
    clusters.map((cluster) => `${cluster} ${nameText(key)}`),
  );
  const unexplained = objects.flatMap(({ key, clusters }) =>
    clusters
      .filter(({ because }) => because.kind === 'override')
      .map((row) => `${row.cluster} ${nameText(key)} is taken by every rule`),
  );
  const differences = [
    ...placed.filter((text) => !written.includes(text)),
    ...written.filter((text) => !placed.includes(text)),
  ];
  return [...differences, ...unexplained];
}

/** An override may change the group. */
function nameText({ kind, namespace, name }: ObjectKey): string {
  return `${kind} ${namespace}/${name}`;
}

describe('the rules that explain shows', () => {
  test('say the same as what is compiled', () => {
    fc.assert(
      fc.property(repositoriesIn('calm', 'wild'), (input) => {
        expect(contradictions(input)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the changes that why-not suggests', () => {
  test('bring the object to the cluster', () => {
    fc.assert(
      fc.property(repositoriesIn('calm'), (input) => {
        expect(failures(input).slice(0, 1)).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(tally.tried).toBeGreaterThan(100);
    expect([...tally.kinds.keys()].sort()).toEqual(['federate', 'label', 'list', 'relax']);
  });
});
