/** Laws of what changes an inventory, on inventories that are written in as many ways as people write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCluster, readNativeInventory } from '../../src/cli/native-inventory.ts';
import { newObject } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { editText } from '../../src/yaml/edit-text.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

type Labels = Readonly<Record<string, string>>;

interface Entry {
  readonly name: string;
  readonly labels: Labels | undefined;
  readonly region: string | undefined;
  readonly style: 'flow' | 'block' | 'mixed';
  readonly comments: readonly [string, string, string];
}

const keys = ['env', 'tier', 'a/b', '__proto__', 'constructor'];
const values = ['prod', 'yes', '1', '', 'x.y', '2026-01-02', 'a#b'];
const labelMap: fc.Arbitrary<Labels> = fc
  .uniqueArray(fc.constantFrom(...keys), { maxLength: 4 })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map(() => fc.constantFrom(...values)))
      .map((texts) => mapOf(chosen.map((key, index) => [key, texts[index] ?? '']))),
  );

const comment = fc.constantFrom('', '', '# note', '# a: b, {c}', "# it's");

const entries = fc
  .uniqueArray(fc.constantFrom('eu-1', 'eu-2', 'us-1', 'ap-1', 'x.y'), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({
          name: fc.constant(name),
          labels: fc.option(labelMap, { nil: undefined }),
          region: fc.option(fc.constantFrom('eu', 'us'), { nil: undefined }),
          style: fc.constantFrom('flow', 'block', 'mixed'),
          comments: fc.tuple(comment, comment, comment),
        }),
      ),
    ),
  ) as fc.Arbitrary<readonly Entry[]>;

const form = fc.record({
  margin: fc.constantFrom('', '  '),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  endsOpen: fc.boolean(),
  head: comment,
  foot: comment,
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

function mapOf(pairs: readonly (readonly [string, string])[]): Labels {
  const map: Record<string, string> = Object.create(null);
  for (const [key, value] of pairs) map[key] = value;
  return map;
}

function quoted(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');
}

/** The lines of an entry, the comment above them first. */
function linesOf({ name, labels, region, style, comments }: Entry, { margin }: Form): string[] {
  const [above, beside, inside] = comments;
  const tail = beside === '' ? '' : ` ${beside}`;
  const lead = above === '' ? [] : [`${margin}${above}`];
  if (style === 'flow') {
    const parts = [
      `name: ${name}`,
      ...(labels === undefined ? [] : [`labels: {${quoted(labels)}}`]),
      ...(region === undefined ? [] : [`region: ${region}`]),
    ];
    return [...lead, `${margin}- {${parts.join(', ')}}${tail}`];
  }
  const inner = `${margin}  `;
  const own = inside === '' ? [] : [`${inner}${inside}`];
  const first = `${margin}- name: ${name}${tail}`;
  const last = region === undefined ? [] : [`${inner}region: ${region}`];
  return [...lead, first, ...own, ...labelLines(labels, style, inner), ...last];
}

function labelLines(labels: Labels | undefined, style: Entry['style'], inner: string): string[] {
  if (labels === undefined) return [];
  const pairs = Object.entries(labels);
  if (style === 'mixed' || pairs.length === 0)
    return [`${inner}labels: ${pairs.length === 0 ? '' : `{${quoted(labels)}}`}`.trimEnd()];
  return [
    `${inner}labels:`,
    ...pairs.map(([key, value]) => `${inner}  ${key}: ${JSON.stringify(value)}`),
  ];
}

interface Written {
  readonly text: string;
  readonly chunks: readonly (readonly string[])[];
}

function write(all: readonly Entry[], how: Form): Written {
  const chunks = all.map((entry) => linesOf(entry, how));
  const head = [
    'apiVersion: fedc/v1alpha1',
    'kind: ClusterInventory',
    `clusters: ${how.head}`.trimEnd(),
  ];
  const lines = [...head, ...chunks.flat(), ...(how.foot === '' ? [] : [how.foot])];
  return { text: join(lines, how), chunks };
}

function join(lines: readonly string[], { lineEnd, endsOpen }: Form): string {
  return lines.join(lineEnd) + (endsOpen ? '' : lineEnd);
}

