import { describe, expect, it } from 'vitest';
import { unpackLists } from '../../src/frontends/unpack-lists.ts';
import { jsonValue } from '../json-value.ts';
import { said } from '../stages/resources.ts';

const web = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } };
const list = (...items: unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });

const rows: { name: string; value: unknown; pointers: string[]; said?: string[] }[] = [
  { name: 'an object is itself', value: web, pointers: [''] },
  { name: 'a List is its items', value: list(web, web), pointers: ['/items/0', '/items/1'] },
  {
    name: 'Lists inside Lists are unpacked',
    value: list(web, list(web)),
    pointers: ['/items/0', '/items/1/items/0'],
  },
  {
    name: 'every kind that ends in List and has items is a List',
    value: { ...list(web), kind: 'FederatedConfigMapList' },
    pointers: ['/items/0'],
  },
  { name: 'an empty List holds nothing', value: list(), pointers: [] },
  {
    name: 'a kind that ends in List and has no items is an object of its own',
    value: { apiVersion: 'example.io/v1', kind: 'AllowList', spec: {} },
    pointers: [''],
  },
  {
    name: 'an item that is no object is refused where it stands',
    value: list(web, null, 'text'),
    pointers: ['/items/0'],
    said: ['error[yaml/unsupported] /items/1', 'error[yaml/unsupported] /items/2'],
  },
  {
    name: 'a bare list of objects is refused',
    value: [web],
    pointers: [],
    said: ['error[yaml/unsupported] '],
  },
  { name: 'a bare list of other things is no manifest', value: ['a', { b: 1 }], pointers: [] },
  { name: 'a text is no manifest', value: 'text', pointers: [] },
];

describe('unpackLists', () => {
  it.each(rows)('$name', (row) => {
    const { value, diagnostics } = unpackLists([
      { file: 'web.yaml', document: 0, value: jsonValue(row.value) },
    ]);
    expect(value.map(({ origin }) => origin.pointer)).toEqual(row.pointers);
    expect(said(diagnostics)).toEqual(row.said ?? []);
  });

  it('keeps the document of each object', () => {
    const documents = [0, 1].map((document) => ({
      file: 'web.yaml',
      document,
      value: jsonValue(web),
    }));
    expect(unpackLists(documents).value.map(({ origin }) => origin.document)).toEqual([0, 1]);
  });
});
