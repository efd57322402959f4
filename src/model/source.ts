/** Where things were written: files, documents, and places inside them. */
import type { JsonValue, KubeObject } from './kube-object.ts';

export interface SourceFile {
  /** Relative to the root, separated by '/'. */
  readonly path: string;
  readonly text: string;
  /** Named by the config or a flag; without it the text decides whether the file can matter. */
  readonly role?: 'source' | 'inventory' | 'plain';
}

/** RFC 6901: '' is the whole document, else '/' before every token, with ~0 and ~1 escapes. */
export type JsonPointer = string;

/** The place of a value: file, document (from zero, as kubectl counts them) and pointer inside it. */
export interface Origin {
  readonly file: string;
  readonly document: number;
  readonly pointer: JsonPointer;
  /** 'key' when the name of the member is meant, not its value. */
  readonly on?: 'key';
  /** When only a part of a text is meant. */
  readonly part?: TextPart;
}

/** A stretch of a text value, from `start` up to, not including, `end`, in UTF-16 units. */
export interface TextPart {
  /** The whole value, so that the part is only looked for where this is written as it is. */
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

export interface Located<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** A place known as text position, where there is no document to point into. Lines and columns from one. */
export interface TextPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters to underline; at least 1. */
  readonly length: number;
}

/** A wrong flag is a diagnostic too. */
export interface FlagPlace {
  readonly flag: string;
}

/** A place that concerns no text: the repository as a whole, or a file that could not be read. */
export interface FilePlace {
  readonly file: string;
}

export type Place = Origin | TextPosition | FlagPlace | FilePlace;

/** One document of a file, as kubectl would take it; not yet unpacked if it is a List. */
export interface ParsedDocument {
  readonly file: string;
  /** From zero; empty documents do not count. */
  readonly document: number;
  readonly value: JsonValue;
}

/** An object of a file: a document, or an item of a List (then the pointer names the item). */
export interface SourceObject {
  readonly object: KubeObject;
  readonly origin: Origin;
  readonly role?: SourceFile['role'];
  /** The whole file, of an object that SOPS encrypted and that stands in it alone: to be copied to the byte. */
  readonly sealed?: string;
}

/** The pointer one step below another; `token` is the plain text of the step. */
export function pointerTo(
  parent: JsonPointer,
  ...tokens: readonly (string | number)[]
): JsonPointer {
  // What is added comes together first: short texts are copied, while each one added to a long text would be kept as a link.
  let tail = '';
  for (const token of tokens) tail += `/${textOfToken(token)}`;
  return parent + tail;
}

function textOfToken(token: string | number): string {
  return typeof token === 'string' ? escapeToken(token) : String(token);
}

function escapeToken(token: string): string {
  // Hardly any holds one of them, and there is a pointer for every edit of every cluster.
  if (!token.includes('/') && !token.includes('~')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The plain tokens of a pointer. */
export function pointerTokens(pointer: JsonPointer): string[] {
  const tokens = pointer.split('/');
  tokens.shift();
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) =>
    token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token,
  );
}

/** The origin some steps below another. */
export function below(origin: Origin, ...tokens: readonly (string | number)[]): Origin {
  return {
    file: origin.file,
    document: origin.document,
    pointer: pointerTo(origin.pointer, ...tokens),
  };
}

/** A text that is one and the same for equal places, for maps and sets. */
export function originText({ file, document, pointer }: Origin): string {
  return `${file}#${document}${pointer}`;
}

/** The same place, but the name of the member is meant. */
export function onKey(origin: Origin): Origin {
  return { ...origin, on: 'key' };
}