function edited(text: string, edits: Parameters<typeof editText>[1]): string {
  const result = editText(text, edits);
  if ('refusal' in result) throw new Error(`${result.refusal}:\n${text}`);
  return result.text;
}

function labelsIn(text: string): Readonly<Record<string, Labels>> {
  const { clusters, diagnostics } = readNativeInventory(text, 'a.yaml');
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(
    clusters.map(({ entry: { cluster } }) => [cluster.name, cluster.labels]),
  );
}

function expectSame(actual: object, expected: object): void {
  expect(canonicalJson(actual as never)).toBe(canonicalJson(expected as never));
}

describe('labels', () => {
  test('are afterwards what was asked for, and no other line is other', () => {
    const asked = fc.record({
      set: labelMap,
      removed: fc.uniqueArray(fc.constantFrom(...keys)),
      every: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(entries, form, asked, (all, how, { set, removed, every }) => {
        const { text, chunks } = write(all, how);
        const isMeant = (index: number) => index % every === 0;
        const gone = removed.filter((key) => !(key in set));
        const { clusters } = readNativeInventory(text, 'a.yaml');
        const edits = clusters.flatMap((native, index) => {
          if (!isMeant(index)) return [];
          const labels = newObject();
          for (const [key, value] of Object.entries(set))
            if (native.entry.cluster.labels[key] !== value) labels[key] = value;
          const members = newObject();
          if (Object.keys(labels).length > 0) members['labels'] = labels;
          const own = gone.filter((key) => key in native.entry.cluster.labels);
          return changeCluster(native, { set: members, removedLabels: own });
        });
        const next = edited(text, edits);
        const expected = all.map(({ name, labels = {} }, index) => {
          const kept = Object.entries(labels).filter(([key]) => !gone.includes(key));
          return [
            name,
            isMeant(index)
              ? mapOf([...kept, ...Object.entries(set)])
              : mapOf(Object.entries(labels)),
          ];
        });
        expectSame(labelsIn(next), Object.fromEntries(expected));
        for (const [index, lines] of chunks.entries())
          if (!isMeant(index)) expect(next).toContain(lines.join(how.lineEnd));
        for (const each of text.match(/# .*/g) ?? []) expect(next).toContain(each.trimEnd());
        if (edits.length === 0) expect(next).toBe(text);
      }),
    );
  });
});

describe('clusters', () => {
  test('are gone with their lines, and nothing else is', () => {
    fc.assert(
      fc.property(
        entries,
        form,
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (all, how, picks) => {
          const { text } = write(all, how);
          const { clusters } = readNativeInventory(text, 'a.yaml');
          const [first] = clusters;
          const remove = all.flatMap((_, index) => (picks[index] === true ? [index] : []));
          if (first === undefined || remove.length === 0 || remove.length === all.length) return;
          const next = edited(text, [{ kind: 'change-items', at: first.list, add: [], remove }]);
          // The comment above an entry may speak of more than it.
          const lines = write(all, how).chunks.flatMap((chunk, index) => {
            if (!remove.includes(index)) return chunk;
            return chunk.slice(0, 1).filter((line) => line.trim().startsWith('#'));
          });
          const head = text.split(how.lineEnd).slice(0, 3);
          const foot = how.foot === '' ? [] : [how.foot];
          expect(next).toBe(join([...head, ...lines, ...foot], how));
        },
      ),
    );
  });

  test('come last, and are read as they were meant', () => {
    fc.assert(
      fc.property(entries, form, labelMap, (all, how, labels) => {
        const { text } = write(all, how);
        const { clusters } = readNativeInventory(text, 'a.yaml');
        const [first] = clusters;
        if (first === undefined) return;
        const entry = newObject();
        entry['name'] = 'new';
        entry['labels'] = Object.assign(newObject(), labels);
        const next = edited(text, [
          { kind: 'change-items', at: first.list, add: [entry], remove: [] },
        ]);
        expectSame(labelsIn(next), { ...labelsIn(text), new: labels });
        const lines = next.split(how.lineEnd);
        for (const line of text.split(how.lineEnd)) expect(lines).toContain(line);
        expect(parseYaml(next).diagnostics).toEqual([]);
      }),
    );
  });
});
