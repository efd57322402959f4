import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEditHistory, type EditHistory } from '../../src/kube/edit-history.ts';
import { equalJson } from '../../src/kube/equal.ts';
import { type AppliedEdit, applyJsonPatch } from '../../src/kube/json-patch.ts';
import { isArray, isObject, type JsonValue } from '../../src/model/kube-object.ts';
import { pointerTo, pointerTokens } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';

type Op = readonly ['add' | 'replace' | 'remove', string, unknown?];

/** Applies operations one by one, as the history sees them. */
function play(document: JsonValue, operations: readonly Op[]) {
  const history: EditHistory = createEditHistory(document);
  const applied: AppliedEdit[] = [];
  const undone = new Map<number, readonly number[]>();
  let value = document;
  for (const [op, path, own] of operations) {
    const operation = { op, path, value: jsonValue(own ?? null) };
    const result = applyJsonPatch(value, [operation], { dialect: 'rfc6902' });
    const edit = result.ok ? result.edits[0] : undefined;
    if (!result.ok || edit === undefined) continue;
    value = result.value;
    applied.push(edit);
    const lost = history.record(edit);
    if (lost.length > 0) undone.set(applied.length - 1, lost);
  }
  return { history, applied, undone, value };
}

const document = jsonValue({
  a: { b: 1, c: 2 },
  list: [{ n: 'x' }, { n: 'y' }],
  '0': { k: 1 },
  '1': 2,
});

const rows: readonly {
  readonly name: string;
  readonly operations: readonly Op[];
  /** `later: earlier earlier`. */
  readonly undone: readonly string[];
}[] = [
  {
    name: 'an ancestor that is replaced',
    operations: [
      ['replace', '/a/b', 5],
      ['add', '/a/d', 6],
      ['replace', '/a', {}],
    ],
    undone: ['2: 0 1'],
  },
  {
    name: 'an ancestor that is removed',
    operations: [
      ['replace', '/a/b', 5],
      ['remove', '/a'],
    ],
    undone: ['1: 0'],
  },
  {
    name: 'a part does not undo the whole',
    operations: [
      ['replace', '/a', { b: 2 }],
      ['replace', '/a/b', 3],
    ],
    undone: [],
  },
  {
    name: 'a neighbour undoes nothing',
    operations: [
      ['replace', '/a/b', 5],
      ['remove', '/a/c'],
    ],
    undone: [],
  },
  {
    name: 'an item that was moved down by an insert is still the same item',
    operations: [
      ['replace', '/list/1/n', 'z'],
      ['add', '/list/0', { n: 'w' }],
      ['remove', '/list/2'],
    ],
    undone: ['2: 0'],
  },
  {
    name: 'an item that was moved up by a removal is still the same item',
    operations: [
      ['replace', '/list/1/n', 'z'],
      ['remove', '/list/0'],
      ['replace', '/list/0', { n: 'w' }],
    ],
    undone: ['2: 0'],
  },
  {
    name: 'the item that took the place of another is another',
    operations: [
      ['replace', '/list/0/n', 'z'],
      ['add', '/list/0', { n: 'w' }],
      ['remove', '/list/0'],
    ],
    undone: ['2: 1'],
  },
  {
    name: 'an appended item that is replaced',
    operations: [
      ['add', '/list/-', { n: 'z' }],
      ['replace', '/list/2', { n: 'w' }],
    ],
    undone: ['1: 0'],
  },
  {
    name: 'an item that was taken out of a list that is replaced',
    operations: [
      ['remove', '/list/0'],
      ['replace', '/list', []],
    ],
    undone: ['1: 0'],
  },
  {
    name: 'members with numbers for names do not move',
    operations: [
      ['replace', '/1', 3],
      ['remove', '/0'],
      ['remove', '/1'],
    ],
    undone: ['2: 0'],
  },
  {
    name: 'a member that is removed and added again',
    operations: [
      ['remove', '/a/b'],
      ['add', '/a/b', 7],
    ],
    undone: ['1: 0'],
  },
  {
    name: 'an edit that keeps the value undoes nothing',
    operations: [
      ['replace', '/a/b', 5],
      ['replace', '/a', { b: 5, c: 2 }],
    ],
    undone: [],
  },
  {
    name: 'the whole document',
    operations: [
      ['replace', '/a/b', 5],
      ['replace', '', {}],
    ],
    undone: ['1: 0'],
  },
];

