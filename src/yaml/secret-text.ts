/** A text of manifests in; out: what may be told of the documents in it that hold secrets. */

const secretKind = /\bkind["']?\s*:\s*["']?(?:Federated)?Secret(?:List)?\b/;
/** A Secret under a misspelt kind, and a kubeconfig, with or without its kind. */
const credentials =
  /\bargocd\.argoproj\.io\/secret-type\b|\b(?:client-(?:key|certificate)-data|certificate-authority-data|current-context|bearerToken|stringData)["']?\s*:/;
const configKind = /\bkind["']?\s*:\s*["']?Config\b/;
const kubeconfigMember = /\b(?:users|contexts)["']?\s*:/;

/** True if a text says that it holds a Secret, a FederatedSecret or a kubeconfig, even if it cannot be read. */
export function namesSecrets(text: string): boolean {
  if (secretKind.test(text) || credentials.test(text)) return true;
  return configKind.test(text) && kubeconfigMember.test(text);
}

/** False only for a text that holds no secret however it is written, so that it need not be read. */
export function mayHoldSecrets(text: string): boolean {
  return text.includes('Secret') || namesSecrets(text);
}

/** True if the document around an offset says that it is one of them. */
export function isInSecret(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n---', offset) + 1;
  const end = text.indexOf('\n---', Math.max(start, offset));
  return namesSecrets(text.slice(start, end < 0 ? text.length : end));
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
