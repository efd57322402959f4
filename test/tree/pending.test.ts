import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import { printLock } from '../../src/tree/lock.ts';
import {
  changesOf,
  changesOutside,
  parsePending,
  printPending,
  recoveredOwnership,
  tellsOf,
} from '../../src/tree/pending.ts';
import type { Standing } from '../../src/tree/plan.ts';

const x = 'clusters/a/shop/x.yaml';
const y = 'clusters/b/shop/y.yaml';
const lockA = 'index/clusters/a.lock';
const hash = sha256Hex;

const changes = new Map([
  [x, { before: hash('old'), after: hash('new') }],
  [y, { before: hash('old'), after: undefined }],
  [lockA, { before: undefined, after: hash('lock') }],
  ['index/lock', { before: hash('1'), after: hash('2') }],
]);

describe('changesOf', () => {
  it('names files and locks, with what they hold before and after', () => {
    const plan = {
      writes: [
        { path: x, text: 'new' },
        { path: '.gitattributes', text: 'a' },
      ],
      deletions: [y],
      locks: [{ path: lockA, text: 'lock' }],
      staleLocks: ['index/clusters/b.lock'],
      before: new Map([
        [x, hash('old')],
        [y, hash('old')],
      ]),
      listed: new Map([[x, hash('new')]]),
    };
    const locks = new Map([['index/clusters/b.lock', 'b']]);
    expect([...changesOf(plan, locks)]).toEqual([
      [x, { before: hash('old'), after: hash('new') }],
      ['.gitattributes', { before: undefined, after: hash('a') }],
      [y, { before: hash('old'), after: undefined }],
      [lockA, { before: undefined, after: hash('lock') }],
      ['index/clusters/b.lock', { before: hash('b'), after: undefined }],
    ]);
  });
});

it('changesOf asks once for what locks list, which may be made anew each time', () => {
  let asked = 0;
  const plan = {
    writes: [x, y].map((path) => ({ path, text: 'new' })),
    deletions: [],
    locks: [],
    staleLocks: [],
    before: new Map(),
    get listed() {
      asked += 1;
      return new Map([x, y].map((path) => [path, hash('new')]));
    },
  };
  expect(changesOf(plan, new Map()).size).toBe(2);
  expect(asked).toBe(1);
});

describe('printPending and parsePending', () => {
  it('give back what was printed, sorted', () => {
    const text = printPending(changes);
    expect(text.split('\n').slice(0, 2)).toEqual([
      'fedc-pending 1',
      `${hash('old')} ${hash('new')}  ${x}`,
    ]);
    expect(text).toContain(`\n- ${hash('lock')}  ${lockA}\n`);
    expect(parsePending(text)).toEqual({ ok: true, changes });
    expect(parsePending(printPending(new Map()))).toEqual({ ok: true, changes: new Map() });
  });

  it.each([
    { line: '', number: 1 },
    { line: 'fedc-pending 2\n', number: 1 },
    { line: `fedc-pending 1\n- -  ${x}\n\n`, number: 3 },
    { line: `fedc-pending 1\n- ${x}\n`, number: 2 },
    { line: 'fedc-pending 1\n- -  /etc/passwd\n', number: 2 },
    { line: 'fedc-pending 1\n- -  clusters/../../x\n', number: 2 },
    { line: 'fedc-pending 1\n- -  clusters/a\\b\n', number: 2 },
    { line: 'fedc-pending 1\n- -  C:/x\n', number: 2 },
    { line: 'fedc-pending 1\n- -  .fedc/writer\n', number: 2 },
    { line: 'fedc-pending 1\n- -  README.md\n', number: 2 },
    { line: 'fedc-pending 1\n- -  index/x.lock\n', number: 2 },
    { line: 'fedc-pending 1\n- -  index/clusters/a\u0007.lock\n', number: 2 },
    { line: `fedc-pending 1\n- -  ${x}\n- -  ${x}\n`, number: 3 },
  ])('refuse $line', ({ line, number }) => {
    expect(parsePending(line)).toEqual({ ok: false, line: number });
  });
});

describe('recoveredOwnership', () => {
  const standingAt =
    (texts: Readonly<Record<string, string>>) =>
    (path: string): Standing => {
      const text = texts[path];
      return text === undefined ? { kind: 'absent' } : { kind: 'file', hash: hash(text) };
    };
  const recover = (
    texts: Readonly<Record<string, string>>,
    locks: ReadonlyMap<string, string> = new Map(),
    slice?: ReadonlySet<string>,
  ) => recoveredOwnership(changes, { locks, standing: standingAt(texts), slice });

  it.each([
    { name: 'the bytes from before', texts: { [x]: 'old' }, owned: [[x, hash('old')]] },
    { name: 'the bytes from after', texts: { [x]: 'new' }, owned: [[x, hash('new')]] },
    { name: 'nothing', texts: {}, owned: [] },
    {
      name: 'anything else: as if it were to hold what it does not',
      texts: { [x]: 'torn' },
      owned: [[x, hash('new')]],
    },
    { name: 'anything else, to be deleted', texts: { [y]: 'torn' }, owned: [[y, hash('old')]] },
  ])('owns a path that holds $name', ({ texts, owned }) => {
    expect([...recover(texts as Readonly<Record<string, string>>)]).toEqual(owned);
  });

  it('leaves to the lock what it lists by now', () => {
    const locks = new Map([[lockA, printLock(new Map([[x, hash('later')]]))]]);
    expect([...recover({ [x]: 'later' }, locks)]).toEqual([]);
    expect([...recover({ [x]: 'edited' }, locks)]).toEqual([[x, hash('new')]]);
  });

  it('says nothing of locks, and nothing of clusters outside of the slice', () => {
    expect([
      ...recover({ [lockA]: 'lock', [x]: 'new', [y]: 'old' }, new Map(), new Set(['b'])),
    ]).toEqual([[y, hash('old')]]);
  });
});

describe('tellsOf', () => {
  it.each([
    { name: 'nothing', wanted: [], expected: true },
    { name: 'the same', wanted: [...changes], expected: true },
    {
      name: 'the way back',
      wanted: [[x, { before: hash('new'), after: hash('old') }]],
      expected: true,
    },
    {
      name: 'a deletion instead',
      wanted: [[x, { before: hash('new'), after: undefined }]],
      expected: true,
    },
    {
      name: 'other bytes',
      wanted: [[x, { before: hash('new'), after: hash('z') }]],
      expected: false,
    },
    {
      name: 'other bytes there',
      wanted: [[x, { before: hash('z'), after: undefined }]],
      expected: false,
    },
    {
      name: 'another path',
      wanted: [['clusters/a/z', { before: undefined, after: undefined }]],
      expected: false,
    },
  ] as const)('$name: $expected', ({ wanted, expected }) => {
    expect(
      tellsOf(changes, new Map(wanted as Iterable<[string, { before: string; after: string }]>)),
    ).toBe(expected);
  });
});

describe('changesOutside', () => {
  const outside = (slice: ReadonlySet<string> | undefined, rewritten: readonly string[] = []) => [
    ...changesOutside(changes, { slice, rewritten: new Set(rewritten) }).keys(),
  ];

  it('is nothing for the whole tree, and all that a slice does not settle', () => {
    expect(outside(undefined)).toEqual([]);
    expect(outside(new Set(['a']))).toEqual([y, 'index/lock']);
    expect(outside(new Set(['a']), ['index/lock'])).toEqual([y]);
  });
});
