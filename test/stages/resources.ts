import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Cluster, Inventory } from '../../src/model/cluster.ts';
import type { Fact } from '../../src/model/decisions.ts';
import type {
  ClusterChoice,
  Edit,
  FederatedResource,
  LabelRequirement,
  Override,
  PlacedResource,
  ReplicaPreference,
  ResourceRules,
} from '../../src/model/federated-resource.ts';
import { isObject } from '../../src/model/kube-object.ts';
import { printJson } from '../../src/model/print-json.ts';
import type { Origin } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';

export function at(pointer: string, file = 'web.yaml'): Origin {
  return { file, document: 0, pointer };
}

/** Clusters by name, with their labels. */
export function inventory(clusters: Record<string, Record<string, string>>): Inventory {
  const made = Object.entries(clusters).map(
    ([name, labels], index): Cluster => ({
      name,
      names: {},
      labels,
      annotations: {},
      fields: {},
      taints: [],
      origin: at(`/clusters/${index}`, 'clusters.yaml'),
    }),
  );
  return { clusters: made.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

export function listed(...clusters: string[]): ClusterChoice {
  const names = clusters.map((value, index) => ({
    value,
    origin: at(`/spec/placement/clusters/${index}/name`),
  }));
  return { kind: 'names', names, origin: at('/spec/placement/clusters') };
}

/** All of the labels must be there. */
export function labelled(labels: Record<string, string>): ClusterChoice {
  const requirements = Object.entries(labels).map(
    ([key, value]): LabelRequirement => ({
      key,
      operator: 'In',
      values: [value],
      pointer: `/matchLabels/${key}`,
    }),
  );
  return { kind: 'selector', requirements, origin: at('/spec/placement/clusterSelector') };
}

export const nothingChosen: ClusterChoice = { kind: 'none', origin: at('/spec/placement') };

export const lenient: ResourceRules = {
  unknownCluster: 'warning',
  noCluster: 'warning',
  labels: {},
  isWritten: true,
  isExplained: false,
};
export const strict: ResourceRules = {
  ...lenient,
  unknownCluster: 'error',
  noCluster: 'error',
};

const deployment = jsonValue({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { replicas: 1, template: { spec: { containers: [{ name: 'web', image: 'web:1' }] } } },
});

/** A FederatedDeployment shop/web, placed in all clusters unless told otherwise. */
export function resource(own: Partial<FederatedResource> = {}): FederatedResource {
  if (!isObject(deployment)) throw new Error('a deployment is an object');
  return {
    dialect: 'kubefed',
    key: { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
    title: 'FederatedDeployment shop/web',
    template: deployment,
    placement: { choice: labelled({}) },
    overrides: [],
    rules: strict,
    origin: at(''),
    templateOrigin: at('/spec/template'),
    stamps: [],
    ...own,
  };
}

export function placed(
  own: Partial<FederatedResource>,
  clusters: readonly string[],
  rest: Partial<PlacedResource<Diagnostic>> = {},
): PlacedResource<Diagnostic> {
  return { resource: resource(own), clusters, ifNowhere: [], isExplained: false, ...rest };
}

export function edit(index: number, own: Pick<Edit, 'path'> & Partial<Edit>): Edit {
  return {
    kind: 'json-patch',
    dialect: 'kubefed',
    op: 'replace',
    origin: at(`/spec/overrides/0/clusterOverrides/${index}`),
    ...own,
  };
}

export function override(cluster: string, index: number, edits: readonly Edit[]): Override {
  const origin = at(`/spec/overrides/${index}`);
  const moved = edits.map((one) => ({
    ...one,
    origin: at(one.origin.pointer.replace('/overrides/0/', `/overrides/${index}/`)),
  }));
  const name = { value: cluster, origin: at(`/spec/overrides/${index}/clusterName`) };
  return { target: { kind: 'names', names: [name], origin }, edits: moved, origin };
}

export function preference(own: Partial<ReplicaPreference> = {}): ReplicaPreference {
  return {
    total: 6,
    rebalance: true,
    perCluster: { '*': { weight: 1 } },
    candidates: 'placed',
    tieBreak: 'shop/web',
    origin: at('', 'preference.yaml'),
    ...own,
  };
}

/** `error[code] pointer`, the file before it where it is another one. */
export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, at: place }) => {
    const file = 'file' in place && place.file !== 'web.yaml' ? `${place.file}#` : '';
    return `${severity}[${code}] ${file}${'pointer' in place ? place.pointer : ''}`;
  });
}

/** A fact on one line. */
export function factText(fact: Fact): string {
  switch (fact.kind) {
    case 'resource-lowered': {
      const { type } = fact.lowered;
      return `${fact.kind} ${type?.federatedKind}: ${type?.target} by ${type?.by}`;
    }
    case 'resource-left-out':
      return `${fact.kind} ${fact.reason}`;
    case 'limit-evaluated':
      return `${fact.kind} ${fact.cluster} ${fact.allowed}`;
    case 'selector-evaluated': {
      const failed = fact.failed.map(({ pointer }) => pointer).join(' ');
      return `${fact.kind} ${fact.cluster} ${fact.matched ? 'matched' : `failed ${failed}`}`;
    }
    case 'replicas-planned':
      return `${fact.kind} ${fact.cluster} ${fact.replicas}`;
    case 'namespace-narrowed':
      return `${fact.kind} ${fact.cluster} ${fact.namespace}`;
    case 'override-applied':
      return `${fact.kind} ${fact.cluster} ${fact.edit.path}: ${text(fact.before)} to ${text(fact.after)}`;
    case 'field-stamped':
      return `${fact.kind} ${fact.pointer} ${fact.rule}`;
    case 'cluster-listed':
    case 'cluster-not-listed':
    case 'cluster-unknown':
    case 'placement-absent':
    case 'preference-widened':
    case 'preference-dropped':
      return `${fact.kind} ${fact.cluster} ${fact.origin.pointer}`;
  }
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : printJson(value);
}
