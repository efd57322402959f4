import { expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';

const found = (
  code: LocatedDiagnostic['code'],
  severity: LocatedDiagnostic['severity'] = 'error',
) => ({
  code,
  severity,
  message: '',
  related: [],
  args: {},
});

it.each([
  { name: 'nothing', diagnostics: [], code: 0 },
  { name: 'a warning', diagnostics: [found('override/dead', 'warning')], code: 0 },
  {
    name: 'a warning, strictly',
    diagnostics: [found('override/dead', 'warning')],
    strict: true,
    code: 2,
  },
  {
    name: 'a note, strictly',
    diagnostics: [found('override/dead', 'note')],
    strict: true,
    code: 0,
  },
  { name: 'bad input', diagnostics: [found('yaml/syntax')], code: 2 },
  { name: 'the machine', diagnostics: [found('repo/unreadable'), found('yaml/syntax')], code: 3 },
  {
    name: 'input before safety',
    diagnostics: [found('tree/edited-file'), found('yaml/syntax')],
    code: 2,
  },
  { name: 'safety', diagnostics: [found('tree/cluster-emptied')], code: 4 },
  {
    name: 'usage before all of them',
    diagnostics: [found('cli/usage'), found('output/write-failed')],
    code: 64,
  },
])('$name is $code', ({ diagnostics, strict = false, code }) => {
  expect(exitCodeOf(diagnostics, { strict })).toBe(code);
});
