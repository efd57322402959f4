/** Which files can say something about an object of a given name: a question about one object need not parse all of them. */
import type { SourceFile } from '../model/source.ts';

/** Documents that decide about objects whose names they do not hold. */
const words = [
  'Namespace',
  'FederatedTypeConfig',
  'CustomResourceDefinition',
  'KubeFed',
  'Kubefed',
  'FederatedCluster',
  'ClusterInventory',
];

/** Behind the colon of a name: comments, then a quote, or what may stand for any text (an anchor, an alias, a block). */
const beginning = `(?<![\\w.-])name["']?\\s*:\\s*(?:#[^\\n]*\\n\\s*)*`;

/**
 * Finds files that may hold an object of this name, or that decide about objects of any name. Wherever a name could be written
 * otherwise than it reads (an escape, a tag), the file is taken.
 */
export function createConcernCheck(name: string): (file: SourceFile) => boolean {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const named = new RegExp(`${beginning}(?:[&*|>]|["']?${escaped}(?![\\w.-]))`);
  return ({ text, role }) =>
    role === 'inventory' ||
    words.some((word) => text.includes(word)) ||
    text.includes('\\') ||
    text.includes('!') ||
    named.test(text);
}
