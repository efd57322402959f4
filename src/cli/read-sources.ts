/** Listed files in, their texts out. */

import { matchesAny } from '../config/match-path.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { canMatter } from '../frontends/can-matter.ts';
import { type Host, HostError } from '../io/host.ts';
import type { Options } from '../model/config.ts';
import { counted } from '../model/progress.ts';
import type { SourceFile } from '../model/source.ts';
import { decodeUtf8 } from '../yaml/decode-utf8.ts';
import type { ListedFile } from './list-sources.ts';

interface Undecodable {
  readonly file: ListedFile;
  readonly bytes: Uint8Array;
  readonly diagnostic: Diagnostic;
}

/**
 * Reads the files. Bytes that are not UTF-8 are an error only in a file that can matter; any other such file is given
 * without its text, to be counted among the skipped ones.
 */
export function readSources(
  host: Host,
  listed: readonly ListedFile[],
  options: Options,
): Outcome<readonly SourceFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files: SourceFile[] = [];
  const undecodable: Undecodable[] = [];
  host.progress.begin('reading', () => listed.length);
  for (const file of counted(listed, host.progress)) {
    const read = readBytes(host, file);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      continue;
    }
    const decoded = decodeUtf8(read.bytes, file.path);
    if ('text' in decoded) files.push(sourceFile(file, decoded.text));
    else undecodable.push({ file, bytes: read.bytes, diagnostic: decoded.diagnostic });
  }
  const words = federatedGroups(files, options);
  for (const { file, bytes, diagnostic } of undecodable) {
    if (isMeant(file, bytes, { options, words })) diagnostics.push(diagnostic);
    else files.push({ path: file.path, text: '' });
  }
  return { value: files, diagnostics };
}

function sourceFile({ path, role }: ListedFile, text: string): SourceFile {
  return role === undefined ? { path, text } : { path, text, role };
}

function readBytes(
  host: Host,
  { path, absolute }: ListedFile,
): { readonly bytes: Uint8Array } | { readonly diagnostic: Diagnostic } {
  try {
    return { bytes: host.readFile(absolute) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const args = { path, reason: error.reason };
    return { diagnostic: diagnose('repo/unreadable', { file: path }, args) };
  }
}

function isMeant(
  { path, role }: ListedFile,
  bytes: Uint8Array,
  { options, words }: { readonly options: Options; readonly words: readonly string[] },
): boolean {
  if (role !== undefined || options.plainObjects.some((rule) => matchesAny(path, rule.files)))
    return true;
  // UTF-16 has a zero byte beside every letter of the words.
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  return canMatter(text, words);
}

/** API groups of federated types that the repository or the config declares; rather too many than too few. */
function federatedGroups(files: readonly SourceFile[], { types }: Options): readonly string[] {
  const declared = files
    .filter(({ text }) => text.includes('FederatedTypeConfig'))
    .flatMap(({ text }) => [...text.matchAll(/\bgroup["']?:\s*["']?([a-z0-9.-]+)/g)])
    .map((match) => match[1] ?? '');
  const taught = types.map(({ federated }) => federated.split('/')[0] ?? '');
  return [...declared, ...taught].filter((group) => group.includes('.'));
}
