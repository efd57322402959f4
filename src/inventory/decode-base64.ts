/** Base64 as the data of a Secret holds it in, the text out. */

const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Undefined for what is no base64, or not of UTF-8; line breaks do not count, as in Go. */
export function decodeBase64(text: string): string | undefined {
  const digits = text.replaceAll(/[\r\n]/g, '');
  if (!base64.test(digits)) return undefined;
  const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
