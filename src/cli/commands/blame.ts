/** `fedc blame`: for every line of an output file the line of the sources it comes from. Writes nothing. */
import { posix } from 'node:path';
import { type Command, Option } from 'commander';
import { type CompileResult, compile } from '../../compile.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import { engines } from '../../engines/engines.ts';
import type { Host } from '../../io/host.ts';
import { sha256Hex } from '../../kube/digest.ts';
import { recorder } from '../../model/decisions.ts';
import { blameCopiedLines, blameLines } from '../../reports/blame-lines.ts';
import { maskField } from '../../reports/mask-field.ts';
import { traceAt } from '../../reports/provenance.ts';
import {
  type BlameReport,
  renderBlame,
  renderBlamedLine,
  renderBlameJson,
} from '../../reports/render-blame.ts';
import { secretLines } from '../../reports/secret-lines.ts';
import { fileName } from '../../tree/file-name.ts';
import { folderOf } from '../../tree/layout.ts';
import { createLocator } from '../../yaml/locate.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { type BlamedFile, findBlamedFile } from '../blamed-file.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import type { BlameFlags } from '../flags.ts';
import { isBelow } from '../list-sources.ts';
import { type Loaded, load } from '../load.ts';
import { createOriginLocator } from '../origin-locator.ts';
import { shownPath } from '../output-folder.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';

interface Asked {
  /** Absolute, or inside the tree if it begins with `clusters/`. */
  readonly file: string;
  readonly from?: number;
  readonly to?: number;
}

