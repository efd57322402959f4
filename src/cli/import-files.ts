/** Words that name files in, their texts out; they may stand anywhere. */
import { posix } from 'node:path';
import { matchesPattern } from '../config/match-path.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { type Host, HostError } from '../io/host.ts';
import type { SourceFile } from '../model/source.ts';
import { decodeUtf8 } from '../yaml/decode-utf8.ts';
import { parentOf } from './find-root.ts';

const manifests = '**/*.{yaml,yml,json}';
const wildcard = /[*?[\]{}()!]/;

/** Standard input, by its word, and how it is called in messages. */
const input = { word: '-', name: 'stdin' };

/**
 * The files in the order of their paths, each once, as seen from the working folder; `-` is standard input, a folder means the
 * manifests in it. What is not there, and a pattern that means no file, is repo/unreadable.
 */
export function readImportFiles(
  host: Host,
  words: readonly string[],
): Outcome<readonly SourceFile[]> {
  const found = words.map((word) => ({ word, paths: pathsOf(host, word) }));
  const missing = found
    .filter(({ paths }) => paths.length === 0)
    .map(({ word }) => unreadable(word, reasonFor(host, word)));
  const unique = new Map(
    found.flatMap(({ paths }) => paths).map((path) => [shownPath(host, path), path]),
  );
  const read = Array.from(unique, ([name, path]) => readText(host, path, name));
  return {
    value: read.flatMap(({ value }) => value).sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...missing, ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function shownPath(host: Host, path: string): string {
  return path === input.word ? input.name : posix.relative(host.workingFolder, path);
}

function reasonFor(host: Host, word: string): string {
  const path = host.resolve(host.workingFolder, word);
  // What leads to a file is no empty answer, so it is a folder.
  if (host.realPath(path) !== undefined) return 'no manifest stands in this folder';
  if (host.kindOf(path) === 'link') return 'the link leads nowhere';
  return wildcard.test(word) ? 'no file matches' : 'there is no such file';
}

/** Absolute paths, or the word for standard input. */
function pathsOf(host: Host, word: string): readonly string[] {
  if (word === input.word) return [word];
  const absolute = host.resolve(host.workingFolder, word);
  const real = host.realPath(absolute);
  if (real !== undefined && host.kindOf(real) === 'folder')
    return filesIn(host, absolute, manifests);
  if (real !== undefined) return [absolute];
  if (!wildcard.test(word)) return [];
  const folder = fixedFolder(absolute);
  return filesIn(host, folder, posix.relative(folder, absolute));
}

function filesIn(host: Host, folder: string, pattern: string): readonly string[] {
  return host
    .listFiles(host.realPath(folder) ?? folder, { except: [] })
    .filter(({ path }) => matchesPattern(path, pattern))
    .map(({ path }) => posix.join(folder, path));
}

/** The innermost folder of a pattern that has no wildcard in it. */
function fixedFolder(pattern: string): string {
  const parent = parentOf(pattern);
  return wildcard.test(parent) ? fixedFolder(parent) : parent;
}

function readText(host: Host, path: string, name: string): Outcome<readonly SourceFile[]> {
  try {
    const bytes = path === input.word ? host.readInput() : host.readFile(path);
    const decoded = decodeUtf8(bytes, name);
    if ('diagnostic' in decoded) return { value: [], diagnostics: [decoded.diagnostic] };
    return { value: [{ path: name, text: decoded.text, role: 'inventory' }], diagnostics: [] };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { value: [], diagnostics: [unreadable(name, error.reason)] };
  }
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnose('repo/unreadable', { file: path }, { path, reason });
}
