/** Looks at the lexemes of a piece as they come: what YAML 1.2 allows and kubectl's YAML 1.1 scanner does not. */
import { CST } from 'yaml';
import { type Problem, problem } from './problem.ts';
import { excerpt, type Span } from './text-lines.ts';

type LexemeType = CST.TokenType | 'block-scalar-header' | 'none';

const anchorName = /^[&*][\w-]+$/;
/** `\U` and `\u` with their digits, or any other escape. */
const escapeSequence = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|[\s\S])/g;
const template = /\{\{.*?\}\}/s;

/** What stands in a piece without making a document of it. */
const blankTypes: ReadonlySet<LexemeType> = new Set(['space', 'comment', 'newline', 'doc-mode']);

/** The problems seen so far; each is the first of its kind. */
export class LexemeInspector {
  /** What kubectl refuses, or reads as something else. */
  problem: Problem | undefined;
  /** An expression of a template language outside quotes: the cause of whatever else is wrong. */
  template: Problem | undefined;
  private readonly text: string;
  /** Where the flow collections that are open now begin. */
  private readonly open: Span[] = [];
  private previous: LexemeType = 'none';
  private isScalarNext: boolean;
  private isBlockScalarNext: boolean;
  /** Only blanks and comments were seen. */
  private isEmpty: boolean;
  /** Only blanks were seen on this line. */
  private isAtLineStart: boolean;

  constructor(text: string) {
    this.text = text;
    this.isScalarNext = false;
    this.isBlockScalarNext = false;
    this.isAtLineStart = true;
    this.isEmpty = true;
  }

  /** Takes the next lexeme and its offset. */
  inspect(lexeme: string, offset: number): void {
    const span = { start: offset, end: offset + lexeme.length };
    if (this.isScalarNext) {
      this.isScalarNext = false;
      this.inspectUnquoted(lexeme, span);
      this.previous = 'scalar';
      this.isAtLineStart = this.isBlockScalarNext;
      this.isBlockScalarNext = false;
      return;
    }
    const type: LexemeType = CST.tokenType(lexeme) ?? 'none';
    this.inspectToken(type, lexeme, span);
    if (!blankTypes.has(type)) this.isEmpty = false;
    if (type === 'scalar') {
      this.isScalarNext = true;
      return;
    }
    this.previous = type;
    if (type === 'newline') this.isAtLineStart = true;
    else if (type !== 'space' && type !== 'doc-mode') this.isAtLineStart = false;
  }

  /** The problem of a bracket that is still open when the text ends. */
  finish(): void {
    this.refuseOpenBracket('is not closed');
  }

