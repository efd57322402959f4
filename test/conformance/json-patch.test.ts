import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  applyJsonPatch,
  type PatchDialect,
  type PatchOperation,
} from '../../src/kube/json-patch.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { readExactJson } from './exact-json.ts';

interface Answer {
  readonly text?: string;
  readonly error?: true;
  /** The result does not matter, only that there is one. */
  readonly ok?: true;
}

interface Case {
  readonly id: string;
  readonly doc: JsonValue;
  readonly patch: readonly PatchOperation[];
  /** The library that KubeFed pins. */
  readonly expect: Answer;
  /** The whole override path of KubeFed; null where there is no object. */
  readonly kubefedExpect: Answer | null;
  /** What the public suite of RFC 6902 says. */
  readonly rfc?: Answer;
  readonly mayRefuse?: string;
  readonly orElse?: Answer;
}

const cases = readExactJson(
  readFileSync(new URL('data/json-patch-cases.json', import.meta.url), 'utf8'),
) as unknown as readonly Case[];

/** Answers of KubeFed that this project gives differently on purpose. All of them are errors here. */
const refusedOnPurpose: ReadonlyMap<string, string> = new Map([
  ['p-suite-044', 'an edit of the root is refused; KubeFed replaces the object'],
  [
    'p-pointer-310',
    'a path without leading slash is refused; KubeFed ignores the text before the first slash',
  ],
  [
    'p-kubefed-511',
    'removing /metadata changes the name; KubeFed compares the text of the path only',
  ],
  ['p-kubefed-518', 'x/kind changes the kind; KubeFed compares the text of the path only'],
]);

/** Cases of the public suite that cannot be stated about operations that are read already. */
const notAboutOperations: ReadonlyMap<string, string> = new Map([
  [
    'p-suite-086',
    'the suite writes the member op twice; in a value that is read only the second is left',
  ],
]);

/** Where the library departs from RFC 6902. The cases do not state what the RFC says; an answer here is an error there, and the other way round. */
const libraryOnly: ReadonlyMap<string, string> = new Map([
  ['p-missing-142', 'replace of a missing member'],
  ['p-array-172', 'a negative index'],
  ['p-array-190', 'an index with a sign'],
  ['p-array-248', 'a negative index on the way'],
  ['p-array-250', 'a negative index on the way'],
  ['p-pointer-310', 'text before the first slash'],
  ['p-root-380', 'add replaces the root'],
  ['p-root-386', 'add replaces the root, by null'],
  ['p-root-391', 'copy from the root'],
  ['p-test-413', 'the library crashes on null in a list'],
  ['p-test-420', 'test at a negative index'],
  ['p-copy-441', 'copy from a missing member'],
  ['p-malformed-450', 'a missing value'],
  [
    'p-value-486',
    '1e400, which no number can be: it would have to be written otherwise than it was read',
  ],
  ['p-kubefed-518', 'text before the first slash'],
  ['p-kubefed-554', 'add replaces the root'],
]);

function answerOf(one: Case, dialect: PatchDialect): Answer {
  const result = applyJsonPatch(one.doc, one.patch, { dialect });
  return result.ok ? { text: canonicalJson(result.value) } : { error: true };
}

function accepted(one: Case, stated: Answer): Answer[] {
  const answers: Answer[] = [stated.text === undefined ? { error: true } : { text: stated.text }];
  if (one.orElse?.text !== undefined) answers.push({ text: one.orElse.text });
  if (one.mayRefuse !== undefined) answers.push({ error: true });
  return answers;
}

describe('the kubefed dialect answers as KubeFed', () => {
  const stated = cases.filter((one) => one.kubefedExpect !== null);
  test.each(stated.filter((one) => !refusedOnPurpose.has(one.id)))('$id', (one) => {
    expect(accepted(one, one.kubefedExpect ?? {})).toContainEqual(answerOf(one, 'kubefed'));
  });

  test.each(cases.filter((one) => refusedOnPurpose.has(one.id)))(
    '$id is refused on purpose',
    (one) => {
      expect(one.kubefedExpect?.text).toBeDefined();
      expect(answerOf(one, 'kubefed')).toEqual({ error: true });
    },
  );
});

describe('the kubefed dialect answers as the library about documents that are no object', () => {
  const usesKubefedOperations = (one: Case) =>
    one.patch.every(({ op }) => op !== 'test' && op !== 'copy' && op !== 'move');
  const lists = cases.filter((one) => one.kubefedExpect === null && usesKubefedOperations(one));
  test.each(lists)('$id', (one) => {
    expect(accepted(one, one.expect)).toContainEqual(answerOf(one, 'kubefed'));
  });
});

describe('the rfc6902 dialect answers as the public suite', () => {
  const stated = cases.filter((one) => one.rfc !== undefined && !notAboutOperations.has(one.id));
  test.each(stated)('$id', (one) => {
    const answer = answerOf(one, 'rfc6902');
    if (one.rfc?.ok) expect(answer.text).toBeDefined();
    else expect(accepted(one, one.rfc ?? {})).toContainEqual(answer);
  });
});

describe('the rfc6902 dialect answers as the library where the library keeps to the RFC', () => {
  const others = cases.filter((one) => one.rfc === undefined && !libraryOnly.has(one.id));
  test.each(others)('$id', (one) => {
    expect(accepted(one, one.expect)).toContainEqual(answerOf(one, 'rfc6902'));
  });

  test.each(cases.filter((one) => libraryOnly.has(one.id)))(
    '$id is answered the other way',
    (one) => {
      expect(answerOf(one, 'rfc6902').error).not.toBe(one.expect.error);
    },
  );
});
