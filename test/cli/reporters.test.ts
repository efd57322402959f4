import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { HostError } from '../../src/io/host.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files } from './repository.ts';

/** One error, on a line of its own. */
const broken = {
  ...files,
  '/repo/apps/bad.yaml': configMap('bad', '\n    clusters: [{name: eu-3}]'),
};
const actions = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/repo' };
const annotation =
  '::error file=apps/bad.yaml,line=8,endLine=8,col=23,endColumn=27,title=placement/unknown-cluster::';

describe('--reporter', () => {
  it('may be given several times: each report goes where it is told to', () => {
    const argv = ['build', '--reporter', 'text', '--reporter', 'sarif=out/fedc.sarif'];
    const { host, code, error } = fedc([...argv, '--reporter', 'gitlab=quality.json'], {
      files: broken,
    });
    expect(code).toBe(2);
    expect(error).toContain('error[placement/unknown-cluster]');
    const { runs } = JSON.parse(host.textOf('/repo/out/fedc.sarif') ?? '');
    expect(runs[0].results).toMatchObject([{ ruleId: 'placement/unknown-cluster' }]);
    expect(JSON.parse(host.textOf('/repo/quality.json') ?? '')).toMatchObject([
      { check_name: 'placement/unknown-cluster', location: { path: 'apps/bad.yaml' } },
    ]);
  });

  it('writes annotations to stderr, and nothing to stdout', () => {
    const { output, error } = fedc(['build', '--reporter', 'github'], { files: broken });
    expect(output).toBe('');
    expect(error.startsWith(annotation)).toBe(true);
  });

  it('writes the same bytes each time, over its own report', () => {
    const argv = ['build', '--reporter', 'sarif=fedc.sarif', '--reporter', 'json=fedc.json'];
    const { host } = fedc(argv, { files: broken });
    const first = [host.textOf('/repo/fedc.sarif'), host.textOf('/repo/fedc.json')];
    expect(fedc(argv, host).code).toBe(2);
    expect([host.textOf('/repo/fedc.sarif'), host.textOf('/repo/fedc.json')]).toEqual(first);
  });

  it.each([
    { argv: ['sarf'], said: 'Did you mean sarif?' },
    { argv: ['json='], said: 'A path is missing' },
    { argv: ['json=-'], said: 'Standard output carries the product only' },
    { argv: ['json', 'text'], said: 'json and text on one stream' },
    { argv: ['sarif', 'github'], said: 'sarif and github on one stream' },
    { argv: ['text', 'text'], said: 'twice on stderr' },
    { argv: ['json=a.json', 'sarif=./a.json'], said: 'another report goes there' },
    { argv: ['json=rendered/clusters/eu-1/x.json'], said: 'it is in the output tree' },
    { argv: ['json=link/clusters/eu-1/x.json'], said: 'it is in the output tree' },
    { argv: ['json=apps'], said: 'it is a folder' },
    { argv: ['json=pointer.json'], said: 'it is a link' },
    { argv: ['json=web.yaml'], said: 'something that is no report stands there' },
    { argv: ['json=fedc.yaml'], said: 'something that is no report stands there' },
    { argv: ['text=clusters.yaml'], said: 'something that is no report stands there' },
  ])('refuses $argv, and touches nothing', ({ argv, said }) => {
    const { host, code, output, error } = fedc(
      ['build', ...argv.flatMap((each) => ['--reporter', each])],
      {
        files: {
          ...files,
          '/repo/fedc.yaml': 'mode: gitops\n',
          '/repo/apps/web.yaml': configMap('other', '{clusters: []}'),
          '/repo/rendered/index/lock': '',
        },
        links: { '/repo/link': '/repo/rendered', '/repo/pointer.json': '/repo/web.yaml' },
      },
    );
    expect({ code, output, changes: host.changes }).toEqual({ code: 64, output: '', changes: [] });
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain(said);
  });

  it('never writes over a source, even where the command is refused for another reason', () => {
    const { host, code, error } = fedc(['explain', 'web', '--reporter', 'json=web.yaml']);
    expect({ code, changes: host.changes }).toEqual({ code: 64, changes: [] });
    expect(error).toContain('output/write-failed');
  });

  it('lets text and annotations share a stream', () => {
    const argv = ['build', '--reporter', 'github', '--reporter', 'text'];
    const { error } = fedc(argv, { files: broken });
    expect(error).toContain(annotation);
    expect(error).toContain('error[placement/unknown-cluster]');
  });

  it('is exit 3 when a report cannot be written, and the others report all the same', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host = {
      ...memory,
      writeFile(path: string, text: string) {
        if (path === '/repo/full/a.json') throw new HostError('write', path, 'the disk is full');
        memory.writeFile(path, text);
      },
    };
    const argv = ['build', '--reporter', 'json=full/a.json', '--reporter', 'sarif=b.sarif'];
    expect(run(argv, host)).toBe(3);
    expect(memory.error).toContain('error[output/write-failed]: full/a.json cannot be written');
    expect(memory.textOf('/repo/b.sarif')).toContain('"results": []');
  });

  it('hands a device what it is given, and does not replace it', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host = {
      ...memory,
      kindOf: (path: string) => (path === '/dev/null' ? ('other' as const) : memory.kindOf(path)),
    };
    expect(run(['build', '--reporter', 'json=/dev/null'], host)).toBe(0);
    expect(memory.changes).toContain('append /dev/null');
  });

  it('reports errors only to people under -q, and everything to programs', () => {
    const argv = ['build', '-q', '--reporter', 'github', '--reporter', 'json=a.json'];
    const plain = {
      ...files,
      '/repo/plain.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n',
    };
    const { host, error } = fedc(argv, { files: plain });
    expect(error).toBe('');
    expect(host.textOf('/repo/a.json')).toContain('repo/');
  });

  it.each(['github', 'gitlab=r', 'sarif=r', 'json=r'])(
    'never shows the value of a Secret in %s',
    (reporter) => {
      const secret = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedSecret
metadata: {name: web, namespace: shop}
spec:
  template:
    stringData:
      password: hunter2
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - path: /stringData/none/x
          value: hunter3
`;
      const all = { ...files, '/repo/secret.yaml': secret };
      const { host, error } = fedc(['build', '--reporter', reporter], { files: all });
      const text = `${error}${host.textOf('/repo/r') ?? ''}`;
      expect(text).toContain('override/path-not-found');
      expect(text).not.toMatch(/hunter/);
    },
  );
});

describe('the paths in reports for review', () => {
  const path = (options: Parameters<typeof fedc>[1], ...argv: readonly string[]) => {
    const { error } = fedc(['build', ...argv, '--reporter', 'github'], options);
    return /file=([^,]*),/.exec(error)?.[1];
  };
  const fleet = Object.fromEntries(
    Object.entries(broken).map(([name, text]) => [name.replace('/repo/', '/builds/fleet/'), text]),
  );

  it.each([
    {
      name: 'are relative to the workspace of GitHub',
      environment: { GITHUB_WORKSPACE: '/builds' },
      expected: 'fleet/apps/bad.yaml',
    },
    {
      name: 'are relative to the project of GitLab',
      environment: { CI_PROJECT_DIR: '/builds/' },
      expected: 'fleet/apps/bad.yaml',
    },
    {
      name: 'are relative to the repository that was checked out into a folder of the workspace',
      environment: { GITHUB_WORKSPACE: '/builds' },
      also: { '/builds/fleet/.git/HEAD': '' },
      expected: 'apps/bad.yaml',
    },
    {
      name: 'count a submodule as part of the workspace',
      environment: { GITHUB_WORKSPACE: '/builds' },
      also: { '/builds/.git/HEAD': '', '/builds/fleet/.git': '' },
      expected: 'fleet/apps/bad.yaml',
    },
    {
      name: 'are relative to the nearest repository without such a variable',
      environment: {},
      also: { '/builds/.git/HEAD': '' },
      expected: 'fleet/apps/bad.yaml',
    },
    {
      name: 'do not care for a workspace elsewhere',
      environment: { GITHUB_WORKSPACE: '/elsewhere' },
      expected: 'apps/bad.yaml',
    },
  ])('$name', ({ environment, also = {}, expected }) => {
    const workingFolder = '/builds/fleet';
    expect(path({ files: { ...fleet, ...also }, workingFolder, environment })).toBe(expected);
  });

  it('do not depend on the folder that the command runs in', () => {
    const options = {
      files: fleet,
      workingFolder: '/',
      environment: { GITHUB_WORKSPACE: '/builds' },
    };
    expect(path(options, 'builds/fleet')).toBe('fleet/apps/bad.yaml');
  });

  it('see through links', () => {
    const options = {
      files: fleet,
      links: { '/home/ci': '/builds' },
      workingFolder: '/home/ci/fleet',
      environment: { GITHUB_WORKSPACE: '/home/ci' },
    };
    expect(path(options)).toBe('fleet/apps/bad.yaml');
  });

  it('are those of the tree where a file of the tree is meant', () => {
    const { host } = fedc(['build']);
    const edited = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
    host.files.set(edited, Buffer.from('kind: x\n'));
    host.files.set('/repo/web.yaml', Buffer.from(configMap('web', '{clusterSelector: {}}', 'y')));
    const { error } = fedc(['build', '--reporter', 'github'], host);
    expect(error).toContain(
      'file=rendered/clusters/eu-1/shop/configmap_web.yaml,title=tree/edited-file',
    );
  });

  it('name standard input in the message, which no review shows', () => {
    const input = configMap('web', '{clusters: [{name: eu-3}]}');
    const argv = ['build', '-f', '-', '--inventory', 'clusters.yaml', '--cluster', 'eu-1'];
    const { error } = fedc([...argv, '--stdout', '--reporter', 'github'], { files, input });
    expect(error).toMatch(/^::error title=placement\/unknown-cluster::stdin:7:\d+: /m);
  });

  it('fall back to the settings where a place is demanded', () => {
    const argv = ['build', '--cluster', 'eu-9', '--reporter', 'gitlab=q.json'];
    const { host } = fedc(argv, { files, environment: { CI_PROJECT_DIR: '/' } });
    expect(JSON.parse(host.textOf('/repo/q.json') ?? '')).toMatchObject([
      { check_name: 'cli/unknown-cluster', location: { path: 'repo/fedc.yaml' } },
    ]);
  });
});

describe('on GitHub Actions', () => {
  it('annotations and a summary come by themselves', () => {
    const environment = { ...actions, GITHUB_STEP_SUMMARY: '/runner/summary' };
    const all = { ...broken, '/runner/summary': 'before\n' };
    const { host, code, error } = fedc(['build'], { files: all, environment });
    expect(code).toBe(2);
    expect(error).toContain('error[placement/unknown-cluster]');
    expect(error).toContain(`\n${annotation}`);
    expect(host.textOf('/runner/summary')).toMatch(/^before\n### fedc: 1 error\n/);
    expect(host.textOf('/runner/summary')).toContain('| apps/bad.yaml:8 |');
  });

  it('annotations come beside reports in files', () => {
    const argv = ['build', '--reporter', 'sarif=a.sarif'];
    const { error } = fedc(argv, { files: broken, environment: actions });
    expect(error.startsWith(annotation)).toBe(true);
  });

  it('annotations come once if they were asked for', () => {
    const argv = ['build', '--reporter', 'github'];
    const { error } = fedc(argv, { files: broken, environment: actions });
    expect(error.match(/::error /g)).toHaveLength(1);
  });

  it('annotations do not spoil a report for programs on the same stream', () => {
    const argv = ['build', '--reporter', 'json'];
    const { error } = fedc(argv, { files: broken, environment: actions });
    expect(JSON.parse(error)).toHaveProperty('diagnostics');
  });

  it('nothing is added when there is nothing to say', () => {
    const environment = { ...actions, GITHUB_STEP_SUMMARY: '/runner/summary' };
    const { host, error } = fedc(['build'], { files, environment });
    expect(error).not.toContain('::');
    expect(host.textOf('/runner/summary')).toBeUndefined();
  });

  it('a wrong command line is annotated, too', () => {
    const { code, error } = fedc(['buidl'], { files, environment: actions });
    expect(code).toBe(64);
    expect(error).toContain('error[cli/usage]');
    expect(error).toMatch(/^::error title=cli\/usage::/m);
  });

  it('a name of a file or in one commands nothing', () => {
    const hostile = { ...broken, '/repo/::add-mask::a.yaml': broken['/repo/apps/bad.yaml'] };
    const { error } = fedc(['build'], { files: hostile, environment: actions });
    const [, token = '', held = '', rest = ''] =
      /^::stop-commands::([0-9a-f]{64})\n(.*)\n::\1::\n(.*)$/s.exec(error) ?? [];
    expect(held).toMatch(/^ {2}::add-mask::a\.yaml:/m);
    expect(held).not.toContain(token);
    expect(rest).toMatch(/^::error /);
    expect(rest).not.toMatch(/^::add-mask/m);
    expect(fedc(['build'], { files: hostile }).error).not.toContain('stop-commands');
  });

  it('a summary that cannot be written changes nothing', () => {
    const environment = { ...actions, GITHUB_STEP_SUMMARY: '/runner/summary' };
    const memory = createMemoryHost({ workingFolder: '/repo', files: broken, environment });
    const host = {
      ...memory,
      appendFile(path: string) {
        throw new HostError('write', path, 'permission denied');
      },
    };
    expect(run(['build'], host)).toBe(2);
    expect(memory.error).toContain(annotation);
  });
});
