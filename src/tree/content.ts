/** What files hold: made when it is first asked for, so that who only counts or names files pays for no text. */
import { sha256Hex } from '../kube/digest.ts';

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

/** What goes with a path to whoever writes or compares the file. */
export function sharedOf(content: Content): { readonly shared?: object } {
  return content.isShared ? { shared: content } : {};
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
