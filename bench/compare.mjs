/**
 * Compares the objects of two trees, whatever their files are called and however they are printed: the same clusters, the same
 * objects in each, the same values. `node bench/compare.mjs TREE TREE`
 *
 * A tree has a folder or a file for each cluster, perhaps below `clusters/`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const isManifest = (path) => path.endsWith('.yaml');

/** The folder of a tree that holds the clusters. */
const clustersFolder = (tree) =>
  existsSync(join(tree, 'clusters')) ? join(tree, 'clusters') : tree;

/** The number of files with manifests in a tree. */
export const countManifests = (tree) =>
  readdirSync(clustersFolder(tree), { recursive: true }).filter(isManifest).length;

/** What is not equal in two trees as lines for people, and how many objects the first holds. */
export function compareTrees(left, right) {
  const remembered = new Map();
  const [ours, theirs] = [left, right].map((tree) => readTree(tree, remembered));
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  const differences = names.flatMap((name) => {
    if (!theirs.has(name)) return [`${name}: only in ${left}`];
    if (!ours.has(name)) return [`${name}: only in ${right}`];
    return ours.get(name) === theirs.get(name) ? [] : [`${name}: differs`];
  });
  return { differences, objects: ours.size };
}

/** Digests of the objects by cluster and identity. */
function readTree(tree, remembered) {
  const folder = clustersFolder(tree);
  const objects = new Map();
  for (const path of readdirSync(folder, { recursive: true }).filter(isManifest)) {
    const cluster = path.split('/')[0].replace(/\.yaml$/, '');
    for (const { identity, digest } of readObjects(join(folder, path), remembered)) {
      const name = `${cluster} ${identity}`;
      if (objects.has(name)) throw new Error(`${name} stands twice in ${tree}`);
      objects.set(name, digest);
    }
  }
  return objects;
}

/** Most files of a tree have the text of another one: it is parsed once. */
function readObjects(path, remembered) {
  const text = readFileSync(path, 'utf8');
  const known = remembered.get(digestOf(text));
  if (known) return known;
  const objects = parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((value) => value !== null)
    .map((value) => ({ identity: identityOf(value), digest: digestOf(canonical(value)) }));
  remembered.set(digestOf(text), objects);
  return objects;
}

function identityOf({ apiVersion, kind, metadata: { namespace = '', name } }) {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${group}/${kind}/${namespace}/${name}`;
}

const digestOf = (text) => createHash('sha256').update(text).digest('base64');

/** The same text for equal values, whatever the order of their keys. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

function main() {
  const { differences, objects } = compareTrees(...process.argv.slice(2, 4));
  for (const line of differences.slice(0, 20)) console.log(line);
  console.log(
    differences.length === 0 ? `${objects} equal objects` : `${differences.length} differences`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
