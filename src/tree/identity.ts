/** Manifests as they stand in the tree in; the identity of their object out. */
import {
  isObject,
  type JsonValue,
  keyText,
  type ObjectKey,
  splitApiVersion,
} from '../model/kube-object.ts';
import { parseYaml } from '../yaml/parse.ts';

/** The identity that a cluster sees, whatever an override made of it; undefined if kind or name are no texts. */
export function identityOf(object: JsonValue | undefined): ObjectKey | undefined {
  if (!isObject(object) || !isObject(object['metadata'])) return undefined;
  const { apiVersion, kind, metadata } = object;
  const { name, namespace } = metadata;
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return {
    group: typeof apiVersion === 'string' ? splitApiVersion(apiVersion).group : '',
    kind,
    namespace: typeof namespace === 'string' ? namespace : '',
    name,
  };
}

/**
 * Reads identities from the texts of manifests. The first lines of a text that fedc wrote say all; equal beginnings, of which
 * there is one in every cluster, are read once.
 */
export function createIdentityReader(): (text: string) => ObjectKey | undefined {
  const known = new Map<string, ObjectKey>();
  return (text) => {
    const head = headOf(text);
    const identity =
      known.get(head ?? '') ?? identityOf(parseYaml(head ?? text).documents[0]?.value);
    if (head !== undefined && identity !== undefined) known.set(head, identity);
    return identity;
  };
}

/** The lines that say the identity, if they come first, as the printer writes them. */
function headOf(text: string): string | undefined {
  const head = /^apiVersion: .*\nkind: .*\nmetadata:\n {2}name: .*\n(?: {2}namespace: .*\n)?/.exec(
    text,
  )?.[0];
  if (head === undefined) return undefined;
  const [otherMetadata = ''] = /^(?:\s.*\n?)*/.exec(text.slice(head.length)) ?? [];
  return /^\s*["']?namespace["']?\s*:/m.test(otherMetadata) ? undefined : head;
}

/** For an old file that says no identity any more: a name that no object has. */
export function unreadableIdentity(path: string): ObjectKey {
  return { group: '', kind: 'file', namespace: '', name: path };
}

export function sameIdentity(one: ObjectKey, other: ObjectKey): boolean {
  return keyText(one) === keyText(other);
}

/** Kinds that are guarded by their name; a file name has lost the capitals. */
const guardedKinds: ReadonlyMap<string, string> = new Map(
  ['Namespace', 'CustomResourceDefinition', 'PersistentVolumeClaim'].map((kind) => [
    kind.toLowerCase(),
    kind,
  ]),
);

/** For a file that is gone: what its path says, in the layout by-namespace. */
export function identityOfPath(path: string): ObjectKey {
  const [, folder = '', kind = '', group = '', name = ''] =
    /^clusters\/[^/]+\/([^/]+)\/([^._/]+)(?:\.([^_/]+))?_([^/]+)\.yaml$/.exec(path) ?? [];
  if (kind === '') return unreadableIdentity(path);
  const namespace = folder === '_cluster' ? '' : folder;
  return { group, kind: guardedKinds.get(kind) ?? kind, namespace, name };
}
