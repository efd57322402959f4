/** Federated documents in, objects with name, namespace and target type out; what lacks one of them is reported. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import { isObject, joinApiVersion } from '../../model/kube-object.ts';
import { below, type SourceObject } from '../../model/source.ts';
import { type FederatedObject, templateApiVersion } from './federated-object.ts';
import { metadataText, titleOf, typeOf } from './groups.ts';
import { type KnownTypes, resolveType } from './target-type.ts';

/** Objects that can be lowered; one report per kind that nobody can resolve, or whose sources disagree. */
export function identify(
  sources: readonly SourceObject[],
  known: KnownTypes,
  options: Options,
): Outcome<readonly FederatedObject[]> {
  const objects: FederatedObject[] = [];
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  for (const source of sources) {
    if (source.object['sops'] !== undefined) {
      diagnostics.push(
        diagnose('output/encrypted-source', below(source.origin, 'sops'), {
          title: titleOf(source.object),
        }),
      );
      continue;
    }
    const type = typeOf(source.object);
    const typeText = `${joinApiVersion(type)} ${type.kind}`;
    const resolved = resolveType(type, templateApiVersion(source), known, source.origin);
    if (!reported.has(typeText)) diagnostics.push(...resolved.diagnostics);
    if (resolved.diagnostics.length > 0) reported.add(typeText);
    if (resolved.value === undefined) continue;
    const named = nameOf(source, options, resolved.value.target);
    diagnostics.push(...named.diagnostics);
    if (named.value !== undefined) objects.push({ source, type: resolved.value, ...named.value });
  }
  return { value: objects, diagnostics };
}

type Named = Pick<FederatedObject, 'title' | 'name' | 'namespace' | 'isNamespace'>;

function nameOf(
  { object, origin }: SourceObject,
  options: Options,
  target: FederatedObject['type']['target'],
): Outcome<Named | undefined> {
  const name = metadataText(object, 'name');
  if (name === undefined)
    return { value: undefined, diagnostics: [namelessProblem({ object, origin })] };
  const isNamespace = target.kind === 'Namespace';
  const problem = namespaceProblem({ object, origin });
  if (problem !== undefined) return { value: undefined, diagnostics: [problem] };
  const written = metadataText(object, 'namespace');
  const kind = typeOf(object).kind;
  if (target.scope === 'Cluster' && !isNamespace) {
    return {
      value: { title: `${kind} ${name}`, name, namespace: '', isNamespace },
      diagnostics: [],
    };
  }
  // A FederatedNamespace without namespace stands in the one of its own name.
  const namespace = written ?? (isNamespace ? name : options.defaultNamespace);
  if (namespace === undefined) {
    return {
      value: undefined,
      diagnostics: [
        diagnose('kubefed/missing-namespace', below(origin, 'metadata'), {
          title: `${kind} ${name}`,
        }),
      ],
    };
  }
  const title = isNamespace ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
  const diagnostics =
    isNamespace && namespace !== name
      ? [
          diagnose('placement/namespace-name-mismatch', below(origin, 'metadata', 'name'), {
            name,
            namespace,
          }),
        ]
      : [];
  return { value: { title, name, namespace, isNamespace }, diagnostics };
}

/** A namespace that YAML reads as a number or a boolean: it must not count as absent. */
export function namespaceProblem({ object, origin }: SourceObject): Diagnostic | undefined {
  const metadata = isObject(object['metadata']) ? object['metadata'] : undefined;
  const namespace = metadata?.['namespace'];
  if (namespace === undefined || namespace === null || typeof namespace === 'string')
    return undefined;
  return diagnose('kubefed/invalid-object', below(origin, 'metadata', 'namespace'), {
    title: titleOf(object),
    problem: 'metadata.namespace is no text',
    hint: 'Write it in quotes.',
  });
}

/** An object that no file can be named after. */
export function namelessProblem({ object, origin }: SourceObject): Diagnostic {
  const metadata = isObject(object['metadata']) ? object['metadata'] : undefined;
  const title = typeOf(object).kind;
  const name = metadata?.['name'];
  if (typeof name !== 'string' && name !== undefined && name !== null) {
    return diagnose('output/missing-name', below(origin, 'metadata', 'name'), {
      title,
      problem: 'has a metadata.name that is no text',
    });
  }
  if (metadata?.['generateName'] !== undefined)
    return diagnose('output/generate-name', below(origin, 'metadata', 'generateName'), { title });
  return diagnose('output/missing-name', below(origin, 'metadata'), {
    title,
    problem: 'has no metadata.name',
  });
}
