/** A federated object in, what the generated schema of its CRD says about it out. */
import { type Diagnostic, diagnose, type Severity } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { checkSchema, type SchemaName, type SchemaProblem } from '../../kube/schemas.ts';
import type { Options } from '../../model/config.ts';
import { below, onKey, pointerTokens, type SourceObject } from '../../model/source.ts';
import { titleOf } from './groups.ts';
import { oncePerMessage } from './once-per-message.ts';
import { renameFix } from './rename-fix.ts';

/** Fields that other rules speak about, so that the schema should not. */
const spokenForElsewhere = [
  /^\/(placement|overrides|sops)$/,
  /^\/spec\/placement\/clusterNames(\/|$)/,
  /^\/metadata(\/|$)/,
];

/**
 * Unknown fields (which the API server prunes silently since KubeFed v0.6.0) and wrong types (which it refuses).
 * KubeFed v0.10, pkg/kubefedctl/enable/validation.go.
 */
export function checkFederatedFields(source: SourceObject, options: Options): Diagnostic[] {
  const problems = schemaProblems('federated-object', source)
    .filter((problem) => !isSpokenFor(problem))
    .map((problem) => toDiagnostic(problem, source, options, 'kubefed/invalid-object'));
  return oncePerMessage(problems);
}

/** Wrong values in a selector are the selector's own errors; unknown fields in it are pruned like all others. */
function isSpokenFor({ pointer, keyword }: SchemaProblem): boolean {
  if (pointer.startsWith('/spec/placement/clusterSelector/'))
    return keyword !== 'additionalProperties';
  return spokenForElsewhere.some((pattern) => pattern.test(pointer));
}

/** The same for a ReplicaSchedulingPreference. */
export function checkPreferenceFields(source: SourceObject, options: Options): Diagnostic[] {
  return schemaProblems('replica-scheduling-preference', source)
    .filter(({ pointer }) => !/^\/metadata(\/|$)/.test(pointer))
    .map((problem) => toDiagnostic(problem, source, options, 'replicas/invalid-preference'));
}

function schemaProblems(name: SchemaName, { object }: SourceObject): readonly SchemaProblem[] {
  return checkSchema(name, object);
}

const schemaOf = {
  'kubefed/invalid-object': 'federated-object',
  'replicas/invalid-preference': 'replica-scheduling-preference',
} as const;

function toDiagnostic(
  problem: SchemaProblem,
  { object, origin }: SourceObject,
  options: Options,
  code: 'kubefed/invalid-object' | 'replicas/invalid-preference',
): Diagnostic {
  const title = titleOf(object);
  const place = below(origin, ...pointerTokens(problem.pointer));
  if (problem.keyword === 'additionalProperties') {
    const field = problem.member ?? '';
    const near = nearest(field, problem.allowed ?? []);
    const hint = hintFor(field, problem.pointer) ?? (near.length > 0 ? undefined : home(problem));
    const args = { title, field, nearest: near, ...(hint === undefined ? {} : { hint }) };
    const severity = unknownFieldSeverity(field, problem.pointer, options);
    const isCertain = severity === 'error' && hint === undefined && near.length === 1;
    const schema = schemaOf[code];
    const fix = isCertain ? renameFix({ object, place, problem, schema }, near[0]) : undefined;
    return diagnose('kubefed/unknown-field', onKey(place), args, { severity, fix });
  }
  const where = pointerTokens(problem.pointer).join('.');
  const words = `${where === '' ? 'the object' : where} ${problem.message}`;
  if (code === 'kubefed/invalid-object') {
    const hint = shapeHint(problem.pointer);
    const args = { title, problem: words, ...(hint === undefined ? {} : { hint }) };
    return diagnose(code, place, args);
  }
  return diagnose(code, place, { problem: `${title}: ${words}.` });
}

/** What the part of a federated object looks like. */
function shapeHint(pointer: string): string | undefined {
  if (pointer === '')
    return 'Write spec: with template, placement and, where clusters differ, overrides.';
  if (pointer.startsWith('/spec/placement/clusters')) return 'Write clusters: [{name: ...}, ...].';
  if (pointer.startsWith('/spec/overrides'))
    return 'Write overrides: [{clusterName: NAME, clusterOverrides: [{op: replace, path: /spec/..., value: ...}]}].';
  if (pointer === '/spec/template') return 'Put the manifest of the target kind below template.';
  return undefined;
}

/** `weight` beside a cluster name was never harmful: people mean a replica preference. */
function unknownFieldSeverity(field: string, pointer: string, options: Options): Severity {
  if (isClusterWeight(field, pointer)) return 'warning';
  return options.mode === 'gitops' ? 'error' : 'warning';
}

function isClusterWeight(field: string, pointer: string): boolean {
  return field === 'weight' && pointer.startsWith('/spec/placement/clusters/');
}

function hintFor(field: string, pointer: string): string | undefined {
  if (isClusterWeight(field, pointer))
    return 'Weights belong in a ReplicaSchedulingPreference of the same name.';
  if (field === 'patches') return 'The edits of a cluster are called clusterOverrides.';
  if (pointer === '/spec/spec' || pointer === '/spec/replicas')
    return `Move it into spec.template${field === 'replicas' ? '.spec' : ''}.`;
  return synonyms.find(({ at, words }) => at.test(pointer) && words.some((word) => word === field))
    ?.hint;
}

/** What other systems call a field, too far from its name here to be taken for a slip. */
const synonyms = [
  {
    at: /^\/spec\/overrides\/\d+\/[^/]*$/,
    words: ['cluster', 'clusters', 'name'],
    hint: 'The cluster of an entry is called clusterName.',
  },
  {
    at: /^\/spec\/overrides\/\d+\/[^/]*$/,
    words: ['overrides', 'edits', 'patch'],
    hint: 'The edits of a cluster are called clusterOverrides.',
  },
  {
    at: /^\/spec\/placement\/[^/]*$/,
    words: ['selector', 'matchLabels', 'matchExpressions'],
    hint: 'The selector of a placement is called clusterSelector; matchLabels and matchExpressions stand under it.',
  },
] as const;

/** Where a field belongs that has no place here; to remove a term of a selector would be to take more clusters. */
function home({ pointer, member = '' }: SchemaProblem): string | undefined {
  if (/^\/spec\/placement\/clusterSelector\/[^/]*$/.test(pointer))
    return `Write clusterSelector: {matchLabels: {${member}: ...}} if it is a label; an empty selector takes every cluster.`;
  if (pointer === '/template') return 'Move it under spec, so that it becomes spec.template.';
  if (/^(?:\/spec)?\/[^/]*$/.test(pointer))
    return 'Move it into spec.template if it belongs to the object, or remove it.';
  return undefined;
}