/** Gives the exit code: 1 if no build writes that file or line. */
export function blame(host: Host, text: string, flags: BlameFlags): number {
  const asked = parseAsked(text);
  const loaded = load(host, flags);
  const own = locateDiagnostics(loaded.diagnostics, loaded.textOf);
  if (loaded.input === undefined) return reportAll(host, flags, own, loaded.textOf);
  const path = treePath(host, loaded.out, asked.file);
  if (path === undefined) return refuse(host, flags, loaded, asked.file);
  // The group may still be changed by an override, so the kind alone decides what is listened to.
  const decisions = recorder(({ kind }) => path.includes(kind.toLowerCase().slice(1)));
  const result = compile({ ...loaded.input, decisions });
  const diagnostics = [...own, ...result.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  const code = reportAll(host, flags, diagnostics, loaded.textOf);
  const found = findBlamedFile(result, path, decisions.facts);
  if (found === undefined) {
    host.writeError(`${notWritten(host, loaded.out, { path, result })}\n`);
    return code === exitCodes.done ? exitCodes.negative : code;
  }
  noteDifference(host, loaded.out, { path, ...found });
  const report = reportOf({ loaded, ...found, shown: shownPath(host, loaded.out, path) });
  const isShown = show(host, report, asked, flags);
  return isShown || code !== exitCodes.done ? code : exitCodes.negative;
}

/** `FILE`, `FILE:LINE` or `FILE:FROM-TO`. */
function parseAsked(text: string): Asked {
  const [, file, from, to] = /^(.*?):([1-9]\d*)(?:-([1-9]\d*))?$/.exec(text) ?? [];
  if (file === undefined || from === undefined) return { file: text };
  return { file, from: Number(from), to: Number(to ?? from) };
}

/** As people see it from the working folder, or as the tree names it. */
function treePath(host: Host, out: string, file: string): string | undefined {
  const absolute = host.resolve(host.workingFolder, file);
  const real = host.realPath(absolute) ?? absolute;
  for (const path of [absolute, real]) if (isBelow(path, out)) return posix.relative(out, path);
  return /^clusters\//.test(file) ? file : undefined;
}

function refuse(host: Host, flags: BlameFlags, loaded: Loaded, file: string): number {
  const folder = shownPath(host, loaded.out, '');
  const problem = `${JSON.stringify(file)} is not a file of the tree in ${folder}.`;
  const hint = `For example: fedc blame ${folder}/clusters/CLUSTER/NAMESPACE/FILE.yaml`;
  const diagnostic = diagnose('cli/usage', { flag: file }, { problem, hint });
  const located = locateDiagnostics([diagnostic], () => undefined);
  return reportAll(host, flags, located, loaded.textOf);
}

/** Written by each build, about the tree. */
const ownRecord = /^(?:\.gitattributes|index\/(?:clusters\/[^/]+\.)?lock)$/;

function notWritten(
  host: Host,
  out: string,
  { path, result }: { readonly path: string; readonly result: CompileResult },
): string {
  if (ownRecord.test(path))
    return visible(
      `No source sets ${shownPath(host, out, path)}: fedc keeps its own records there.`,
    );
  const { manifests, options } = result;
  const engine = engines.find(({ name }) => path.startsWith(`engine/${name}/`));
  if (engine !== undefined && !options.engines.chosen.includes(engine.name))
    return visible(
      `${shownPath(host, out, path)} is written for ${engine.title} only: add --emit ${engine.name}, or engines: {${engine.name}: {}} in fedc.yaml.`,
    );
  const paths = new Set(
    manifests.flatMap((each) => {
      const file = `${folderOf(each, options.layout)}/${fileName(each.key)}`;
      return each.clusters.map((cluster) => `clusters/${cluster}/${file}`);
    }),
  );
  const near = [...sameFile(path, paths), ...nearest(path, [...paths])].slice(0, 3);
  const hint = near.map((each) => shownPath(host, out, each)).join(' or ');
  const end = hint === '' ? '' : ` Did you mean ${hint}?`;
  return visible(`No build writes ${shownPath(host, out, path)}.${end}`);
}

/** The same object in other clusters is the likeliest to be meant. */
function sameFile(path: string, paths: ReadonlySet<string>): readonly string[] {
  const rest = path.split('/').slice(2).join('/');
  return [...paths].filter((each) => each.split('/').slice(2).join('/') === rest).slice(0, 2);
}

function noteDifference(
  host: Host,
  out: string,
  { path, printed }: { readonly path: string; readonly printed: string },
): void {
  const absolute = host.resolve(out, path);
  const isThere = host.kindOf(absolute) === 'file';
  if (isThere && new TextDecoder().decode(host.readFile(absolute)) === printed) return;
  const what = isThere ? 'differs from what a build writes now' : 'is not written yet';
  host.writeError(
    `${visible(shownPath(host, out, path))} ${what}; the lines are those of the next build.\n`,
  );
}

interface ReportInput extends BlamedFile {
  readonly loaded: Loaded;
  readonly shown: string;
}

function reportOf({ loaded, printed, trace, kind, copyOf, shown }: ReportInput): BlameReport {
  const locate = createOriginLocator(loaded.textOf);
  const input = { text: printed, trace, locate, textOf: loaded.textOf };
  const { documents } = parseYaml(printed, { path: shown });
  return {
    path: shown,
    lines: copyOf === undefined ? blameLines(input) : blameCopiedLines(input, copyOf),
    secretLines: secretLines(printed, documents, createLocator(printed)),
    placeOf: (origin) => {
      const line = locate(origin)?.line;
      return line === undefined ? { file: origin.file } : { file: origin.file, line };
    },
    historyOf: ({ pointer }) => {
      const field = traceAt(trace, pointer);
      const chain = [];
      for (let before = field?.replaced; before !== undefined; before = before.replaced)
        chain.push({
          ...before,
          value: maskField({ kind, pointer, value: before.value }, sha256Hex),
        });
      return chain;
    },
  };
}

/** False if the file has no such line. */
function show(host: Host, report: BlameReport, asked: Asked, { output }: BlameFlags): boolean {
  const { from = 1, to = Number.POSITIVE_INFINITY } = asked;
  const lines = report.lines.filter(({ line }) => line >= from && line <= to);
  const [first] = lines;
  if (first === undefined) {
    const last = report.lines.at(-1)?.line ?? 0;
    host.writeError(`${visible(report.path)} has ${last} lines.\n`);
    return false;
  }
  const chosen = { ...report, lines };
  const isOne = asked.from !== undefined && lines.length === 1;
  if (output === 'json') host.writeOutput(renderBlameJson(chosen));
  else host.writeOutput(isOne ? renderBlamedLine(first, chosen) : renderBlame(chosen));
  return true;
}

const examples = `Examples:
  fedc blame rendered/clusters/eu-1/shop/deployment.apps_web.yaml
  fedc blame rendered/clusters/eu-1/shop/deployment.apps_web.yaml:14
  fedc blame rendered/clusters/eu-1/shop/deployment.apps_web.yaml:10-20 -o json
`;

/** Adds the command to the program. */
export function addBlame(
  program: Command,
  choose: (file: string, flags: BlameFlags) => void,
): void {
  const command = program
    .command('blame')
    .description('show for every line of an output file the source line it comes from')
    .argument('<FILE[:LINE]>', 'a file of the tree; with a line or a range, only that')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((file: string, path: string | undefined, flags: BlameFlags) =>
    choose(file, withPath(path, flags)),
  );
}
