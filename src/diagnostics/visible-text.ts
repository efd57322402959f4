/** Text from files in, text that a terminal shows as it is out: nothing in it moves the cursor or turns around. */

/** Controls, line and paragraph separators, lone surrogates, and the invisible marks that reorder or hide text. */
const hidden =
  /[\p{Cc}\p{Cs}\u2028\u2029\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The text with every hidden character written as an escape: `\u001b`, `\n`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** A piece of a line as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** UTF-16 units of the source. */
  readonly units: number;
}

const zeroWidthJoiner = '\u200d';
const tab: Pick<Cell, 'text' | 'width'> = { text: '  ', width: 2 };

/** The characters of a line as cells. A tab is two columns, a CJK character or an emoji two, a combining mark none. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let isJoined = false;
  for (const character of line) {
    const width = isJoined ? 0 : widthOf(character);
    cells.push({ ...shown(character, width), units: character.length });
    isJoined = character === zeroWidthJoiner;
  }
  return cells;
}

function shown(character: string, width: number): Pick<Cell, 'text' | 'width'> {
  if (character === '\t') return tab;
  const text = visible(character);
  return text === character ? { text, width } : { text, width: text.length };
}

const noWidth = /\p{Mn}|\p{Me}|\p{Emoji_Modifier}|\u200c|\u200d|[\u{e0020}-\u{e007f}]/u;
/** East Asian Wide and Fullwidth of Unicode's EastAsianWidth, in whole blocks, and what is drawn as an emoji. */
const twoWide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

function widthOf(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (noWidth.test(character)) return 0;
  return isRegionalIndicator(character) || !twoWide.test(character) ? 1 : 2;
}

/** Two of them make one flag. */
function isRegionalIndicator(character: string): boolean {
  return character >= '\u{1f1e6}' && character <= '\u{1f1ff}';
}
