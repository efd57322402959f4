/** `fedc diff`: which objects differ from the tree on disk, from another commit or from a folder. Writes nothing. */
import { type Command, Option } from 'commander';
import { type Diagnostic, diagnose, hasError } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Host, TreeInspection } from '../../io/host.ts';
import { sha256Hex } from '../../kube/digest.ts';
import { compareFleets } from '../../reports/compare-fleets.ts';
import { renderDiff } from '../../reports/render-diff.ts';
import type { DiffReport } from '../../reports/render-diff-text.ts';
import { withoutServerFields } from '../../reports/server-fields.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { compareTree } from '../compare-tree.ts';
import { compileBase } from '../compile-base.ts';
import {
  type CompiledBeside,
  type CompiledSlice,
  compileBesideTree,
  compileSlice,
  reportAll,
} from '../compile-slice.ts';
import { changedEngineFiles, engineNotes } from '../engine-notes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { DiffFlags } from '../flags.ts';
import { compiledObjects, objectsInFolder } from '../fleet-states.ts';
import { guardNotes } from '../guard-notes.ts';
import { shownFolder } from '../output-folder.ts';
import { createObjectReader } from '../read-objects.ts';
import { addReadingOptions, addSliceOptions, withPath } from '../reading-options.ts';

/** Gives the exit code: 1 if an object differs. Nothing is printed if there is an error. */
export function diff(host: Host, flags: DiffFlags): number {
  const { against } = flags;
  const reading = against === undefined ? host : withoutFolder(host, against);
  const refused = locateDiagnostics(refuse(flags), () => undefined);
  const { loaded, compiled, diagnostics, inspection } = compileFor(reading, flags);
  const compared =
    compiled === undefined || refused.length > 0
      ? undefined
      : compare(host, flags, { ...compiled, inspection, root: loaded.root, out: loaded.out });
  const textOf = (file: string) => loaded.textOf(file) ?? compared?.textOf(file);
  const all = [...refused, ...diagnostics, ...(compared?.diagnostics ?? [])];
  const code = reportAll(host, flags, all, textOf);
  if (compared?.report === undefined) return code;
  host.writeOutput(renderDiff(compared.report, flags.output));
  const { differences } = compared.report.difference;
  return differences.length === 0 ? exitCodes.done : exitCodes.negative;
}

/** Only a diff with the tree looks at it. */
function compileFor(host: Host, flags: DiffFlags): CompiledBeside {
  const isWithTree = flags.base === undefined && flags.against === undefined;
  if (isWithTree) return compileBesideTree(host, flags);
  return { ...compileSlice(host, flags), inspection: undefined };
}

function refuse({ base, against, file = [] }: DiffFlags): readonly Diagnostic[] {
  if (base === undefined) return [];
  const problems = [
    ...(against === undefined
      ? []
      : ['A diff compares with one state: --base and --against exclude each other.']),
    ...(file.includes('-') ? ['--base reads files of a commit, and standard input is none.'] : []),
  ];
  return problems.map((problem) => diagnose('cli/usage', { flag: '--base' }, { problem }));
}

/** What is compared with is no source, wherever it stands. */
function withoutFolder(host: Host, folder: string): Host {
  const left = host.resolve(host.workingFolder, folder);
  return {
    ...host,
    listFiles: (path, options) =>
      host.listFiles(path, { ...options, except: [...options.except, left] }),
  };
}

type Compiled = NonNullable<CompiledSlice['compiled']> & {
  readonly inspection: TreeInspection | undefined;
  readonly root: string;
  readonly out: string;
};

interface Compared {
  /** Absent if there are errors. */
  readonly report?: DiffReport;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

function compare(host: Host, flags: DiffFlags, compiled: Compiled): Compared {
  if (flags.base !== undefined) return compareBase(host, flags, { ...compiled, base: flags.base });
  if (flags.against !== undefined) return compareFolder(host, flags.against, compiled);
  return compareWithTree(host, compiled);
}

function compareWithTree(host: Host, compiled: Compiled): Compared {
  const { result, slice, inspection, out } = compiled;
  const reader = createObjectReader(host);
  const { value, diagnostics } = compareTree(host, out, { result, slice, inspection, reader });
  const { textOf } = reader;
  const located = locateDiagnostics(diagnostics, textOf);
  if (value === undefined) return { diagnostics: located, textOf };
  const { difference, files } = value;
  const notes = [
    ...(difference.differences.length === 0 ? formNotes(files.differences.length) : []),
    ...engineNotes(
      files.differences.map(({ path }) => path),
      slice,
    ),
    ...guardNotes(host, compiled, files.differences),
  ];
  const report = { difference, against: shownFolder(host, out), notes };
  return { report, diagnostics: located, textOf };
}

function formNotes(files: number): string[] {
  if (files === 0) return [];
  return [
    `${count(files, 'file')} of the tree would be written or deleted all the same: fedc check`,
  ];
}

function compareBase(
  host: Host,
  flags: DiffFlags,
  { result, slice, root, base }: Compiled & { readonly base: string },
): Compared {
  const compiled = compileBase(host, flags, { root, reference: base });
  const { diagnostics, textOf } = compiled;
  if (diagnostics.length > 0) return { diagnostics, textOf };
  const old = compiled.result === undefined ? [] : compiledObjects(compiled.result, slice);
  const difference = compareFleets(old, compiledObjects(result, slice), { digest: sha256Hex });
  const notes = engineNotes(changedEngineFiles(compiled.result, result), slice);
  return { report: { difference, against: base, notes }, diagnostics, textOf };
}

function compareFolder(host: Host, against: string, { result, slice }: Compiled): Compared {
  const folder = host.resolve(host.workingFolder, against);
  const reader = createObjectReader(host);
  const { value: old, diagnostics } = objectsInFolder(host, folder, { slice, reader });
  const { textOf } = reader;
  const located = locateDiagnostics(diagnostics, textOf);
  if (hasError(diagnostics)) return { diagnostics: located, textOf };
  const difference = compareFleets(old, compiledObjects(result, slice), {
    digest: sha256Hex,
    relevant: withoutServerFields,
  });
  const report = { difference, against: shownFolder(host, folder), notes: [] };
  return { report, diagnostics: located, textOf };
}

const examples = `Examples:
  fedc diff                                   what a build would change in rendered/
  fedc diff --base origin/main -o markdown    what this branch changes, for a pull request
  fedc diff --against live                    compare with a dump: live/CLUSTER/**/*.yaml
`;

/** Adds the command to the program. */
export function addDiff(program: Command, choose: (flags: DiffFlags) => void): void {
  const command = program
    .command('diff')
    .description('show which objects differ, each change once; write nothing')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .option('--base <REF>', 'compare with what the sources of that commit give, not with the tree')
    .option('--against <DIR>', 'compare with a folder of manifests per cluster')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'markdown', 'json', 'unified', 'patch'])
        .default('text'),
    );
  addSliceOptions(command);
  addReadingOptions(command);
  command.action((path: string | undefined, flags: DiffFlags) => choose(withPath(path, flags)));
}
