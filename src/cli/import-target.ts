/** The file that clusters are imported into: opened before, and written at the end if nobody changed it in between. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Host } from '../io/host.ts';
import type { SourceFile } from '../model/source.ts';
import { decodeUtf8 } from '../yaml/decode-utf8.ts';
import { editText } from '../yaml/edit-text.ts';
import type { StructureEdit } from '../yaml/structure-edit.ts';
import { type NativeInventory, readNativeInventory } from './native-inventory.ts';

export interface ImportTarget {
  /** `empty`: a file is there, with nothing but white space and comments. */
  readonly state: 'none' | 'fresh' | 'empty' | 'merged';
  /** Absolute; '' if no file is asked for. */
  readonly path: string;
  /** As it was named. */
  readonly name: string;
  /** Its text when it was opened, for messages and to see whether it changed. */
  readonly files: readonly SourceFile[];
  readonly native: NativeInventory;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: NativeInventory = { clusters: [], list: undefined, diagnostics: [] };

/** Errors if something stands there that is no regular file with a ClusterInventory, or one that cannot be read. */
export function openTarget(host: Host, name: string | undefined): ImportTarget {
  const empty = { name: name ?? '', files: [], native: nothing, diagnostics: [] };
  if (name === undefined) return { ...empty, state: 'none', path: '' };
  const path = host.resolve(host.workingFolder, name);
  const kind = host.kindOf(path);
  if (kind === undefined) return { ...empty, state: 'fresh', path };
  const target = { ...empty, state: 'merged', path } as const;
  if (kind !== 'file') return { ...target, diagnostics: [refuse(name, 'is no regular file')] };
  const decoded = decodeUtf8(host.readFile(path), name);
  if ('diagnostic' in decoded) return { ...target, diagnostics: [decoded.diagnostic] };
  const native = readNativeInventory(decoded.text, name);
  const files: readonly SourceFile[] = [{ path: name, text: decoded.text }];
  if (isEmpty(decoded.text)) return { ...target, state: 'empty', files };
  const isOther = native.list === undefined && !hasError(native.diagnostics);
  const diagnostics = isOther ? [refuse(name, 'holds no ClusterInventory')] : native.diagnostics;
  return { ...target, files, native, diagnostics };
}

function isEmpty(text: string): boolean {
  return /^(?:\s|#.*|---(?=\s|$))*$/.test(text);
}

function refuse(name: string, problem: string): Diagnostic {
  const hint = 'Name a file that is not there yet, or an inventory to add to.';
  return diagnose(
    'cli/usage',
    { flag: '--write' },
    {
      problem: `${quote(name)} ${problem}, and nothing else is overwritten.`,
      hint,
    },
  );
}

export interface TargetText {
  /** Of a file that is new or empty. */
  readonly product: string;
  /** Of one that is there. */
  readonly edits: readonly StructureEdit[];
  readonly effect: 'write' | 'none';
}

/** Whether it was written. */
export function writeTarget(
  host: Host,
  target: ImportTarget,
  { product, edits, effect }: TargetText,
): Outcome<boolean> {
  const { state, path, name, files } = target;
  if (state === 'none') return { value: false, diagnostics: [] };
  if (state === 'fresh') return writeFresh(host, { path, name, product, effect });
  const text = files[0]?.text ?? '';
  if (state === 'empty') return rewrite(host, target, { text: below(text, product), effect });
  if (edits.length === 0) return { value: false, diagnostics: [] };
  const edited = editText(text, edits);
  if ('refusal' in edited) return { value: false, diagnostics: [refuseEdit(name, edited.refusal)] };
  return rewrite(host, target, { text: edited.text, effect });
}

/** A product below what people wrote, in their line ends. */
function below(text: string, product: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${head}${product.replaceAll('\n', end)}`;
}

function rewrite(
  host: Host,
  { path, name, files }: ImportTarget,
  { text, effect }: { readonly text: string; readonly effect: TargetText['effect'] },
): Outcome<boolean> {
  if (effect === 'none') return { value: false, diagnostics: [] };
  const marked = bytesMark(host.readFile(path));
  if (!host.holds(path, marked + (files[0]?.text ?? '')))
    return { value: false, diagnostics: [changed(name)] };
  host.rewriteFile(path, marked + text);
  return { value: true, diagnostics: [] };
}

/** What somebody else made in the meantime stays. */
function writeFresh(
  host: Host,
  {
    path,
    name,
    product,
    effect,
  }: Pick<ImportTarget, 'path' | 'name'> & Pick<TargetText, 'product' | 'effect'>,
): Outcome<boolean> {
  if (effect === 'none') return { value: false, diagnostics: [] };
  host.makeFolder(path.slice(0, path.lastIndexOf('/')));
  const isMade = host.createFile(path, product);
  return { value: isMade, diagnostics: isMade ? [] : [changed(name)] };
}

function changed(path: string): Diagnostic {
  return diagnose('repo/changed-underneath', { file: path }, { path });
}

function refuseEdit(name: string, reason: string): Diagnostic {
  const problem = `${quote(name)} cannot be added to: ${reason}.`;
  const hint = 'Write a new file, and copy what you need of it.';
  return diagnose('cli/usage', { flag: '--write' }, { problem, hint });
}

/** A byte order mark is no part of a decoded text, and stays. */
function bytesMark(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
}
