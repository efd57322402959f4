import { expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { renderJson } from '../../src/diagnostics/render-json.ts';

const diagnostic: LocatedDiagnostic = {
  code: 'replicas/odd-preference',
  severity: 'error',
  message: 'x',
  file: 'b.yaml',
  line: 2,
  column: 3,
  length: 4,
  pointer: '/spec',
  related: [{ label: 'y', file: 'c.yaml' }],
  args: { count: 2n ** 60n },
};

it('prints the diagnostics in reading order, bigint in full, with a version', () => {
  const text = renderJson([diagnostic, { ...diagnostic, file: 'a.yaml' }]);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).toContain('"count": 1152921504606846976');
  const parsed = JSON.parse(text);
  expect(parsed.formatVersion).toBe('1.0');
  expect(parsed.diagnostics.map(({ file }: { file: string }) => file)).toEqual([
    'a.yaml',
    'b.yaml',
  ]);
  expect(parsed.diagnostics[1]).toMatchObject({
    code: 'replicas/odd-preference',
    line: 2,
    pointer: '/spec',
    related: [{ file: 'c.yaml' }],
  });
});

it('prints an empty list when there is nothing to say', () => {
  expect(JSON.parse(renderJson([]))).toEqual({ formatVersion: '1.0', diagnostics: [] });
});
