/** Random YAML texts in many styles, right and nearly right, and random mistakes in texts. */
import fc from 'fast-check';

const split = (list: string): readonly string[] => list.split('¦');

const scalars = [
  ...split('a¦b c¦x-y¦1¦-1¦0644¦1.5¦true¦null¦~¦a#b¦a:b¦http://x/y?z=1¦/a/b~1¦--flag=x¦-x¦.5¦é'),
  ...split('(x)¦$x¦=¦<¦9007199254740993¦1e3¦\\x¦a  b¦"q"¦"a\\nb"¦"a # b"¦"\\\\"¦"é"¦""'),
  ...split(
    `'s'¦'it''s'¦'a: b'¦''¦{}¦[]¦{ }¦[ ]¦{a: b}¦[a, 1, "x"]¦{a: {b: [c]}, "d": 'e'}¦[[a], [b, {c: 1}]]`,
  ),
];
const oddScalars = [
  ...split(
    '...x¦yes¦2001-01-01¦<<¦key: v¦- x¦"a":b¦@a¦`a¦%a¦; x¦,x¦x {{ y¦{{ x }}¦x {{ y }}¦-0.0¦1_000',
  ),
  ...split(
    '0x1F¦.inf¦-0¦+1¦{a: b:c}¦{a:b}¦[a:]¦{a: }¦[a,]¦{a}¦[a: b]¦{? a}¦{a: 1, a: 2}¦&x a¦*x¦!!str a',
  ),
  ...split(`"\\x41"¦"a" b¦'a'b¦| x¦|2¦"a¦a: ¦x #¦\tx¦? x¦"a\n  b": c`),
];
const keys = split(`a¦b¦c¦d¦name¦kind¦x y¦"q"¦'s'¦a.b/c¦é¦__proto__¦a:b¦/x¦-k`);
const oddKeys = split(`1¦0x1f¦1.5¦y¦true¦null¦~¦<<¦a ¦' '¦? a¦[a]¦"a" ¦2001-01-01`);
const lineEnds = split('¦¦¦¦¦ # c¦   ¦ #¦ # a: b');
const between = split('¦¦¦¦\n¦# c\n¦   # c\n¦\n\n¦  \n');
const words = [
  ...split(`a¦b¦text¦it¦x#¦a:b¦1¦é¦,¦(¦-¦- x¦...¦---¦#¦:¦a:¦'¦''`),
  ...split('"¦\\"¦\\¦\\n¦{{¦{¦[¦?¦&a¦*¦!¦%¦@¦|¦>¦yes¦  ¦`'),
];

const often = (usual: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const scalar = often(scalars, oddScalars);
const key = often(keys, oddKeys);
const lineEnd = fc.constantFrom(...lineEnds);
const gap = fc.constantFrom(...between);

/** Lines of a node without the indentation of the collection around it; the first may stand beside a key or a `-`. */
interface Node {
  readonly isInline: boolean;
  readonly lines: readonly string[];
}

const scalarNode = fc
  .tuple(scalar, lineEnd)
  .map(([text, end]): Node => ({ isInline: true, lines: [text + end] }));

const foldedNode = fc
  .tuple(
    fc.constantFrom('', '', '"', "'"),
    fc.array(fc.array(often(words.slice(0, 10), words), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
    fc.constantFrom('', ' ', '\n'),
    lineEnd,
  )
  .map(([quote, lines, edge, end]): Node => {
    const text = lines.map((line) => line.join(' ')).join(`${edge}\n  `);
    return { isInline: true, lines: (quote + text + quote + end).split('\n') };
  });

const blockNode = fc
  .tuple(
    fc.constantFrom('|', '|', '|-', '|+', '>', '>-', '>+', '| ', '|  # c', '|2'),
    fc.array(
      fc.constantFrom(
        'text',
        'text',
        'a: b',
        '# no',
        '- x',
        '\tx',
        'x  ',
        '  deeper',
        '',
        '   ',
        '---',
        '"',
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([header, lines, indent]): Node => {
    const inner = lines.map((line) => (line.trim() === '' ? line : ' '.repeat(indent) + line));
    return { isInline: true, lines: [header, ...inner] };
  });

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

const node = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: scalarNode },
    { weight: 1, arbitrary: blockNode },
    { weight: 1, arbitrary: foldedNode },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.tuple(key, tie('node'), fc.integer({ min: 0, max: 3 }), lineEnd, gap), {
          minLength: 1,
          maxLength: 4,
        })
        .map(
          (members): Node => ({
            isInline: false,
            lines: members.flatMap(([name, value, step, end, blank]) => [
              ...blank.split('\n').slice(0, -1),
              ...(value.isInline
                ? [`${name}: ${value.lines[0]}`, ...indented(value.lines.slice(1), step)]
                : [`${name}:${end}`, ...indented(value.lines, step)]),
            ]),
          }),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.tuple(tie('node'), fc.integer({ min: 1, max: 3 }), fc.boolean()), {
          minLength: 1,
          maxLength: 3,
        })
        .map(
          (items): Node => ({
            isInline: false,
            lines: items.flatMap(([value, step, isBelow]) => {
              if (isBelow && !value.isInline) return ['-', ...indented(value.lines, step)];
              const dash = `-${' '.repeat(step)}`;
              return [dash + value.lines[0], ...indented(value.lines.slice(1), step + 1)];
            }),
          }),
        ),
    },
  ),
})).node;

