/** `fedc adopt`: claims files that stand in the tree by writing them into the locks; manifests are never touched. */
import { type CompileResult, compile, outputFiles } from '../../compile.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { quote } from '../../diagnostics/quote.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { createTreeFolder } from '../../io/tree-folder.ts';
import { type Adoption, planAdoption } from '../../tree/adopt.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { commitTree } from '../commit-tree.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { AdoptFlags } from '../flags.ts';
import { type Loaded, load } from '../load.ts';
import {
  readLocks,
  refuseFolder,
  refuseLocation,
  shownFolder,
  shownPath,
  treePaths,
  withFolder,
} from '../output-folder.ts';

/** Gives the exit code. What is claimed stands on stdout, one path per line. */
export function adopt(host: Host, flags: AdoptFlags): number {
  const loaded = load(host, flags);
  const { textOf, out } = loaded;
  const own = locateDiagnostics(loaded.diagnostics, textOf);
  if (loaded.input === undefined) return finish(host, flags, loaded, own);
  const result = compile(loaded.input);
  const found = [...own, ...result.diagnostics];
  if (exitCodeOf(found, flags) !== exitCodes.done) return finish(host, flags, loaded, found);
  const { value, diagnostics } = claim(host, flags, { loaded, result });
  const all = [...found, ...locateDiagnostics(diagnostics, textOf)];
  const code = finish(host, flags, loaded, all);
  if (value === undefined) return code;
  const lines = value.claimed.map((path) => `${visible(shownPath(host, out, path))}\n`);
  host.writeOutput(lines.join(''));
  if (flags.quiet !== true) host.writeError(summary(value, shownFolder(host, out)));
  return code;
}

interface Claim {
  readonly value?: Adoption;
  readonly diagnostics: readonly Diagnostic[];
}

function claim(
  host: Host,
  { named }: AdoptFlags,
  { loaded, result }: { readonly loaded: Loaded; readonly result: CompileResult },
): Claim {
  const { root, out } = loaded;
  const refusals = refuseLocation(host, root, out);
  if (refusals.length > 0) return { diagnostics: refusals };
  const tree = createTreeFolder(host, out);
  const paths = treePaths(host, out, { paths: named, flag: 'PATH' });
  const missing = paths.value.filter((path) => tree.standing(path).kind !== 'file');
  const wrong = [...paths.diagnostics, ...missing.map((path) => noFile(host, out, path))];
  if (wrong.length > 0) return { diagnostics: wrong };
  const plan = () => planClaim(host, { out, root, result, named: paths.value });
  // Nothing to claim where nothing stands, and no lock to write.
  if (host.kindOf(out) === undefined) return given(plan());
  const { value, diagnostics } = commitTree<Adoption>(host, {
    out,
    slice: undefined,
    durability: 'fast',
    leftWork: 'keep',
    mayWrite: (found) => !hasError(found),
    checkSources: () => [],
    plan,
  });
  return given({ value: value.value, diagnostics });
}

function given({ value, diagnostics }: Outcome<Adoption | undefined>): Claim {
  return value === undefined ? { diagnostics } : { value, diagnostics };
}

function planClaim(
  host: Host,
  {
    out,
    root,
    result,
    named,
  }: {
    readonly out: string;
    readonly root: string;
    readonly result: CompileResult;
    readonly named: readonly string[];
  },
): Outcome<Adoption | undefined> {
  const tree = createTreeFolder(host, out);
  const { value, diagnostics } = planAdoption({
    outputs: outputFiles(result),
    locks: readLocks(tree),
    standing: (path) => tree.standing(path),
    ...(named.length === 0 ? {} : { named }),
  });
  const shown = diagnostics.map((each) => withFolder(host, each, out));
  if (hasError(shown)) return { value: undefined, diagnostics: shown };
  // A folder in which nothing could be claimed is somebody else's still.
  const foreign =
    value.claimed.length === 0 ? refuseFolder(host, { root, out, different: value.different }) : [];
  return { value: foreign.length > 0 ? undefined : value, diagnostics: [...shown, ...foreign] };
}

function noFile(host: Host, out: string, path: string): Diagnostic {
  const shown = shownPath(host, out, path);
  const problem = `${quote(shown)} cannot be claimed: no plain file stands there.`;
  return diagnose('cli/usage', { flag: shown }, { problem });
}

function finish(
  host: Host,
  flags: AdoptFlags,
  { textOf }: Loaded,
  diagnostics: readonly LocatedDiagnostic[],
): number {
  return reportAll(host, flags, diagnostics, textOf);
}

function summary({ claimed, rebuilt, different }: Adoption, folder: string): string {
  const what = [
    claimed.length === 0 ? 'nothing to claim' : `${count(claimed.length, 'file')} claimed`,
    ...(rebuilt.length === 0 ? [] : [`${count(rebuilt.length, 'lock')} made anew`]),
    ...(different.length === 0
      ? []
      : [`${count(different.length, 'file')} not as they would be written and not claimed`]),
  ];
  const [first] = different;
  const hint =
    first === undefined ? '' : `Name a file to claim it as it is: fedc adopt ${folder}/${first}\n`;
  return visibleLines(`${what.join(', ')} in ${folder}\n${hint}`);
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
