/** The applied edits of one patch in, one after the other; which of them a later one undoes, and who wrote a place out. */
import { isArray, isObject, type JsonArray, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo, pointerTokens } from '../model/source.ts';
import type { AppliedEdit } from './apply-operation.ts';

/** Who wrote the value of a place: an edit, by its position among those recorded, or (undefined) the document itself. */
export interface ValueSource {
  readonly edit: number | undefined;
  /** Inside the document, or inside the value of the edit. */
  readonly pointer: JsonPointer;
}

export interface EditHistory {
  /** Takes the next edit, and gives the positions of the earlier ones of whose work it leaves nothing. */
  record(edit: AppliedEdit): readonly number[];
  /** Who wrote what stands in a place now. */
  sourceOf(pointer: JsonPointer): ValueSource;
}

/** A place that was edited, or that holds one that was. */
interface Touched {
  /** The edit that wrote or removed what is here. */
  readonly writer: number | undefined;
  /** Of an item that no edit wrote as a whole: its index where its list was written. */
  readonly index: number | undefined;
  readonly members: Map<string, Touched>;
  /** Of a list, once it was looked into: what stands where now; a number is an item nobody touched. */
  items: (Touched | number)[] | undefined;
  /** The edits that took items out of this list. */
  readonly removals: number[];
}

/** A place on the way to another one: what stood there when it was last written as a whole, and by whom. */
interface Position {
  readonly place: Touched | undefined;
  readonly value: JsonValue | undefined;
  readonly source: ValueSource;
}

/** Records edits of a document. The time per edit follows the length of its path and of the lists it moves items in. */
export function createEditHistory(document: JsonValue): EditHistory {
  const values: (JsonValue | undefined)[] = [];
  let root = touched(undefined);

  const step = ({ place, value, source }: Position, token: string): Position => {
    const { found, key } = lookUp(place, value, token);
    const writer = found?.writer;
    if (writer !== undefined)
      return { place: found, value: values[writer], source: { edit: writer, pointer: '' } };
    return {
      place: found,
      value: valueIn(value, key),
      source: { edit: source.edit, pointer: pointerTo(source.pointer, key) },
    };
  };
  const start = (): Position => ({
    place: root,
    value: root.writer === undefined ? document : values[root.writer],
    source: { edit: root.writer, pointer: '' },
  });
  const enter = (from: Position, token: string): Position => {
    const next = step(from, token);
    if (next.place !== undefined || from.place === undefined) return next;
    const index = isArray(from.value)
      ? Number(pointerTokens(next.source.pointer).at(-1))
      : undefined;
    const place = touched(undefined, index);
    if (isArray(from.value)) itemsOf(from.place, from.value)[Number(token)] = place;
    else from.place.members.set(token, place);
    return { ...next, place };
  };

  return {
    record({ pointer, effect, after }) {
      const edit = values.length;
      values.push(after);
      if (effect === 'kept') return [];
      const tokens = pointerTokens(pointer);
      const last = tokens.pop();
      if (last === undefined) {
        const undone = editsIn(root);
        root = touched(edit);
        return undone;
      }
      const { place, value } = tokens.reduce(enter, start());
      if (place === undefined) return [];
      return isArray(value)
        ? writeItem(place, value, { index: Number(last), edit, effect })
        : writeMember(place, last, edit);
    },
    sourceOf: (pointer) => pointerTokens(pointer).reduce(step, start()).source,
  };
}

function touched(writer: number | undefined, index?: number): Touched {
  return { writer, index, members: new Map(), items: undefined, removals: [] };
}

/** The key is the one where the value was written: items may have moved since. */
function lookUp(
  place: Touched | undefined,
  value: JsonValue | undefined,
  token: string,
): { readonly found: Touched | undefined; readonly key: string } {
  if (!isArray(value)) return { found: place?.members.get(token), key: token };
  const found = place?.items?.[Number(token)];
  if (found === undefined) return { found, key: token };
  if (typeof found === 'number') return { found: undefined, key: String(found) };
  return { found, key: String(found.index ?? token) };
}

function valueIn(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

function itemsOf(place: Touched, list: JsonArray): (Touched | number)[] {
  place.items ??= list.map((_, index) => index);
  return place.items;
}

function writeMember(place: Touched, key: string, edit: number): readonly number[] {
  const undone = editsIn(place.members.get(key));
  place.members.set(key, touched(edit));
  return undone;
}

function writeItem(
  place: Touched,
  list: JsonArray,
  { index, edit, effect }: { index: number; edit: number; effect: AppliedEdit['effect'] },
): readonly number[] {
  const items = itemsOf(place, list);
  if (effect === 'inserted') {
    items.splice(index, 0, touched(edit));
    return [];
  }
  const undone = editsIn(items[index]);
  if (effect === 'removed') {
    items.splice(index, 1);
    place.removals.push(edit);
  } else items[index] = touched(edit);
  return undone;
}

/** Every edit whose work stands in a place or below it. */
function editsIn(place: Touched | number | undefined): number[] {
  if (place === undefined || typeof place === 'number') return [];
  const found = [...(place.writer === undefined ? [] : [place.writer]), ...place.removals];
  const waiting = [...place.members.values(), ...(place.items ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'number') continue;
    if (next.writer !== undefined) found.push(next.writer);
    found.push(...next.removals);
    waiting.push(...next.members.values(), ...(next.items ?? []));
  }
  return found.sort((a, b) => a - b);
}
