/** The text that a `!!binary` scalar stands for. */

const base64 = /^[A-Za-z\d+/]*={0,2}$/;

/** Decodes base64, line breaks allowed. kubectl makes text of the bytes, so bytes that are no UTF-8 are refused. */
export function decodeBinary(
  text: string,
):
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: string } {
  const digits = text.replaceAll(/[\r\n]/g, '');
  if (digits.length % 4 !== 0 || !base64.test(digits))
    return { kind: 'refused', reason: 'a !!binary value that is not base64' };
  const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  try {
    return {
      kind: 'string',
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    return { kind: 'refused', reason: 'a !!binary value whose bytes are not UTF-8 text' };
  }
}
