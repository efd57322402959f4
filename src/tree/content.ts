/** What files hold: made when it is first asked for, so that who only counts or names files pays for no text. */
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile } from '../model/output.ts';

/** One text, which perhaps many files hold. */
export interface Content {
  readonly print: () => string;
  /** Several files hold it. */
  readonly isShared: boolean;
  text: string | undefined;
  hash: string | undefined;
}

/** A file that belongs in the tree; equal contents are one and the same. */
export interface TreeFile {
  /** Relative to the output folder, separated by '/'. */
  readonly path: string;
  readonly content: Content;
}

/** The content that a function prints for so many files; it may be called again when the text was forgotten. */
export function createContent(print: () => string, files = 1): Content {
  return { print, isShared: files > 1, text: undefined, hash: undefined };
}

/** The same for all files that hold this text; undefined if there is only one. */
export function sharedOf(content: Content): object | undefined {
  return content.isShared ? content : undefined;
}

/** The file as it is written; its hash is known from then on. */
export function outputOf({ path, content }: TreeFile): OutputFile {
  const text = textOf(content);
  // While the text is at hand: locks come when it is forgotten.
  hashOf(content);
  return content.isShared ? { path, text, shared: content } : { path, text };
}

/** The text, the same string each time until it is forgotten. */
export function textOf(content: Content): string {
  content.text ??= content.print();
  return content.text;
}

/** The SHA-256 of the text in UTF-8, in hex; never forgotten, and nothing else is kept for it. */
export function hashOf(content: Content): string {
  content.hash ??= sha256Hex(content.text ?? content.print());
  return content.hash;
}

/** Gives up everything but the hash: nobody needs it soon. */
export function forget(content: Content): void {
  content.text = undefined;
}
