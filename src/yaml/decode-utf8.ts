/** From the bytes of a file to its text. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a file as UTF-8. One byte order mark at the start is dropped. UTF-16 and invalid bytes are `yaml/encoding`, placed
 * on the first bad byte.
 */
export function decodeUtf8(
  bytes: Uint8Array,
  path: string,
): { readonly text: string } | { readonly diagnostic: Diagnostic } {
  if (isUtf16(bytes))
    return { diagnostic: encodingDiagnostic(bytes, { path, offset: 0, problem: 'it is UTF-16' }) };
  try {
    return { text: strictDecoder.decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return {
      diagnostic: encodingDiagnostic(bytes, {
        path,
        offset,
        problem: `the byte 0x${byte} here is not UTF-8`,
      }),
    };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function encodingDiagnostic(
  bytes: Uint8Array,
  { path, offset, problem }: { path: string; offset: number; problem: string },
): Diagnostic {
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const lines = before.split(/\r\n?|\n/);
  const place = {
    file: path,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    length: 1,
  };
  return diagnose('yaml/encoding', place, { problem });
}

function firstInvalidByte(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return offset;
}

/** The bytes of the character that begins at an offset; 0 if none does. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(offset, offset + length));
    return length;
  } catch {
    return 0;
  }
}
