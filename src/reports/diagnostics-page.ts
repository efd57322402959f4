/** The pages of all codes in, docs/diagnostics.md out. */
import { areaOf, type CodePage } from './code-pages.ts';

const introduction = `# Diagnostics

Every code that \`fedc\` can report: what it means, an example, what to do, and how its level is changed. \`fedc codes CODE\`
prints the same. A code is never renamed and never used again for something else. The severity is the one without
settings; \`mode:\` and the rows of \`compatibility:\` move some of them, and \`diagnostics: {CODE: error|warning|note|off}\`
in fedc.yaml moves warnings and notes. This page is generated from the catalogue, its examples from the test cases.
`;

/** Markdown with one heading per code, in the order of the pages. */
export function diagnosticsPage(pages: readonly CodePage[]): string {
  return [introduction, contents(pages), ...pages.map(section)].join('\n');
}

function contents(pages: readonly CodePage[]): string {
  const codes = pages.map(({ code }) => code);
  const areas = [...new Set(codes.map(areaOf))];
  const lines = areas.map((area) => {
    const links = codes
      .filter((code) => areaOf(code) === area)
      .map((code) => `[${code.slice(area.length + 1)}](#${anchorOf(code)})`);
    return `- **${area}/** ${links.join(', ')}\n`;
  });
  return lines.join('');
}

function section({ code, severity, title, meaning, example, remedy, level }: CodePage): string {
  const block = example === '' ? [] : [`\`\`\`text\n${example}\n\`\`\``];
  const parts = [
    `## ${code}`,
    `**${capitalized(severity)}: ${title}.** ${meaning}`,
    ...block,
    `**What to do:** ${remedy}`,
    `**Its level:** ${level}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** As GitHub makes the anchor of a heading: without the slash. */
function anchorOf(code: string): string {
  return code.replace('/', '');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
