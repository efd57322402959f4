/** A text of manifests in; out: what may be told of the documents in it that are Secrets. */

const secretKind = /\bkind["']?\s*:\s*["']?(?:Federated)?Secret(?:List)?\b/;

/** True if the document around an offset says that it is a Secret or a FederatedSecret, even if it cannot be read. */
export function isInSecret(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n---', offset) + 1;
  const end = text.indexOf('\n---', Math.max(start, offset));
  return secretKind.test(text.slice(start, end < 0 ? text.length : end));
}

/** Excerpts stand between backticks, and so do the few signs of YAML that messages name. */
const excerpt = /`([^`]*)`/g;
const harmless = /^(?:.{0,2}|key: value|---|\.{3})$/;
/** What the parser quotes itself. */
const quotation = /: ".*$/s;
const template = /^\{([{%]).*$/s;

/** The facts of a diagnostic without what they quote of the text. */
export function withoutExcerpts<Facts>(facts: Facts): Facts {
  const members = Object.entries(facts as object).map(([name, value]) => [
    name,
    typeof value === 'string' ? hideExcerpts(value) : value,
  ]);
  return Object.fromEntries(members) as Facts;
}

function hideExcerpts(text: string): string {
  return text
    .replace(template, (_, sign: string) => `{${sign} *** ${sign === '%' ? '%' : '}'}}`)
    .replace(quotation, '')
    .replace(excerpt, (whole, inner: string) => (harmless.test(inner) ? whole : '`***`'));
}
