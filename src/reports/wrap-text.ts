/** Paragraphs of prose in, the same in lines of a width out. */

/**
 * Breaks at spaces; line breaks of a paragraph count as spaces, an empty line begins the next one. Every line begins with
 * `indent`, which counts. A word that is longer than a line has one for itself.
 */
export function wrapText(
  text: string,
  { width, indent = '' }: { readonly width: number; readonly indent?: string },
): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(indent + word);
    }
    return lines.join('\n');
  });
  return paragraphs.join('\n\n');
}
