import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJson } from '../../src/model/print-json.ts';
import { compareFleets } from '../../src/reports/compare-fleets.ts';
import { fieldPathText } from '../../src/reports/field-path.ts';
import { groupChanges } from '../../src/reports/group-changes.ts';
import { renderDiffJson } from '../../src/reports/render-diff-json.ts';
import { renderDiffMarkdown } from '../../src/reports/render-diff-markdown.ts';
import { renderDiffPatch } from '../../src/reports/render-diff-patch.ts';
import { renderDiffText } from '../../src/reports/render-diff-text.ts';
import { renderDiffUnified } from '../../src/reports/render-diff-unified.ts';
import { compared, configMap, deployment, digest, placed } from './differences.ts';

const renderers = [
  renderDiffText,
  renderDiffMarkdown,
  renderDiffJson,
  renderDiffPatch,
  renderDiffUnified,
];

describe('compareFleets', () => {
  it('finds nothing in equal fleets, whichever objects they are made of', () => {
    const one = placed(['eu-1', 'eu-2'], deployment('web', 'a'));
    const other = placed(['eu-2', 'eu-1'], deployment('web', 'a'));
    expect(compared(one, other)).toEqual({ differences: [], unchanged: 2 });
  });

  it('matches by identity, not by path', () => {
    const old = placed(['eu-1'], configMap('a', {})).map((each) => ({
      ...each,
      path: 'elsewhere',
    }));
    expect(compared(old, placed(['eu-1'], configMap('a', {}))).differences).toEqual([]);
  });

  it('gives each distinct difference once, with its places', () => {
    const clusters = ['eu-2', 'eu-1'];
    const { differences } = compared(
      [...placed(clusters, configMap('a', { x: '1' })), ...placed(['eu-1'], configMap('b', {}))],
      [...placed(clusters, configMap('a', { x: '2' })), ...placed(['eu-2'], configMap('c', {}))],
    );
    const shown = differences.map(({ kind, key, places }) => [
      kind,
      key.name,
      places.map(({ cluster }) => cluster),
    ]);
    expect(shown).toEqual([
      ['changed', 'a', ['eu-1', 'eu-2']],
      ['deleted', 'b', ['eu-1']],
      ['created', 'c', ['eu-2']],
    ]);
  });
});

const data = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
const objects = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('x', 'y', 'z'),
    cluster: fc.constantFrom('eu-1', 'eu-2', 'us-1'),
    data,
  }),
  { selector: ({ name, cluster }) => `${name} ${cluster}`, maxLength: 9 },
);
const fleet = objects.map((all) =>
  all.flatMap((each) => placed([each.cluster], configMap(each.name, each.data))),
);

describe('groupChanges', () => {
  it('loses no change, and repeats none', () => {
    fc.assert(
      fc.property(fleet, fleet, (old, next) => {
        const { differences } = compared(old, next);
        const single = differences.flatMap((difference) =>
          difference.places.flatMap(({ cluster }) =>
            (difference.kind === 'changed' ? difference.fields : [undefined]).map((field) =>
              changeText(difference.kind, difference.key.name, cluster, field),
            ),
          ),
        );
        const grouped = groupChanges(differences).flatMap(({ kind, objects: all, fields }) =>
          all.flatMap(({ key, clusters }) =>
            clusters.flatMap((cluster) =>
              (kind === 'changed' ? fields : [undefined]).map((field) =>
                changeText(kind, key.name, cluster, field),
              ),
            ),
          ),
        );
        expect(grouped.sort()).toEqual(single.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('shows a change once where other fields differ from cluster to cluster', () => {
    const clusters = ['eu-1', 'eu-2', 'eu-3'];
    const fleetOf = (image: string, more: number) =>
      clusters.flatMap((cluster, index) =>
        placed([cluster], deployment('web', image, index + more)),
      );
    const groups = groupChanges(compared(fleetOf('a', 1), fleetOf('b', 5)).differences);
    expect(
      groups.map(({ objects: [first], fields }) => [
        first?.clusters,
        fields.map(({ path }) => fieldPathText(path)),
      ]),
    ).toEqual([
      [clusters, ['spec.template.spec.containers[name=web].image']],
      [['eu-1'], ['spec.replicas']],
      [['eu-2'], ['spec.replicas']],
      [['eu-3'], ['spec.replicas']],
    ]);
  });
});

function changeText(kind: string, name: string, cluster: string, field: unknown): string {
  return [kind, name, cluster, field === undefined ? '' : printJson(field)].join(' ');
}

describe('secrets', () => {
  const value = fc.stringMatching(/^[a-zA-Z0-9+/=]{12,40}$/);
  const secret = (values: Readonly<Record<string, string>>, copied: string, field: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'login',
      namespace: 'shop',
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': copied,
        'kapp.k14s.io/original': copied,
      },
    },
    [field]: values,
  });

  it('are in no form of the output', () => {
    const values = fc.tuple(value, value, value);
    const field = fc.constantFrom('data', 'stringData');
    fc.assert(
      fc.property(values, values, field, (before, after, name) => {
        const [one, two, three] = before;
        const [four, five, six] = after;
        const difference = compared(
          [
            ...placed(['eu-1', 'eu-2'], secret({ a: one, b: two }, three, name)),
            ...placed(['eu-3'], secret({ a: one }, two, name)),
          ],
          [
            ...placed(['eu-1', 'eu-2'], secret({ a: four, c: five }, six, name)),
            ...placed(['eu-4'], secret({ a: four }, five, name)),
          ],
        );
        const report = { difference, against: 'rendered', notes: [] };
        const texts = renderers.map((render) => render(report)).join('\n');
        for (const each of [...before, ...after]) expect(texts).not.toContain(each);
        expect(texts).toContain('(sha256:');
      }),
      { numRuns: 100 },
    );
  });

  it('differ after masking if they differ before, even where the short digests are equal', () => {
    const old = placed(['eu-1'], secret({ a: 'one' }, '', 'data'));
    const next = placed(['eu-1'], secret({ a: 'two' }, '', 'data'));
    const { differences } = compareFleets(old, next, {
      digest: (text) => `00000000${digest(text)}`.slice(0, 64),
    });
    expect(differences).toHaveLength(1);
  });

  it('of a FederatedSecret are masked in its template and its overrides', () => {
    const federated = {
      apiVersion: 'types.kubefed.io/v1beta1',
      kind: 'FederatedSecret',
      metadata: { name: 'login', namespace: 'shop' },
      spec: {
        template: { data: { a: 'bXkgc2VjcmV0' } },
        overrides: [
          { clusterName: 'eu-1', clusterOverrides: [{ path: '/data/a', value: 'b3RoZXIgb25l' }] },
        ],
      },
    };
    const difference = compared([], placed(['eu-1'], federated));
    const text = renderDiffJson({ difference, against: 'x', notes: [] });
    const patch = renderDiffPatch({ difference, against: 'x', notes: [] });
    expect(text + patch).not.toMatch(/bXkgc2VjcmV0|b3RoZXIgb25l/);
  });
});