describe('an edit history', () => {
  test.each(rows)('knows what is undone: $name', ({ operations, undone }) => {
    const played = play(document, operations);
    expect(played.applied.length).toBe(operations.length);
    expect([...played.undone].map(([later, lost]) => `${later}: ${lost.join(' ')}`)).toEqual(
      undone,
    );
  });

  test.each([
    ['the document', [], '/a/b', undefined, '/a/b'],
    ['an item that was moved', [['add', '/list/0', {}]], '/list/2/n', undefined, '/list/1/n'],
    ['the value of an edit', [['replace', '/a', { b: [1] }]], '/a/b/0', 0, '/b/0'],
    [
      'an item inside the value of an edit that was moved',
      [
        ['replace', '/list', [{ n: 1 }, { n: 2 }]],
        ['remove', '/list/0'],
      ],
      '/list/0/n',
      0,
      '/1/n',
    ],
  ] as const)('knows who wrote a value: %s', (_, operations, pointer, edit, inside) => {
    expect(play(document, operations).history.sourceOf(pointer)).toEqual({ edit, pointer: inside });
  });

  test('agrees with marks inside the values', () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'list', '0', '1', '2', '-'), {
      minLength: 1,
      maxLength: 4,
    });
    const operation = fc.tuple(fc.constantFrom('add', 'replace', 'remove'), tokens, fc.boolean());
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (drawn) => {
        const operations = drawn.map(([op, path, isList], index): Op => {
          const mark = {
            mark: `edit ${index}`,
            a: `a ${index}`,
            list: [`0 ${index}`, `1 ${index}`],
          };
          return [op, pointerTo('', ...path), isList ? [mark, mark] : mark];
        });
        const { history, applied, undone, value } = play(marked, operations);
        const lost = new Set([...undone.values()].flat());
        const leaves = [...leavesOf(value)];
        for (const [index, { after }] of applied.entries()) {
          if (after === undefined || applied[index]?.noEffect) continue;
          const mark = [...leavesOf(after)].find(([pointer]) => pointer.endsWith('/mark'))?.[1];
          expect(leaves.some(([, leaf]) => leaf === mark)).toBe(!lost.has(index));
        }
        for (const [pointer, leaf] of leaves) {
          const { edit, pointer: inside } = history.sourceOf(pointer);
          const written = edit === undefined ? marked : (applied[edit]?.after ?? null);
          expect(valueAt(written, inside)).toBe(leaf);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('calls only those edits undone that could as well not be there', () => {
    const members = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
    const operation = fc.tuple(fc.constantFrom('add', 'replace', 'remove'), members);
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 8 }), (drawn) => {
        const tried = drawn.map(([op, path], index) => {
          const value = jsonValue({ a: index, b: { a: 1 } });
          return { op, path: pointerTo('', ...path), value };
        });
        const start = jsonValue({ a: { a: { a: 0 } }, b: { b: {} } });
        const operations = tried.filter((_, index) => {
          const patch = tried.slice(0, index + 1);
          return applyJsonPatch(start, patch, { dialect: 'rfc6902' }).ok;
        });
        const whole = applyJsonPatch(start, operations, { dialect: 'rfc6902' });
        if (!whole.ok) return;
        const history = createEditHistory(start);
        for (const lost of whole.edits.flatMap((edit) => history.record(edit))) {
          const rest = operations.filter((_, index) => index !== lost);
          const without = applyJsonPatch(start, rest, { dialect: 'rfc6902' });
          if (without.ok) expect(equalJson(without.value, whole.value)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is quick for a thousand edits of one list', () => {
    const operations = Array.from({ length: 1000 }, (_, index): Op[] => [
      ['add', '/list/0', { n: index }],
      ['replace', `/list/${index + 1}/n`, `changed ${index}`],
    ]).flat();
    const edits = play(document, operations).applied;
    const start = performance.now();
    const history = createEditHistory(document);
    for (const edit of edits) history.record(edit);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

const marked = jsonValue({
  a: { mark: 'a', b: 'ab', list: ['a0', 'a1', { a: 'a2a' }] },
  b: ['b0', ['b10', 'b11'], { list: ['b2l0'] }],
  '0': { a: '0a' },
  list: [{ a: 'l0a', list: ['l0l0'] }, 'l1', { b: 'l2b' }],
});

function* leavesOf(value: JsonValue, pointer = ''): Generator<readonly [string, JsonValue]> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) yield* leavesOf(item, pointerTo(pointer, index));
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* leavesOf(item, pointerTo(pointer, key));
  } else yield [pointer, value];
}

function valueAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>((current, token) => {
    if (isArray(current)) return current[Number(token)];
    return isObject(current) ? current[token] : undefined;
  }, value);
}
