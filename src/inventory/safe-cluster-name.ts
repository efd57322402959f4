/** What some system calls a cluster in; a name that can be its folder out, with the facts that the original tells by its form. */
import { isDns1123Subdomain, isWindowsReserved } from '../kube/names.ts';
import type { ClusterFields } from '../model/cluster.ts';

export type NamedFacts = Pick<ClusterFields, 'provider' | 'region' | 'zones'>;

export type SafeName =
  | { readonly name: string; readonly facts: NamedFacts }
  /** A few words: `nothing is left of it`. */
  | { readonly problem: string; readonly facts: NamedFacts };

/**
 * The last part of a name that means something, in lower case, as a DNS-1123 subdomain; a name that is one already stays as it
 * is. Known forms: ARN of EKS (`arn:aws:eks:REGION:ACCOUNT:cluster/NAME`), GKE (`gke_PROJECT_LOCATION_NAME`,
 * `connectgateway_PROJECT_LOCATION_NAME`), eksctl (`USER@NAME.REGION.eksctl.io`), addresses, `USER@NAME`,
 * `PROJECT/HOST:PORT/USER` of OpenShift, and paths.
 */
export function safeClusterName(original: string): SafeName {
  if (isSafe(original)) return { name: original, facts: {} };
  const { word, facts } = meaningOf(original);
  const name = cleanName(word);
  if (name === '') return { problem: 'it has no letter and no digit to make a name of', facts };
  if (isSafe(name)) return { name, facts };
  const problem = isWindowsReserved(name)
    ? `Windows keeps ${name} for a device`
    : 'it would be longer than the 253 characters that a name may have';
  return { problem, facts };
}

/** Whether a text is a DNS-1123 subdomain that Windows does not keep for itself. */
export function isSafe(name: string): boolean {
  return isDns1123Subdomain(name) && !isWindowsReserved(name);
}

interface Meaning {
  readonly word: string;
  readonly facts: NamedFacts;
}

type Form = (text: string) => Meaning | undefined;

/** The most telling form first; none of them gives its own input back, so that looking on inside ends. */
const forms: readonly Form[] = [
  ofArn,
  ofGke,
  ofEksctl,
  ofRancher,
  ofAddress,
  ofOpenShift,
  ofUser,
  ofPath,
];

function meaningOf(text: string): Meaning {
  for (const form of forms) {
    const found = form(text);
    if (found !== undefined) return found;
  }
  return { word: withoutPort(text), facts: {} };
}

function ofArn(text: string): Meaning | undefined {
  const [, region, name] = /^arn:aws[\w-]*:eks:([a-z0-9-]*):\d*:cluster\/(.+)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const facts = region === undefined || region === '' ? {} : { region };
  return { word: name, facts: { provider: 'aws', ...facts } };
}

/** Projects and locations hold no underscore, names of clusters neither. */
function ofGke(text: string): Meaning | undefined {
  const [, location = '', name] = /^(?:gke|connectgateway)_[^_]+_([^_]+)_(.+)$/.exec(text) ?? [];
  return name === undefined
    ? undefined
    : { word: name, facts: { provider: 'gcp', ...placeOf(location) } };
}

/** A location is a zone (`europe-west1-b`) or a region; a membership of a fleet may be `global`. */
function placeOf(location: string): NamedFacts {
  const [, region] = /^([a-z]+-[a-z]+\d+)-[a-z]$/.exec(location) ?? [];
  if (region !== undefined) return { region, zones: [location] };
  return /^[a-z]+-[a-z]+\d+$/.test(location) ? { region: location } : {};
}

function ofEksctl(text: string): Meaning | undefined {
  const [, name, region] = /^(?:[^@]*@)?([^@.]+)\.([a-z0-9-]+)\.eksctl\.io$/.exec(text) ?? [];
  if (name === undefined || region === undefined) return undefined;
  return { word: name, facts: { provider: 'aws', region } };
}

/** Behind one address Rancher serves all of its clusters. */
function ofRancher(text: string): Meaning | undefined {
  const [, id] = /^https?:\/\/[^/]+(?:\/[^?#]*)?\/k8s\/clusters\/([^/?#]+)/i.exec(text) ?? [];
  return id === undefined ? undefined : { word: id, facts: {} };
}

function ofAddress(text: string): Meaning | undefined {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(text) ?? [];
  return host === undefined ? undefined : ofHost(host.toLowerCase());
}

/** What names an API server and no cluster. */
const servantWord = /^(?:api|apiserver|kube-?api(?:server)?|k8s-?api|kubernetes)(?:-int|-ext)?$/;

function ofHost(host: string): Meaning {
  // Argo CD's own word for the cluster that it runs in.
  if (/^kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?$/.test(host))
    return { word: 'in-cluster', facts: {} };
  if (/^[\d.]+$|^\[/.test(host)) return { word: host, facts: {} };
  const labels = host.split('.');
  const isServant = labels.length > 1 && servantWord.test(labels[0] ?? '');
  return { word: (isServant ? labels[1] : labels[0]) ?? host, facts: factsOfHost(host) };
}

function factsOfHost(host: string): NamedFacts {
  const [, awsRegion] = /\.([a-z0-9-]+)\.eks\.amazonaws\.com(?:\.cn)?$/.exec(host) ?? [];
  if (awsRegion !== undefined) return { provider: 'aws', region: awsRegion };
  const [, azureRegion] = /\.hcp\.([a-z0-9]+)\.azmk8s\.io$/.exec(host) ?? [];
  return azureRegion === undefined ? {} : { provider: 'azure', region: azureRegion };
}

/** The host has dashes for dots there, so that nobody can tell its parts from dashes of a name. */
function ofOpenShift(text: string): Meaning | undefined {
  const [, host] = /^[^/]*\/([^/:]+):\d+(?:\/[^/]*)?$/.exec(text) ?? [];
  if (host === undefined) return undefined;
  return { word: host.replace(/^api-(?=.)/, ''), facts: {} };
}

function ofUser(text: string): Meaning | undefined {
  const at = text.lastIndexOf('@');
  const name = text.slice(at + 1);
  return at < 0 || name === '' ? undefined : meaningOf(name);
}

function ofPath(text: string): Meaning | undefined {
  const parts = text.split(/[/\\]/).filter((part) => part !== '');
  const last = parts.at(-1);
  return last === undefined || last === text ? undefined : meaningOf(last);
}

function withoutPort(text: string): string {
  return text.replace(/^(.+):\d+$/, '$1');
}

/** Letters lose their accents; of everything else that a name may not hold a run becomes one dash. */
function cleanName(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .split('.')
    .map((part) => part.replace(/^-+/, '').replace(/-+$/, ''))
    .filter((part) => part !== '')
    .join('.');
}
