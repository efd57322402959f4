/** The pages of codes in, text for a terminal or JSON out. */
import { printJson } from '../model/print-json.ts';
import { areaOf, areas, type CodePage } from './code-pages.ts';
import { wrapText } from './wrap-text.ts';

const width = 100;

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** One code: its severity, what it means, an example, what to do, its level. Prose is wrapped, the example is not. */
export function renderCode(page: CodePage): string {
  const { code, severity, title, meaning, example, remedy, level } = page;
  const parts = [
    `${code}: ${severity}\n${title}.`,
    prose(meaning, ''),
    ...(example === '' ? [] : [`Example:\n${indented(example)}`]),
    `What to do:\n${prose(remedy, '  ')}`,
    `Its level:\n${prose(level, '  ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One line per code, below the name of its area. */
export function renderCodeList(pages: readonly CodePage[]): string {
  const names = [...new Set(pages.map(({ code }) => areaOf(code)))];
  const blocks = names.map((area) => {
    const own = pages.filter(({ code }) => areaOf(code) === area);
    const longest = Math.max(...own.map(({ code }) => code.length));
    const lines = own.map(
      ({ code, severity, title }) =>
        `${code.padEnd(longest)}  ${severity.padEnd('warning'.length)}  ${title}\n`,
    );
    return `${area}/: ${areas[area] ?? ''}\n${lines.join('')}`;
  });
  return blocks.join('\n');
}

/** `{"formatVersion", "codes": [{"code", "severity", "title", "meaning", "example", "remedy", "level"}]}`. */
export function renderCodesJson(pages: readonly CodePage[]): string {
  return `${printJson({ formatVersion, codes: pages }, { indent: 2 })}\n`;
}

/** Markdown as it can be read in a terminal: links lead nowhere there. */
function prose(markdown: string, indent: string): string {
  const text = markdown.replaceAll(/\[([^\]]+)\]\(#[^)]*\)/g, '$1');
  return wrapText(text, { width, indent });
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
