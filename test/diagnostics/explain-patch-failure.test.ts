import { describe, expect, it } from 'vitest';
import { explainPatchFailure } from '../../src/diagnostics/explain-patch-failure.ts';
import { jsonValue } from '../json-value.ts';

const document = jsonValue({
  metadata: { name: 'web', annotations: null, labels: { 'a.io/b/c': 'x' } },
  spec: { replicas: 1, items: [{ name: 'web' }, { name: 'proxy' }, 'plain', 4], none: [] },
});

describe('a path that stops', () => {
  it.each([
    [
      'at a misspelt key',
      '/spec/replicsa/x',
      1,
      'replicsa',
      '/spec/replicas',
      'Did you mean "replicas"?',
    ],
    [
      'at a key with slashes',
      '/metadata/labels/a.io/b/c/d',
      2,
      'a.io/b/c',
      '/metadata/labels/a.io~1b~1c',
      'Write the slash inside the key as ~1: /metadata/labels/a.io~1b~1c/d',
    ],
    [
      'at a missing parent',
      '/spec/strategy/type',
      1,
      'strategy',
      '/spec',
      'Correct the path, or add what is missing as a whole: {op: add, path: /spec/strategy, value: {type: ...}}',
    ],
    [
      'at a missing list',
      '/status/conditions/-/type',
      0,
      'status',
      '',
      'Correct the path, or add what is missing as a whole: {op: add, path: /status, value: {conditions: [...]}}',
    ],
    [
      'below nothing',
      '/metadata/annotations/team',
      2,
      'team',
      '/metadata/annotations',
      'Correct the path, or add what is missing as a whole: {op: add, path: /metadata/annotations, value: {team: ...}}',
    ],
    [
      'below a number',
      '/spec/replicas/x',
      2,
      'x',
      '/spec/replicas',
      'Correct the path; /spec/replicas itself is what an edit can replace here.',
    ],
    [
      'behind the end of a list',
      '/spec/items/7/name',
      2,
      '7',
      '/spec/items',
      'Here the indices are 0 to 3; op: add with - as index appends an item.',
    ],
    [
      'in an empty list',
      '/spec/none/0',
      2,
      '0',
      '/spec/none',
      'Here op: add with - as index appends an item.',
    ],
    [
      'at the name of an item',
      '/spec/items/proxy/image',
      2,
      'proxy',
      '/spec/items',
      'Items are named by their index, from 0: /spec/items/1/image',
    ],
  ])('%s', (_, path, step, stops, nearby, hint) => {
    const words = explainPatchFailure(document, { op: 'replace', path, step });
    expect(path.slice(words.part.start, words.part.end)).toBe(stops);
    expect(words.nearby.pointer).toBe(nearby);
    expect(words.hint).toBe(hint);
  });

  it('names the items of a list', () => {
    const { details } = explainPatchFailure(document, {
      op: 'remove',
      path: '/spec/items/4',
      step: 2,
    });
    expect(details).toEqual(['items has 4 items: 0 web, 1 proxy, 2 plain, 3']);
  });

  it('has nothing to remove', () => {
    const { hint, details } = explainPatchFailure(document, {
      op: 'remove',
      path: '/spec/strategy',
      step: 1,
    });
    expect(hint).toBe('Remove this edit: what it removes is not there.');
    expect(details).toEqual(['/spec has replicas, items, none']);
  });
});

it('names no item inside the data of a Secret', () => {
  const secret = jsonValue({
    kind: 'Secret',
    stringData: { list: ['s3cret', { name: 's3cret' }] },
  });
  const failure = { op: 'replace', path: '/stringData/list/x', step: 2 };
  expect(explainPatchFailure(secret, failure).details).toEqual(['list has 2 items: 0, 1']);
});
