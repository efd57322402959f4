import { describe, expect, it } from 'vitest';
import { configMap, fedc, files } from './repository.ts';

const broken = { ...files, '/repo/web.yaml': configMap('web', '{clusters: [{name: eu-9}]}') };
/** A list beside a selector is a warning. */
const warned = {
  ...files,
  '/repo/web.yaml': configMap('web', '{clusters: [{name: eu-1}], clusterSelector: {}}'),
};

describe('fedc lint', () => {
  it('says how much is sound', () => {
    const { code, output, error, host } = fedc(['lint']);
    expect({ code, output, error }).toEqual({
      code: 0,
      output: '',
      error: '5 objects for 3 clusters, no findings\n',
    });
    expect(host.changes).toEqual([]);
  });

  it('is silent under -q', () => {
    expect(fedc(['lint', '-q'])).toMatchObject({ code: 0, output: '', error: '' });
  });

  it('exits with 1 where a build exits with 2', () => {
    const { code, error } = fedc(['lint'], { files: broken });
    expect(code).toBe(1);
    expect(error).toContain('error[placement/unknown-cluster]');
    expect(error).not.toContain('findings');
    expect(fedc(['build'], { files: broken }).code).toBe(2);
  });

  it('finds what a build finds', () => {
    const reported = (verb: string) => fedc([verb, '--reporter', 'json'], { files: broken }).error;
    expect(reported('lint')).toBe(reported('build'));
  });

  it('takes no look at the tree', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/rendered/clusters/eu-1/shop/configmap_web.yaml', Buffer.from('edited'));
    host.files.set('/repo/rendered/index/lock', Buffer.from('no lock'));
    expect(fedc(['lint'], host)).toMatchObject({ code: 0 });
  });

  it.each([
    { name: 'pass', argv: ['lint'], code: 0, said: '4 objects for 3 clusters, 1 warning\n' },
    { name: 'fail under --strict', argv: ['lint', '--strict'], code: 1, said: 'warning[' },
    { name: 'pass as many as allowed', argv: ['lint', '--max-warnings', '1'], code: 0, said: '' },
    {
      name: 'fail if they are more than allowed',
      argv: ['lint', '--max-warnings=0'],
      code: 1,
      said: '1 warning, and --max-warnings allows 0\n',
    },
    {
      name: 'fail also under -q',
      argv: ['lint', '-q', '--max-warnings=0'],
      code: 1,
      said: '1 warning, and --max-warnings allows 0\n',
    },
  ])('lets warnings $name', ({ argv, code, said }) => {
    const run = fedc(argv, { files: warned });
    expect(run.code).toBe(code);
    expect(run.error).toContain(said);
  });

  it.each(['x', '1.5', '-1', '', '1e3'])('refuses --max-warnings %j', (text) => {
    const { code, error } = fedc(['lint', '--max-warnings', text]);
    expect(code).toBe(64);
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain('--max-warnings');
  });

  it('exits with 3 if the machine refuses, and with 64 if the command line is wrong', () => {
    expect(fedc(['lint', 'nowhere']).code).toBe(3);
    expect(fedc(['lint', '--inventory', 'nowhere.yaml']).code).toBe(3);
    expect(fedc(['lint', '--stict']).code).toBe(64);
  });

  it('reports as the reporters say', () => {
    const { host, code } = fedc(['lint', '--reporter', 'json=out/lint.json'], { files: broken });
    expect(code).toBe(1);
    expect(JSON.parse(host.textOf('/repo/out/lint.json') ?? '').diagnostics).toHaveLength(1);
  });
});
