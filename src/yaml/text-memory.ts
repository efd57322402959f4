/** Texts of parts that several values share, so that each is printed once or twice and not once for each value. */
import type { JsonArray, JsonObject } from '../model/kube-object.ts';

type Collection = JsonArray | JsonObject;

/** A text that grows while a value is printed. Nothing that lasts may name it, or the engine would move all of them where garbage stays long. */
export interface Printing {
  text: string;
  /** How much of it stood in texts of other values. */
  recalled: number;
  /** Absent for a value that is printed alone and shares nothing. */
  readonly memory: TextMemory | undefined;
  /** What will hold the text; absent if it is given up. */
  readonly kept: Kept | undefined;
}

/** A text of which parts will be asked for; '' as long as it grows. */
interface Kept {
  text: string;
}

/** Where the text of a part stands. */
interface Note {
  readonly part: Collection | string;
  readonly place: number;
  readonly kept: Kept;
  readonly start: number;
  readonly end: number;
}

/** Collections are told apart by identity, so they must not change; texts are found by the key that they stand behind. */
export interface TextMemory {
  readonly notes: Map<Collection | string, Note>;
  /** How many texts are kept. */
  size: number;
  /** Whether the next one will be. */
  isKeeping: boolean;
}

/** Each may be long, and most values share with the first what they share. */
const mostKept = 3;
/** What is shorter is printed as fast as it is found. */
const shortest = 40;

/** For values that share parts, one after the other. */
export function createTextMemory(): TextMemory {
  return { notes: new Map(), size: 0, isKeeping: true };
}

/** Nothing is remembered without a memory. */
export function beginPrinting(memory?: TextMemory): Printing {
  const kept = memory?.isKeeping === true ? { text: '' } : undefined;
  return { text: '', recalled: 0, memory, kept };
}

/** The whole text. That of the next value is kept if much of this one had to be printed anew. */
export function endPrinting({ text, recalled, memory, kept }: Printing): string {
  if (memory === undefined) return text;
  if (kept !== undefined) {
    kept.text = text;
    memory.size += 1;
  }
  memory.isKeeping = kept === undefined && memory.size < mostKept && recalled * 2 < text.length;
  return text;
}

/** The text that the very same collection has at this place of another value; '' if it is not known. */
export function recall(printing: Printing, part: Collection, place: number): string {
  const note = printing.memory?.notes.get(part);
  return note?.place === place ? textOf(note, printing) : '';
}

/** As {@link recall}, for a text that stands behind a key. */
export function recallText(printing: Printing, key: string, text: string, place: number): string {
  const note = printing.memory?.notes.get(key);
  return note?.place === place && note.part === text ? textOf(note, printing) : '';
}

function textOf({ kept: { text }, start, end }: Note, printing: Printing): string {
  const known = text.slice(start, end);
  printing.recalled += known.length;
  return known;
}

/** A collection was printed, from `start` to the end of the text. */
export function note(printing: Printing, part: Collection, place: number, start: number): void {
  const { text, memory, kept } = printing;
  if (kept === undefined || text.length - start < shortest) return;
  memory?.notes.set(part, { part, place, kept, start, end: text.length });
}

/** As {@link note}, for a text that stands behind a key. */
export function noteText(
  { text, memory, kept }: Printing,
  key: string,
  part: string,
  { place, start }: { readonly place: number; readonly start: number },
): void {
  if (kept !== undefined) memory?.notes.set(key, { part, place, kept, start, end: text.length });
}
