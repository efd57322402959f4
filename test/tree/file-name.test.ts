import { describe, expect, it } from 'vitest';
import type { ObjectKey } from '../../src/model/kube-object.ts';
import { escapeName, fileName, folderName } from '../../src/tree/file-name.ts';

const key = (parts: Partial<ObjectKey>): ObjectKey => ({
  group: '',
  kind: 'ConfigMap',
  namespace: 'shop',
  name: 'web',
  ...parts,
});

describe('fileName', () => {
  it.each([
    { name: 'leaves the core group out', given: {}, file: 'configmap_web.yaml' },
    {
      name: 'writes the group behind the kind',
      given: { group: 'apps', kind: 'Deployment' },
      file: 'deployment.apps_web.yaml',
    },
    {
      name: 'escapes the colon of an RBAC name',
      given: { name: 'system:node' },
      file: 'configmap_system~3anode.yaml',
    },
    {
      name: 'escapes a slash, so that a name cannot become a path',
      given: { name: '../x' },
      file: 'configmap_..~2fx.yaml',
    },
    {
      name: 'keeps names apart that differ only by case',
      given: { name: 'Web' },
      file: 'configmap_~57eb.yaml',
    },
    {
      name: 'escapes the underscore, so that kind and name stay apart',
      given: { name: 'a_b' },
      file: 'configmap_a~5fb.yaml',
    },
    {
      name: 'escapes the tilde itself',
      given: { name: 'a~b' },
      file: 'configmap_a~7eb.yaml',
    },
    {
      name: 'escapes each byte of other scripts',
      given: { name: 'é' },
      file: 'configmap_~c3~a9.yaml',
    },
    {
      name: 'escapes a kind that is a device on Windows before a dot',
      given: { kind: 'Con', group: 'example.io' },
      file: '~63on.example.io_web.yaml',
    },
    {
      name: 'leaves a device name alone that stands before an underscore',
      given: { kind: 'Con' },
      file: 'con_web.yaml',
    },
  ])('$name', ({ given, file }) => {
    expect(fileName(key(given))).toBe(file);
  });

  it('keeps a stem of 120 bytes whole', () => {
    const name = 'a'.repeat(120 - 'configmap_'.length);
    expect(fileName(key({ name }))).toBe(`configmap_${name}.yaml`);
  });

  it('cuts a longer stem after 110 bytes and adds the digest of the identity', () => {
    const name = 'a'.repeat(121 - 'configmap_'.length);
    // The digest is that of sha256sum for /ConfigMap/shop/aaa...
    expect(fileName(key({ name }))).toBe(`configmap_${'a'.repeat(100)}~~bdf550a8.yaml`);
    expect(fileName(key({ name }))).not.toBe(fileName(key({ name, namespace: 'other' })));
    expect(fileName(key({ name })).length).toBe(125);
  });

  it.each([97, 98, 99, 100])(
    'cuts before an escape that would be broken (%i letters)',
    (letters) => {
      const name = `${'a'.repeat(letters)}${':'.repeat(40)}`;
      const stem = fileName(key({ name })).slice(0, -'~~01234567.yaml'.length);
      expect(stem).toMatch(/^configmap_a+(~3a)*$/);
      expect(stem.length).toBeGreaterThan(107);
    },
  );
});

describe('folderName', () => {
  it.each([
    ['shop', 'shop'],
    ['con', '~63on'],
    ['con.example', '~63on.example'],
    ['lpt1', '~6cpt1'],
    ['console', 'console'],
    ['..', '~2e.'],
    ['.', '~2e'],
    ['_cluster', '~5fcluster'],
  ])('writes %s as %s', (name, folder) => {
    expect(folderName(name)).toBe(folder);
  });
});

describe('escapeName', () => {
  it('gives only the safe alphabet, whatever the text', () => {
    for (const text of ['\ud800', '\0', 'a\nb', '日本', '🙂', 'C:\\x', 'a b', '%2e'])
      expect(escapeName(text)).toMatch(/^(?:[a-z0-9.-]|~[0-9a-f]{2})*$/);
  });
});
