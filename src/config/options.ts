/** A configuration in, the same with every default filled in out. Precedence of the settings is {@link mergeConfig}'s. */
import type {
  Compatibility,
  Config,
  EngineOptions,
  EngineSettings,
  Guards,
  Level,
  Mode,
  Options,
} from '../model/config.ts';
import { isObject, newObject } from '../model/kube-object.ts';
import type { Origin } from '../model/source.ts';

/** What each row is when only the mode is said. */
export const modeDefaults: Readonly<Record<Mode, Compatibility>> = {
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

/** Every setting, the defaults of the mode (gitops, if none is said) where the config is silent. */
export function resolveOptions(config: Config, origin?: Origin): Options {
  const mode = config.mode ?? 'gitops';
  const { inventory, defaultNamespace } = config;
  return {
    mode,
    layout: config.layout ?? 'by-namespace',
    sources: config.sources ?? ['**/*.{yaml,yml,json}'],
    exclude: config.exclude ?? [],
    ...(inventory === undefined ? {} : { inventory }),
    out: config.out ?? 'rendered',
    ...(defaultNamespace === undefined ? {} : { defaultNamespace }),
    kubefedNamespace: config.kubefed?.namespace ?? 'kube-federation-system',
    types: config.types ?? [],
    compatibility: { ...modeDefaults[mode], ...config.compatibility },
    plainObjects: typeof config.plainObjects === 'object' ? config.plainObjects : [],
    levels: levelsOf(config),
    guards: guardsOf(config),
    previousReplicas: config.replicas?.previous === 'tree',
    engines: enginesOf(config),
    protect: config.protect ?? [],
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Without prototype, because the keys are what a person wrote. */
function levelsOf(config: Config): Readonly<Record<string, Level>> {
  const levels: Record<string, Level> = Object.create(null);
  return Object.assign(levels, config.diagnostics);
}

/** An engine is chosen by its settings, however few, unless `emit` says which ones. */
function enginesOf({ engines = {} }: Config): EngineOptions {
  const { repository = {}, emit, ...written } = engines;
  const { url = '', revision = 'main', path } = repository;
  const settings: Record<string, EngineSettings> = Object.create(null);
  for (const [name, value] of Object.entries(written))
    if (value !== undefined) settings[name] = isObject(value) ? value : newObject();
  const enabled = Object.keys(settings).filter((name) => settings[name]?.['enabled'] !== false);
  return {
    repository: { url, revision, ...(path === undefined ? {} : { path }) },
    chosen: [...new Set(emit ?? enabled)].sort(),
    settings,
  };
}

function guardsOf({ guards = {} }: Config): Guards {
  const { maxDelete = '20%', accept = [], allowEmptyClusters = [] } = guards;
  const limit =
    typeof maxDelete === 'number'
      ? ({ kind: 'number', objects: maxDelete } as const)
      : ({ kind: 'share', percent: Number(maxDelete.replace(/%$/, '')) } as const);
  return { maxDelete: limit, accept, allowEmptyClusters };
}
