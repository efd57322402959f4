/** A text of a cluster document in, the same without what opens a door out. */

const revealing =
  /token|passw(?:or)?d|secret|credential|private-?key|kubeconfig|last-applied-configuration/i;
/** The label by which Argo CD knows its Secrets names a sort, not a secret. */
const harmless = 'argocd.argoproj.io/secret-type';
const userInUrl = /\b([a-z][a-z0-9+.-]*:\/\/)[^/\s@]*@/gi;
const keyInUrl =
  /([?&#][^=&#\s]*(?:token|passw(?:or)?d|secret|credential|api-?_?key)[^=&#\s]*=)[^&#\s]*/gi;
const hidden = '***';

/** `***` for the value of an annotation that is named like a credential, and for user, password and tokens in an address. */
export function hideCredentials(name: string, value: string): string {
  if (revealing.test(name) && name !== harmless) return hidden;
  return value.replace(userInUrl, `$1${hidden}@`).replace(keyInUrl, `$1${hidden}`);
}
