import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/kube-object.ts';
import { renderDiffMarkdown } from '../../src/reports/render-diff-markdown.ts';
import { renderDiffPatch } from '../../src/reports/render-diff-patch.ts';
import { renderDiffText } from '../../src/reports/render-diff-text.ts';
import { withoutServerFields } from '../../src/reports/server-fields.ts';
import { jsonValue } from '../json-value.ts';
import { clusterNames, compared, configMap, deployment, placed } from './differences.ts';

type Objects = ReturnType<typeof placed>;

function textOf(old: Objects, next: Objects): string {
  return renderDiffText({ difference: compared(old, next), against: 'rendered', notes: [] });
}

function markdownOf(old: Objects, next: Objects): string {
  return renderDiffMarkdown({ difference: compared(old, next), against: 'main', notes: [] });
}

/** The lines below the head. */
function changesIn(text: string): string {
  return text.split('\n').slice(5).join('\n');
}

describe('renderDiffText', () => {
  it('shows one change of many objects once, and names some of them', () => {
    const names = Array.from({ length: 12 }, (_, index) => `web-${index}`);
    const old = names.flatMap((name) => placed(clusterNames(3), configMap(name, { a: '1' })));
    const next = names.flatMap((name) => placed(clusterNames(3), configMap(name, { a: '2' })));
    const text = textOf(old, next);
    expect(text).toContain('changed  36 objects in 3 clusters\n');
    expect(text).toContain('~ ConfigMap shop/web-0\n');
    expect(text).toContain(`~ ... and 2 more objects
  changed in 3 clusters: eu-1, eu-2, eu-3
    data.a
      - "1"
      + "2"
`);
  });

  it('shows which clusters each object is changed in where they differ', () => {
    const old = [
      ...placed(['eu-1'], configMap('a', { x: '1' })),
      ...placed(['eu-2'], configMap('b', { x: '1' })),
    ];
    const next = [
      ...placed(['eu-1'], configMap('a', { x: '2' })),
      ...placed(['eu-2'], configMap('b', { x: '2' })),
    ];
    expect(changesIn(textOf(old, next))).toBe(`~ ConfigMap shop/a in 1 cluster: eu-1
~ ConfigMap shop/b in 1 cluster: eu-2
    data.x
      - "1"
      + "2"
`);
  });

  it('shows texts line by line, added and removed values as YAML, and another order', () => {
    const old = configMap('a', {
      conf: 'one\ntwo\nthree\nfour\n',
      end: 'a\nb\n',
      gone: { x: [1] },
      list: [{ name: 'p' }, { name: 'q' }],
    });
    const next = configMap('a', {
      conf: 'one\ntwo\n3\nfour\n',
      end: 'a\nb',
      list: [{ name: 'q' }, { name: 'p' }],
      new: null,
    });
    expect(
      changesIn(textOf(placed(['eu-1'], old), placed(['eu-1'], next))),
    ).toBe(`~ ConfigMap shop/a
  changed in 1 cluster: eu-1
    data.conf
      @@ line 2 @@
        two
      - three
      + 3
        four
    data.end
      - a line feed at the end
      + no line feed at the end
    data.gone
      - x:
      - - 1
    data.list
      - order: p, q
      + order: q, p
    data.new
      + null
`);
  });

  it('cuts long values, and says how much', () => {
    const next = configMap('a', { many: Array.from({ length: 60 }, (_, index) => index) });
    const text = textOf(placed(['eu-1'], configMap('a', {})), placed(['eu-1'], next));
    expect(text).toContain('    ... 20 more lines\n');
  });

  it('shows nothing that steers a terminal', () => {
    const next = configMap('a', { x: 'red \u001b[31m\u202e' });
    const text = textOf(placed(['eu-1'], configMap('a', {})), placed(['eu-1'], next));
    for (const hidden of ['\u001b', '\u202e']) expect(text).not.toContain(hidden);
  });
});

