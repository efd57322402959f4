/** Repairs and the texts they are for in; the texts afterwards out, with what could not be done. */
import type { Fix, SourceEdit } from '../diagnostics/fix.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { groupBy } from '../model/group-by.ts';
import { printJson } from '../model/print-json.ts';
import { pointerTokens } from '../model/source.ts';
import { editText } from '../yaml/edit-text.ts';

export type Repair = LocatedDiagnostic & { readonly fix: Fix };

export interface RefusedRepair {
  readonly repair: Repair;
  readonly file: string;
  /** A few words: `an alias stands there`. */
  readonly reason: string;
}

export interface AppliedFixes {
  /** Only of files that are other than before. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those of which at least one place was repaired. */
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

/** What is done together or not at all: the edits that a repair makes in one document. */
interface Unit {
  readonly repair: Repair;
  readonly edits: readonly SourceEdit[];
}

interface EditedFile {
  readonly text: string;
  readonly applied: readonly Repair[];
  readonly refused: readonly { readonly repair: Repair; readonly reason: string }[];
}

/** Applies repairs that were offered for the same state of the texts. `refuseFile` says why a file must not be touched. */
export function applyFixes(
  repairs: readonly Repair[],
  files: {
    readonly textOf: (file: string) => string | undefined;
    readonly refuseFile: (file: string) => string | undefined;
  },
): AppliedFixes {
  const texts = new Map<string, string>();
  const applied = new Set<Repair>();
  const refused: RefusedRepair[] = [];
  for (const [file, units] of groupBy(repairs.flatMap(unitsOf), ({ edits }) => fileOf(edits[0]))) {
    const old = files.textOf(file);
    const reason = old === undefined ? 'it was not read' : files.refuseFile(file);
    const edited = reason === undefined ? editFile(old ?? '', units) : refuseAll(units, reason);
    if (reason === undefined && edited.text !== old) texts.set(file, edited.text);
    for (const repair of edited.applied) applied.add(repair);
    refused.push(...edited.refused.map((each) => ({ ...each, file })));
  }
  return { texts, applied: [...applied], refused };
}

function unitsOf(repair: Repair): Unit[] {
  const groups = groupBy(repair.fix.edits, (edit) => `${fileOf(edit)} ${placeOf(edit).document}`);
  return Array.from(groups.values(), (edits) => ({ repair, edits }));
}

function refuseAll(units: readonly Unit[], reason: string): EditedFile {
  return { text: '', applied: [], refused: units.map(({ repair }) => ({ repair, reason })) };
}

/** All at once; if that is refused one after the other, those inside of others first. */
function editFile(old: string, units: readonly Unit[]): EditedFile {
  const all = new Map(units.flatMap(({ edits }) => edits).map((edit) => [printJson(edit), edit]));
  const edited = editText(old, [...all.values()]);
  if ('text' in edited && edited.text !== old)
    return { text: edited.text, applied: units.map(({ repair }) => repair), refused: [] };
  return editOneByOne(old, units);
}

function editOneByOne(old: string, units: readonly Unit[]): EditedFile {
  let text = old;
  const applied: Repair[] = [];
  const refused: { repair: Repair; reason: string }[] = [];
  for (const { repair, edits } of units.toSorted((one, other) => depthOf(other) - depthOf(one))) {
    const edited = editText(text, edits);
    if ('refusal' in edited) refused.push({ repair, reason: edited.refusal });
    else if (edited.text === text && text === old)
      refused.push({ repair, reason: 'it stands there already' });
    else {
      text = edited.text;
      applied.push(repair);
    }
  }
  return { text, applied, refused };
}

function depthOf({ edits }: Unit): number {
  return Math.max(...edits.map((edit) => pointerTokens(placeOf(edit).pointer).length));
}

/** Where an edit takes something away or changes it. */
export function placeOf(edit: SourceEdit) {
  return edit.kind === 'move-member' ? edit.from : edit.at;
}

function fileOf(edit: SourceEdit | undefined): string {
  return edit === undefined ? '' : placeOf(edit).file;
}
