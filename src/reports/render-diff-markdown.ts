/** A comparison in, markdown for a pull request comment or a job summary out. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { fieldLines, markedLine } from './field-lines.ts';
import { type ChangeGroup, groupChanges, placesOf } from './group-changes.ts';
import { nameOf, sharedClusters, someClusters } from './name-objects.ts';
import type { DiffReport } from './render-diff-text.ts';
import { type ChangeSummary, summarizeChanges } from './summarize-changes.ts';

/** GitHub takes 65,536 characters in a comment and 1 MiB in a summary; some room is left for what stands around it. */
const mostCharacters = 60_000;
const mostObjects = 40;
const mostClusters = 100;
const mostFields = 60;
const mostLines = 30;
const widestLine = 1000;

/** One folded section per distinct change, at most 60,000 characters in all; what was cut is counted at the end. */
export function renderDiffMarkdown({
  difference,
  against,
  notes,
  command = 'fedc diff',
}: DiffReport): string {
  const summary = summarizeChanges(difference);
  const groups = groupChanges(difference.differences);
  const head = [
    `**${command}**: ${headline(summary)}, compared with ${code(against)}`,
    '',
    ...notes.map((note) => `${code(note)}\n`),
  ].join('\n');
  return head + sections(groups, mostCharacters - head.length);
}

function headline({ created, changed, deleted, clusters }: ChangeSummary): string {
  if (clusters.length === 0) return 'no difference';
  const counts = [
    `${count(created.objects, 'object')} created`,
    `${changed.objects} changed`,
    `${deleted.objects} deleted`,
  ];
  return `${counts.join(', ')} in ${count(clusters.length, 'cluster')}`;
}

function sections(groups: readonly ChangeGroup[], budget: number): string {
  const shown: string[] = [];
  let left = budget - 300;
  let cut: readonly ChangeGroup[] = [];
  for (const [index, group] of groups.entries()) {
    const text = section(group, groups.length);
    if (text.length > left) {
      cut = groups.slice(index);
      break;
    }
    shown.push(text);
    left -= text.length;
  }
  return [...shown, ...(cut.length === 0 ? [] : [cutNote(cut)])].join('');
}

function cutNote(cut: readonly ChangeGroup[]): string {
  const places = cut.reduce((total, group) => total + placesOf(group), 0);
  const what = `${count(cut.length, 'change')} of ${count(places, 'object')}`;
  return `\n**${what} did not fit here.** \`fedc diff -o json\` has everything.\n`;
}

function section({ kind, objects, fields }: ChangeGroup, groups: number): string {
  const [first] = objects;
  const title = first === undefined ? '' : tag(nameOf(first));
  const others = objects.length === 1 ? '' : ` and ${count(objects.length - 1, 'other')}`;
  const shared = sharedClusters(objects);
  const where =
    shared === undefined
      ? ''
      : ` in ${count(shared.length, 'cluster')}: ${tag(someClusters(shared))}`;
  const body = [...fieldBlock({ fields }), ...placeList(objects, shared)];
  return [
    `\n<details${groups === 1 ? ' open' : ''}><summary>${kind}: ${title}${others}${where}</summary>\n\n`,
    ...body,
    '\n</details>\n',
  ].join('');
}

function fieldBlock({ fields }: Pick<ChangeGroup, 'fields'>): string[] {
  if (fields.length === 0) return [];
  const shown = fields.slice(0, mostFields).flatMap((field) => {
    const { path, lines } = fieldLines(field, mostLines);
    return [`  ${path}`, ...lines.map(markedLine)];
  });
  const rest = fields.length - mostFields;
  const lines = [
    ...shown.map(clipped),
    ...(rest > 0 ? [`  ... and ${count(rest, 'more field')}`] : []),
  ];
  const fence = fenceFor(lines);
  return [`${fence}diff\n${lines.join('\n')}\n${fence}\n`];
}

/** Longer than any that stands in the text, so that no value can end the block. */
function fenceFor(lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length)),
  );
  return '`'.repeat(longest + 1);
}

function placeList(
  objects: ChangeGroup['objects'],
  shared: readonly string[] | undefined,
): string[] {
  const shown = objects.slice(0, mostObjects).map((object) => {
    const clusters = shared === undefined ? ` ${clusterList(object.clusters)}` : '';
    return `- ${code(nameOf(object))}${clusters}\n`;
  });
  const rest = objects.length - shown.length;
  return [
    '\n',
    ...(objects.length > 1 || shared === undefined ? shown : []),
    ...(rest > 0 ? [`- and ${count(rest, 'more object')}\n`] : []),
    ...(shared === undefined ? [] : [`${clusterList(shared)}\n`]),
  ];
}

function clusterList(clusters: readonly string[]): string {
  return `in ${count(clusters.length, 'cluster')}: ${code(someClusters(clusters, mostClusters))}`;
}

function clipped(line: string): string {
  if (line.length <= widestLine) return line;
  const end = line.slice(0, widestLine).replace(/[\ud800-\udbff]$/, '');
  return `${end} ... ${line.length - end.length} more characters`;
}

/** In code nothing is a mention, a link or a tag. */
function code(text: string): string {
  return `\`${clipped(visible(text)).replaceAll('`', "'")}\``;
}

/** The same where only tags are read. */
function tag(text: string): string {
  const plain = clipped(visible(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<code>${plain}</code>`;
}
