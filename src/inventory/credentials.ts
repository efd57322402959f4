/** The objects of files named as inventory in; out: what to say of those that hold credentials. Of a value only its presence counts. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
} from '../model/kube-object.ts';
import type { SourceObject } from '../model/source.ts';
import { clusterKindOf } from './cluster-documents.ts';
import { hasText, memberOf } from './cluster-entry.ts';
import { decodeBase64 } from './decode-base64.ts';

/**
 * inventory/credentials for each file of the repository whose documents hold some, at the first of these documents. A file outside
 * of the root is named by a flag and stands where it should.
 */
export function credentialFiles(sources: readonly SourceObject[]): readonly Diagnostic[] {
  const found = sources
    .filter(({ role, origin }) => role === 'inventory' && !isOutside(origin.file))
    .map((source) => ({ source, credentials: credentialsOf(source.object) }))
    .filter(({ credentials }) => credentials > 0);
  const files = groupBy(found, ({ source }) => source.origin.file);
  return Array.from(files, ([file, [first, ...others]]) => {
    const credentials = others.reduce((sum, each) => sum + each.credentials, first.credentials);
    const at = { ...first.source.origin, pointer: '' };
    return diagnose('inventory/credentials', at, { file, credentials });
  });
}

function isOutside(file: string): boolean {
  return /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(file);
}

/** Of an Argo CD cluster Secret at most one, of a kubeconfig one for each user. */
function credentialsOf(object: KubeObject): number {
  switch (clusterKindOf(object)) {
    case 'argocd':
      return [object, ...lastApplied(object)].map(connectionOf).some(holdsCredential) ? 1 : 0;
    case 'kubeconfig': {
      const { users } = object;
      if (!isArray(users)) return 0;
      return users.filter((each) => holdsCredential(memberOf(each, 'user'))).length;
    }
    default:
      return 0;
  }
}

/** How Argo CD connects; argo-cd, docs/operator-manual/declarative-setup.md. A text that is no JSON says nothing to it, nor here. */
function connectionOf({ data, stringData }: JsonObject): JsonValue | undefined {
  const plain = memberOf(stringData, 'config');
  const encoded = memberOf(data, 'config');
  return readJson(plain ?? (typeof encoded === 'string' ? decodeBase64(encoded) : undefined));
}

/** kubectl apply keeps a copy of what was applied, and an export holds that, too. */
function lastApplied({ metadata }: KubeObject): readonly JsonObject[] {
  const annotations = memberOf(metadata, 'annotations');
  const copy = readJson(memberOf(annotations, 'kubectl.kubernetes.io/last-applied-configuration'));
  return isObject(copy) ? [copy] : [];
}

function readJson(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/**
 * bearerToken, token, password, keyData, client-key-data, what an auth-provider keeps (id-token, client-secret), and variables of a
 * plugin. Names of files and commands (tokenFile, client-key, exec) and certificates are none.
 */
const secretName = /(?:token|passw(?:or)?d|secret|key-?data|access_key)$/i;

/** What kubectl config view, SOPS, vault plugins and templates write where a credential would stand. */
const placeholder = /^(?:REDACTED|DATA\+OMITTED|\*+|ENC\[.*\]|<.*>|\$\{?\w+\}?|\{\{.*\}\})$/s;

function holdsCredential(value: JsonValue | undefined): boolean {
  if (isArray(value)) return value.some(holdsCredential);
  if (!isObject(value)) return false;
  // A variable of an exec plugin: {name, value}.
  const { name } = value;
  if (hasText(name) && secretName.test(name) && isCredential(value['value'])) return true;
  return Object.entries(value).some(([key, member]) =>
    secretName.test(key) ? isCredential(member) : holdsCredential(member),
  );
}

function isCredential(value: JsonValue | undefined): boolean {
  return hasText(value) && !placeholder.test(value.trim());
}