/** Streams in all styles that people and printers use, with a mistake now and then. */
export const styledText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(node, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('---\n', '--- # c\n', '---  \n', '---\n---\n'),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('\n', '\n', ''),
  )
  .map(([documents, separator, lineBreak, last]) =>
    (documents.map(({ lines }) => lines.join('\n')).join(`\n${separator}`) + last).replaceAll(
      '\n',
      lineBreak,
    ),
  );

const pieces = [
  ...'aby1 :-?,[]{}\'"#|>&*!%@`~<=.\\/+_0e\n\n\n\t',
  ...split(
    '  ¦: ¦- ¦ #¦# c¦\n  ¦\n    ¦\n- ¦\n---\n¦...¦\n...\n¦|\n¦|-\n¦|+\n¦>\n¦>-\n¦|2\n¦{{¦}}¦{}¦[]¦{a: b}',
  ),
  ...split(
    `[a, b]¦"x"¦'x'¦\\n¦\\x¦""¦''¦"a": ¦yes¦null¦~¦0644¦1_000¦1e3¦.inf¦2001-01-01¦12:30¦<<: ¦__proto__: `,
  ),
  ...split(
    '? ¦!!str ¦&x ¦*x¦\r\n¦\r¦\u0085¦\u00a0¦\u2028¦\ufeff¦😀¦\ud800¦é¦\u3000¦- - ¦-\n¦:\n¦ \n¦   \n¦\n\n',
  ),
  ...split(' # c\n¦\n   # c\n¦a: b\n¦  a: b\n¦- a: b\n¦, '),
];

interface Mistake {
  readonly kind:
    | 'insert'
    | 'delete'
    | 'replace'
    | 'copy-line'
    | 'drop-line'
    | 'indent'
    | 'outdent'
    | 'swap-lines';
  /** From 0 up to 1: where in the text, or which line. */
  readonly at: number;
  readonly other: number;
  readonly piece: string;
}

const mistake: fc.Arbitrary<Mistake> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'delete',
    'replace',
    'copy-line',
    'drop-line',
    'indent',
    'outdent',
    'swap-lines',
  ),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  other: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  piece: fc.constantFrom(...pieces),
});

/** Between one and three things done to a text that may break it. */
export const mistakes: fc.Arbitrary<readonly Mistake[]> = fc.array(mistake, {
  minLength: 1,
  maxLength: 3,
});

/** The text with the mistakes in it. */
export function makeMistakes(text: string, all: readonly Mistake[]): string {
  return all.reduce(makeMistake, text);
}

function makeMistake(text: string, { kind, at, other, piece }: Mistake): string {
  const offset = Math.floor(at * (text.length + 1));
  const removed = Math.ceil(other * 4);
  if (kind === 'insert') return text.slice(0, offset) + piece + text.slice(offset);
  if (kind === 'delete') return text.slice(0, offset) + text.slice(offset + removed);
  if (kind === 'replace') return text.slice(0, offset) + piece + text.slice(offset + removed);
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  const second = Math.floor(other * lines.length);
  const [one = '', two = ''] = [lines[index], lines[second]];
  if (kind === 'copy-line') lines.splice(index, 0, two);
  if (kind === 'drop-line') lines.splice(index, 1);
  if (kind === 'indent') lines[index] = ' '.repeat(removed) + one;
  if (kind === 'outdent') lines[index] = one.replace(/^ {1,3}/, '');
  if (kind === 'swap-lines') [lines[index], lines[second]] = [two, one];
  return lines.join('\n');
}
