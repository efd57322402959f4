/** What files hold: made when it is first asked for, so that who only counts or names files pays for no text. */
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile, WantedHash } from '../model/output.ts';

/** One text, which perhaps many files hold. */
export interface Content extends WantedHash {
  readonly print: () => string;
  /** Several files hold it. */
  readonly isShared: boolean;
  text: string | undefined;
  /** Every file that holds it stands where it belongs, or will once what is being done is finished. */
  isWritten: boolean;
}

/** A file that belongs in the tree; equal contents are one and the same. */
export interface TreeFile {
  /** Relative to the output folder, separated by '/'. */
  readonly path: string;
  readonly content: Content;
}

/** The content that a function prints for so many files; it may be called again when the text was forgotten. */
export function createContent(print: () => string, files = 1): Content {
  return {
    print,
    isShared: files > 1,
    text: undefined,
    hash: undefined,
    isPromised: false,
    isWritten: false,
  };
}

/** The same for all files that hold this text; undefined if there is only one. */
export function sharedOf(content: Content): object | undefined {
  return content.isShared ? content : undefined;
}

/** The file as it is written. */
export function outputOf({ path, content }: TreeFile): OutputFile {
  const isWanted = content.hash === undefined && !content.isPromised;
  return {
    path,
    text: textOf(content),
    ...(content.isShared ? { shared: content } : {}),
    ...(isWanted ? { wanted: content } : {}),
  };
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

/** All files that hold it are written: nothing but its hash is needed any more. */
export function markWritten(content: Content): void {
  if (!content.isPromised) hashOf(content);
  forget(content);
  content.isWritten = true;
}

/** Gives up everything but the hash: nobody needs it soon. */
export function forget(content: Content): void {
  content.text = undefined;
}
