/** The configuration the model understands: mode, compatibility rows, and the few keys that change the meaning. */
import type { Json, JsonMap } from './values.ts';

export type Mode = 'gitops' | 'kubefed';

export interface Rows {
  namespaces: 'narrow' | 'require';
  kubefedConfig: 'ignore' | 'obey';
  replicaCandidates: 'placed' | 'all';
  templateAnnotations: 'keep' | 'drop';
  templateFinalizers: 'drop' | 'keep';
  managedLabel: 'omit' | 'add';
  serverFields: 'drop' | 'keep';
  unknownCluster: 'error' | 'warn';
  noCluster: 'error' | 'warn';
  overrideNumbers: 'exact' | 'float64';
  misplacedPlacement: 'error' | 'ignore';
  oldShapes: 'accept' | 'refuse';
  disabledType: 'error' | 'omit' | 'write';
}

/** Every value a row can take. */
export const rowValues: { readonly [Row in keyof Rows]: readonly Rows[Row][] } = {
  namespaces: ['narrow', 'require'],
  kubefedConfig: ['ignore', 'obey'],
  replicaCandidates: ['placed', 'all'],
  templateAnnotations: ['keep', 'drop'],
  templateFinalizers: ['drop', 'keep'],
  managedLabel: ['omit', 'add'],
  serverFields: ['drop', 'keep'],
  unknownCluster: ['error', 'warn'],
  noCluster: ['error', 'warn'],
  overrideNumbers: ['exact', 'float64'],
  misplacedPlacement: ['error', 'ignore'],
  oldShapes: ['accept', 'refuse'],
  disabledType: ['error', 'omit', 'write'],
};

const modeRows: Record<Mode, Rows> = {
  gitops: {
    namespaces: 'narrow',
    kubefedConfig: 'ignore',
    replicaCandidates: 'placed',
    templateAnnotations: 'keep',
    templateFinalizers: 'drop',
    managedLabel: 'omit',
    serverFields: 'drop',
    unknownCluster: 'error',
    noCluster: 'error',
    overrideNumbers: 'exact',
    misplacedPlacement: 'error',
    oldShapes: 'accept',
    disabledType: 'error',
  },
  kubefed: {
    namespaces: 'require',
    kubefedConfig: 'obey',
    replicaCandidates: 'all',
    templateAnnotations: 'drop',
    templateFinalizers: 'drop',
    managedLabel: 'add',
    serverFields: 'keep',
    unknownCluster: 'warn',
    noCluster: 'warn',
    overrideNumbers: 'float64',
    misplacedPlacement: 'ignore',
    oldShapes: 'refuse',
    disabledType: 'omit',
  },
};

export interface TypeRow {
  federated: string;
  target: string;
  scope: 'Namespaced' | 'Cluster';
}

export interface PlainRow {
  files: string[];
  placement: JsonMap;
}

/** The part of fedc.yaml that changes what is compiled. */
export interface ModelConfig {
  mode: Mode;
  compatibility: Partial<Rows>;
  defaultNamespace?: string;
  kubefedNamespace: string;
  types: TypeRow[];
  plainObjects: PlainRow[];
}

export function resolveRows(config: ModelConfig): Rows {
  return { ...modeRows[config.mode], ...config.compatibility };
}

/** The same configuration as the value of a fedc.yaml. */
export function configDocument(config: ModelConfig): JsonMap {
  const document: JsonMap = { apiVersion: 'fedc/v1alpha1', kind: 'Config', mode: config.mode };
  if (config.defaultNamespace !== undefined) document['defaultNamespace'] = config.defaultNamespace;
  document['kubefed'] = { namespace: config.kubefedNamespace };
  if (Object.keys(config.compatibility).length > 0) {
    document['compatibility'] = { ...config.compatibility } as JsonMap;
  }
  if (config.types.length > 0) document['types'] = config.types as unknown as Json;
  if (config.plainObjects.length > 0) {
    document['plainObjects'] = config.plainObjects as unknown as Json;
  }
  return document;
}
