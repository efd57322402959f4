/** Cells in, a table for a terminal out. */
import { cellsOf, visible } from '../diagnostics/visible-text.ts';

/** Columns three blanks apart, aligned to the left, each line ended by a line feed; control characters are escaped. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) =>
    row.map((cell) => ({ text: visible(cell), width: widthOf(cell) })),
  );
  const columns = Math.max(0, ...shown.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...shown.map((row) => row[column]?.width ?? 0)),
  );
  return shown
    .map((row) =>
      row.map(({ text, width }, column) => text + ' '.repeat((widths[column] ?? 0) - width)),
    )
    .map((cells) => `${cells.join('   ').trimEnd()}\n`)
    .join('');
}

function widthOf(cell: string): number {
  if (/^[ -~]*$/.test(cell)) return cell.length;
  return cellsOf(cell).reduce((total, { width }) => total + width, 0);
}
