/** A comparison in, a unified diff of the files out. */
import { printYaml } from '../yaml/print.ts';
import type { ObjectDifference } from './compare-fleets.ts';
import { type DiffLine, diffLines, type Hunk, linesOf } from './diff-lines.ts';
import type { DiffReport } from './render-diff-text.ts';

const contextLines = 3;
const nothing = '/dev/null';

/** One diff per file, sorted by path; both sides as fedc prints them, whatever the form of the old file. '' if nothing differs. */
export function renderDiffUnified({ difference }: DiffReport): string {
  return difference.differences
    .flatMap(fileDiffs)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ text }) => text)
    .join('');
}

interface FileDiff {
  readonly path: string;
  readonly text: string;
}

function fileDiffs(difference: ObjectDifference): FileDiff[] {
  const old = 'old' in difference ? linesOf(printYaml(difference.old)) : [];
  const next = 'new' in difference ? linesOf(printYaml(difference.new)) : [];
  const body = diffLines(old, next, contextLines).map(hunkText).join('');
  return difference.places.map(({ oldPath, newPath }) => {
    const from = oldPath === undefined ? nothing : `a/${oldPath}`;
    const to = newPath === undefined ? nothing : `b/${newPath}`;
    return { path: newPath ?? oldPath ?? '', text: `--- ${from}\n+++ ${to}\n${body}` };
  });
}

function hunkText({ oldStart, newStart, lines }: Hunk): string {
  const oldCount = lines.filter(({ mark }) => mark !== '+').length;
  const newCount = lines.filter(({ mark }) => mark !== '-').length;
  const head = `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n`;
  return head + lines.map(({ mark, text }: DiffLine) => `${mark}${text}\n`).join('');
}
