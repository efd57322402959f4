import { describe, expect, it } from 'vitest';
import { abandonStaging, beginStaging, fillStaging } from '../../src/io/first-build.ts';
import type { Host } from '../../src/io/host.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';

const folder = '/repo/rendered.fedc-new';

function machine() {
  return createMemoryHost({ workingFolder: '/repo', files: { '/repo/a.yaml': '' } });
}

function planOf(...paths: readonly string[]) {
  const writes = paths.map((path) => ({ path, text: path }));
  return { writes, locks: [], deletions: [], staleLocks: [], unchanged: 0 };
}

describe('a first build that was begun', () => {
  it('is filled with what is left', () => {
    const host = machine();
    const begun = beginStaging(host, '/repo/rendered', 2);
    if (begun === undefined) throw new Error('nothing stands in the way');
    begun.work.write(`${folder}/one`, 'one');
    const plan = planOf('one', 'two');
    const writes = {
      length: 2,
      *[Symbol.iterator]() {
        yield* plan.writes.slice(1);
      },
    };
    fillStaging(host, '/repo/rendered', {
      plan: { ...plan, writes },
      durability: 'fast',
      begun: { ...begun, files: 1 },
    });
    expect([host.textOf(`${folder}/one`), host.textOf(`${folder}/two`)]).toEqual(['one', 'two']);
  });

  it.each([0, 2])('is no tree if %i of its files were given to it where one was', (files) => {
    const host = machine();
    const begun = beginStaging(host, '/repo/rendered', 2);
    const plan = planOf('one', 'two');
    const writes = {
      length: 2,
      *[Symbol.iterator]() {
        yield* plan.writes.slice(1);
      },
    };
    const fill = () =>
      fillStaging(host, '/repo/rendered', {
        plan: { ...plan, writes },
        durability: 'fast',
        begun: begun && { ...begun, files },
      });
    expect(fill).toThrow(`${files + 1} files were written where 2 belong`);
  });

  it('is not begun where somebody puts something in the way', () => {
    const host = machine();
    const makeFolder: Host['makeFolder'] = (path) => {
      host.makeFolder(path);
      host.files.set(`${folder}/.fedc/writer/mine`, Buffer.from('mine'));
    };
    const createFile = () => false;
    const strange: Host = { ...host, makeFolder, createFile };
    expect(beginStaging(strange, '/repo/rendered', 1)).toBeUndefined();
    expect(host.textOf(`${folder}/.fedc/writer/mine`)).toBe('mine');
  });

  it('is removed once nobody writes there any more', () => {
    const host = machine();
    const begun = beginStaging(host, '/repo/rendered', 1);
    if (begun === undefined) throw new Error('nothing stands in the way');
    const finish = () => {
      host.writeFile(`${folder}/late`, 'late');
      throw new Error('refused');
    };
    abandonStaging(host, '/repo/rendered', { ...begun, work: { ...begun.work, finish } });
    expect(host.kindOf(folder)).toBeUndefined();
  });
});
