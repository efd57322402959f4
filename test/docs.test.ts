/** Every `console` block of the documentation, run against the built command in a copy of the repository. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './built.ts';
import { isUpdating } from './golden.ts';
import { root } from './repository.ts';

interface Command {
  readonly line: number;
  readonly command: string;
  readonly output: string;
}

const documents = [
  'README.md',
  'README.zh-CN.md',
  ...markdownBelow('docs'),
  ...markdownBelow('examples').filter((path) => !path.startsWith('examples/expected/')),
].filter((path) => commandsOf(path).length > 0);

let copy = '';

beforeAll(async () => {
  await ensureBuilt();
  copy = mkdtempSync(join(tmpdir(), 'fedc-docs-'));
  for (const name of ['dist', 'schemas', 'examples', 'scripts', 'package.json']) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const bin = join(copy, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'fedc'),
    `#!/bin/sh\nexec node "${join(copy, 'dist/cli/main.js')}" "$@"\n`,
  );
  chmodSync(join(bin, 'fedc'), 0o755);
});

afterAll(() => {
  if (copy !== '') rmSync(copy, { recursive: true, force: true });
});

describe.each(documents)('%s', (path) => {
  it('shows what the command prints', () => {
    const expected = commandsOf(path);
    const actual = run(expected);
    if (isUpdating()) rewrite(path, actual);
    expect(actual.map(asText)).toEqual((isUpdating() ? actual : expected).map(asText));
  });
});

describe('the documents', () => {
  it('link to files that exist', () => {
    const paths = [
      ...readdirSync(root).filter((name) => name.endsWith('.md')),
      ...markdownBelow('docs'),
      ...markdownBelow('examples'),
    ];
    const broken = paths.flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
      return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path} links to ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('have a changelog whose newest release is this version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const newest = /^## (\S+)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1];
    expect(newest).toBe(version);
  });
});

function asText({ line, command, output }: Command): string {
  return `line ${line}: $ ${command}\n${output}`;
}

/** The commands of a document run one after the other in one shell, in the root of the copy. */
function run(commands: readonly Command[]): Command[] {
  const mark = '=== end of output ===';
  const script = commands
    .map(({ command }) => `{ ${runnable(command)}\n} 2>&1\necho "${mark}"\n`)
    .join('');
  const { stdout } = spawnSync('bash', ['-c', script], {
    cwd: copy,
    encoding: 'utf8',
    env: {
      PATH: [join(copy, 'bin'), process.env['PATH']].join(delimiter),
      HOME: copy,
      NO_COLOR: '1',
      CI: 'true',
      LC_ALL: 'C',
    },
  });
  const outputs = stdout.split(`${mark}\n`);
  return commands.map((command, index) => ({ ...command, output: outputs[index] ?? '' }));
}

/** Under `vitest -u`: puts what the commands printed into the document. */
function rewrite(path: string, actual: readonly Command[]): void {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  for (const { line, output } of actual.toReversed()) {
    let end = line;
    while (end < lines.length && !/^(\$ |```)/.test(lines[end] ?? '')) end += 1;
    lines.splice(line, end - line, ...output.split('\n').slice(0, -1));
  }
  writeFileSync(join(root, path), lines.join('\n'));
}

/** What stands for a command here: the copy is installed and built already. */
function runnable(command: string): string {
  return command
    .replaceAll(/\bnpm ci( --[a-z-]+)*/g, 'true')
    .replaceAll(/\bnpm run( --silent)? build\b/g, 'true')
    .replaceAll(/\bnpm run( --silent)? quickstart\b/g, 'node scripts/quickstart.mjs');
}

/** Lines that begin with `$ ` in blocks marked `console`, each with the lines up to the next one. */
function commandsOf(path: string): Command[] {
  if (!existsSync(join(root, path))) return [];
  const commands: { line: number; command: string; output: string }[] = [];
  let isConsole = false;
  for (const [index, line] of readFileSync(join(root, path), 'utf8').split(/\r?\n/).entries()) {
    if (line.startsWith('```')) {
      isConsole = line === '```console';
    } else if (isConsole && line.startsWith('$ ')) {
      commands.push({ line: index + 1, command: line.slice(2), output: '' });
    } else if (isConsole && commands.length > 0) {
      const last = commands.at(-1);
      if (last !== undefined) last.output += `${line}\n`;
    }
  }
  return commands.filter(({ command }) => !isOnlyForPeople(command));
}

/** Installing and testing print what no document can foresee; built-cli.test.ts and the continuous integration do it. */
function isOnlyForPeople(command: string): boolean {
  return /^(npm (ci|install|i)\b[^&]*(&& npm test)?|npm test|git clone\b.*)$/.test(command);
}

function markdownBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort();
}
