/** The published reading cases: what kubectl makes of a file. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/print-json.ts';
import { decodeUtf8 } from '../../src/yaml/decode-utf8.ts';
import { readWithBoth } from '../yaml/both-readers.ts';

interface Expected {
  readonly text?: string;
  readonly docs?: readonly { readonly text: string }[];
  readonly error?: true;
  readonly unstable?: true;
}

interface ReadCase {
  readonly id: string;
  readonly group: string;
  readonly yaml?: string;
  readonly b64?: string;
  readonly expect: Expected;
  readonly mayRefuse?: unknown;
  readonly strictError?: unknown;
}

/**
 * The strict decoder also counts a key that overrides a merged one as doubled. All readers agree on those (the key wins), or a
 * warning says that they do not, so only what is written twice is refused here.
 */
const acceptedThoughStrict: ReadonlySet<string> = new Set([
  'merge-731',
  'merge-734',
  'merge-750',
  'merge-756',
]);

const cases: readonly ReadCase[] = JSON.parse(
  readFileSync(new URL('data/yaml-read-cases.json', import.meta.url), 'utf8'),
);

const refused = 'refused';

function read(bytes: Uint8Array): string | readonly string[] {
  const decoded = decodeUtf8(bytes, 'case.yaml');
  if ('diagnostic' in decoded) return refused;
  const { documents, diagnostics } = readWithBoth(decoded.text);
  if (diagnostics.some(({ severity }) => severity === 'error')) return refused;
  return documents.map(({ value }) => canonicalJson(value));
}

function accepted({ id, expect: expected, mayRefuse, strictError }: ReadCase): readonly unknown[] {
  if (expected.error === true || expected.unstable === true) return [refused];
  if (strictError !== undefined && !acceptedThoughStrict.has(id)) return [refused];
  const texts = expected.docs?.map(({ text }) => text) ?? [expected.text];
  return mayRefuse !== undefined ? [texts, refused] : [texts];
}

describe('kubectl reads', () => {
  test('there are cases', () => expect(cases.length).toBe(338));

  test.each(cases)('$id', (readCase) => {
    const bytes = Buffer.from(
      readCase.yaml ?? readCase.b64 ?? '',
      readCase.b64 === undefined ? 'utf8' : 'base64',
    );
    expect(accepted(readCase)).toContainEqual(read(bytes));
  });
});
