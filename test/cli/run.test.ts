import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { HostError } from '../../src/io/host.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { fedc, files } from './repository.ts';

describe('the command line', () => {
  it.each([
    { argv: ['buidl'], said: 'Did you mean build?' },
    { argv: ['build', '--otu', 'x'], said: 'Did you mean --out' },
    { argv: ['build', '--mode', 'x'], said: 'Allowed choices are gitops, kubefed' },
    { argv: ['build', 'a', 'b'], said: 'Too many arguments' },
    { argv: ['build', '--out'], said: 'argument missing' },
    {
      argv: ['build', '--reporter', 'xml'],
      said: 'Allowed choices are text, json, github, gitlab, sarif.',
    },
    { argv: ['explain'], said: 'Missing required argument' },
    { argv: ['build', 'web.yaml'], said: 'Use -f web.yaml' },
  ])('refuses $argv', ({ argv, said }) => {
    const { code, output, error } = fedc(argv);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain(said);
  });

  it.each([[['--help']], [['build', '--help']], [['explain', '-h']], [['help', 'build']]])(
    'shows help with examples first for %s',
    (argv) => {
      const { code, output, error } = fedc(argv);
      expect({ code, error }).toEqual({ code: 0, error: '' });
      expect(output.startsWith('Examples:\n')).toBe(true);
    },
  );

  it('shows help on stderr when there is no command', () => {
    const { code, output, error } = fedc([]);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('Usage: fedc');
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(fedc(['--version'])).toMatchObject({ code: 0, output: `${version}\n` });
  });
});

describe('what goes wrong outside', () => {
  it('is exit 3 when a file cannot be written', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host = {
      ...memory,
      writeFile(path: string) {
        throw new HostError('write', path, 'the disk is full');
      },
    };
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain('error[output/write-failed]');
  });

  it('is exit 3 when a file cannot be read', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host = {
      ...memory,
      readFile(path: string) {
        if (path !== '/repo/web.yaml') return memory.readFile(path);
        throw new HostError('read', path, 'permission denied');
      },
    };
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain(
      'error[repo/unreadable]: web.yaml cannot be read: permission denied.',
    );
    expect(memory.changes).toEqual([]);
  });

  it('is exit 70 and one line for a bug, without a stack trace', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host = {
      ...memory,
      readFile() {
        throw new TypeError('x is not a function');
      },
    };
    expect(run(['build'], host)).toBe(70);
    expect(memory.error).toMatch(
      /^fedc: internal error: TypeError: x is not a function\nThis is a bug/,
    );
    expect(memory.error).not.toContain('    at ');
  });
});
