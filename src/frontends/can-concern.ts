/** Which files can say something about an object of a given name: a question about one object need not parse all of them. */
import type { SourceFile } from '../model/source.ts';

/** Documents that decide about objects whose names they do not hold. */
const words = [
  'Namespace',
  'FederatedTypeConfig',
  'CustomResourceDefinition',
  'KubeFed',
  'Kubefed',
  'FederationConfig',
  'FederatedCluster',
  'ClusterInventory',
  'cluster.karmada.io/',
];

/** Before and behind the colon of a name: comments; then a quote, or what may stand for any text (an anchor, an alias, a block). */
const comments = `\\s*(?:#[^\\n]*\\n\\s*)*`;
const beginning = `(?<![\\w.-])name["']?${comments}:${comments}`;

/** An alias as a key, which may stand for `name`. */
const aliasKey = /\*[^\s,[\]{}]+\s*:/;

/**
 * Finds files that may hold an object of this name, or that decide about objects of any name. Wherever a name could be written
 * otherwise than it reads (an escape, a tag), the file is taken. `deciding` are further words of documents that decide
 * about others: federated kinds that stand for Namespaces.
 */
export function createConcernCheck(
  name: string,
  deciding: readonly string[] = [],
): (file: SourceFile) => boolean {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const named = new RegExp(`${beginning}(?:[&*|>]|["']?${escaped}(?![\\w.-]))`);
  return ({ text, role }) =>
    role === 'inventory' ||
    [...words, ...deciding].some((word) => text.includes(word)) ||
    text.includes('\\') ||
    text.includes('!') ||
    // In quotes an apostrophe is written twice.
    name.includes("'") ||
    aliasKey.test(text) ||
    named.test(text);
}
