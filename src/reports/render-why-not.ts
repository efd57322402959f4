/** An object and a cluster in; out: the first rule that keeps it out, all others that do, and what would bring it there. */
import { quote } from '../diagnostics/quote.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { describeKey } from '../model/kube-object.ts';
import type { ExplainedCluster, ExplainedObject, RuleView } from './explain-view.ts';
import { describeRule, section } from './render-explain-cluster.ts';
import { placeText } from './render-explain-table.ts';
import { findingLines } from './render-findings.ts';
import type { WayView } from './view-changes.ts';

/** What stands in the way, and the ways around it. */
export interface WhyNot {
  /** With the one cluster that is asked about. */
  readonly object: ExplainedObject;
  readonly row: ExplainedCluster;
  readonly ways: readonly WayView[];
  /** Names of clusters like one that is not in the inventory. */
  readonly nearest: readonly string[];
}

/** Of an object that goes there it says so. */
export function renderWhyNot(answer: WhyNot): string {
  const { object, row } = answer;
  if (row.placed) return renderPlaced(object, row);
  const [first, ...others] = excludingRules(row);
  const title = `${describeKey(object)} (${placeText(object.source)}) does not go to ${row.cluster}`;
  return [
    `${visible(title)}\n`,
    ...(first === undefined ? [] : [becauseText(first, answer)]),
    ...others.map((rule) => describeRule('It would also be kept out, because', rule)),
    ...waysText(answer),
    findingLines(object.findings),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The rules that count and keep the object out, the first that does first. */
export function excludingRules({ rules }: ExplainedCluster): readonly RuleView[] {
  return rules.filter(({ verdict, overruled }) => verdict === 'excludes' && overruled !== true);
}

function renderPlaced(object: ExplainedObject, row: ExplainedCluster): string {
  const title = `${describeKey(object)} (${placeText(object.source)}) goes to ${row.cluster}`;
  const path = row.path === undefined ? '' : visible(`  ${row.path}`).concat('\n');
  return section(title, [[row.reason, placeText(row)]]) + path;
}

function becauseText(rule: RuleView, answer: WhyNot): string {
  return rule.rule === 'inventory' ? unknownText(rule, answer) : describeRule('Because', rule);
}

function unknownText(rule: RuleView, { row, nearest }: WhyNot): string {
  const hint = nearest.length === 0 ? [] : [[`Did you mean ${nearest.join(' or ')}?`]];
  const words = `there is no cluster ${quote(row.cluster)} in the inventory`;
  // Somebody who asks about a name that no list holds has written it nowhere.
  const place = rule.reason.startsWith('listed') ? [placeText(rule)] : [];
  return section('Because', [[words, ...place], ...hint]);
}

function waysText({ ways }: WhyNot): readonly string[] {
  const headings = ['To bring it there', 'Or, without touching the inventory'];
  return ways.map((changes, index) => {
    const rows = changes.map((change) => [change.words, placeText(change)]);
    return section(headings[index] ?? 'Or', rows) + attemptText(changes);
  });
}

/** One command that supposes all labels of a way. */
function attemptText(changes: WayView): string {
  const attempts = changes.flatMap(({ attempt }) => attempt ?? []);
  const [first, ...others] = attempts;
  if (first === undefined) return '';
  const labels = others.map((attempt) => attempt.slice(attempt.lastIndexOf(' --label ')));
  return visible(`  try it: ${first}${labels.join('')}`).concat('\n');
}
