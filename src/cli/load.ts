/** Flags in; everything the compiler needs out: what to read is found, read and decoded. */
import { posix } from 'node:path';
import type { CompileInput } from '../compile.ts';
import { configFromEnvironment } from '../config/environment.ts';
import { mergeConfig } from '../config/merge.ts';
import { readSettings } from '../config/read-settings.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { stagingFolder } from '../io/first-build.ts';
import type { Host } from '../io/host.ts';
import type { Config, Options } from '../model/config.ts';
import type { SourceFile } from '../model/source.ts';
import { decodeUtf8 } from '../yaml/decode-utf8.ts';
import { parseYaml } from '../yaml/parse.ts';
import { findRoot, type Root } from './find-root.ts';
import { type ReadingFlags, settingsOf } from './flags.ts';
import { listSources } from './list-sources.ts';
import { readPreviousTree } from './previous-tree.ts';
import { readSources } from './read-sources.ts';
import { refuseReporters, reportPaths } from './reporters.ts';
import { locateTree } from './tree-location.ts';

export interface Loaded {
  /** Absent if the root or the config could not be read; the diagnostics say why. */
  readonly input?: CompileInput;
  /** Absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

/** How standard input is called in messages. */
const inputName = 'stdin';

/** Hears what is known before any source is read, so that something may begin meanwhile. */
export interface LoadListener {
  /** The output folder, which need not exist. */
  located?(out: string): void;
  /** How many files will be read. */
  listed?(files: number): void;
}

/** Reads everything that a command compiles. */
export function load(host: Host, flags: ReadingFlags, listener: LoadListener = {}): Loaded {
  const found = findRoot(host, flags);
  if ('diagnostic' in found) return nothing(host.workingFolder, found.diagnostic);
  const { root } = found;
  const config = readConfigFile(host, root);
  if (config !== undefined && 'diagnostic' in config)
    return nothing(root.folder, config.diagnostic);
  const environment = configFromEnvironment(host.environment);
  const over = resolvePaths(host, root, withFlags(environment.value, flags));
  const { value: options } = readSettings(config, over.settings, parseYaml);
  const written = over.out ?? host.resolve(root.folder, options.out);
  // The folder may be a link; what stands in it may not.
  const out = host.realPath(written) ?? written;
  const { reporter = [] } = flags;
  const refused = refuseReporters(host, reporter, { out });
  if (refused.length > 0) return { ...nothing(root.folder, ...refused), out };
  listener.located?.(out);
  const listed = listSources(host, {
    root,
    options,
    named: flags.file ?? [],
    except: trees(host, root, [out, options.out]),
    isInventoryTrusted: over.settings.inventory !== undefined,
  });
  // The report of an earlier run is no source, whatever it is called.
  const reports = reportPaths(host, reporter);
  const sources = listed.value.filter(({ absolute }) => !reports.has(absolute));
  listener.listed?.(sources.length);
  const read = readSources(host, sources, options);
  const standardInput = readInput(host, flags);
  const files = [...read.value, ...standardInput.value];
  const input = {
    files,
    ...(config === undefined ? {} : { config }),
    settings: over.settings,
    ...(flags.reader === undefined ? {} : { reader: flags.reader }),
    ...previousTree(host, out, options),
    ...locateTree(host, { root: root.folder, out }, options),
  };
  const diagnostics = [environment, listed, read, standardInput].flatMap(
    (outcome) => outcome.diagnostics,
  );
  return { input, root: root.folder, out, diagnostics, textOf: textsOf(files, config) };
}

/** Folders of trees; a folder that is the root itself is refused later, when it is written to. */
function trees(host: Host, root: Root, folders: readonly string[]): readonly string[] {
  return [...folders, 'rendered']
    .map((folder) => host.resolve(root.folder, folder))
    .filter((folder) => folder !== root.folder)
    .flatMap((folder) => [folder, stagingFolder(folder)]);
}

function nothing(folder: string, ...diagnostics: readonly Diagnostic[]): Loaded {
  return { root: folder, out: folder, diagnostics, textOf: () => undefined };
}

function readConfigFile(
  host: Host,
  { folder, config }: Root,
):
  | { readonly path: string; readonly text: string }
  | { readonly diagnostic: Diagnostic }
  | undefined {
  if (config === undefined) return undefined;
  const path = posix.relative(folder, config);
  const decoded = decodeUtf8(host.readFile(config), path);
  return 'text' in decoded ? { path, text: decoded.text } : decoded;
}

/** Flags over variables; both name paths as seen from the working folder. */
function withFlags(environment: Config, flags: ReadingFlags): Config {
  return mergeConfig(environment, {
    ...settingsOf(flags),
    ...(flags.out === undefined ? {} : { out: flags.out }),
    ...(flags.inventory === undefined ? {} : { inventory: flags.inventory }),
  });
}

/** The same settings with paths as seen from the root, which is how the config names them. */
function resolvePaths(
  host: Host,
  root: Root,
  { out, ...settings }: Config,
): { readonly settings: Config; readonly out?: string } {
  const absolute = (path: string) => host.resolve(host.workingFolder, path);
  const rebased = (['sources', 'exclude', 'inventory'] as const).flatMap((name) => {
    const patterns = settings[name]?.map((path) => posix.relative(root.folder, absolute(path)));
    return patterns === undefined ? [] : [[name, patterns] as const];
  });
  return {
    settings: mergeConfig(settings, Object.fromEntries(rebased)),
    ...(out === undefined ? {} : { out: absolute(out) }),
  };
}

function readInput(host: Host, { file }: ReadingFlags): Outcome<readonly SourceFile[]> {
  if (file?.includes('-') !== true) return { value: [], diagnostics: [] };
  const decoded = decodeUtf8(host.readInput(), inputName);
  if ('diagnostic' in decoded) return { value: [], diagnostics: [decoded.diagnostic] };
  return { value: [{ path: inputName, text: decoded.text, role: 'source' }], diagnostics: [] };
}

function previousTree(
  host: Host,
  out: string,
  { previousReplicas }: Options,
): Pick<CompileInput, 'previous'> {
  const previous = previousReplicas ? readPreviousTree(host, out) : undefined;
  return previous === undefined ? {} : { previous };
}

function textsOf(
  files: readonly SourceFile[],
  config: { readonly path: string; readonly text: string } | undefined,
): (file: string) => string | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  if (config !== undefined) texts.set(config.path, config.text);
  return (file) => texts.get(file);
}
