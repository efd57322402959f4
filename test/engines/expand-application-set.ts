/** An ApplicationSet and a repository in; out: the Applications that its controller would make of them. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../src/model/kube-object.ts';
import { jsonValue } from '../json-value.ts';
import { renderTemplate } from './go-template.ts';

/** A repository, and the clusters that Argo CD knows. */
export interface World {
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly clusters?: readonly {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}

type Parameters = Readonly<Record<string, unknown>>;

/** The template of the set, rendered once for each set of parameters. */
export function expandApplicationSet(set: JsonObject, world: World): readonly JsonObject[] {
  const spec = objectAt(set, 'spec');
  const [generator] = listAt(spec, 'generators');
  return generate(asObject(generator), world).map((parameters) =>
    asObject(rendered(objectAt(spec, 'template'), parameters)),
  );
}

function generate(generator: JsonObject, world: World): readonly Parameters[] {
  if (generator['clusters'] !== undefined) return clusterParameters(world);
  if (generator['git'] !== undefined) return gitParameters(objectAt(generator, 'git'), world);
  const [first, second] = listAt(objectAt(generator, 'matrix'), 'generators');
  return generate(asObject(first), world).flatMap((outer) =>
    generate(asObject(rendered(second ?? null, outer)), world).map((inner) => ({
      ...inner,
      ...outer,
    })),
  );
}

/** A cluster without labels has none in its parameters, and the one of Argo CD itself has no metadata. */
function clusterParameters({ clusters = [] }: World): readonly Parameters[] {
  return clusters.map(({ name, labels }) => ({
    name,
    nameNormalized: normalized(name),
    server: `https://${normalized(name)}.example.com`,
    project: '',
    ...(name === 'in-cluster' ? {} : { metadata: labels === undefined ? {} : { labels } }),
  }));
}

function gitParameters(git: JsonObject, { files }: World): readonly Parameters[] {
  const prefix = git['pathParamPrefix'];
  const pattern = textAt(asObject(listAt(git, git['files'] ? 'files' : 'directories')[0]), 'path');
  if (git['files'] !== undefined)
    return [...files].flatMap(([path, text]) =>
      matches(pattern, path, '.*')
        ? [{ ...JSON.parse(text), path: pathParameters(path.replace(/\/[^/]*$/, '')) }]
        : [],
    );
  return foldersOf(files)
    .filter((path) => matches(pattern, path, '[^/]*') && !/(^|\/)\./.test(path))
    .map((path) => ({ [String(prefix)]: { path: pathParameters(path) } }));
}

function pathParameters(path: string) {
  const basename = path.slice(path.lastIndexOf('/') + 1);
  return { path, basename, basenameNormalized: normalized(basename), segments: path.split('/') };
}

/** In patterns of files a star crosses slashes, as in git's own; in those of folders it does not. */
function matches(pattern: string, path: string, star: string): boolean {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join(star)}$`).test(path);
}

function foldersOf(files: ReadonlyMap<string, string>): readonly string[] {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const steps = path.split('/').slice(0, -1);
    for (const index of steps.keys()) folders.add(steps.slice(0, index + 1).join('/'));
  }
  return [...folders].sort();
}

function normalized(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^-a-z0-9.]/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

function rendered(value: JsonValue, parameters: Parameters): JsonValue {
  if (typeof value === 'string') return renderTemplate(value, parameters);
  if (isArray(value)) return value.map((item) => rendered(item, parameters));
  if (!isObject(value)) return value;
  return jsonValue(
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        renderTemplate(key, parameters),
        rendered(item, parameters),
      ]),
    ),
  );
}

export function objectAt(object: JsonObject, ...path: readonly string[]): JsonObject {
  return path.reduce((found, key) => asObject(found[key]), object);
}

export function textAt(object: JsonObject, ...path: readonly string[]): string {
  const value = objectAt(object, ...path.slice(0, -1))[path.at(-1) ?? ''];
  if (typeof value !== 'string') throw new Error(`no text at ${path.join('.')}`);
  return value;
}

function listAt(object: JsonObject, key: string): readonly JsonValue[] {
  const value = object[key];
  if (!isArray(value)) throw new Error(`no list at ${key}`);
  return value;
}

function asObject(value: JsonValue | undefined): JsonObject {
  if (!isObject(value)) throw new Error('no object');
  return value;
}
