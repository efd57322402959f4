import { describe, expect, test } from 'vitest';
import {
  applyJsonPatch,
  type PatchOperation,
  type PatchResult,
} from '../../src/kube/json-patch.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { readExactJson } from '../conformance/exact-json.ts';

const deployment = readExactJson(`{
  "apiVersion": "apps/v1", "kind": "Deployment",
  "metadata": {"name": "web", "namespace": "shop", "labels": {"app.kubernetes.io/name": "web"}},
  "spec": {
    "replicas": 2,
    "template": {
      "metadata": {"labels": {"app.kubernetes.io/name": "web"}, "annotations": null},
      "spec": {"containers": [{"name": "c", "image": "web:1"}, {"name": "d", "image": "log:1"}]}
    }
  }
}`) as JsonObject;

function override(...operations: readonly PatchOperation[]): PatchResult {
  return applyJsonPatch(deployment, operations, { dialect: 'kubefed' });
}

function strict(document: JsonValue, ...operations: readonly PatchOperation[]): PatchResult {
  return applyJsonPatch(document, operations, { dialect: 'rfc6902' });
}

function textOf(result: PatchResult): string | undefined {
  return result.ok ? canonicalJson(result.value) : undefined;
}

function at(
  value: JsonValue | undefined,
  ...steps: readonly (string | number)[]
): JsonValue | undefined {
  return steps.reduce<JsonValue | undefined>(
    (current, step) => (current as Record<string | number, JsonValue>)[step],
    value,
  );
}

describe('the checks of the list', () => {
  const refused: readonly {
    readonly name: string;
    readonly operations: readonly unknown[];
    readonly code: string;
    readonly index: number;
    readonly says?: string;
  }[] = [
    {
      name: 'the same path twice is refused, whatever the operations are',
      operations: [
        { op: 'add', path: '/spec/template/spec/containers/-', value: {} },
        { op: 'remove', path: '/spec/template/spec/containers/-' },
      ],
      code: 'duplicate-path',
      index: 1,
    },
    {
      name: 'the same path twice is refused before anything is applied',
      operations: [{ path: '/nowhere/at/all' }, { path: '/spec/paused' }, { path: '/spec/paused' }],
      code: 'duplicate-path',
      index: 2,
    },
    ...['/metadata/name', '/metadata/namespace', '/metadata/generateName', '/kind'].map((path) => ({
      name: `${path} is protected`,
      operations: [
        { path: '/spec/paused', value: true },
        { op: 'remove', path },
      ],
      code: 'protected-path',
      index: 1,
      says: path,
    })),
    {
      name: 'a protected path behind text before the first slash is protected',
      operations: [{ path: 'x/metadata/name', value: 'other' }],
      code: 'protected-path',
      index: 0,
    },
    {
      name: 'a protected path in dots is protected',
      operations: [{ path: 'metadata.name', value: 'other' }],
      code: 'protected-path',
      index: 0,
    },
    {
      name: 'a path without leading slash is refused with the pointer it should be',
      operations: [{ path: 'spec/replicas', value: 3 }],
      code: 'invalid',
      index: 0,
      says: '"/spec/replicas"',
    },
    {
      name: 'a dotted path is refused with the pointer it should be',
      operations: [{ path: 'spec.template.spec.containers[0].image', value: 'web:2' }],
      code: 'invalid',
      index: 0,
      says: '"/spec/template/spec/containers/0/image"',
    },
    {
      name: 'a fragment is refused with the pointer it should be',
      operations: [{ path: '#/spec/replicas', value: 3 }],
      code: 'invalid',
      index: 0,
      says: '"/spec/replicas"',
    },
    ...['move', 'copy', 'test', 'merge', 'ADD', 'toString'].map((op) => ({
      name: `${op} is no operation of an override`,
      operations: [{ op, path: '/spec/replicas', from: '/spec/paused' }],
      code: 'unsupported-op',
      index: 0,
      says: `"${op}"`,
    })),
    ...[null, 'remove', 7, [], undefined].map((operation) => ({
      name: `${String(operation)} (${typeof operation}) is no operation`,
      operations: [{ path: '/spec/paused' }, operation],
      code: 'invalid',
      index: 1,
    })),
    {
      name: 'an op that is no text is refused',
      operations: [{ op: 1, path: '/a' }],
      code: 'invalid',
      index: 0,
    },
    {
      name: 'a path that is no text is refused',
      operations: [{ path: 1 }],
      code: 'invalid',
      index: 0,
    },
    {
      name: 'an operation without path is refused',
      operations: [{ value: 1 }],
      code: 'invalid',
      index: 0,
    },
    {
      name: 'a member name in other case is refused, because the original would read it',
      operations: [{ path: '/spec/replicas', Value: 3 }],
      code: 'invalid',
      index: 0,
      says: '"value"',
    },
    ...[Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x')].map((value) => ({
      name: `a value that is no JSON (${String(value)}) is refused`,
      operations: [{ path: '/spec/replicas', value: [{ deep: value }] }],
      code: 'invalid',
      index: 0,
    })),
  ];

  test.each(refused)('$name', ({ operations, code, index, says }) => {
    const result = override(...(operations as readonly PatchOperation[]));
    expect(result).toMatchObject({ ok: false, code, index });
    expect(result.ok ? '' : result.message).toContain(says ?? '');
  });

  test('a patch that is no list is refused', () => {
    const patch = { path: '/a' } as unknown as readonly PatchOperation[];
    expect(applyJsonPatch(deployment, patch, { dialect: 'kubefed' })).toMatchObject({
      code: 'invalid',
      index: 0,
    });
  });

  test('a value that contains itself is refused', () => {
    const ring: Record<string, JsonValue> = {};
    ring['ring'] = ring;
    expect(override({ path: '/spec/ring', value: ring })).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });
});

