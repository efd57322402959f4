/** What can be said about the data: a diagnostic is a value, made only here. */
import type { Origin, Place } from '../model/source.ts';
import type { ArgsOf, Code } from './catalogue.ts';
import { entryOf } from './catalogue-entry.ts';
import type { Fix } from './fix.ts';

export type Severity = 'error' | 'warning' | 'note';

export interface Related {
  readonly at: Origin;
  readonly label: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence: what is wrong, with the user's own names. */
  readonly message: string;
  readonly at: Place;
  readonly related: readonly Related[];
  /** A few words behind the carets of the frame. */
  readonly mark?: string;
  /** Lines of further facts: a table, the other possibilities. */
  readonly details?: readonly string[];
  /** One sentence: the rule behind it, where that is not obvious. */
  readonly why?: string;
  /** One sentence: what to do. */
  readonly help?: string;
  /** What `fedc fix` does about it. */
  readonly fix?: Fix;
  /** The facts, typed per code in the catalogue. */
  readonly args: unknown;
}

/** A stage's best result together with what it has to say. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the diagnostic of a code from its facts. `severity` only where a row of the modes moves it. */
export function diagnose<C extends Code>(
  code: C,
  at: Place,
  args: ArgsOf<C>,
  extra: {
    readonly severity?: Severity;
    readonly related?: readonly Related[];
    readonly fix?: Fix | undefined;
  } = {},
): Diagnostic {
  const entry = entryOf(code);
  const mark = entry.mark?.(args);
  const details = entry.details?.(args) ?? [];
  const why = entry.why?.(args);
  const help = entry.help?.(args);
  return {
    code,
    severity: extra.severity ?? entry.severity,
    message: entry.message(args),
    at,
    related: extra.related ?? [],
    ...(mark === undefined ? {} : { mark }),
    ...(details.length === 0 ? {} : { details }),
    ...(why === undefined ? {} : { why }),
    ...(help === undefined ? {} : { help }),
    ...(extra.fix === undefined ? {} : { fix: extra.fix }),
    args,
  };
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
