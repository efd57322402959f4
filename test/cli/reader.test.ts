import { describe, expect, it } from 'vitest';
import { fedc, files } from './repository.ts';

describe('--reader', () => {
  it('makes no difference to what is printed', () => {
    const [fast, full, usual] = [['--reader', 'fast'], ['--reader', 'full'], []].map((flags) =>
      fedc(['build', '--cluster', 'eu-1', '--stdout', ...flags]),
    );
    expect(usual?.code).toBe(0);
    expect(usual?.output).toContain('kind: ConfigMap');
    expect([fast?.output, full?.output]).toEqual([usual?.output, usual?.output]);
  });

  it('makes no difference to what is said', () => {
    const warned = { files: { ...files, '/repo/odd.yaml': '# kubefed\na: yes\n---\nb: [\n' } };
    const [fast, full] = ['fast', 'full'].map((reader) =>
      fedc(['lint', '--reader', reader], warned),
    );
    expect(fast?.code).toBe(1);
    expect([fast?.output, fast?.error]).toEqual([full?.output, full?.error]);
  });

  it('takes fast or full', () => {
    const { code, error } = fedc(['build', '--reader', 'slow']);
    expect(code).toBe(64);
    expect(error).toContain('fast');
  });
});
