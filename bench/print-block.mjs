/** Prints the small values of a generated repository as block YAML, the way people write it. */

const plain = /^[a-z/]([a-z0-9.:/_~-]*[a-z0-9._-])?$/i;
const words = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function scalar(value) {
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !words.has(value.toLowerCase()) ? value : `"${value}"`;
}

/** Lines of an object, a list or a scalar; texts may hold no quotes, backslashes or line ends. */
function lines(value) {
  if (typeof value !== 'object') return [scalar(value)];
  if (Array.isArray(value)) return value.flatMap((item) => marked('- ', lines(item)));
  return Object.entries(value).flatMap(([key, item]) => {
    const name = scalar(key);
    if (typeof item !== 'object') return [`${name}: ${scalar(item)}`];
    if (Object.keys(item).length === 0) return [`${name}: ${Array.isArray(item) ? '[]' : '{}'}`];
    return [`${name}:`, ...lines(item).map((line) => `  ${line}`)];
  });
}

const marked = (mark, [first, ...rest]) => [`${mark}${first}`, ...rest.map((line) => `  ${line}`)];

/** The text of an object without empty members at its top, every line indented. */
export const printBlock = (value, indentation) =>
  lines(value)
    .map((line) => `${' '.repeat(indentation)}${line}\n`)
    .join('');

/** Indents the lines of a text that are not empty. */
export const indent = (text, indentation) => text.replaceAll(/^(?=.)/gm, ' '.repeat(indentation));
