/** Text in, the same between double quotes out, for messages. */

/** As JSON writes a text, with every control character escaped, so that no name can steer a terminal. */
export function quote(text: string): string {
  return `"${text.replace(/["\\\p{Cc}\u2028\u2029]/gu, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
