/** Laws of `fedc fix`, on objects with slips that are written in as many ways as people write YAML. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RepairedSources, repairSources } from '../../src/cli/repair-sources.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

/** How one text is written; `picks` decides what is left open, one number after the other. */
interface Style {
  readonly margin: number;
  readonly step: number;
  readonly isSequenceIndented: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly endsOpen: boolean;
  readonly picks: readonly number[];
}

const style: fc.Arbitrary<Style> = fc.record({
  margin: fc.constantFrom(0, 0, 0, 3),
  step: fc.integer({ min: 2, max: 4 }),
  isSequenceIndented: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  endsOpen: fc.boolean(),
  picks: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
});

/** The slips that one object can have. */
const slips = fc.record({
  placement: fc.constantFrom('right', 'misplaced', 'misspelt', 'names', 'misplaced names'),
  overrides: fc.constantFrom('right', 'misplaced', 'absent'),
  path: fc.constantFrom('/data/a', 'data.a', 'data/a', '/metadata/labels/example.com/team'),
  cluster: fc.constantFrom('eu-1', 'eu1', 'eu-l', 'EU-1'),
  group: fc.constantFrom('types.kubefed.io', 'types.kubefed.k8s.io'),
  spec: fc.constantFrom('first', 'last'),
});
type Slips = typeof slips extends fc.Arbitrary<infer T> ? T : never;

function objectOf({ placement, overrides, path, cluster, group, spec }: Slips): Value {
  const names = placement.includes('names');
  const placed: Value = names
    ? { clusterNames: [cluster, 'us-1'] }
    : { clusters: [{ name: cluster }, { name: 'us-1' }] };
  const edits: Value = [{ clusterName: cluster, clusterOverrides: [{ path, value: 'z' }] }];
  const template = {
    metadata: { labels: { 'example.com/team': 'web' } },
    data: { a: 'x', text: 'one\n  two\n\nthree\n' },
  };
  const isInSpec = !placement.startsWith('misplaced');
  const inner: Value = {
    template,
    ...(isInSpec ? { [placement === 'misspelt' ? 'placment' : 'placement']: placed } : {}),
    ...(overrides === 'right' ? { overrides: edits } : {}),
  };
  const beside: Value = {
    ...(isInSpec ? {} : { placement: placed }),
    ...(overrides === 'misplaced' ? { overrides: edits } : {}),
  };
  const head = {
    apiVersion: `${group}/v1beta1`,
    kind: 'FederatedConfigMap',
    metadata: { name: 'web', namespace: 'shop' },
  };
  return spec === 'first'
    ? { ...head, spec: inner, ...beside }
    : { ...head, ...beside, spec: inner };
}

/** Block style with comments, blank lines, quotes and small collections in braces, as the picks say. */
function print(
  value: Value,
  { margin, step, isSequenceIndented, lineEnd, endsOpen, picks }: Style,
) {
  let used = 0;
  let comments = 0;
  const lines: string[] = [];
  const pick = () => picks[used++ % picks.length] ?? 0;
  const comment = () => {
    comments += 1;
    return `# c${comments}`;
  };
  const beside = () => (pick() < 15 ? ` ${comment()}` : '');
  const scalar = (text: string | number) => {
    if (typeof text === 'number') return String(text);
    const choice = pick();
    return choice < 70 ? text : choice < 85 ? `'${text}'` : `"${text}"`;
  };
  const flow = (each: Value): string => {
    if (typeof each !== 'object') return scalar(each);
    if (Array.isArray(each)) return `[${each.map(flow).join(', ')}]`;
    return `{${Object.entries(each)
      .map(([key, member]) => `${key}: ${flow(member)}`)
      .join(', ')}}`;
  };
  const isSmall = (each: Value) => !printed(each).includes('\\n') && printed(each).length < 90;
  const block = (each: Value, column: number, first: string): void => {
    const pad = ' '.repeat(column);
    if (Array.isArray(each)) {
      for (const [index, item] of each.entries())
        member(item, column + 2, `${index === 0 ? first : pad}- `, '');
      return;
    }
    for (const [index, [key, item]] of Object.entries(each as object).entries()) {
      const start = index === 0 ? first : pad;
      if (start === pad && pick() < 12) lines.push(`${pad}${comment()}`);
      if (start === pad && pick() < 8) lines.push('');
      member(item, column, start, key);
    }
  };
  const member = (item: Value, column: number, start: string, key: string): void => {
    const head = key === '' ? start : `${start}${key}:`;
    const gap = key === '' ? '' : ' ';
    if (typeof item === 'string' && item.includes('\n')) {
      const inner = ' '.repeat(column + step);
      const content = item.replace(/\n$/, '').split('\n');
      lines.push(
        `${head}${gap}|${beside()}`,
        ...content.map((line) => (line === '' ? '' : inner + line)),
      );
    } else if (typeof item !== 'object' || (isSmall(item) && pick() < 40)) {
      lines.push(`${head}${gap}${flow(item)}${beside()}`);
    } else if (key === '') {
      block(item, column, start);
    } else {
      lines.push(`${head}${beside()}`);
      const shift = Array.isArray(item) && !isSequenceIndented ? 0 : step;
      block(item, column + shift, ' '.repeat(column + shift));
    }
  };
  block(value, margin, ' '.repeat(margin));
  return lines.join(lineEnd) + (endsOpen ? '' : lineEnd);
}