describe('the identity of the object', () => {
  const changing: readonly (readonly [string, PatchOperation])[] = [
    ['removing /metadata', { op: 'remove', path: '/metadata' }],
    [
      'replacing /metadata by another name',
      { path: '/metadata', value: { name: 'x', namespace: 'shop' } },
    ],
    ['replacing /metadata without namespace', { path: '/metadata', value: { name: 'web' } }],
    ['setting /metadata to null', { path: '/metadata', value: null }],
  ];
  test.each(changing)('%s is refused', (_name, operation) => {
    const result = override({ path: '/spec/paused', value: true }, operation, {
      path: '/spec/x',
      value: 1,
    });
    expect(result).toMatchObject({ ok: false, code: 'identity-changed', index: 1 });
  });

  test('replacing /metadata with the same name and namespace is allowed', () => {
    expect(override({ path: '/metadata', value: { name: 'web', namespace: 'shop' } }).ok).toBe(
      true,
    );
  });

  test('the apiVersion may change', () => {
    expect(override({ path: '/apiVersion', value: 'apps/v2' }).ok).toBe(true);
  });

  test.each(['add', 'remove', 'replace'])('%s with the empty path is refused', (op) => {
    expect(override({ op, path: '', value: deployment })).toMatchObject({
      ok: false,
      code: 'root',
      index: 0,
    });
  });
});

describe('what is said about a place that is not there', () => {
  const failing: readonly (readonly [PatchOperation, string, number, string])[] = [
    [{ op: 'remove', path: '/spec/x' }, 'path-not-found', 1, 'no key "x" in /spec'],
    [{ path: '/status/x/y' }, 'path-not-found', 0, 'no key "status" in the object'],
    [
      { path: '/spec/template/metadata/labels/app.kubernetes.io/name', value: 'x' },
      'path-not-found',
      4,
      'no key "app.kubernetes.io" in /spec/template/metadata/labels',
    ],
    [
      { op: 'add', path: '/spec/template/metadata/annotations/x', value: 'y' },
      'path-not-found',
      4,
      '/spec/template/metadata/annotations is null; there is no "x" in it',
    ],
    [
      { path: '/spec/replicas/x' },
      'path-not-found',
      2,
      '/spec/replicas is a number; there is no "x" in it',
    ],
    [
      { path: '/spec/template/spec/containers/2/image', value: 'x' },
      'bad-index',
      4,
      '/spec/template/spec/containers has 2 items; index 2 is out of range',
    ],
    [
      { path: '/spec/template/spec/containers/c/image', value: 'x' },
      'bad-index',
      4,
      '/spec/template/spec/containers is a list; "c" is no index',
    ],
    [
      { path: '/spec/template/spec/containers/-', value: {} },
      'bad-index',
      4,
      '"-" is the end of the list /spec/template/spec/containers; only add can use it',
    ],
  ];
  test.each(failing)('%j', (operation, code, step, message) => {
    expect(override(operation)).toEqual({ ok: false, code, message, index: 0, step });
  });

  test('a strict index has no sign, and the message says so', () => {
    expect(strict([1], { op: 'remove', path: '/+0' })).toMatchObject({
      code: 'bad-index',
      message: 'the object is a list; "+0" is no index without sign and leading zeros',
    });
  });
});

