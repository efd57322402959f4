/** One text, both readers: they may not differ in a value, the order of keys, or a diagnostic. */
import { expect } from 'vitest';
import { isArray, isObject, type JsonValue } from '../../src/model/kube-object.ts';
import { characterProblem } from '../../src/yaml/characters.ts';
import { readFast } from '../../src/yaml/fast-reader.ts';
import { type ParseOptions, type ParseResult, parseYaml } from '../../src/yaml/parse.ts';
import { splitStream } from '../../src/yaml/split-stream.ts';

/** Reads a text with both readers, and gives what they agree on. */
export function readWithBoth(text: string, options: ParseOptions = {}): ParseResult {
  const fast = parseYaml(text, options);
  const full = parseYaml(text, { ...options, reader: 'full' });
  const isSame =
    describe(fast.documents) === describe(full.documents) &&
    JSON.stringify(fast.diagnostics) === JSON.stringify(full.diagnostics);
  // Only then, since the assertion is slow and there are many texts.
  if (!isSame) expect(fast, `of ${JSON.stringify(text)}`).toEqual(full);
  expect(isSame, `order or kind of ${JSON.stringify(text)}`).toBe(true);
  return full;
}

/** The pieces of a stream that the fast reader takes, and all of them. */
export function takenPieces(text: string, depth = 200): { taken: string[]; all: string[] } {
  const pieces = splitStream(text);
  const taken = pieces.filter(
    ({ text: piece, separatorProblem }) =>
      separatorProblem === undefined &&
      characterProblem(piece) === undefined &&
      readFast(piece, { depth }) !== undefined,
  );
  return { taken: taken.map((piece) => piece.text), all: pieces.map((piece) => piece.text) };
}

/** Tells everything apart: bigint from number, -0 from 0, one order of keys from another. */
function describe(documents: ParseResult['documents']): string {
  return documents.map(({ document, value }) => `${document} ${spell(value)}`).join('\n');
}

function spell(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(spell).join()}]`;
  if (isObject(value)) {
    expect(Object.getPrototypeOf(value)).toBe(null);
    const members = Object.entries(value).map(
      ([key, one]) => `${JSON.stringify(key)}:${spell(one)}`,
    );
    return `{${members.join()}}`;
  }
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}