function printed(value: Value): string {
  return JSON.stringify(value);
}

const inventory = {
  path: 'clusters.yaml',
  text: 'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters: [{name: eu-1}, {name: us-1}]\n',
};

function repair(text: string): RepairedSources {
  return repairSources(
    { files: [inventory, { path: 'web.yaml', text }] },
    {
      wanted: (diagnostic) =>
        diagnostic.fix === undefined ? undefined : { ...diagnostic, fix: diagnostic.fix },
      refuseFile: () => undefined,
    },
  );
}

const linesOf = (text: string) => text.split(/\r?\n/);
const commentsOf = (text: string) => (text.match(/# c\d+/g) ?? []).sort();

describe('fedc fix', () => {
  const written = fc.tuple(slips, style).map(([slip, how]) => print(objectOf(slip), how));

  test('the printer of this test prints YAML', () => {
    fc.assert(
      fc.property(slips, style, (slip, how) => {
        const { documents, diagnostics } = parseYaml(print(objectOf(slip), how));
        expect(diagnostics).toEqual([]);
        expect(JSON.parse(JSON.stringify(documents[0]?.value))).toEqual(objectOf(slip));
      }),
      { numRuns: 100 },
    );
  });

  test('leaves an object that compiles as its author meant', () => {
    fc.assert(
      fc.property(slips, style, (slip, how) => {
        const { refused, result } = repair(print(objectOf(slip), how));
        // What is refused is refused because of its form, and said.
        fc.pre(refused.length === 0);
        expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const clusters = result.manifests.flatMap((variant) => variant.clusters);
        expect(clusters.sort()).toEqual(['eu-1', 'us-1']);
      }),
      { numRuns: 200 },
    );
  });

  test('refuses hardly anything', () => {
    const refusals = fc
      .sample(written, 200)
      .flatMap((text) => repair(text).refused.map(({ reason }) => reason));
    expect([...new Set(refusals)].filter((reason) => !/between braces/.test(reason))).toEqual([]);
    expect(refusals.length).toBeLessThan(20);
  });

  test('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = repair(text).texts.get('web.yaml') ?? text;
        expect(repair(once).texts.get('web.yaml')).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('keeps every comment, every other line and the line ends', () => {
    fc.assert(
      fc.property(written, (text) => {
        const fixed = repair(text).texts.get('web.yaml') ?? text;
        expect(commentsOf(fixed)).toEqual(commentsOf(text));
        expect(/\r?\n$/.exec(fixed)?.[0]).toBe(/\r?\n$/.exec(text)?.[0]);
        expect(fixed.includes('\r')).toBe(text.includes('\r'));
        const slip =
          /placement|placment|clusters|clusterNames?|overrides|clusterOverrides|name:|path:|value:|apiVersion|eu-?[1l]|us-1/i;
        const untouched = linesOf(text).filter(
          (line) => !slip.test(line) && !/^\s*(#|$|- )/.test(line),
        );
        const left = linesOf(fixed);
        expect(untouched.filter((line) => !left.includes(line))).toEqual([]);
        const trimmed = (lines: readonly string[]) =>
          lines
            .map((line) => line.trim())
            .filter((line) => line !== '')
            .sort();
        expect(trimmed(left.filter((line) => !slip.test(line)))).toEqual(
          trimmed(linesOf(text).filter((line) => !slip.test(line))),
        );
      }),
      { numRuns: 150 },
    );
  });
});
