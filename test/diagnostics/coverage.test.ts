/** No code without a case that produces it, and none without a page of all four parts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modeDefaults } from '../../src/config/options.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { CatalogueEntry } from '../../src/diagnostics/entry.ts';
import type { Compatibility } from '../../src/model/config.ts';
import { areaOf, areas, codePages } from '../../src/reports/code-pages.ts';
import { rowChanges } from '../../src/reports/describe-level.ts';
import { diagnosticsPage } from '../../src/reports/diagnostics-page.ts';
import { expectGoldenFile } from '../golden.ts';
import { cases, examples, root } from '../repository.ts';
import { promptOf, type Scenario, say, scenarios } from './command-scenarios.ts';

const folder = join(root, 'test/diagnostics/command-scenarios');
const goldenOf = ({ code }: Scenario) => join(folder, `${code.replace('/', '-')}.txt`);
const said = new Map(scenarios.map((scenario) => [scenario.code, say(scenario)]));

/** The reports of one text, each from its first line up to the next one's. */
function reportsOf(text: string): { readonly code: string; readonly text: string }[] {
  return text.split(/\n(?=(?:error|warning|note)\[)/).flatMap((report) => {
    const code = /^(?:error|warning|note)\[([a-z0-9/-]+)\]/.exec(report)?.[1];
    return code === undefined ? [] : [{ code, text: report.replace(/\n\n[\s\S]*$/, '').trimEnd() }];
  });
}

/** For every code its first report; the case named after the code goes before all others, a scenario before any case. */
function collectExamples(): Map<string, string> {
  const found = new Map<string, { readonly source: string; readonly text: string }>();
  for (const { name, diagnostics } of [...cases, ...examples]) {
    if (!existsSync(diagnostics)) continue;
    for (const { code, text } of reportsOf(readFileSync(diagnostics, 'utf8'))) {
      const earlier = found.get(code);
      const isOwn = name === code.replace('/', '-');
      if (earlier === undefined || (isOwn && earlier.source !== name))
        found.set(code, { source: name, text });
    }
  }
  const texts = new Map([...found].map(([code, { text }]) => [code, text]));
  for (const scenario of scenarios) {
    const own = reportsOf(said.get(scenario.code) ?? '').find(({ code }) => code === scenario.code);
    if (own !== undefined) texts.set(scenario.code, `${promptOf(scenario)}\n${own.text}`);
  }
  return texts;
}

const found = collectExamples();
const codes = Object.keys(catalogue).sort();
const entries: readonly (readonly [string, CatalogueEntry<never>])[] = Object.entries(catalogue);
const pages = codePages(Object.fromEntries(found));

/** A module, because the command has no file to read it from when it is bundled, and need not look for one. */
function examplesModule(): string {
  const quoted = (text: string) => text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&');
  const members = codes
    .filter((code) => found.has(code))
    .map((code) => `  '${code}': \`${quoted(found.get(code) ?? '')}\`,\n`);
  return `// Made by \`npx vitest run test/diagnostics/coverage.test.ts -u\` from the test cases; do not edit.
/** For every code what a real run said. */
export const examples: Readonly<Record<string, string>> = {
${members.join('')}};
`;
}

describe('the catalogue', () => {
  it('has a real run for every code', () => {
    const open = codes.filter((code) => !found.has(code));
    expect(
      open,
      'codes without an example: add a folder to test/cases (npx vitest run test/cases.test.ts -u), or, if only the command can report them, a scenario to test/diagnostics/command-scenarios.ts',
    ).toEqual([]);
  });

  it('is complete: every code that a case reports is in it', () => {
    expect([...found.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(entries)('%s stands in an area that is described', (code) => {
    expect(
      Object.keys(areas),
      `describe the area of ${code} in src/reports/code-pages.ts`,
    ).toContain(areaOf(code));
  });

  it.each(entries)('%s has a title that fits into a list', (code, { title }) => {
    expect(title, `${code}: title: is missing in its catalogue entry`).toBeTypeOf('string');
    expect(
      title.length,
      `${code}: the title is empty or longer than 55 characters`,
    ).toBeGreaterThan(9);
    expect(title.length, `${code}: the title is longer than 55 characters`).toBeLessThan(56);
    expect(title, `${code}: the title ends without full stop`).not.toMatch(/\.$/);
  });
});

describe('a page', () => {
  it.each(pages)('of $code has all its parts', ({ code, meaning, example, remedy, level }) => {
    const parts = { meaning, example, remedy, level };
    const sources = {
      meaning: '`page:` in its catalogue entry',
      example: 'a case or a scenario that produces it',
      remedy: '`remedy:` in its catalogue entry',
      level: '`severity:`, `row:` or `level:` in its catalogue entry',
    };
    for (const [name, source] of Object.entries(sources)) {
      const text: unknown = parts[name as keyof typeof parts];
      expect(text, `${code} has no ${name}; it comes from ${source}`).toBeTypeOf('string');
      expect(String(text), `${code}: ${name} is empty; it comes from ${source}`).not.toBe('');
    }
    expect(meaning.length, `${code}: \`page:\` says too little`).toBeGreaterThan(40);
    expect(example).toContain(`[${code}]: `);
    for (const text of [meaning, remedy, level])
      expect(text, `${code}: sentences end with a full stop`).toMatch(/[.:]$/);
  });

  it.each(pages)('of $code leads to pages that exist', ({ meaning, remedy }) => {
    const links = [...`${meaning} ${remedy}`.matchAll(/\[([^\]]+)\]\(#([^)]*)\)/g)];
    for (const [, text = '', anchor] of links) {
      expect(codes).toContain(text);
      expect(anchor).toBe(text.replace('/', ''));
    }
  });

  it.each(entries)('of %s names rows that exist', (code, { row }) => {
    if (row === undefined) return;
    expect(Object.keys(modeDefaults.gitops), code).toContain(row);
    expect(Object.keys(rowChanges), `say in rowChanges what ${row} does to ${code}`).toContain(row);
  });
});

describe('a change of a row', () => {
  const rows = Object.entries(rowChanges) as [
    keyof Compatibility,
    NonNullable<(typeof rowChanges)[keyof Compatibility]>,
  ][];

  it.each(rows)('%s belongs to a mode just as options.ts says', (row, { value, mode }) => {
    const isDefaultOf = (['gitops', 'kubefed'] as const).filter(
      (each) => modeDefaults[each][row] === value,
    );
    expect(isDefaultOf).toEqual(mode === undefined ? [] : [mode]);
  });

  it.each(rows)('%s decides about a code', (row) => {
    expect(entries.filter(([, entry]) => entry.row === row).length).toBeGreaterThan(0);
  });
});

describe('the command', () => {
  it.each(scenarios)('reports $code', (scenario) => {
    const text = said.get(scenario.code) ?? '';
    expect(text).toContain(`[${scenario.code}]: `);
    expectGoldenFile(goldenOf(scenario), `${promptOf(scenario)}\n${text}`);
  });

  it('has no golden file that nothing produces', () => {
    const wanted = scenarios.map(goldenOf).sort();
    expect(
      readdirSync(folder)
        .sort()
        .map((name) => join(folder, name)),
    ).toEqual(wanted);
  });
});

it('the examples of the package are those of the cases', () => {
  expectGoldenFile(join(root, 'src/reports/generated/examples.ts'), examplesModule());
});

it('docs/diagnostics.md holds the pages', () => {
  expectGoldenFile(join(root, 'docs/diagnostics.md'), diagnosticsPage(pages));
});
