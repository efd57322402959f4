/** What is compiled in; out: the same sources with everything repaired that can be, one repair after the one it hid behind. */
import { type CompileInput, type CompileResult, compile } from '../compile.ts';
import { isConfigFile } from '../config/read-settings.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { canonicalJson } from '../model/print-json.ts';
import { applyFixes, placeOf, type RefusedRepair, type Repair } from './apply-fixes.ts';

export interface RepairRequest {
  /** The repair that is wanted of a diagnostic, or a part of it. */
  readonly wanted: (diagnostic: LocatedDiagnostic) => Repair | undefined;
  /** Why a file must not be touched. */
  readonly refuseFile: (file: string) => string | undefined;
}

export interface RepairedSources {
  /** The next text of every file that is other than before. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
  /** What the texts compile to now. */
  readonly result: CompileResult;
}

/** Enough for a repair that hides another that hides another, and for many that have to be tried alone. */
const mostRounds = 200;

interface State {
  readonly texts: ReadonlyMap<string, string>;
  readonly result: CompileResult;
}

interface Step extends State {
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

/**
 * Repairs until nothing is left to repair, errors first. A repair after which something is an error that was none before is
 * not made; but where an error was repaired, what it hid in the same file may come to light. Where only warnings are
 * repaired, the sources compile to the same before and after.
 */
export function repairSources(input: CompileInput, request: RepairRequest): RepairedSources {
  let state: State = { texts: new Map(), result: compile(input) };
  const applied: Repair[] = [];
  const refused = new Map<string, RefusedRepair>();
  for (let round = 0; round < mostRounds; round += 1) {
    const repairs = state.result.diagnostics
      .flatMap((diagnostic) => request.wanted(diagnostic) ?? [])
      .filter((repair) => !refused.has(keyOf(repair)));
    if (repairs.length === 0) break;
    const unsure = unsureRepairs(repairs, state.result);
    for (const each of unsure) refused.set(keyOf(each.repair), each);
    if (unsure.length > 0) continue;
    const step = stepFrom(state, mostUrgent(repairs), { input, request });
    for (const each of step.refused) refused.set(keyOf(each.repair), each);
    if (step.applied.length > 0) forgetTried(refused);
    applied.push(...step.applied);
    state = step;
  }
  return { ...state, applied, refused: [...refused.values()] };
}

/** What an error hid must be told from what the repair of a warning causes. */
function mostUrgent(repairs: readonly Repair[]): readonly Repair[] {
  const errors = repairs.filter(isOfError);
  return errors.length > 0 ? errors : repairs;
}

function isOfError({ severity }: LocatedDiagnostic): boolean {
  return severity === 'error';
}

/**
 * What is meant depends on the mode, and which name is meant on all clusters: nothing is certain while the config is wrong,
 * and no name while a file that may hold clusters cannot be read.
 */
function unsureRepairs(repairs: readonly Repair[], result: CompileResult): RefusedRepair[] {
  const errors = errorsOf(result);
  const wrongConfig = errors.find(({ code }) => code.startsWith('config/'));
  const wrongInventory = errors.find(({ code }) => /^(?:yaml|inventory)\//.test(code));
  return repairs.flatMap((repair) => {
    const isName = repair.code.endsWith('/unknown-cluster');
    const cause = wrongConfig ?? (isName ? wrongInventory : undefined);
    if (cause === undefined) return [];
    const what = cause === wrongConfig ? 'the mode' : 'every cluster';
    const reason = `${what} is known once ${cause.code} in ${placeOfDiagnostic(cause)} is resolved`;
    return [{ repair, file: repair.file ?? '', reason }];
  });
}

/** What would have caused an error may be sound once something else is repaired. */
function forgetTried(refused: Map<string, RefusedRepair>): void {
  for (const [key, { reason }] of refused) if (reason.startsWith(causes)) refused.delete(key);
}

const causes = 'it would cause';

function keyOf({ code, file, pointer, fix }: Repair): string {
  return [code, file, pointer, fix.title, placeText(fix.edits[0])].join(' ');
}

function placeText(edit: Repair['fix']['edits'][number] | undefined): string {
  if (edit === undefined) return '';
  const { file, document, pointer } = placeOf(edit);
  return `${file} ${document} ${pointer}`;
}

interface Around {
  readonly input: CompileInput;
  readonly request: RepairRequest;
}

/** Makes all repairs, or if that causes errors half of them, down to a single one, which is then refused. */
function stepFrom(state: State, repairs: readonly Repair[], around: Around): Step {
  const { input, request } = around;
  const { texts, applied, refused } = applyFixes(repairs, {
    textOf: (file) => state.texts.get(file) ?? textOf(input, file),
    refuseFile: request.refuseFile,
  });
  if (texts.size === 0) return { ...state, applied: [], refused };
  const next = new Map([...state.texts, ...texts]);
  const result = compile(withTexts(input, next));
  const reason = reasonAgainst(state.result, result, applied);
  if (reason === undefined) return { texts: next, result, applied, refused };
  const [first, ...others] = applied;
  if (first !== undefined && others.length === 0) {
    return {
      ...state,
      applied: [],
      refused: [...refused, { repair: first, file: first.file ?? '', reason }],
    };
  }
  return stepFrom(state, applied.slice(0, Math.ceil(applied.length / 2)), around);
}

function reasonAgainst(
  before: CompileResult,
  after: CompileResult,
  applied: readonly Repair[],
): string | undefined {
  const caused = firstCaused(before, after, applied);
  if (caused !== undefined) return `${causes} ${caused.code} in ${placeOfDiagnostic(caused)}`;
  if (applied.some(isOfError) || compiledText(before) === compiledText(after)) return undefined;
  return 'it would change what is compiled';
}

function compiledText({ manifests }: CompileResult): string {
  const texts = manifests.map(({ key, object, clusters }) =>
    canonicalJson([{ ...key }, object, [...clusters]]),
  );
  return texts.sort().join('\n');
}

function placeOfDiagnostic({ file = 'the repository', line }: LocatedDiagnostic): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** The first error that was none before, unless it stood in a file behind an error that is repaired now. */
function firstCaused(
  before: CompileResult,
  after: CompileResult,
  repairs: readonly Repair[],
): LocatedDiagnostic | undefined {
  const hidden = new Set(
    repairs.filter(isOfError).flatMap(({ fix }) => fix.edits.map((edit) => placeOf(edit).file)),
  );
  const known = new Map<string, number>();
  for (const text of errorsOf(before).flatMap(errorTexts))
    known.set(text, (known.get(text) ?? 0) + 1);
  return errorsOf(after).find((error) => {
    const [text = ''] = errorTexts(error);
    const left = known.get(text) ?? 0;
    known.set(text, left - 1);
    return left <= 0 && !hidden.has(error.file ?? '');
  });
}

function errorsOf({ diagnostics }: CompileResult): readonly LocatedDiagnostic[] {
  return diagnostics.filter(isOfError);
}

/** What tells an error from others: its place, and after it the further ones of a report about several. */
function errorTexts({ code, file, pointer, fix }: LocatedDiagnostic): readonly string[] {
  const places = (fix?.edits ?? [])
    .map(placeOf)
    .filter((place) => place.pointer !== pointer || place.file !== file);
  return [{ file, pointer }, ...places].map((place) => [code, place.file, place.pointer].join(' '));
}

/** The text of a file of the input, the config included. */
export function textOf({ files, config }: CompileInput, file: string): string | undefined {
  if (config !== undefined && isConfigFile(config) && config.path === file) return config.text;
  return files.find(({ path }) => path === file)?.text;
}

function withTexts(input: CompileInput, texts: ReadonlyMap<string, string>): CompileInput {
  const { config } = input;
  const files = input.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  if (config === undefined || !isConfigFile(config)) return { ...input, files };
  return { ...input, files, config: { ...config, text: texts.get(config.path) ?? config.text } };
}
