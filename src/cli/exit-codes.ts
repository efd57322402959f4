/** Diagnostics in, the exit code out. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';

/** What the numbers mean; scripts rely on them. */
export const exitCodes = {
  done: 0,
  /** A negative answer: no such object. */
  negative: 1,
  /** The input cannot be compiled; nothing was written. */
  input: 2,
  /** The machine refused. */
  machine: 3,
  /** A safety stop; nothing was written. */
  safety: 4,
  usage: 64,
  bug: 70,
} as const;

/** Several at once: the first of these that applies. */
const precedence = [
  exitCodes.bug,
  exitCodes.usage,
  exitCodes.machine,
  exitCodes.input,
  exitCodes.safety,
  exitCodes.negative,
];

const machineCodes: readonly string[] = [
  'repo/unreadable',
  'repo/changed-underneath',
  'output/write-failed',
  'tree/busy',
];

/** 0 without errors. Under `strict` a warning counts as input that cannot be compiled. */
export function exitCodeOf(
  diagnostics: readonly LocatedDiagnostic[],
  options: { readonly strict?: boolean } = {},
): number {
  const codes = diagnostics.flatMap(({ code, severity }) => {
    if (severity === 'error') return [codeOfError(code)];
    return severity === 'warning' && options.strict === true ? [exitCodes.input] : [];
  });
  return precedence.find((code) => codes.some((each) => each === code)) ?? exitCodes.done;
}

function codeOfError(code: string): number {
  if (machineCodes.includes(code)) return exitCodes.machine;
  if (code.startsWith('cli/')) return exitCodes.usage;
  return code.startsWith('tree/') ? exitCodes.safety : exitCodes.input;
}
