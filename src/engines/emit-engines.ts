/** A compilation and the chosen engines in; the files of each, and what it would stumble over, out. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import type { EngineRepository, Options } from '../model/config.ts';
import { newObject } from '../model/kube-object.ts';
import { below, type Place } from '../model/source.ts';
import type { Compilation, EngineFile } from '../model/variant.ts';
import type { EmittedFile, Engine, Fleet, FleetRepository } from './engine.ts';
import { engines } from './engines.ts';
import { fleetClusters } from './fleet-of.ts';

/** How the tree can be fetched, where the config leaves it open. */
export interface RepositoryFacts {
  /** The folder of the tree in its repository; empty if it is the repository itself. */
  readonly repositoryPath?: string;
}

/**
 * The files of the chosen engines, sorted by path, and their `engine/*` diagnostics; nothing at all without a manifest. An engine
 * that finds an error emits nothing.
 */
export function emitEngines(
  compilation: Compilation,
  options: Options,
  facts: RepositoryFacts,
): Outcome<readonly EngineFile[]> {
  const { chosen, repository } = options.engines;
  const meant = engines.filter(({ name }) => chosen.includes(name));
  if (meant.length === 0 || compilation.variants.length === 0)
    return { value: [], diagnostics: [] };
  const path = treePath(repository, facts);
  const clusters = fleetClusters(compilation, options.layout);
  const outcomes = meant.map((engine) => {
    const settingAt = settingPlaces(options, engine);
    if (path === undefined) return { value: [], diagnostics: [noPath(engine, settingAt())] };
    const { url, revision } = repository;
    return emit(engine, {
      repository: { url, revision, path },
      settings: options.engines.settings[engine.name] ?? newObject(),
      layout: options.layout,
      clusters,
      others: meant.filter((other) => other !== engine).map(({ title }) => title),
      settingAt,
    });
  });
  return {
    value: outcomes.flatMap(({ value }) => value).sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

function emit(engine: Engine, fleet: Fleet): Outcome<readonly EngineFile[]> {
  const diagnostics = engine.check(fleet);
  if (hasError(diagnostics)) return { value: [], diagnostics };
  return { value: engine.emit(fleet).map((file) => placed(engine, file)), diagnostics };
}

function placed({ name }: Engine, { path, cluster, comment, documents }: EmittedFile): EngineFile {
  const folder = cluster === undefined ? `engine/${name}` : `clusters/${cluster}`;
  return {
    engine: name,
    path: `${folder}/${path}`,
    ...(comment === undefined ? {} : { comment }),
    documents,
  };
}

/** As written, else as found, without the slashes and dots that mean nothing. */
function treePath(
  { path: written }: EngineRepository,
  { repositoryPath }: RepositoryFacts,
): FleetRepository['path'] | undefined {
  const path = written ?? repositoryPath;
  return path
    ?.split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}

function settingPlaces(
  { origin, engines: { settings } }: Options,
  { name }: Engine,
): Fleet['settingAt'] {
  return (...path): Place => {
    const isWritten = settings[name] !== undefined;
    if (origin === undefined || !isWritten) return { flag: '--emit' };
    return below(origin, 'engines', name, ...path);
  };
}

function noPath({ title }: Engine, at: Place): Diagnostic {
  return diagnose('engine/no-repository', at, { engine: title, missing: 'path' });
}
