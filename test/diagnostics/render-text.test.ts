import { describe, expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { renderText } from '../../src/diagnostics/render-text.ts';

const base: LocatedDiagnostic = {
  code: 'placement/unknown-cluster',
  severity: 'error',
  message: 'Cluster "wset" is not in the inventory.',
  file: 'a.yaml',
  line: 1,
  column: 1,
  length: 1,
  related: [],
  args: {},
};

const plain = { textOf: () => undefined, color: false };

function render(text: string, parts: Partial<LocatedDiagnostic>, secret: readonly number[] = []) {
  return renderText([{ ...base, ...parts }], {
    textOf: (file) => (file === 'a.yaml' ? text : undefined),
    color: false,
    secretLines: () => new Set(secret),
  });
}

/** The lines of the frame alone, as they stand on the screen. */
function frame(text: string, parts: Partial<LocatedDiagnostic>, secret: readonly number[] = []) {
  const lines = render(text, parts, secret).split('\n');
  return `\n${lines.filter((line) => / \|/.test(line)).join('\n')}\n`;
}

describe('renderText', () => {
  it('shows a few words behind the carets, whatever they hold', () => {
    const parts = { column: 7, length: 4, mark: 'no such\u001b[2J cluster' };
    expect(frame('name: wset # here\n', parts)).toBe(`
  1 | name: wset # here
    |       ^^^^ no such\\u001b[2J cluster
`);
  });

  it('shows headline, place, frame, related places and help', () => {
    const text = 'spec:\n  placement:\n    clusters:\n      - name: wset\n      - name: east\n';
    const shown = render(text, {
      line: 4,
      column: 15,
      length: 4,
      help: 'Did you mean "west"?',
      related: [
        { label: 'the other one', file: 'a.yaml', line: 5, column: 15, length: 4 },
        { label: 'the inventory', file: 'clusters.yaml' },
      ],
    });
    expect(`\n${shown}`).toBe(`
error[placement/unknown-cluster]: Cluster "wset" is not in the inventory.
  a.yaml:4:15
  2 |   placement:
  3 |     clusters:
  4 |       - name: wset
    |               ^^^^
  a.yaml:5:15: the other one
  5 |       - name: east
    |               ----
  clusters.yaml: the inventory
  help: Did you mean "west"?

1 error
`);
  });

  it('shows nothing for no diagnostics', () => {
    expect(renderText([], plain)).toBe('');
  });

  it('sorts by place, errors first at one place, and counts', () => {
    const shown = renderText(
      [
        { ...base, file: 'b.yaml', severity: 'note', message: 'four' },
        { ...base, severity: 'warning', message: 'three' },
        { ...base, message: 'two' },
        {
          ...base,
          message: 'one',
          flag: '--out',
          file: undefined as never,
          line: undefined as never,
        },
      ],
      plain,
    );
    expect(shown.match(/one|two|three|four/g)).toEqual(['one', 'two', 'three', 'four']);
    expect(shown.endsWith('\n2 errors, 1 warning, 1 note\n')).toBe(true);
    expect(shown).toContain('\n  --out\n');
  });

  it('shows 50 of each severity and counts the rest', () => {
    const many = Array.from({ length: 53 }, (_, index) => ({ ...base, line: index + 1 }));
    const shown = renderText([...many, { ...base, severity: 'warning' as const }], plain);
    expect(shown.match(/^error/gm)).toHaveLength(50);
    expect(shown).toContain('\n... and 3 more errors\n\n53 errors, 1 warning\n');
  });

  it('shows three related places and counts the rest', () => {
    const related = Array.from({ length: 5 }, () => ({ label: 'here', file: 'b.yaml' }));
    const shown = render('x', { related });
    expect(shown.match(/: here/g)).toHaveLength(3);
    expect(shown).toContain('\n  ... and 2 more places\n');
  });

  it('colours the headline and the caret', () => {
    const shown = renderText([base], { textOf: () => 'x', color: true });
    expect(shown).toContain('\u001b[1;31merror[placement/unknown-cluster]\u001b[0m: ');
    expect(shown).toContain('| \u001b[1;31m^\u001b[0m');
  });

  it('lets no control character of a file, a name or a message reach the terminal', () => {
    const shown = render('a: "\u001b[2J\u0007\u202e"', {
      message: 'It is \u001b]0;x\u0007 and\r\n::error::x.',
      file: 'a.yaml',
      help: 'line\nline',
      column: 4,
      length: 3,
    });
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(shown).toContain('\\u001b]0;x\\u0007 and\\u000d\\n::error::x.');
    expect(shown.split('\n').some((line) => line.startsWith('::'))).toBe(false);
  });
});

describe('the frame', () => {
  it('hides user and password of an address, and stays as wide', () => {
    const text = 'server: https://a:pw@b\n- {server: https://a:pw@b, x: y}\n';
    expect(frame(text, { line: 2, column: 28, length: 1 })).toBe(`
  1 | server: https://****@b
  2 | - {server: https://****@b, x: y}
    |                            ^
`);
  });

  it('has no lines before the first', () => {
    expect(frame('name: x\nkind: y\n', { column: 7 })).toBe(`
  1 | name: x
    |       ^
`);
  });

  it('aligns line numbers of different length', () => {
    const text = Array.from({ length: 10 }, (_, index) => `line${index + 1}`).join('\n');
    expect(frame(text, { line: 10, length: 6 })).toBe(`
   8 | line8
   9 | line9
  10 | line10
     | ^^^^^^
`);
  });

  it('shows a tab as two columns, before and under the caret', () => {
    expect(frame('\ta:\tb', { column: 5, length: 1 })).toBe(`
  1 |   a:  b
    |       ^
`);
    expect(frame('a:\tb', { column: 3, length: 2 })).toBe(`
  1 | a:  b
    |   ^^^
`);
  });

  it('counts wide characters and emoji as two columns, combining marks as none', () => {
    expect(frame('名前: 値', { column: 5, length: 1 })).toBe(`
  1 | 名前: 値
    |       ^^
`);
    expect(frame('🙂: e\u0301 x', { column: 8, length: 1 })).toBe(`
  1 | 🙂: e\u0301 x
    |       ^
`);
    expect(frame('👩\u200d💻: x', { column: 8, length: 1 })).toBe(`
  1 | 👩\u200d💻: x
    |     ^
`);
  });

  it('does not show the carriage return of Windows line ends', () => {
    expect(frame('a: b\r\nc: d\r\n', { line: 2, column: 4, length: 9 })).toBe(`
  1 | a: b
  2 | c: d
    |    ^
`);
  });

  it('shows a caret behind the end of the last line', () => {
    expect(frame('a:', { column: 3 })).toBe(`
  1 | a:
    |   ^
`);
  });

  it('shows an empty file, and the line behind the last', () => {
    expect(frame('', {})).toBe(`
  1 |
    | ^
`);
    expect(frame('a\n', { line: 2 })).toBe(`
  1 | a
  2 |
    | ^
`);
  });

  it('is left out when the text has no such line', () => {
    expect(frame('a\n', { line: 7 })).toBe('\n\n');
  });

  it('cuts a long line around the caret', () => {
    const text = `${'a'.repeat(500)}XX${'b'.repeat(500)}`;
    const shown = frame(text, { column: 501, length: 2 });
    expect(shown).toBe(`
  1 | ...${'a'.repeat(30)}XX${'b'.repeat(62)}...
    | ${' '.repeat(33)}^^
`);
  });

  it('cuts a long stretch under the caret', () => {
    const lines = frame('x'.repeat(1000), { column: 1, length: 1000 }).trim().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(106);
    expect(lines[1]).toContain('^'.repeat(100));
  });

  it('hides secret lines, but not where they are', () => {
    const text = 'data:\n  password: aGVsbG8=\n  user: cm9vdA==\n';
    expect(frame(text, { line: 3, column: 9, length: 8 }, [2, 3])).toBe(`
  1 | data:
  2 |   ***
  3 |   ***
    |   ^^^
`);
  });
});
