import { describe, expect, it } from 'vitest';
import type { MemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting, configMap, fedc, files } from './repository.ts';

const web = 'rendered/clusters/eu-1/shop/configmap_web.yaml';
const lock = '/repo/rendered/index/clusters/eu-1.lock';

function built(): MemoryHost {
  return fedc(['build']).host;
}

/** A tree whose locks are gone: as if somebody else had written it. */
function foreign(): MemoryHost {
  const host = built();
  for (const path of [...host.files.keys()])
    if (path.startsWith('/repo/rendered/index/')) host.files.delete(path);
  return host;
}

const manifests = (host: MemoryHost) =>
  new Map([...host.files].filter(([path]) => !path.includes('/index/')));

const configMapByHand = `apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: shop}
`;

describe('fedc adopt', () => {
  it('claims a tree that is exactly what would be written', () => {
    const host = foreign();
    const before = manifests(host);
    const refused = fedc(['build'], host);
    expect(refused.code).toBe(4);
    expect(refused.error).toContain('error[tree/not-a-tree]');
    expect(refused.error).toContain('`fedc adopt`');
    const { code, output, error } = fedc(['adopt'], host);
    expect(code).toBe(0);
    expect(output.split('\n')).toContain(web);
    expect(error).toBe('6 files claimed in rendered\n');
    expect(manifests(host)).toEqual(before);
    expect(fedc(['build'], host).code).toBe(0);
    expect(fedc(['build'], host).error).toContain('nothing to do');
  });

  it('does not claim what is different, and says how to', () => {
    const host = foreign();
    host.files.set(`/repo/${web}`, Buffer.from('other'));
    const { code, error } = fedc(['adopt'], host);
    expect(code).toBe(0);
    expect(
      error,
    ).toBe(`5 files claimed, 1 file not as they would be written and not claimed in rendered
Name a file to claim it as it is: fedc adopt ${web}
`);
    expect(fedc(['build'], host).error).toContain('error[tree/edited-file]');
    expect(fedc(['adopt', web], host).output).toBe(`${web}\n`);
    expect(fedc(['build'], host).code).toBe(0);
    expect(host.textOf(`/repo/${web}`)).toContain('kind: ConfigMap');
  });

  it('lets a named file be deleted, as any object is', () => {
    const host = built();
    const extra = 'rendered/clusters/eu-1/shop/extra.yaml';
    host.files.set(`/repo/${extra}`, Buffer.from('kind: Pod\nmetadata: {name: x}\n'));
    expect(fedc(['adopt', extra], host).code).toBe(0);
    expect(host.textOf(`/repo/${extra}`)).toBeDefined();
    const { code, error } = buildAccepting(host);
    expect(code).toBe(0);
    expect(error).toContain('1 deleted');
    expect(host.files.has(`/repo/${extra}`)).toBe(false);
  });

  it('makes a lock anew after a merge', () => {
    const host = built();
    const text = host.textOf(lock);
    host.files.set(lock, Buffer.from(`<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`));
    const refused = fedc(['build'], host);
    expect(refused.code).toBe(4);
    expect(refused.error).toContain(
      'error[tree/broken-lock]: rendered/index/clusters/eu-1.lock holds the marks of a merge conflict (line 1).',
    );
    const before = manifests(host);
    const { code, error } = fedc(['adopt'], host);
    expect({ code, error }).toEqual({
      code: 0,
      error: 'nothing to claim, 1 lock made anew in rendered\n',
    });
    expect(host.textOf(lock)).toBe(text);
    expect(manifests(host)).toEqual(before);
    expect(fedc(['build'], host).error).toContain('nothing to do');
  });

  it('leaves a folder alone in which nothing is as it would be written', () => {
    const host = fedc(['explain', 'configmap/web'], {
      files: { ...files, '/repo/rendered/clusters/x/y.yaml': 'a' },
    }).host;
    const before = new Map(host.files);
    const { code, error } = fedc(['adopt'], host);
    expect(code).toBe(4);
    expect(error).toContain('error[tree/not-a-tree]');
    expect(error).toContain('none of the files there is one that fedc would write');
    expect(host.files).toEqual(before);
  });

  it('does not send to itself where every file is otherwise: it says how to claim one', () => {
    const { host } = fedc(['explain', 'configmap/web'], {
      files: { ...files, [`/repo/${web}`]: configMapByHand },
    });
    expect(fedc(['adopt'], host).error).toContain(
      `help: Choose an empty folder with --out, or claim each file there as it is: \`fedc adopt ${web}\`.`,
    );
    expect(fedc(['adopt', web], host).code).toBe(0);
    expect(fedc(['build'], host).code).toBe(0);
  });

  it('has nothing to do where nothing stands, and the second time', () => {
    const empty = fedc(['adopt']);
    expect(empty).toMatchObject({ code: 0, output: '', error: 'nothing to claim in rendered\n' });
    expect(empty.host.changes).toEqual([]);
    const host = built();
    const before = new Map(host.files);
    expect(fedc(['adopt'], host)).toMatchObject({ code: 0, output: '' });
    expect(host.files).toEqual(before);
  });

  it.each([
    { argv: ['none.yaml'], said: 'is not a file that fedc could own' },
    { argv: ['rendered/clusters/eu-1/none.yaml'], said: 'no plain file stands there' },
    { argv: ['rendered/clusters/eu-1'], said: 'no plain file stands there' },
    { argv: ['rendered/index/clusters/eu-1.lock'], said: 'locks cannot be named' },
  ])('refuses $argv', ({ argv, said }) => {
    const host = built();
    const before = new Map(host.files);
    const { code, error } = fedc(['adopt', ...argv], host);
    expect(code).toBe(64);
    expect(error).toContain(said);
    expect(host.files).toEqual(before);
  });

  it('claims nothing through a link', () => {
    const host = built();
    host.files.set('/etc/x.yaml', Buffer.from('x'));
    host.links.set('/repo/rendered/clusters/eu-1/x.yaml', '/etc/x.yaml');
    expect(fedc(['adopt', 'rendered/clusters/eu-1/x.yaml'], host).code).toBe(64);
  });

  it('does nothing if the sources cannot be compiled', () => {
    const host = foreign();
    host.files.set('/repo/bad.yaml', Buffer.from('kind: FederatedConfigMap\n a: ['));
    host.files.set('/repo/web.yaml', Buffer.from(configMap('web', '{clusters: []}')));
    const before = new Map(host.files);
    expect(fedc(['adopt'], host).code).toBe(2);
    expect(host.files).toEqual(before);
  });
});
