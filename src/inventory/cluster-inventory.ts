/** A ClusterInventory (fedc/v1alpha1) in, its clusters out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { describePointer } from '../kube/describe-pointer.ts';
import { checkSchema, type SchemaProblem } from '../kube/schemas.ts';
import type { Cluster, ClusterFields, EngineNames } from '../model/cluster.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
} from '../model/kube-object.ts';
import {
  below,
  type JsonPointer,
  type Origin,
  onKey,
  pointerTo,
  pointerTokens,
  type SourceObject,
} from '../model/source.ts';
import {
  type ClusterEntry,
  hasText,
  memberOf,
  quoteHint,
  textItems,
  textMembers,
} from './cluster-entry.ts';
import { subjectsOf } from './merge-entries.ts';
import { readTaints, withoutUser } from './read-facts.ts';

/** True for kind ClusterInventory of group fedc, in any version; a version that is none is reported when it is read. */
export function isClusterInventory(object: KubeObject): boolean {
  const { apiVersion, kind } = object;
  return kind === 'ClusterInventory' && hasText(apiVersion) && /^fedc(?:\/|$)/.test(apiVersion);
}

/**
 * The clusters of the document. Whatever does not fit its schema is inventory/invalid and left out; an entry without
 * a name is left out as a whole.
 */
export function readClusterInventory(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const { object, origin } = source;
  const items = object['clusters'];
  const entries = (isArray(items) ? items : []).flatMap((item, index) =>
    readEntry(item, below(origin, 'clusters', index)),
  );
  const problems = checkSchema('cluster-inventory', object);
  return {
    value: entries,
    diagnostics: [
      ...problems.map((problem) => describeProblem(problem, source)),
      ...entries.flatMap(undecided),
    ],
  };
}

/** Whoever decides something has to say what holds. */
function undecided(entry: ClusterEntry): readonly Diagnostic[] {
  const subjects = subjectsOf(entry);
  const { name, origin } = entry.cluster;
  return (entry.decides ?? [])
    .filter((key) => !subjects.includes(key))
    .map((key) => {
      const [meant] = nearest(key, subjects, 1);
      return diagnose('inventory/invalid', below(origin, 'decides'), {
        problem: `Cluster ${quote(name)}: decides names ${quote(key)}, and the entry does not say what that is.`,
        ...(meant === undefined ? decidesHint(key) : didYouMean(meant)),
      });
    });
}

function readEntry(item: JsonValue, origin: Origin): readonly ClusterEntry[] {
  const name = memberOf(item, 'name');
  if (!isObject(item) || typeof name !== 'string') return [];
  const taints = readTaints(item['taints'], below(origin, 'taints'));
  const cluster: Cluster = {
    name,
    names: textMembers(item['names']) as EngineNames,
    labels: textMembers(item['labels']),
    annotations: textMembers(item['annotations']),
    fields: fieldsOf(item),
    taints: taints.map(({ value }) => value),
    origin,
  };
  return [
    {
      kind: 'ClusterInventory',
      cluster,
      nameAt: below(origin, 'name'),
      labelAt: (key) => below(origin, 'labels', key),
      fieldAt: (field) => below(origin, field),
      annotationAt: (key) => below(origin, 'annotations', key),
      otherNameAt: (system) => below(origin, 'names', system),
      taintAt: (index) => taints[index]?.origin ?? origin,
      decides: textItems(item['decides']),
    },
  ];
}

function fieldsOf(item: JsonObject): ClusterFields {
  const { server, provider, region, zones, kubeVersion } = item;
  const zoneNames = textItems(zones);
  return {
    ...(hasText(server) ? { server: withoutUser(server) } : {}),
    ...(hasText(provider) ? { provider } : {}),
    ...(hasText(region) ? { region } : {}),
    ...(zoneNames.length > 0 ? { zones: zoneNames } : {}),
    ...(hasText(kubeVersion) ? { kubeVersion } : {}),
  };
}

function describeProblem(problem: SchemaProblem, source: SourceObject): Diagnostic {
  const { pointer, message, member, allowed } = problem;
  const isUnknown = problem.keyword === 'additionalProperties';
  const found = valueAt(source.object, pointer);
  const word = isUnknown ? member : found;
  const meant = typeof word === 'string' ? nearest(word, allowed ?? [], 1)[0] : undefined;
  const place = below(source.origin, ...pointerTokens(pointer));
  return diagnose('inventory/invalid', isUnknown ? onKey(place) : place, {
    problem: `${subject(pointer, source.object)} ${message}.`,
    ...(message.includes('text') ? quoteHint(found) : {}),
    ...(meant === undefined ? knownHint(isUnknown ? allowed : []) : didYouMean(meant)),
  });
}

function decidesHint(key: string): { readonly hint: string } {
  const isSubject =
    /^(?:(?:server|provider|region|zones|kubeVersion)$|(?:labels|names|taints)\.)/.test(key);
  const words =
    'server, provider, region, zones, kubeVersion, labels.KEY, names.SYSTEM and taints.KEY:EFFECT';
  return { hint: isSubject ? 'Write what holds into the entry, too.' : `Known here: ${words}.` };
}

function didYouMean(meant: string): { readonly hint: string } {
  return { hint: `Did you mean ${quote(meant)}?` };
}

/** Nothing for an enumeration, whose message lists the values. */
function knownHint(members: readonly string[] = []): { readonly hint?: string } {
  return members.length === 0 ? {} : { hint: `Known here: ${members.join(', ')}.` };
}

/** `Cluster "eu-1": labels.env`, or the place in the document where the cluster has no name. */
function subject(pointer: JsonPointer, object: KubeObject): string {
  const [list = '', index = '', ...inner] = pointerTokens(pointer);
  const name = valueAt(object, pointerTo('', list, index, 'name'));
  if (list !== 'clusters' || !hasText(name))
    return `ClusterInventory${pointer === '' ? '' : `: ${describePointer(pointer)}`}`;
  const rest = inner.length === 0 ? '' : `: ${describePointer(pointerTo('', ...inner))}`;
  return `Cluster ${quote(name)}${rest}`;
}

function valueAt(object: KubeObject, pointer: JsonPointer): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(
    (found, token) => (isArray(found) ? found[Number(token)] : memberOf(found, token)),
    object,
  );
}
