/** An object and one cluster in; out: everything that decides whether it goes there and what it is there. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import type { ResolvedTarget } from '../model/federated-resource.ts';
import { describeKey } from '../model/kube-object.ts';
import type { PlanView } from './explain-plan.ts';
import type {
  EditView,
  ExplainedCluster,
  ExplainedObject,
  RuleView,
  TermView,
} from './explain-view.ts';
import { placeText } from './render-explain-table.ts';
import { findingLines } from './render-findings.ts';
import { showValue } from './show-value.ts';
import { renderTable } from './table.ts';

/** Sections, each with a heading, one blank line apart. */
export function renderExplainCluster(object: ExplainedObject): string {
  return object.clusters
    .map((row) => {
      const sections = [
        headSection(object, row),
        typeSection(object),
        ...row.rules.map(ruleSection),
        planSection(row),
        editSection(row),
        stampSection(object, row),
        findingLines(object.findings),
      ];
      return sections.filter((section) => section !== '').join('\n');
    })
    .join('\n');
}

function headSection(object: ExplainedObject, { cluster, placed, path }: ExplainedCluster): string {
  const words = placed ? 'goes to' : 'does not go to';
  const title = `${describeKey(object)} (${placeText(object.source)}) ${words} ${cluster}`;
  return `${visible(title)}\n${path === undefined ? '' : visible(`  ${path}`).concat('\n')}`;
}

const byWords: Readonly<Record<ResolvedTarget['by'], string>> = {
  'type-config': 'by its FederatedTypeConfig',
  'chart-default': 'a default of the KubeFed chart',
  'known-kind': 'from the table of known kinds',
  'custom-resource-definition': 'by its CustomResourceDefinition',
  config: 'by types: of the configuration',
};

function typeSection({ type, leftOut }: ExplainedObject): string {
  if (type === undefined)
    // Of what is not compiled nobody looked the type up.
    return leftOut === undefined ? section('Type', [['a plain manifest, compiled as it is']]) : '';
  const { federated, target, by, file, line } = type;
  const place =
    file === undefined ? '' : placeText({ file, ...(line === undefined ? {} : { line }) });
  return section('Type', [[`${federated} is ${target}`, byWords[by], place]]);
}

const ruleNames: Readonly<Record<RuleView['rule'], string>> = {
  'left-out': 'Not written',
  inventory: 'Inventory',
  placement: 'Placement',
  replicas: 'Replica preference',
  namespace: 'Namespace',
  override: 'Override',
};

function ruleSection(rule: RuleView): string {
  const name = ruleNames[rule.rule];
  return describeRule(rule.rule === 'left-out' ? name : `${name}: ${verdictText(rule)}`, rule);
}

/** A heading, the reason, of a namespace what its own placement says, and the terms of the selector. */
export function describeRule(heading: string, rule: RuleView): string {
  const { reason, within } = rule;
  const deciding = within ?? rule;
  const rows = [
    ...(within === undefined ? [] : [[reason]]),
    [deciding.reason, placeText(deciding)],
  ];
  const { terms = [] } = deciding;
  const table = terms.length === 0 ? '' : renderTable([termHead, ...terms.map(termRow)]);
  return section(heading, rows) + indented(table);
}

function verdictText({ verdict, overruled }: RuleView): string {
  const words = { takes: 'yes', adds: 'yes, it is added', excludes: 'no' }[verdict];
  return overruled === undefined ? words : `${words}, but the replica preference decides`;
}

const termHead = ['TERM', 'LABEL', 'HOLDS', 'SOURCE'];

function termRow(term: TermView): readonly string[] {
  const { key, value, holds } = term;
  const label = value === null ? `no ${key}` : `${key}=${value}`;
  return [term.term, label, holds ? 'yes' : 'no', placeText(term)];
}

function planSection({ plan, replicas }: ExplainedCluster): string {
  if (plan === undefined) return '';
  const given = replicas ?? plan.replicas;
  const heading = `Replicas: ${given === undefined ? 'none planned' : `${given} of ${plan.total}`}`;
  const rows = plan.words.map((line) => [planLine(line, plan)]);
  return section(`${heading} (${placeText(plan)})`, rows);
}

function planLine(line: string, { entry }: PlanView): string {
  return entry !== undefined && line.startsWith('entry ') ? `${line} (${placeText(entry)})` : line;
}

function editSection({ edits, placed, written, cluster }: ExplainedCluster): string {
  const rows = edits.map((edit) => editRow(edit, cluster));
  if (rows.length > 0) return section(`Overrides: ${count(edits.length, 'edit')}`, rows);
  if (written === 0) return '';
  const why = placed ? 'they could not be applied' : 'without effect, since it does not go there';
  return section('Overrides', [[`${count(written, 'edit')} written for ${cluster}: ${why}`]]);
}

function editRow(edit: EditView, cluster: string): readonly string[] {
  const { op, path, pointer, number, count: all, planned } = edit;
  const where = pointer === path ? '' : ` (${pointer})`;
  const who =
    planned === true
      ? 'written by the replica preference'
      : `edit ${number} of ${all} of the entry for ${cluster}`;
  return [`${op} ${path}${where}`, editText(edit), placeText(edit), who];
}

/** `2 -> 5`, `added 5`, `removed 2`. */
export function editText({ effect, before = null, after = null }: EditView): string {
  switch (effect) {
    case 'replaced':
      return `${showValue(before)} -> ${showValue(after)}`;
    case 'removed':
      return `removed ${showValue(before)}`;
    case 'kept':
      return `${showValue(after)}, as it was`;
    case 'added':
    case 'inserted':
      return `${effect} ${showValue(after)}`;
  }
}

function stampSection({ stamps }: ExplainedObject, { placed }: ExplainedCluster): string {
  if (!placed || stamps.length === 0) return '';
  const rows = stamps.map(({ pointer, rule, row, file, line }) => [
    pointer,
    row === undefined ? rule : `${rule} (compatibility.${row})`,
    file === undefined ? '' : placeText({ file, ...(line === undefined ? {} : { line }) }),
  ]);
  return section('Set whatever the template says', rows);
}

const widest = 100;

/** A heading, and rows below it in columns; where they are too wide, the first cell of each has a line for itself. */
export function section(heading: string, rows: readonly (readonly string[])[]): string {
  const table = indented(renderTable(rows));
  const isWide = table.split('\n').some((line) => line.length > widest);
  const body = isWide ? rows.map(stacked).join('') : table;
  return `${visible(heading)}\n${body}`;
}

function stacked([first = '', ...others]: readonly string[]): string {
  const rest = others.filter((cell) => cell !== '');
  const above = first === '' ? '' : `  ${visible(first)}\n`;
  return rest.length === 0 ? above : `${above}    ${visible(rest.join('   '))}\n`;
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}
