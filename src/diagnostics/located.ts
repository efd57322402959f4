/** A diagnostic with its place as people see it: file, line and column instead of a pointer. */
import type { Code } from './catalogue.ts';
import type { Severity } from './diagnostic.ts';
import type { Fix } from './fix.ts';

export interface LocatedRelated {
  readonly label: string;
  readonly file: string;
  /** From one; absent when the file could not be located any more. */
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

export interface LocatedDiagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Absent when the place is a flag or the whole repository. */
  readonly file?: string;
  /** From one. */
  readonly line?: number;
  /** From one, in UTF-16 units. */
  readonly column?: number;
  /** Characters to underline on that line. */
  readonly length?: number;
  readonly pointer?: string;
  /** The flag, when the place is one. */
  readonly flag?: string;
  /** A few words behind the carets of the frame. */
  readonly mark?: string;
  readonly details?: readonly string[];
  readonly why?: string;
  readonly help?: string;
  /** What `fedc fix` does about it; its places are pointers. */
  readonly fix?: Fix;
  readonly related: readonly LocatedRelated[];
  readonly args: unknown;
}
