import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import type { KubeObject } from '../../src/model/kube-object.ts';
import { compareFleets, type PlacedObject } from '../../src/reports/compare-fleets.ts';
import { renderChanges } from '../../src/reports/render-changes.ts';

/** A ConfigMap in some clusters. */
function placed(name: string, clusters: readonly string[], data: Record<string, string> = {}) {
  const key = { group: '', kind: 'ConfigMap', namespace: 'shop', name };
  const object = { apiVersion: 'v1', kind: 'ConfigMap', data } as unknown as KubeObject;
  return clusters.map(
    (cluster): PlacedObject => ({
      content: { key, object },
      cluster,
      path: `clusters/${cluster}/${name}`,
    }),
  );
}

function render(old: readonly PlacedObject[], next: readonly PlacedObject[]): string {
  return renderChanges(compareFleets(old, next, { digest: sha256Hex }));
}

describe('renderChanges', () => {
  it('says so if nothing changed', () => {
    expect(render(placed('a', ['c1']), placed('a', ['c1']))).toBe('no object changed\n');
  });

  it('gives deleted objects first, then changed, then created ones, the widest first', () => {
    const old = [
      ...placed('gone', ['c1']),
      ...placed('a', ['c1'], { x: '1' }),
      ...placed('b', ['c1', 'c2'], { x: '1' }),
    ];
    const next = [
      ...placed('new', ['c3']),
      ...placed('a', ['c1'], { x: '2' }),
      ...placed('b', ['c1', 'c2'], { x: '2' }),
    ];
    expect(render(old, next)).toBe(`- ConfigMap shop/gone in 1 cluster: c1
~ ConfigMap shop/b in 2 clusters: c1, c2
    data.x
~ ConfigMap shop/a in 1 cluster: c1
    data.x
+ ConfigMap shop/new in 1 cluster: c3
`);
  });

  it('gives an object once, though its contents differ between clusters', () => {
    const old = [...placed('a', ['c1'], { x: '1' }), ...placed('a', ['c2'], { y: '1' })];
    const next = [...placed('a', ['c1'], { x: '2' }), ...placed('a', ['c2'], { y: '2' })];
    expect(render(old, next)).toBe(
      '~ ConfigMap shop/a in 2 clusters: c1, c2\n    data.x\n    data.y\n',
    );
  });

  it('keeps to a screen', () => {
    const names = Array.from({ length: 30 }, (_, index) => `a${index}`);
    const fields = (value: string) => Object.fromEntries(names.map((name) => [name, value]));
    const objects = (value: string) => names.flatMap((name) => placed(name, ['c1'], fields(value)));
    const lines = render(objects('1'), objects('2')).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '~ ConfigMap shop/a0 in 1 cluster: c1',
      '    data.a0',
      '    data.a1',
      '    data.a10',
      '    data.a11',
      '    data.a12',
      '    ... and 25 more fields',
    ]);
    expect(lines.slice(-2)).toEqual(['... and 10 more objects', '']);
  });
});
