/** The catalogue in, the page docs/diagnostics.md out. */
import { type Code, catalogue } from '../diagnostics/catalogue.ts';

/** What a real run said: the report of one diagnostic, and the case that it comes from. */
export interface DiagnosticExample {
  readonly source: string;
  readonly text: string;
}

const introduction = `# Diagnostics

Every code that \`fedc\` can report, with what it means and what to do. A code is never renamed and never used again for
something else. The severity is the one without settings; \`mode:\` and the rows of \`compatibility:\` move some of them,
and \`diagnostics: {CODE: error|warning|note|off}\` in fedc.yaml moves warnings and notes. This page is generated from
the catalogue, its examples from the test cases.
`;

/** Markdown with one heading per code, in the order of the codes. */
export function diagnosticsPage(examples: ReadonlyMap<string, DiagnosticExample>): string {
  const codes = (Object.keys(catalogue) as Code[]).sort((a, b) => (a < b ? -1 : 1));
  const sections = codes.map((code) => section(code, examples.get(code)));
  return [introduction, contents(codes), ...sections].join('\n');
}

function contents(codes: readonly Code[]): string {
  const areas = [...new Set(codes.map((code) => areaOf(code)))];
  const lines = areas.map((area) => {
    const links = codes
      .filter((code) => areaOf(code) === area)
      .map((code) => `[${code.slice(area.length + 1)}](#${anchorOf(code)})`);
    return `- **${area}/** ${links.join(', ')}\n`;
  });
  return lines.join('');
}

function section(code: Code, example: DiagnosticExample | undefined): string {
  const { severity, page } = catalogue[code];
  const words = `## ${code}\n\n${capitalized(severity)}. ${page}\n`;
  return example === undefined ? words : `${words}\n\`\`\`text\n${example.text}\n\`\`\`\n`;
}

function areaOf(code: Code): string {
  return code.slice(0, code.indexOf('/'));
}

/** As GitHub makes the anchor of a heading: without the slash. */
function anchorOf(code: Code): string {
  return code.replace('/', '');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