describe('the rules of an override', () => {
  const list = '/spec/template/spec/containers';
  const names = (result: PatchResult) =>
    (
      at(
        result.ok ? result.value : null,
        'spec',
        'template',
        'spec',
        'containers',
      ) as readonly JsonObject[]
    ).map((item) => item['name']);

  test.each([
    ['/-', ['c', 'd', 'n']],
    ['/2', ['c', 'd', 'n']],
    ['/-1', ['c', 'd', 'n']],
    ['/-3', ['n', 'c', 'd']],
    ['/+1', ['c', 'n', 'd']],
    ['/001', ['c', 'n', 'd']],
    ['/-0', ['n', 'c', 'd']],
  ])('add at %s gives %j', (index, expected) => {
    expect(names(override({ op: 'add', path: list + index, value: { name: 'n' } }))).toEqual(
      expected,
    );
  });

  test.each(['/3', '/-4', '/', '/ 1', '/1.0', '/0x1', '/1_0', '/9999999999999999999', '/١'])(
    'add at %s fails',
    (index) => {
      expect(override({ op: 'add', path: list + index, value: {} })).toMatchObject({
        code: 'bad-index',
        step: 4,
      });
    },
  );

  test('an absent and an empty op mean replace, and an absent value means null', () => {
    expect(
      at((override({ path: '/spec/replicas' }) as { value: JsonValue }).value, 'spec', 'replicas'),
    ).toBeNull();
    expect(override({ op: '', path: '/spec/replicas', value: 5 }).ok).toBe(true);
  });

  test('numbers stay exact', () => {
    const result = override({ path: '/spec/replicas', value: 1234567890123456789n });
    expect(textOf(result)).toContain('"replicas":1234567890123456789,');
  });

  test('an add to an existing list replaces it', () => {
    expect(names(override({ op: 'add', path: list, value: [{ name: 'only' }] }))).toEqual(['only']);
  });

  test('a later operation sees what an earlier one wrote, values with ordinary prototypes included', () => {
    const result = override(
      { op: 'add', path: '/metadata/annotations', value: { a: '1' } },
      { op: 'add', path: '/metadata/annotations/b', value: '2' },
    );
    expect(at((result as { value: JsonValue }).value, 'metadata', 'annotations')).toEqual({
      a: '1',
      b: '2',
    });
  });
});

