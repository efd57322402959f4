/** A problem of a text, placed by offsets until a reader of it needs lines and columns. */
import type { ArgsOf, Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { isInSecret, withoutExcerpts } from './secret-text.ts';
import type { Span, TextLines } from './text-lines.ts';

type YamlCode = Extract<Code, `yaml/${string}`>;

export interface Problem extends Span {
  readonly code: YamlCode;
  /** The diagnostic, once the text the offsets belong to is known. `base` is added to the offsets. */
  readonly place: (text: PlacedText) => Diagnostic;
}

/** A text whose offset `base` is the offset zero of a problem. */
export interface PlacedText {
  readonly file: string;
  readonly lines: TextLines;
  readonly base: number;
  /** How many documents of the file could be read. */
  readonly documents?: number;
}

/** The facts of a problem, or how to make them once lines can be counted. */
type Facts<C extends YamlCode> = ArgsOf<C> | Deferred<C>;
type Deferred<C extends YamlCode> = (lineOf: (offset: number) => number) => ArgsOf<C>;

/** Makes a problem of a code, the span it stands on, and its facts. */
export function problem<C extends YamlCode>(
  code: C,
  { start, end }: Span,
  facts: Facts<C>,
): Problem {
  return {
    code,
    start,
    end,
    place: ({ file, lines, base, documents: othersRead }) => {
      const length = lines.lengthOnLine({ start: base + start, end: base + end });
      const lineOf = (offset: number) => lines.position(base + offset).line;
      // Facts are never functions themselves; the compiler cannot know that of a type it has yet to choose.
      const known =
        typeof facts === 'function' ? (facts as Deferred<C>)(lineOf) : (facts as ArgsOf<C>);
      // Its texts are words and dates, and there may be thousands of them.
      const isHarmless = code === 'yaml/ambiguous-scalar';
      const text = isHarmless ? '' : lines.textOf({ start: 0, end: Number.POSITIVE_INFINITY });
      const args = isInSecret(text, base + start) ? withoutExcerpts(known) : known;
      const place = { file, ...lines.position(base + start), length };
      const isSyntax = code === 'yaml/syntax' && othersRead !== undefined;
      return diagnose(
        code,
        place,
        isSyntax ? ({ ...(args as object), othersRead } as ArgsOf<C>) : args,
      );
    },
  };
}

/** Whichever stands first in the text; the first of two at the same place. */
export function firstOf(...problems: readonly (Problem | undefined)[]): Problem | undefined {
  return problems.reduce((first, next) =>
    first === undefined || (next !== undefined && next.start < first.start) ? next : first,
  );
}
