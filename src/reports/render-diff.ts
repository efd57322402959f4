/** A comparison in, the form that was asked for out. */
import { renderDiffJson } from './render-diff-json.ts';
import { renderDiffMarkdown } from './render-diff-markdown.ts';
import { renderDiffPatch } from './render-diff-patch.ts';
import { type DiffReport, renderDiffText } from './render-diff-text.ts';
import { renderDiffUnified } from './render-diff-unified.ts';

type DiffForm = 'text' | 'markdown' | 'json' | 'unified' | 'patch';

/** For people in a terminal or a pull request, for programs, for patch(1), or as JSON Patch. */
export function renderDiff(report: DiffReport, form: DiffForm): string {
  switch (form) {
    case 'text':
      return renderDiffText(report);
    case 'markdown':
      return renderDiffMarkdown(report);
    case 'json':
      return renderDiffJson(report);
    case 'unified':
      return renderDiffUnified(report);
    case 'patch':
      return renderDiffPatch(report);
  }
}
