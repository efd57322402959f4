/** Where the fast reader stands in a piece whose line breaks are LF, and how it goes from line to line. */

export const tab = 0x09;
export const lineFeed = 0x0a;
export const space = 0x20;
export const doubleQuote = 0x22;
export const hash = 0x23;
export const singleQuote = 0x27;
export const comma = 0x2c;
export const dash = 0x2d;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const bar = 0x7c;
export const closeBrace = 0x7d;
export const greaterThan = 0x3e;

/** No line: what `column` is at the end of the text, or once the text is refused. */
export const noColumn = -1;

/** A text that is empty or ends in a line feed, and a place in it that only moves forward. */
export class FastCursor {
  readonly text: string;
  /** How many collections may stand inside one another. */
  readonly depth: number;
  offset: number;
  /** The column, from zero, of the block node at the offset; -1 at the end. */
  column: number;
  /** Where the last value ended that had nothing but a comment behind it on its line; -1 before the first. */
  lineEnd: number;
  /** The full reader has to read this text; what was read so far means nothing. */
  isRefused: boolean;

  constructor(text: string, depth: number) {
    this.text = text;
    this.depth = depth;
    this.offset = 0;
    this.column = noColumn;
    this.lineEnd = -1;
    this.isRefused = false;
  }

  /** Hands the text over. Every loop ends by itself then, since there is no further line. */
  refuse(): undefined {
    this.isRefused = true;
    this.offset = this.text.length;
    this.column = noColumn;
  }

  /** The UTF-16 unit at the offset. */
  code(): number {
    return this.text.charCodeAt(this.offset);
  }

  /** Goes to the first character behind spaces. */
  skipSpaces(): void {
    while (this.text.charCodeAt(this.offset) === space) this.offset += 1;
  }

  /** Whether a `-` that makes an item stands at an offset. */
  isItem(offset: number): boolean {
    if (this.text.charCodeAt(offset) !== dash) return false;
    const next = this.text.charCodeAt(offset + 1);
    return next === space || next === lineFeed;
  }

  /** From the beginning of a line to the first one that is neither blank nor a comment. */
  nextLine(): void {
    const { text } = this;
    let start = this.offset;
    while (start < text.length) {
      let offset = start;
      while (text.charCodeAt(offset) === space) offset += 1;
      const code = text.charCodeAt(offset);
      if (code !== lineFeed && code !== hash) {
        this.offset = offset;
        this.column = offset - start;
        return;
      }
      start = (code === hash ? text.indexOf('\n', offset) : offset) + 1;
    }
    this.offset = start;
    this.column = noColumn;
  }

  /** From behind a value, where only spaces and a comment may stand, to the next line. */
  endLine(): void {
    this.skipSpaces();
    const { text, offset } = this;
    const code = text.charCodeAt(offset);
    if (code === lineFeed) this.lineEnd = offset;
    else if (code === hash && text.charCodeAt(offset - 1) === space)
      this.lineEnd = text.indexOf('\n', offset);
    else this.refuse();
    if (!this.isRefused) this.offset = this.lineEnd + 1;
    this.nextLine();
  }

  /** From the beginning of a node that ends so many characters on, as its line does, to the next line. */
  goBehind(length: number): void {
    this.offset += length + 1;
    this.nextLine();
  }
}
