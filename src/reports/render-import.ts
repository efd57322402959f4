/** Imported clusters in, the answer of `fedc clusters import` out. */
import { count, someOf } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { printJson } from '../model/print-json.ts';
import { type ClusterView, clusterMembers, labelsText } from './cluster-view.ts';
import { hideCredentials } from './hide-credentials.ts';
import { renderTable } from './table.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

export interface ImportRow extends ClusterView {
  /** The forms of its documents. */
  readonly kinds: readonly string[];
  /** What they call it. */
  readonly called: readonly string[];
  readonly state: 'new' | 'completed' | 'known';
  /** What it got, and what it has otherwise than its documents: `label env`, `region`. */
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

export interface ImportReport {
  readonly rows: readonly ImportRow[];
  /** Clusters of the inventory that no document describes. */
  readonly others: readonly string[];
  /** Files that were read and describe no cluster. */
  readonly idle: readonly string[];
  /** Absent if no file was asked for. */
  readonly target?: {
    readonly file: string;
    /** It was there before. */
    readonly isMerged: boolean;
    readonly isWritten: boolean;
  };
}

/** NAME, FROM, CALLED, LABELS, SERVER, and STATE where an inventory is added to; `-` for what is not there. */
export function renderImportTable({ rows, target }: ImportReport): string {
  const isMerged = target?.isMerged === true;
  const head = ['NAME', 'FROM', 'CALLED', 'LABELS', 'SERVER', ...(isMerged ? ['STATE'] : [])];
  const lines = rows.map((row) => {
    const { name, fields } = row.cluster;
    const called = row.called.filter((each) => each !== name);
    const cells = [
      name,
      row.kinds.join(', '),
      called.join(', '),
      labelsText(row.cluster),
      hideCredentials('server', fields.server ?? ''),
    ].map((cell) => (cell === '' ? '-' : cell));
    return isMerged ? [...cells, stateText(row)] : cells;
  });
  return renderTable([head, ...lines]);
}

function stateText({ state, added }: ImportRow): string {
  return state === 'completed' ? `gets ${someOf(added, 4)}` : state;
}

/**
 * `{"formatVersion", "file", "written", "clusters": [{"state", "kinds", "called", "added", "kept", ...members of clusters list}],
 * "others", "idle"}`; file and written are absent where nothing was to be written.
 */
export function renderImportJson({ rows, others, idle, target }: ImportReport): string {
  const clusters = rows.map(({ kinds, called, state, added, kept, ...view }) => ({
    ...clusterMembers(view),
    kinds,
    called,
    state,
    added,
    kept,
  }));
  const file = target === undefined ? {} : { file: target.file, written: target.isWritten };
  return `${printJson({ formatVersion, ...file, clusters, others, idle }, { indent: 2 })}\n`;
}

/** Sentences for stderr: what was done, what was kept, what nobody described, and how labels are given. */
export function importNotes(report: ImportReport): readonly string[] {
  const { rows, others, idle, target } = report;
  const kept = rows.filter((row) => row.kept.length > 0);
  const file = target?.file ?? '';
  const verb = others.length === 1 ? 'is' : 'are';
  return [
    ...(target === undefined ? [] : [doneNote(rows, target)]),
    ...(idle.length === 0
      ? []
      : [`${someOf(idle)} ${idle.length === 1 ? 'describes' : 'describe'} no cluster`]),
    ...kept.map((row) => `${row.cluster.name} keeps what is written: ${someOf(row.kept, 4)}`),
    ...(others.length === 0
      ? []
      : [
          `${someOf(others)} ${verb} in ${file} and in no document given by --from; nothing was taken away`,
        ]),
    ...labelNotes(rows, target),
  ].map(visible);
}

function doneNote(
  rows: readonly ImportRow[],
  { file, isMerged, isWritten }: NonNullable<ImportReport['target']>,
): string {
  const news = rows.filter(({ state }) => state === 'new').length;
  const completed = rows.filter(({ state }) => state === 'completed').length;
  if (news + completed === 0) return `${file}: nothing to add`;
  const what = isMerged
    ? `${count(news, 'cluster')} added, ${completed} completed`
    : count(news, 'cluster');
  return isWritten ? `${file}: ${what}` : `${file} would get this: ${what}; nothing was written`;
}

/** Nobody has labels to start from, and without them most placements match nothing. */
function labelNotes(rows: readonly ImportRow[], target: ImportReport['target']): readonly string[] {
  const bare = rows
    .map(({ cluster }) => cluster)
    .filter(({ labels }) => Object.keys(labels).length === 0)
    .map(({ name }) => name);
  const [first] = bare;
  if (first === undefined) return [];
  const [verb, word, are] =
    bare.length === 1 ? ['has no label', 'it', 'it is'] : ['have no labels', 'them', 'they are'];
  const place = target === undefined ? ` once ${are} in a file` : '';
  return [
    `${someOf(bare)} ${verb}, and selectors see nothing else: provider, region and zones are fields. Label ${word}${place}:`,
    `  fedc clusters label ${first} env=prod`,
  ];
}
