/** No code without a case that produces it, and none without a page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { type DiagnosticExample, diagnosticsPage } from '../../src/reports/diagnostics-page.ts';
import { expectGoldenFile, readTree } from '../golden.ts';
import { cases, examples, root } from '../repository.ts';

/** Codes that only the command can produce (flags, files that the machine refuses); its own tests do. */
const coveredByCommand = [
  'cli/usage',
  'cli/unknown-cluster',
  'cli/one-cluster',
  'repo/unreadable',
  'repo/changed-underneath',
  'output/write-failed',
  'tree/cluster-emptied',
  'tree/not-a-tree',
  'tree/edited-file',
  'tree/path-escape',
  'tree/busy',
  'tree/interrupted',
  'tree/broken-pending',
  'tree/too-many-deletions',
  'tree/stale-acceptance',
  'tree/protected-kind',
  'tree/foreign-file',
  'tree/broken-lock',
];
const commandTests = [...readTree(join(root, 'test/cli')).values()].join('\n');

/** The reports of one text, each from its first line up to the next one's. */
function reportsOf(text: string): { readonly code: string; readonly text: string }[] {
  return text.split(/\n(?=(?:error|warning|note)\[)/).flatMap((report) => {
    const code = /^(?:error|warning|note)\[([a-z0-9/-]+)\]/.exec(report)?.[1];
    return code === undefined ? [] : [{ code, text: report.replace(/\n\n[\s\S]*$/, '').trimEnd() }];
  });
}

/** For every code its shortest report; the case named after the code goes before all others. */
function collectExamples(): Map<string, DiagnosticExample> {
  const found = new Map<string, DiagnosticExample>();
  for (const { name, diagnostics } of [...cases, ...examples]) {
    if (!existsSync(diagnostics)) continue;
    for (const { code, text } of reportsOf(readFileSync(diagnostics, 'utf8'))) {
      const earlier = found.get(code);
      const isOwn = name === code.replace('/', '-');
      if (earlier === undefined || (isOwn && earlier.source !== name))
        found.set(code, { source: name, text });
    }
  }
  return found;
}

const found = collectExamples();
const codes = Object.keys(catalogue);

describe('the catalogue', () => {
  it('has a case for every code', () => {
    const uncovered = codes.filter((code) => !found.has(code) && !coveredByCommand.includes(code));
    expect(uncovered).toEqual([]);
  });

  it('is complete: every code that a case reports is in it', () => {
    expect([...found.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(coveredByCommand)('%s is produced by a test of the command', (code) => {
    expect(codes).toContain(code);
    expect(commandTests.includes(code)).toBe(true);
  });

  it('has a page for every code, and an area that exists', () => {
    const areas = [
      'cli',
      'config',
      'yaml',
      'repo',
      'inventory',
      'kubefed',
      'placement',
      'replicas',
      'override',
      'output',
      'tree',
    ];
    for (const [code, { page }] of Object.entries(catalogue)) {
      expect(areas, code).toContain(code.split('/')[0]);
      expect(page.length, code).toBeGreaterThan(40);
    }
  });

  it('is what docs/diagnostics.md says', () => {
    expectGoldenFile(join(root, 'docs/diagnostics.md'), diagnosticsPage(found));
  });
});