  private inspectToken(type: LexemeType, lexeme: string, span: Span): void {
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        this.openBracket(type, span);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.open.pop();
        break;
      case 'flow-error-end':
        this.refuseOpenBracket(
          'is not closed before a line that is not indented deeper than its key',
        );
        break;
      case 'block-scalar-header':
        this.isBlockScalarNext = true;
        break;
      default:
        this.inspectLeaf(type, lexeme, span);
    }
  }

  private inspectLeaf(type: LexemeType, lexeme: string, span: Span): void {
    switch (type) {
      case 'space':
        this.inspectBlanks(lexeme, span);
        break;
      case 'anchor':
      case 'alias':
        this.inspectName(lexeme, span);
        break;
      case 'tag':
        if (lexeme === '!<>' || lexeme.includes('#'))
          this.refuse(span, `the tag \`${excerpt(lexeme)}\``);
        break;
      case 'doc-end':
        if (this.isEmpty) this.refuse(span, 'a `...` with nothing before it');
        break;
      case 'directive-line':
        this.refuse(span, 'a directive (a line that begins with `%`)');
        break;
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
        this.inspectQuoted(lexeme, span);
        break;
      default:
    }
  }

  /**
   * Outside flow collections kubectl takes no tab in what begins a line or follows `-`, `?` or the `:` of an explicit key (YAML
   * v2 for Go, yaml_parser_scan_to_next_token).
   */
  private inspectBlanks(lexeme: string, span: Span): void {
    if (this.open.length > 0 || !lexeme.includes('\t')) return;
    const isAfterIndicator =
      this.previous === 'seq-item-ind' ||
      this.previous === 'explicit-key-ind' ||
      (this.previous === 'map-value-ind' && this.isColonFirst(span.start));
    if (!this.isAtLineStart && !isAfterIndicator) return;
    const start = span.start + lexeme.indexOf('\t');
    this.problem ??= problem(
      'yaml/syntax',
      { start, end: start + 1 },
      {
        problem: 'a tab stands where only spaces may indent',
        hint: 'YAML indents with spaces; replace the tab by spaces.',
      },
    );
  }

  private isColonFirst(afterColon: number): boolean {
    const lineStart = this.text.lastIndexOf('\n', afterColon - 1) + 1;
    return this.text.slice(lineStart, afterColon).trim() === ':';
  }

  private openBracket(type: LexemeType, span: Span): void {
    const isDoubled = type === 'flow-map-start' && this.text[span.start - 1] === '{';
    if (isDoubled && this.previous === 'flow-map-start') this.refuseTemplate(span.start - 1, '}}');
    else if (type === 'flow-map-start' && this.text[span.end] === '%')
      this.refuseTemplate(span.start, '%}');
    this.open.push(span);
  }

  private inspectName(lexeme: string, span: Span): void {
    if (anchorName.test(lexeme)) return;
    if (lexeme.startsWith('*')) {
      this.problem ??= problem('yaml/syntax', span, {
        problem: `\`${excerpt(lexeme)}\` begins with an asterisk, which makes it a reference to an anchor`,
        hint: 'Put quotes around a text that begins with `*`.',
      });
    } else
      this.refuse(
        span,
        `the anchor \`${excerpt(lexeme)}\`, whose name is not made of letters, digits, \`_\` and \`-\``,
      );
  }

  private inspectQuoted(lexeme: string, span: Span): void {
    const quote = lexeme[0] ?? '';
    if (lexeme.length < 2 || !lexeme.endsWith(quote)) {
      this.problem ??= problem('yaml/syntax', span, {
        problem: `the quote (${quote}) that opens here is not closed`,
        hint: 'Close the quote, and indent the lines of a text that goes on below its key.',
      });
    } else if (quote === '"' && lexeme.includes('\\')) this.inspectEscapes(lexeme, span.start);
  }

  /** `\/` and halves of surrogate pairs are JSON, and no YAML to kubectl. */
  private inspectEscapes(lexeme: string, offset: number): void {
    for (const match of lexeme.matchAll(escapeSequence)) {
      if (isGoodEscape(match)) continue;
      const start = offset + match.index;
      const span = { start, end: start + match[0].length };
      this.refuse(span, `the escape \`${match[0]}\` in double quotes`);
    }
  }

  private inspectUnquoted(lexeme: string, span: Span): void {
    if (this.isBlockScalarNext) return;
    const expression = template.exec(lexeme);
    if (expression !== null) this.refuseTemplate(span.start + expression.index, '}}');
    if (this.open.length === 0) return;
    const question = lexeme.indexOf('?');
    if (question >= 0) {
      const start = span.start + question;
      this.refuse({ start, end: start + 1 }, 'a `?` in an unquoted text between brackets');
    } else if (lexeme.startsWith(':'))
      this.refuse(span, 'an unquoted text that begins with `:` between brackets');
  }

  private refuse(span: Span, what: string): void {
    this.problem ??= problem('yaml/unsupported', span, { what });
  }

  private refuseTemplate(start: number, close: string): void {
    if (this.template !== undefined) return;
    const feed = this.text.indexOf('\n', start);
    const line = this.text.slice(start, feed < 0 ? undefined : feed);
    const length = line.indexOf(close);
    const text = length < 0 ? line.trimEnd() : line.slice(0, length + close.length);
    this.template = problem(
      'yaml/template-syntax',
      { start, end: start + text.length },
      { text: excerpt(text) },
    );
  }

  private refuseOpenBracket(what: string): void {
    const bracket = this.open[0];
    if (bracket === undefined) return;
    this.problem ??= problem('yaml/syntax', bracket, {
      problem: `the \`${this.text[bracket.start]}\` that opens here ${what}`,
      hint: 'Close it, and indent its lines deeper than the key it belongs to.',
    });
  }
}

function isGoodEscape([text, short, long]: RegExpExecArray): boolean {
  const code = Number.parseInt(short ?? long ?? '0', 16);
  return text !== '\\/' && !(code >= 0xd800 && code <= 0xdfff) && code <= 0x10ffff;
}
