/** A folder that the machine refuses to list: chmod would not keep out root, who runs the tests in many pipelines. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { listSources } from '../../src/cli/list-sources.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import { HostError } from '../../src/io/host.ts';
import { createNodeHost } from '../../src/io/node-host.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

vi.mock(import('../../src/io/entry-kinds.ts'), async (importOriginal) => {
  const { kindsIn, ...others } = await importOriginal();
  return {
    ...others,
    kindsIn(folder) {
      if (folder.includes('locked'))
        throw Object.assign(new Error(), { code: 'EACCES', syscall: 'scandir' });
      return kindsIn(folder);
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), 'fedc-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder that cannot be listed is never passed over', () => {
  mkdirSync(join(folder, 'teams/locked'), { recursive: true });
  writeFileSync(join(folder, 'teams/a.yaml'), '');
  const list = () => createNodeHost().listFiles(folder, { except: [] });
  expect(list).toThrow(new HostError('list', `${folder}/teams/locked`, 'permission denied'));
});

test('unless it is left out anyway', () => {
  const list = createNodeHost().listFiles(folder, { except: [`${folder}/teams/locked`] });
  expect(list).toEqual([{ path: 'teams/a.yaml', kind: 'file' }]);
});

test('or may be missing', () => {
  const list = createNodeHost().listFiles(folder, {
    except: [],
    mayMiss: (path) => path === 'teams/locked',
  });
  expect(list).toEqual([{ path: 'teams/a.yaml', kind: 'file' }]);
});

test.each([
  ['teams/locked/**', true],
  ['**/locked/**', true],
  ['teams/locked/*.yaml', false],
  ['teams/locked/*', false],
  ['teams/a.yaml', false],
])('which `exclude:` says: %s', (pattern, isSaid) => {
  const { value: options } = readSettings({ exclude: [pattern] }, {}, parseYaml);
  const request = { root: { folder }, options, named: [], except: [], isInventoryTrusted: false };
  const list = () => listSources(createNodeHost(), request).value.map(({ path }) => path);
  if (isSaid) expect(list()).toEqual(['teams/a.yaml']);
  else expect(list).toThrow(HostError);
});
