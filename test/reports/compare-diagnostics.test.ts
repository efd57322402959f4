import { describe, expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { compareDiagnostics } from '../../src/reports/compare-diagnostics.ts';

function warning(line: number, message: string, more: Partial<LocatedDiagnostic> = {}) {
  const diagnostic: LocatedDiagnostic = {
    code: 'override/dead',
    severity: 'warning',
    message,
    file: 'a.yaml',
    line,
    column: 1,
    related: [],
    args: {},
    ...more,
  };
  return diagnostic;
}

describe('compareDiagnostics', () => {
  const one = warning(1, 'one');
  const rows: readonly {
    name: string;
    before: readonly LocatedDiagnostic[];
    after: readonly LocatedDiagnostic[];
    added: readonly string[];
    changed?: readonly string[];
    gone: readonly string[];
  }[] = [
    { name: 'equal ones are neither', before: [one], after: [one], added: [], gone: [] },
    { name: 'a new one is added', before: [], after: [one], added: ['one'], gone: [] },
    { name: 'an old one is gone', before: [one], after: [], added: [], gone: ['one'] },
    {
      name: 'another sentence at the same place is the same problem changed',
      before: [one],
      after: [warning(1, 'two')],
      added: [],
      changed: ['two'],
      gone: [],
    },
    {
      name: 'of several at one place each has one counterpart',
      before: [one, warning(1, 'two'), warning(1, 'three')],
      after: [warning(1, 'three'), warning(1, 'four')],
      added: [],
      changed: ['four'],
      gone: ['two'],
    },
    {
      name: 'one more at the same place is added',
      before: [one],
      after: [warning(1, 'two'), warning(1, 'three')],
      added: ['three'],
      changed: ['two'],
      gone: [],
    },
    {
      name: 'the same sentence at another place is both',
      before: [one],
      after: [warning(2, 'one')],
      added: ['one'],
      gone: ['one'],
    },
    {
      name: 'another code at the same place is both',
      before: [one],
      after: [warning(1, 'one', { code: 'override/no-effect' })],
      added: ['one'],
      gone: ['one'],
    },
    {
      name: 'a warning that becomes an error is added',
      before: [one],
      after: [warning(1, 'one', { severity: 'error' })],
      added: ['one'],
      gone: [],
    },
    {
      name: 'notes do not count',
      before: [warning(1, 'a', { severity: 'note' })],
      after: [warning(2, 'b', { severity: 'note' })],
      added: [],
      gone: [],
    },
  ];
  it.each(rows)('$name', ({ before, after, added, changed = [], gone }) => {
    const found = compareDiagnostics(before, after);
    expect(found.added.map(({ message }) => message)).toEqual(added);
    expect(found.changed.map(({ message }) => message)).toEqual(changed);
    expect(found.gone.map(({ message }) => message)).toEqual(gone);
  });

  it('offers no repair for what is only supposed', () => {
    const fix = { title: 'write name: eu-2', edits: [] };
    const { added } = compareDiagnostics([], [warning(1, 'one', { fix })]);
    expect(added[0]).not.toHaveProperty('fix');
  });
});