describe('what the edits tell', () => {
  const told = (operation: PatchOperation) => {
    const result = override(operation);
    return result.ok ? result.edits[0] : undefined;
  };
  const quiet = { replaceAdds: false, oddIndex: false, noEffect: false };
  const image = '/spec/template/spec/containers/0/image';

  test.each([
    ['a replace', { path: '/spec/replicas', value: 3 }, { ...quiet, before: 2, after: 3 }],
    [
      'a replace that adds',
      { path: '/spec/paused', value: true },
      { ...quiet, after: true, replaceAdds: true },
    ],
    [
      'a replace by the same',
      { path: image, value: 'web:1' },
      { ...quiet, before: 'web:1', after: 'web:1', noEffect: true },
    ],
    [
      'an add of what is there',
      { op: 'add', path: '/spec/replicas', value: 2n },
      { ...quiet, before: 2, after: 2, noEffect: true },
    ],
    ['a removal', { op: 'remove', path: '/spec/replicas' }, { ...quiet, before: 2 }],
    [
      'an odd index on the way',
      { path: image.replace('0', '-02'), value: 'x' },
      { ...quiet, before: 'web:1', after: 'x', oddIndex: true },
    ],
    [
      'an item that is inserted',
      { op: 'add', path: '/spec/template/spec/containers/0', value: 1 },
      { ...quiet, after: 1 },
    ],
    [
      'a null that is written over null',
      { path: '/spec/template/metadata/annotations' },
      { ...quiet, before: null, after: null, noEffect: true },
    ],
    [
      'a member that looks like an odd index',
      { op: 'add', path: '/metadata/labels/-01', value: 'x' },
      { ...quiet, after: 'x' },
    ],
  ] as const)('%s', (_name, operation, edit) => {
    expect(told(operation)).toMatchObject({ before: undefined, after: undefined, ...edit });
  });

  test.each([
    ['replaced', '/spec/replicas', { path: '/spec/replicas', value: 3 }],
    ['added', '/spec/paused', { path: '/spec/paused', value: true }],
    ['added', '/spec/paused', { op: 'add', path: '/spec/paused', value: true }],
    ['replaced', '/spec/replicas', { op: 'add', path: '/spec/replicas', value: 3 }],
    ['kept', image, { path: image, value: 'web:1' }],
    ['removed', '/spec/replicas', { op: 'remove', path: '/spec/replicas' }],
    ['replaced', image, { path: image.replace('0', '-02'), value: 'x' }],
    [
      'inserted',
      '/spec/template/spec/containers/2',
      { op: 'add', path: '/spec/template/spec/containers/-', value: 1 },
    ],
    [
      'inserted',
      '/spec/template/spec/containers/0',
      { op: 'add', path: '/spec/template/spec/containers/+0', value: 1 },
    ],
  ] as const)('%s at %s', (effect, pointer, operation) => {
    expect(told(operation)).toMatchObject({ effect, pointer });
  });

  test('operations without effect leave the very same document', () => {
    const result = override(
      { path: '/spec/replicas', value: 2 },
      { op: 'add', path: image, value: 'web:1' },
    );
    expect(result.ok && result.value).toBe(deployment);
  });
});

describe('copy-on-write', () => {
  test('the input is never changed, and untouched subtrees are shared', () => {
    const before = canonicalJson(deployment);
    const result = override(
      { path: '/spec/template/spec/containers/0/image', value: 'web:2' },
      { op: 'remove', path: '/spec/replicas' },
      { op: 'add', path: '/spec/template/spec/containers/0', value: { name: 'init' } },
    );
    expect(canonicalJson(deployment)).toBe(before);
    const value = (result as { value: JsonValue }).value;
    expect(at(value, 'metadata')).toBe(at(deployment, 'metadata'));
    expect(at(value, 'spec', 'template', 'metadata')).toBe(
      at(deployment, 'spec', 'template', 'metadata'),
    );
    expect(at(value, 'spec', 'template', 'spec', 'containers', 2)).toBe(
      at(deployment, 'spec', 'template', 'spec', 'containers', 1),
    );
    expect(at(value, 'spec', 'template', 'spec', 'containers', 1, 'image')).toBe('web:2');
  });

  test('a frozen document is no obstacle, and a failure leaves nothing behind', () => {
    const freeze = (value: JsonValue): JsonValue => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value) as JsonValue;
    };
    freeze(deployment);
    expect(
      override({ path: '/spec/replicas', value: 9 }, { op: 'remove', path: '/nowhere' }),
    ).toMatchObject({
      code: 'path-not-found',
      index: 1,
    });
    expect(at(deployment, 'spec', 'replicas')).toBe(2);
  });

  test.each([
    ['copied from', '/a/x', '{"a":{"x":3,"y":2},"b":{"x":1,"y":2}}'],
    ['copied to', '/b/x', '{"a":{"x":1,"y":2},"b":{"x":3,"y":2}}'],
  ])('what is written where a part was %s does not show in the other place', (_, path, text) => {
    const result = strict(
      { a: { x: 1 } },
      // From here on the patch may write to the part, which is its own copy.
      { op: 'add', path: '/a/y', value: 2 },
      { op: 'copy', from: '/a', path: '/b' },
      { op: 'replace', path, value: 3 },
    );
    expect(textOf(result)).toBe(text);
  });

  test('the order of members is kept, and a new one comes last', () => {
    const result = strict(
      { b: 1, a: 2 },
      { op: 'replace', path: '/b', value: 3 },
      { op: 'add', path: '/0x', value: 4 },
    );
    expect(result.ok && isObject(result.value) ? Object.keys(result.value) : []).toEqual([
      'b',
      'a',
      '0x',
    ]);
  });
});

