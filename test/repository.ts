/** The folders of test/cases and of examples as inputs of the compiler, read as the command reads a repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { CompileInput } from '../src/compile.ts';
import { matchesAny } from '../src/config/match-path.ts';
import type { Config } from '../src/model/config.ts';
import type { SourceFile } from '../src/model/source.ts';
import { readTree } from './golden.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A repository with what is expected of it. */
export interface Case {
  readonly name: string;
  /** The folder to compile. */
  readonly repository: string;
  /** The expected tree; there is none if the diagnostics hold an error. */
  readonly tree: string;
  /** The expected text on stderr. */
  readonly diagnostics: string;
  readonly settings: CaseSettings;
}

/** case.yaml. */
interface CaseSettings {
  /** What flags and variables would say; laid over the repository's fedc.yaml. */
  readonly settings?: Config;
  /** The folder, beside repo/, with a tree that was written earlier. */
  readonly previous?: string;
  /** Files too large to be kept: `text` stands `times` times between `before` and `after`. */
  readonly generate?: readonly {
    readonly path: string;
    readonly text: string;
    readonly times: number;
    readonly before?: string;
    readonly after?: string;
  }[];
}

export const cases: readonly Case[] = readdirSync(join(root, 'test/cases'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(root, 'test/cases', entry.name))
  .sort()
  .map((folder) => ({
    name: folder.slice(join(root, 'test/cases/').length),
    repository: join(folder, 'repo'),
    tree: join(folder, 'expected'),
    diagnostics: join(folder, 'diagnostics.txt'),
    settings: readSettings(join(folder, 'case.yaml')),
  }));

export const examples: readonly Case[] = exampleFolders(join(root, 'examples')).map((folder) => {
  const path = folder.slice(join(root, 'examples/').length).replaceAll('\\', '/');
  const expected = join(root, 'examples/expected', path.replaceAll('/', '-'));
  return {
    name: `examples/${path}`,
    repository: folder,
    tree: join(expected, 'tree'),
    diagnostics: join(expected, 'diagnostics.txt'),
    settings: {},
  };
});

/** The highest folders that hold a file other than a README. */
function exampleFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile() && !entry.name.startsWith('README'))) return [folder];
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'expected')
    .flatMap((entry) => exampleFolders(join(folder, entry.name)))
    .sort();
}

function readSettings(path: string): CaseSettings {
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as CaseSettings) : {};
}

/** What the command would hand to the compiler for this folder. */
export function readInput(testCase: Case): CompileInput {
  const { repository, settings } = testCase;
  const configPath = join(repository, 'fedc.yaml');
  const configText = existsSync(configPath) ? readFileSync(configPath, 'utf8') : undefined;
  const written = configText === undefined ? {} : readLeniently(configText);
  const inventory = settings.settings?.inventory ?? written.inventory ?? [];
  const files = [...readSources(repository), ...generated(settings)]
    .filter(({ path }) => inventory.includes(path) || isSource(path, written))
    .map(
      (file): SourceFile => (inventory.includes(file.path) ? { ...file, role: 'inventory' } : file),
    );
  const previous =
    settings.previous === undefined ? undefined : join(dirname(repository), settings.previous);
  return {
    files,
    ...(configText === undefined ? {} : { config: { path: 'fedc.yaml', text: configText } }),
    ...(settings.settings === undefined ? {} : { settings: settings.settings }),
    ...(previous === undefined ? {} : { previous: filesOf(readTree(previous)) }),
  };
}

/** Only `inventory:` is looked at here; what is wrong with a config is the compiler's to say. */
function readLeniently(text: string): Config {
  try {
    return (parse(text, { logLevel: 'silent' }) as Config | null) ?? {};
  } catch {
    return {};
  }
}

function isSource(path: string, { sources }: Config): boolean {
  return sources === undefined || matchesAny(path, sources);
}

function readSources(folder: string): SourceFile[] {
  return filesOf(readTree(folder)).filter(
    ({ path }) =>
      /\.(yaml|yml|json)$/.test(path) &&
      path !== 'fedc.yaml' &&
      !/(^|\/)(\.|node_modules\/|rendered\/)/.test(path),
  );
}

function filesOf(tree: ReadonlyMap<string, string>): SourceFile[] {
  return [...tree].map(([path, text]) => ({ path, text }));
}

function generated({ generate = [] }: CaseSettings): SourceFile[] {
  return generate.map(({ path, text, times, before = '', after = '' }) => ({
    path,
    text: before + text.repeat(times) + after,
  }));
}

/** The same input in another order of files and with Windows line ends. */
export function disturbed(input: CompileInput): CompileInput {
  const files = input.files
    .map((file) => ({ ...file, text: withWindowsLineEnds(file.text) }))
    .reverse();
  const { config } = input;
  if (config === undefined || !('text' in config)) return { ...input, files };
  return { ...input, files, config: { path: config.path, text: withWindowsLineEnds(config.text) } };
}

function withWindowsLineEnds(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}
