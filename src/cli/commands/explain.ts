/** `fedc explain`: to which clusters an object goes, and why, from what the stages said while they worked. */
import { type CompileResult, compile } from '../../compile.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { recorder } from '../../model/decisions.ts';
import { describeKey } from '../../model/kube-object.ts';
import { printJson } from '../../model/print-json.ts';
import type { Origin } from '../../model/source.ts';
import { explainPlacement, type PlacementExplanation } from '../../reports/explain-placement.ts';
import { createLocator, type Locate } from '../../yaml/locate.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExplainFlags } from '../flags.ts';
import { type Loaded, load } from '../load.ts';
import { isMeant, nearestNames, type ObjectName, parseObjectName } from '../object-name.ts';
import { report, textReporter } from '../report.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** Gives the exit code: 1 if there is no such object. Errors are reported, and what could be worked out is shown. */
export function explain(host: Host, text: string, flags: ExplainFlags): number {
  const loaded = load(host, flags);
  const name = parseObjectName(text);
  if (name === undefined) return refuse(host, flags, loaded, text);
  const own = locateDiagnostics(loaded.diagnostics, loaded.textOf);
  if (loaded.input === undefined) return finish(host, flags, loaded, own);
  const decisions = recorder();
  const result = compile({ ...loaded.input, decisions });
  const all = explainPlacement({ ...result, facts: decisions.facts });
  const meant = all.filter(({ key }) => isMeant(key, name, flags.namespace));
  const errors = errorsOf([...own, ...result.diagnostics]);
  if (meant.length > 0) host.writeOutput(print(meant, result, { loaded, flags }));
  const code = finish(host, flags, loaded, errors);
  if (meant.length > 0) return code;
  host.writeError(`${notFound(name, flags, all)}\n`);
  return code === exitCodes.done ? exitCodes.negative : code;
}

/** Whoever asks about one object did not ask for the warnings of all. */
function errorsOf(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function refuse(host: Host, flags: ExplainFlags, loaded: Loaded, text: string): number {
  const problem = `An object is named as KIND/NAME, and ${JSON.stringify(text)} is not.`;
  const hint = 'For example: fedc explain deployment/web -n shop';
  const diagnostic = diagnose('cli/usage', { flag: text }, { problem, hint });
  return finish(
    host,
    flags,
    loaded,
    locateDiagnostics([diagnostic], () => undefined),
  );
}

function finish(
  host: Host,
  { reporter, strict = false, quiet = false }: ExplainFlags,
  { textOf }: Loaded,
  diagnostics: readonly LocatedDiagnostic[],
): number {
  return report(host, diagnostics, {
    reporters: reporter ?? [textReporter],
    textOf,
    strict,
    quiet,
  });
}

function notFound(
  { kind, name }: ObjectName,
  { namespace }: ExplainFlags,
  all: readonly PlacementExplanation[],
): string {
  const near = nearestNames(
    all.map(({ key }) => key),
    { kind, name },
  );
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return visible(`There is no ${kind}/${name}${where} among the sources.${hint}`);
}

interface Row {
  readonly cluster: string;
  readonly placed: boolean;
  readonly reason: string;
  readonly replicas?: number;
  readonly file: string;
  readonly line?: number;
}

function print(
  explanations: readonly PlacementExplanation[],
  { inventory }: CompileResult,
  { loaded, flags }: { readonly loaded: Loaded; readonly flags: ExplainFlags },
): string {
  const lineOf = createLineFinder(loaded.textOf);
  const objects = explanations.map(({ key, origin, clusters }) => ({
    key,
    source: placeOf(origin, lineOf),
    rows: clusters.map(({ cluster, isPlaced, reason, origin: at, replicas }): Row => {
      const known = replicas === undefined || !isPlaced ? {} : { replicas };
      return { cluster, placed: isPlaced, reason, ...known, ...placeOf(at, lineOf) };
    }),
  }));
  if (flags.output === 'json') {
    const shown = objects.map(({ key, source, rows }) => ({ ...key, source, clusters: rows }));
    return `${printJson({ formatVersion, objects: shown }, { indent: 2 })}\n`;
  }
  return objects
    .map(({ key, source, rows }) => {
      const placed = rows.filter((row) => row.placed).length;
      const head = `${describeKey(key)} (${placeText(source)}): ${placed} of ${inventory.clusters.length} clusters`;
      return `${visible(head)}\n\n${table(rows)}`;
    })
    .join('\n');
}

type SourcePlace = Pick<Row, 'file' | 'line'>;

function createLineFinder(textOf: Loaded['textOf']): (origin: Origin) => number | undefined {
  const locators = new Map<string, Locate>();
  return ({ file, document, pointer, on }) => {
    const locate = locators.get(file) ?? createLocator(textOf(file) ?? '');
    locators.set(file, locate);
    return locate(document, pointer, on)?.line;
  };
}

function placeOf(origin: Origin, lineOf: (origin: Origin) => number | undefined): SourcePlace {
  const line = lineOf(origin);
  return line === undefined ? { file: origin.file } : { file: origin.file, line };
}

function placeText({ file, line }: SourcePlace): string {
  return line === undefined ? file : `${file}:${line}`;
}

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.cluster,
    row.placed ? 'yes' : 'no',
    row.replicas === undefined ? row.reason : `${row.reason}; ${count(row.replicas, 'replica')}`,
    placeText(row),
  ]);
  const lines = [['CLUSTER', 'PLACED', 'REASON', 'SOURCE'], ...cells].map((line) =>
    line.map(visible),
  );
  const widths = [0, 1, 2].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
