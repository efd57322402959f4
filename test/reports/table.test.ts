import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/reports/table.ts';

describe('renderTable', () => {
  it('aligns columns by what a terminal shows, and ends no line with blanks', () => {
    const table = renderTable([
      ['NAME', 'LABELS', 'SOURCE'],
      ['北京', 'a\u001bb', 'x'],
      ['eu', '', ''],
    ]);
    expect(table).toBe('NAME   LABELS     SOURCE\n北京   a\\u001bb   x\neu\n');
  });

  it('is nothing without rows', () => {
    expect(renderTable([])).toBe('');
  });
});