describe('keys that mean something to JavaScript', () => {
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length'];

  test.each(keys)('%s is an ordinary key', (key) => {
    const operations = [
      { op: 'add', path: `/${key}`, value: { x: 1 } },
      { op: 'replace', path: `/${key}/x`, value: 2 },
    ];
    expect(textOf(strict({}, ...operations))).toBe(`{"${key}":{"x":2}}`);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(textOf(strict(readExactJson(`{"${key}":1}`), { op: 'remove', path: `/${key}` }))).toBe(
      '{}',
    );
  });

  test.each(keys)('%s is missing where it was not written, on objects of any prototype', (key) => {
    const remove = { op: 'remove', path: `/${key}` };
    expect(strict({}, remove)).toMatchObject({ code: 'path-not-found' });
    expect(strict([1], remove)).toMatchObject({ code: 'bad-index' });
    expect(strict({}, { op: 'add', path: `/${key}/x`, value: 1 })).toMatchObject({
      code: 'path-not-found',
    });
  });

  test('an operation is read by its own members only', () => {
    const inherited = Object.create({ op: 'remove', path: '/spec' }) as PatchOperation;
    expect(override(inherited)).toMatchObject({ code: 'invalid' });
  });
});

describe('the operations of RFC 6902', () => {
  test.each([
    ['replace replaces the root', [{ op: 'replace', path: '', value: 1 }], '1'],
    ['move to the root', [{ op: 'move', from: '/a', path: '' }], '{"b":[1,2]}'],
    [
      'copy of the root',
      [{ op: 'copy', from: '', path: '/c' }],
      '{"a":{"b":[1,2]},"c":{"a":{"b":[1,2]}}}',
    ],
    [
      'move counts the index after the removal',
      [{ op: 'move', from: '/a/b/0', path: '/a/b/1' }],
      '{"a":{"b":[2,1]}}',
    ],
    ['move to where it is', [{ op: 'move', from: '/a', path: '/a' }], '{"a":{"b":[1,2]}}'],
    ['test compares values', [{ op: 'test', path: '/a/b', value: [1n, 2] }], '{"a":{"b":[1,2]}}'],
  ] as const)('%s', (_name, operations, text) => {
    expect(textOf(strict({ a: { b: [1, 2] } }, ...operations))).toBe(text);
  });

  test.each([
    ['move into itself', { op: 'move', from: '/a', path: '/a/c' }, 'invalid'],
    ['move of the root into itself', { op: 'move', from: '', path: '/a' }, 'invalid'],
    ['removal of the root', { op: 'remove', path: '' }, 'root'],
    ['a test that fails', { op: 'test', path: '/a', value: 1 }, 'test-failed'],
    [
      'a test of a missing member with null',
      { op: 'test', path: '/z', value: null },
      'path-not-found',
    ],
    ['replace of a missing member', { op: 'replace', path: '/z', value: 1 }, 'path-not-found'],
    ['a move one past the end', { op: 'move', from: '/a/b/0', path: '/a/b/2' }, 'bad-index'],
    ['a missing op', { path: '/a' }, 'invalid'],
    ['a missing value', { op: 'add', path: '/a' }, 'invalid'],
    ['a missing from', { op: 'copy', path: '/a' }, 'invalid'],
    ['a path without slash', { op: 'remove', path: 'a' }, 'invalid'],
  ] as const)('%s is refused', (_name, operation, code) => {
    expect(strict({ a: { b: [1, 2] } }, operation)).toMatchObject({ ok: false, code, index: 0 });
  });

  test('the identity may change and a path may be there twice', () => {
    const rename = { op: 'replace', path: '/metadata/name' };
    const result = strict(deployment, { ...rename, value: 'a' }, { ...rename, value: 'b' });
    expect(at((result as { value: JsonValue }).value, 'metadata', 'name')).toBe('b');
  });
});
