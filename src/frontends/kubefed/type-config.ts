/** FederatedTypeConfig documents in, the federated types they declare out. */

import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { isDns1035Label, isDns1123Subdomain, pluralOf } from '../../kube/names.ts';
import { checkSchema } from '../../kube/schemas.ts';
import type { Options } from '../../model/config.ts';
import {
  copyObject,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
  newObject,
  type Scope,
} from '../../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../../model/source.ts';
import { federatedTypeKey } from './classify.ts';
import { currentGroup, metadataText } from './groups.ts';

/** What a federated kind stands for. */
export interface TargetType {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: Scope;
}

export interface TypeConfig {
  readonly federated: { readonly group: string; readonly version: string; readonly kind: string };
  readonly target: TargetType;
  readonly isEnabled: boolean;
  readonly origin: Origin;
}

/** The type configs that count, by federated type; two that disagree are an error. */
export function readTypeConfigs(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<ReadonlyMap<string, TypeConfig>> {
  const configs = new Map<string, TypeConfig>();
  const diagnostics: Diagnostic[] = [];
  for (const source of objects.filter((candidate) => counts(candidate.object, options))) {
    const { value: config, diagnostics: problems } = readTypeConfig(source);
    diagnostics.push(...problems);
    if (config === undefined) continue;
    const key = federatedTypeKey(config.federated);
    const earlier = configs.get(key);
    if (earlier !== undefined && !agree(earlier, config))
      diagnostics.push(conflict(earlier, config));
    if (earlier === undefined) configs.set(key, config);
  }
  return { value: configs, diagnostics };
}

/** Under `kubefedConfig: obey` only type configs of the system namespace count; one without namespace stands there. */
function counts(object: KubeObject, options: Options): boolean {
  const namespace = metadataText(object, 'namespace');
  return (
    options.compatibility.kubefedConfig === 'ignore' ||
    namespace === undefined ||
    namespace === options.kubefedNamespace
  );
}

function agree(first: TypeConfig, second: TypeConfig): boolean {
  const text = ({ target, isEnabled }: TypeConfig) =>
    `${target.group}/${target.version}/${target.kind}/${target.scope}/${isEnabled}`;
  return text(first) === text(second);
}

function conflict(first: TypeConfig, second: TypeConfig): Diagnostic {
  const problem = 'two FederatedTypeConfigs disagree about its target, scope or propagation';
  return diagnose(
    'kubefed/type-config-conflict',
    second.origin,
    { kind: second.federated.kind, problem },
    {
      related: [{ at: first.origin, label: 'the other one' }],
    },
  );
}

function readTypeConfig({ object, origin }: SourceObject): Outcome<TypeConfig | undefined> {
  const name = metadataText(object, 'name') ?? '';
  const completed = complete(object, name);
  const problems = checkSchema('federated-type-config', completed).map(({ pointer, message }) => {
    const problem = `${pointer.slice(1).replaceAll('/', '.')} ${message}`;
    return diagnose('kubefed/type-config-invalid', below(origin, ...pointer.split('/').slice(1)), {
      name,
      problem,
    });
  });
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  const config = toTypeConfig(completed, origin);
  const diagnostics = validate(config, completed, name).map(([pointer, problem]) =>
    diagnose('kubefed/type-config-invalid', below(origin, ...pointer), { name, problem }),
  );
  return { value: diagnostics.length > 0 ? undefined : config, diagnostics };
}

/** Fills in what the controllers fill in: pkg/apis/core/typeconfig/util.go; reads the v1alpha1 form as its successor. */
function complete(object: KubeObject, name: string): JsonObject {
  const result = copyObject(object);
  const spec = isObject(object['spec']) ? modernSpec(object['spec']) : undefined;
  if (spec === undefined) return result;
  const dot = name.indexOf('.');
  const target = isObject(spec['targetType']) ? copyObject(spec['targetType']) : undefined;
  if (target !== undefined) {
    target['pluralName'] ??= dot < 0 ? name : name.slice(0, dot);
    if (dot >= 0) target['group'] ??= name.slice(dot + 1);
    spec['targetType'] = target;
  }
  const federated = isObject(spec['federatedType']) ? copyObject(spec['federatedType']) : undefined;
  if (federated !== undefined) {
    if (typeof federated['kind'] === 'string')
      federated['pluralName'] ??= pluralOf(federated['kind']);
    spec['federatedType'] = federated;
  }
  result['spec'] = spec;
  return result;
}

/** The fields of v1alpha1 (target, namespaced, propagationEnabled) under their present names. */
function modernSpec(old: JsonObject): { [key: string]: JsonValue } {
  const spec = copyObject(old);
  if (!isObject(old['target'])) return spec;
  const scope = old['namespaced'] === true ? 'Namespaced' : 'Cluster';
  const apiResource = (value: JsonObject) => Object.assign(newObject(), { scope }, value);
  spec['targetType'] = apiResource(old['target']);
  if (isObject(old['federatedType'])) spec['federatedType'] = apiResource(old['federatedType']);
  spec['propagation'] = old['propagationEnabled'] === false ? 'Disabled' : 'Enabled';
  for (const gone of [
    'target',
    'namespaced',
    'propagationEnabled',
    'comparisonField',
    'enableStatus',
    'status',
  ])
    delete spec[gone];
  return spec;
}

function toTypeConfig(object: JsonObject, origin: Origin): TypeConfig {
  const spec = object['spec'] as JsonObject;
  const read = (type: JsonObject) => ({
    group: typeof type['group'] === 'string' ? type['group'] : '',
    version: String(type['version']),
    kind: String(type['kind']),
    scope: type['scope'] as Scope,
  });
  const federated = read(spec['federatedType'] as JsonObject);
  return {
    federated: { ...federated, group: currentGroup(federated.group) },
    target: read(spec['targetType'] as JsonObject),
    isEnabled: spec['propagation'] === 'Enabled',
    origin,
  };
}

/** KubeFed v0.10, pkg/apis/core/v1beta1/validation/validation.go. */
function validate(config: TypeConfig, object: JsonObject, name: string): [string[], string][] {
  const spec = object['spec'] as JsonObject;
  const plural = String((spec['targetType'] as JsonObject)['pluralName']);
  const { group } = config.target;
  const expected = group === '' ? plural : `${plural}.${group}`;
  const problems: [string[], string][] = [];
  if (name !== expected)
    problems.push([
      ['metadata', 'name'],
      `its name must be ${expected}, the plural and the group of the target type`,
    ]);
  if (!isDns1123Subdomain(config.federated.group) || !config.federated.group.includes('.')) {
    problems.push([
      ['spec', 'federatedType'],
      'the group of the federated type must be a DNS name with a dot',
    ]);
  }
  for (const [member, type] of [
    ['targetType', config.target],
    ['federatedType', config.federated],
  ] as const) {
    if (!isDns1035Label(type.version))
      problems.push([['spec', member, 'version'], `${quote(type.version)} is no version`]);
    if (!isDns1035Label(type.kind.toLowerCase()))
      problems.push([['spec', member, 'kind'], `${quote(type.kind)} is no kind`]);
  }
  return problems;
}
