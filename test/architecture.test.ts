import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forbiddenInPure, mayImport, packageOwner } from './architecture.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface CodeFile {
  /** Relative to src. */
  readonly path: string;
  readonly text: string;
  /** The text without comments; line numbers stay. */
  readonly code: string;
  readonly imports: readonly string[];
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readCode);

function readCode(path: string): CodeFile {
  const text = readFileSync(join(root, 'src', path), 'utf8').replaceAll('\r\n', '\n');
  const code = withoutComments(text);
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
  return { path, text, code, imports: found.map((match) => match[1] ?? '') };
}

/** Good enough for a code base in which comments stand on their own lines or after code and a space. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/(^|\s)\/\/ .*$/gm, '$1');
}

/** The row of the table that a file belongs to: its top folder, or its own name. */
function rowOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function importedPath(file: CodeFile, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(file.path), specifier));
}

const isGenerated = (path: string) => path.split('/').includes('generated');
const isPure = (path: string) => !['io', 'cli'].includes(rowOf(path));

describe('the source folders', () => {
  it('import only what the table allows', () => {
    const offences = files.flatMap((file) => {
      const from = rowOf(file.path);
      const allowed = mayImport[from];
      if (allowed === undefined) return [`${file.path}: ${from} has no row in the table`];
      return file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => importedPath(file, specifier))
        .filter((target) => !isAllowed(from, rowOf(target), allowed))
        .map((target) => `${file.path} imports ${target}`);
    });
    expect(offences).toEqual([]);
  });

  it('leave each package to its owner', () => {
    const offences = files.flatMap((file) =>
      file.imports
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .map((specifier) => specifier.split('/')[0] ?? specifier)
        .filter((name) => packageOwner[name] !== rowOf(file.path))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });

  it('keep stages, and front ends, apart from each other', () => {
    const offences = files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => importedPath(file, specifier))
        .filter((target) => areStrangers(file.path, target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it('hold two or more entries each, and no index file', () => {
    const folders = new Map<string, Set<string>>();
    for (const path of allPaths()) {
      const steps = path.split('/');
      for (let depth = 1; depth < steps.length; depth += 1) {
        const folder = steps.slice(0, depth).join('/');
        folders.set(folder, (folders.get(folder) ?? new Set()).add(steps[depth] ?? ''));
      }
    }
    const lonely = [...folders].filter(
      ([folder, entries]) => entries.size < 2 && !isGenerated(folder),
    );
    expect(lonely.map(([folder]) => folder)).toEqual([]);
    expect(files.map((file) => file.path).filter((path) => /\/index\.ts$/.test(path))).toEqual([]);
  });

  it('have no catch-all names', () => {
    const names = allPaths().flatMap((path) => path.split('/'));
    expect(
      names.filter((name) => /^(utils?|helpers?|common|manager|misc|shared)(\.ts)?$/.test(name)),
    ).toEqual([]);
  });
});

describe('the source files', () => {
  it('use nothing outside io and cli that differs between machines or runs', () => {
    const offences = files.filter((file) => isPure(file.path)).flatMap(findForbidden);
    expect(offences).toEqual([]);
  });

  it('are at most 300 lines long', () => {
    const long = files
      .filter((file) => !isGenerated(file.path))
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('have no default export', () => {
    const offences = files.filter((file) => /^export default\b|\bas default\b/m.test(file.code));
    expect(offences.map((file) => file.path)).toEqual([]);
  });

  it('begin with a comment that says what they are', () => {
    const silent = files.filter(
      (file) => !isGenerated(file.path) && !/^(#!.*\n)?\/\*\*/.test(file.text),
    );
    expect(silent.map((file) => file.path)).toEqual([]);
  });
});

describe('the table', () => {
  it('names no folder that does not exist', () => {
    const missing = Object.keys(mayImport).filter((row) => !existsSync(join(root, 'src', row)));
    expect(missing).toEqual([]);
  });

  it('is the one that ARCHITECTURE.md shows', () => {
    const document = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').replaceAll('\r\n', '\n');
    const block = /```ts\n(const mayImport[\s\S]*?)```/.exec(document)?.[1];
    expect(squeeze(block ?? '')).toBe(squeeze(tableText()));
  });
});

function isAllowed(from: string, to: string, allowed: readonly string[]): boolean {
  return from === to || allowed.includes('*') || allowed.includes(to);
}

/** Two different files of stages, two front ends, or two engines (what both stand on excepted). */
function areStrangers(from: string, to: string): boolean {
  const [row, member] = from.split('/');
  const [otherRow, otherMember] = to.split('/');
  if (row !== otherRow || row === undefined) return false;
  if (row === 'stages') return isStage(from) && isStage(to) && from !== to;
  const areFolders = from.split('/').length > 2 && to.split('/').length > 2;
  return row === 'frontends' && areFolders && member !== otherMember;
}

/** compile.ts calls the stages, and only them. */
function isStage(path: string): boolean {
  const compile = files.find((file) => file.path === 'compile.ts');
  return (
    compile?.imports.map((specifier) => importedPath(compile, specifier)).includes(path) ?? false
  );
}

function allPaths(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .map((path) => path.slice(posix.join(root.replaceAll('\\', '/'), 'src').length + 1));
}

const patterns: Readonly<Record<string, RegExp>> = {
  process: /\bprocess\s*\./,
  Date: /\bnew Date\b|\bDate\s*[.(]/,
  'Math.random': /\bMath\s*\.\s*random\b/,
  localeCompare: /\blocaleCompare\b|\bIntl\s*\./,
  'JSON.stringify': /\bJSON\s*\.\s*stringify\b/,
};

function findForbidden(file: CodeFile): string[] {
  const offences = file.imports
    .filter((specifier) => specifier.startsWith('node:'))
    .filter((specifier) => !(specifier === 'node:crypto' && file.path === 'kube/digest.ts'))
    .map((specifier) => `${file.path} imports ${specifier}: ${forbiddenInPure['node:']}`);
  for (const [index, line] of file.code.split('\n').entries()) {
    for (const [word, pattern] of Object.entries(patterns)) {
      if (!pattern.test(line) || (word === 'JSON.stringify' && isQuotingOfNames(file.path)))
        continue;
      offences.push(`${file.path}:${index + 1}: ${word}: ${forbiddenInPure[word]}`);
    }
  }
  return offences;
}

/** The arguments of the catalogue are typed as texts, so quoting one of them by JSON.stringify is safe there. */
function isQuotingOfNames(path: string): boolean {
  return path.startsWith('diagnostics/catalogue/');
}

/** The tables of architecture.ts as a document shows them: without their comments, types and `export`. */
function tableText(): string {
  const text = readFileSync(join(root, 'test/architecture.ts'), 'utf8').replaceAll('\r\n', '\n');
  return text
    .replaceAll(/\/\*\*[\s\S]*?\*\/\n/g, '')
    .replaceAll(/^export const (\w+): [^=]*=/gm, 'const $1 =');
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
