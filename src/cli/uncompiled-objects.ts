/** A name that no compiled object has in; out: why not, or the names that were probably meant. */
import { type CompileInput, compile, readRepository } from '../compile.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { isObject, type KubeObject, type ObjectKey } from '../model/kube-object.ts';
import type { Origin, SourceObject } from '../model/source.ts';
import { placesText, type SourcePlace } from '../reports/cluster-view.ts';
import type { TextRange } from '../yaml/locate.ts';
import { findingsIn } from './findings.ts';
import { isMeant, nearestNames, type ObjectName } from './object-name.ts';

interface Missing {
  readonly name: ObjectName;
  readonly namespace?: string;
}

interface Known {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly locate: (origin: Origin) => TextRange | undefined;
  readonly placeOf: (origin: Origin) => SourcePlace;
}

/** One sentence or several lines, for stderr. Reads the sources once more: nobody waits for a name that does not exist. */
export function describeAbsence(input: CompileInput, missing: Missing, known: Known): string {
  const { name, namespace } = missing;
  const { sources } = readRepository(input);
  const found = sources.value.filter(({ object }) => isMeant(keyOf(object), name, namespace));
  if (found.length > 0) return found.map((source) => describeSource(source, known)).join('\n');
  const near = nearestNames(keysOf(input), name);
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const type = name.group === undefined ? name.kind : `${name.kind}.${name.group}`;
  return visible(`There is no ${type}/${name.name}${where} among the sources.${hint}`);
}

function describeSource(
  { object, origin }: SourceObject,
  { diagnostics, locate, placeOf }: Known,
): string {
  const { kind, namespace, name } = keyOf(object);
  const written = typeof object['kind'] === 'string' ? object['kind'] : kind;
  const title = `${written} ${namespace === '' ? '' : `${namespace}/`}${name}`;
  const head = visible(`${title} (${placesText([placeOf(origin)])})`);
  const findings = findingsIn([origin], diagnostics, locate);
  if (findings.length > 0) {
    const lines = findings.map(
      ({ severity, code, message }) => `  ${severity}[${code}] ${message}`,
    );
    return [`${head} could not be compiled:`, ...lines].join('\n');
  }
  return written === kind
    ? `${head} is a plain manifest that is left alone: no rule of plainObjects: names its file.`
    : `${head} is not compiled.`;
}

/** What the object would be, as far as its text says. */
function keyOf(object: KubeObject): ObjectKey {
  const { apiVersion, kind, metadata } = object;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const member = (name: string) => text(isObject(metadata) ? metadata[name] : undefined);
  return {
    group: text(apiVersion).split('/').slice(0, -1).join('/'),
    kind: text(kind).replace(/^Federated(?=.)/, ''),
    namespace: member('namespace'),
    name: member('name'),
  };
}

/** Everybody is asked about, and nobody listened to. */
function keysOf(input: CompileInput): readonly ObjectKey[] {
  const keys: ObjectKey[] = [];
  compile({
    ...input,
    decisions: {
      wants(key) {
        keys.push(key);
        return false;
      },
      hear() {
        // Only the names are of interest.
      },
    },
  });
  return keys;
}
