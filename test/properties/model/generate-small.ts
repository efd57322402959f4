/** Random inputs of single rules: patches and replica plans. */
import fc from 'fast-check';
import type { PatchItem } from './patch.ts';
import type { ClusterPreference, PlannerInput } from './planner.ts';
import { type Draw, makeDraw } from './random.ts';
import { isMap, type Json, type JsonMap, member } from './values.ts';

/** A document and items whose paths often, but not always, lead somewhere in it. No path comes twice. */
export const patches: fc.Arbitrary<{ document: JsonMap; items: PatchItem[] }> = fc
  .gen()
  .map((generator) => {
    const draw = makeDraw(generator, 'wild');
    const document = drawDocument(draw);
    const items: PatchItem[] = [];
    for (let count = draw.between(1, 3); count > 0; count -= 1) {
      const item = drawItem(draw, document);
      if (items.every(({ path }) => path !== item.path)) items.push(item);
    }
    return { document, items };
  });

function drawDocument(draw: Draw): JsonMap {
  return {
    kind: 'Thing',
    metadata: { name: 'x', namespace: 'n' },
    a: drawTree(draw, 3),
    b: drawTree(draw, 2),
  };
}

const keys = ['a', 'b', '', '0', 'x/y', '__proto__', 'constructor'];

function drawTree(draw: Draw, depth: number): Json {
  const shape = depth === 0 ? 0 : draw.between(0, 3);
  if (shape === 0) return draw.pick<Json>([1, 'text', null, false, 9007199254740993n]);
  const size = draw.between(0, 3);
  if (shape === 1) return Array.from({ length: size }, () => drawTree(draw, depth - 1));
  const map: JsonMap = Object.create(null);
  for (const key of keys.slice(0, size + 2))
    if (draw.chance(70)) map[key] = drawTree(draw, depth - 1);
  return map;
}

function drawItem(draw: Draw, document: JsonMap): PatchItem {
  const tokens = [draw.pick(['a', 'a', 'b', 'c'])];
  let place: Json | undefined = document[tokens[0]!];
  for (let depth = draw.between(0, 3); depth > 0; depth -= 1) {
    if (!(isMap(place) || Array.isArray(place)) && draw.chance(85)) break;
    const token = drawToken(draw, place);
    tokens.push(token.replaceAll('/', '~1'));
    place = Array.isArray(place) ? place.at(Number(token)) : member(place, token);
  }
  const path = `/${tokens.join('/')}`;
  const op = draw.pick([undefined, '', 'replace', 'add', 'add', 'remove']);
  const item: PatchItem = op === undefined ? { path } : { op, path };
  return draw.chance(10) ? item : { ...item, value: drawTree(draw, 1) };
}

const indices = [
  '0',
  '1',
  '2',
  '3',
  '-',
  '-1',
  '-2',
  '-4',
  '00',
  '+1',
  '-0',
  'one',
  '1.0',
  ' 1',
  '',
];

/** A step that mostly fits the place where it is taken. */
function drawToken(draw: Draw, place: Json | undefined): string {
  if (draw.chance(10)) return draw.pick([...keys, ...indices]);
  if (Array.isArray(place)) return draw.pick(indices.slice(0, draw.chance(50) ? 2 : undefined));
  const present = isMap(place) ? Object.keys(place) : [];
  return draw.pick(present.length > 0 && draw.chance(70) ? present : keys);
}

/** Plans without known capacity; what runs now is known for some clusters. */
export const plannerInputs: fc.Arbitrary<PlannerInput> = fc.gen().map((generator) => {
  const draw = makeDraw(generator, 'calm');
  const availableClusters = draw.some(['a', 'b', 'c', 'east', 'west'], 70);
  const clusters: Record<string, ClusterPreference> = {};
  for (const name of [...availableClusters, '*', 'ghost'])
    if (draw.chance(60)) clusters[name] = drawPreference(draw);
  const current: Record<string, number> = {};
  for (const name of draw.some(availableClusters, 40)) current[name] = draw.between(0, 15);
  return {
    totalReplicas: draw.between(0, 60),
    rebalance: draw.chance(50),
    clusters,
    availableClusters,
    key: draw.pick(['', 'shop/web', 'n/\u00fc']),
    current,
  };
});

function drawPreference(draw: Draw): ClusterPreference {
  const preference: ClusterPreference = {};
  if (draw.chance(80)) preference.weight = draw.chance(5) ? 9007199254740991 : draw.between(0, 9);
  if (draw.chance(40)) preference.minReplicas = draw.between(0, 20);
  if (draw.chance(40)) preference.maxReplicas = draw.between(0, 20);
  return preference;
}