describe('renderDiffMarkdown', () => {
  it('stays below the limits, and says what it cut', () => {
    const clusters = clusterNames(60);
    const next = Array.from({ length: 400 }, (_, index) =>
      placed(clusters.slice(index % 7), configMap(`c-${index}`, { a: 'x'.repeat(300 + index) })),
    ).flat();
    const old = next.slice(0, next.length / 2).map((each) => ({
      ...each,
      content: { ...each.content, object: jsonValue(configMap('x', { b: '1' })) as JsonObject },
    }));
    const text = markdownOf(old, next);
    expect(text.length).toBeLessThan(65_536);
    expect(new TextEncoder().encode(text).length).toBeLessThan(1_048_576);
    expect(text).toMatch(/\*\*\d+ changes of \d+ objects did not fit here\.\*\*/);
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('stays below them with one enormous change too', () => {
    const old = placed(clusterNames(500), configMap('a', { x: 'y'.repeat(200_000) }));
    const next = placed(clusterNames(500), configMap('a', { x: '\u20ac'.repeat(200_000) }));
    const text = markdownOf(old, next);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('more characters');
    expect(text).toContain('a');
  });

  it('lets no value end its block, and no name become a tag or a mention', () => {
    const old = placed(['@team'], configMap('<b>', { x: '```\nold' }));
    const next = placed(['@team'], configMap('<b>', { x: '```\nnew' }));
    const text = markdownOf(old, next);
    expect(text).toContain('````diff\n');
    expect(text).toContain('<code>ConfigMap shop/&lt;b&gt;</code>');
    expect(text).not.toMatch(/[^>`]@team|<b>/);
  });
});

it('puts whole objects into patches', () => {
  const difference = compared(
    placed(['eu-1'], configMap('gone', {})),
    placed(['eu-1'], configMap('new', { a: 9007199254740993n })),
  );
  const text = renderDiffPatch({ difference, against: 'x', notes: [] });
  expect(text).toContain('9007199254740993');
  const { patches } = JSON.parse(text);
  expect(patches.map(({ operations }: { operations: unknown }) => operations)).toEqual([
    [{ op: 'remove', path: '' }],
    [{ op: 'add', path: '', value: expect.objectContaining({ kind: 'ConfigMap' }) }],
  ]);
});

describe('withoutServerFields', () => {
  const service = (spec: unknown, metadata: unknown = {}) =>
    jsonValue({ kind: 'Service', metadata, spec }) as JsonObject;
  const rows: readonly {
    readonly name: string;
    readonly live: JsonObject;
    readonly compiled: JsonObject;
    readonly expected: JsonObject;
  }[] = [
    {
      name: 'addresses and node ports that nobody asked for are left out',
      live: service({
        clusterIP: '10.0.0.1',
        clusterIPs: ['10.0.0.1'],
        ports: [{ port: 80, nodePort: 30001 }],
      }),
      compiled: service({ ports: [{ port: 80 }] }),
      expected: service({ ports: [{ port: 80 }] }),
    },
    {
      name: 'those that the sources name stay',
      live: service({ clusterIP: '10.0.0.1', ports: [{ port: 80, nodePort: 30001 }] }),
      compiled: service({ clusterIP: 'None', ports: [{ port: 80, nodePort: 30000 }] }),
      expected: service({ clusterIP: '10.0.0.1', ports: [{ port: 80, nodePort: 30001 }] }),
    },
    {
      name: 'other annotations stay',
      live: service(
        {},
        {
          uid: '1',
          annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', a: 'b' },
        },
      ),
      compiled: service({}),
      expected: service({}, { annotations: { a: 'b' } }),
    },
    {
      name: 'odd shapes are left as they are',
      live: jsonValue({ kind: 'Service', metadata: 1, spec: [1], status: {} }) as JsonObject,
      compiled: service({}),
      expected: jsonValue({ kind: 'Service', metadata: 1, spec: [1] }) as JsonObject,
    },
  ];

  it.each(rows)('$name', ({ live, compiled, expected }) => {
    expect(withoutServerFields(live, compiled).old).toEqual(expected);
  });

  it('leaves other kinds their addresses', () => {
    const live = jsonValue({ kind: 'Thing', spec: { clusterIP: 'x' } }) as JsonObject;
    expect(withoutServerFields(live, live).old).toEqual(live);
  });
});

it('compares a large fleet by its distinct contents', () => {
  const clusters = clusterNames(500);
  const fleet = (image: string) =>
    Array.from({ length: 200 }, (_, index) =>
      placed(clusters, deployment(`web-${index}`, image)),
    ).flat();
  const [old, next] = [fleet('a'), fleet('b')];
  const start = performance.now();
  expect(textOf(old, next)).toContain('changed  100000 objects in 500 clusters');
  expect(performance.now() - start).toBeLessThan(10_000);
});
