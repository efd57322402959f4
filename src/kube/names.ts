/** Text in, verdict out: the rules that Kubernetes has for names, label keys and label values. */

const DNS_1123_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_1035_LABEL = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_TEXT = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;
const LONGEST_LABEL = 63;
const LONGEST_SUBDOMAIN = 253;

/** True for the name of a Namespace or a Service port: at most 63 of a-z, 0-9 and inner '-'. */
export function isDns1123Label(text: string): boolean {
  return text.length <= LONGEST_LABEL && DNS_1123_LABEL.test(text);
}

/** True for the name of most objects: DNS labels joined by dots, at most 253 characters in all. */
export function isDns1123Subdomain(text: string): boolean {
  // The parts of a subdomain may each be longer than a label; only the whole is limited.
  return (
    text.length <= LONGEST_SUBDOMAIN && text.split('.').every((part) => DNS_1123_LABEL.test(part))
  );
}

/** True for a version or a plural name: a DNS label that starts with a letter. */
export function isDns1035Label(text: string): boolean {
  return text.length <= LONGEST_LABEL && DNS_1035_LABEL.test(text);
}

/** True for a label or annotation key: a name of at most 63 characters, after a DNS subdomain and '/' if there is a prefix. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  return (
    (slash < 0 || isDns1123Subdomain(text.slice(0, slash))) &&
    name.length <= LONGEST_LABEL &&
    LABEL_TEXT.test(name)
  );
}

/** True for a label value: empty, or at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= LONGEST_LABEL && LABEL_TEXT.test(text));
}

/** True for a name that Windows keeps for a device, alone or before a dot, in any case: `con`, `Aux.yaml`, `lpt1`. */
export function isWindowsReserved(name: string): boolean {
  return WINDOWS_DEVICE.test(name);
}

/**
 * The plural name of a kind, in lower case.
 * KubeFed v0.10, pkg/apis/core/typeconfig: es after s, x, ch, sh, z and o; ies for a final y; else s.
 */
export function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|ch|sh|z|o)$/.test(name)) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
