/** Diagnostics in, one name for each out that stays the same while the files around it change. */
import type { LocatedDiagnostic } from './located.ts';

/** A text to its strong hash in hexadecimal digits. */
export type Digest = (text: string) => string;

/**
 * One fingerprint per diagnostic, in the same order. It is made of the code, the file, the pointer and the message without
 * its numbers: not of lines and columns, so text inserted above changes nothing. Equal ones are told apart by their order,
 * so the diagnostics have to be in reading order.
 */
export function fingerprintsOf(
  diagnostics: readonly LocatedDiagnostic[],
  digest: Digest,
): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const identity = identityOf(diagnostic);
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    return digest(number === 1 ? identity : `${identity}\n${number}`);
  });
}

function identityOf({ code, file, pointer, flag, message }: LocatedDiagnostic): string {
  return [code, file ?? '', pointer ?? flag ?? '', withoutNumbers(message)].join('\n');
}

/** Lines, columns and counts stand alone; a digit beside a letter, a dot, a hyphen or a quote belongs to a name. */
const number = /(?<![\p{L}\p{N}_."-])\d+(?![\p{L}\p{N}_"-]|\.\d)/gu;

function withoutNumbers(message: string): string {
  return message.replace(number, '#');
}
