/**
 * A cluster Secret of Argo CD in, what it says about a cluster out. Of its data only name and server are looked at:
 * `config` holds the credentials. argo-cd, docs/operator-manual/declarative-setup.md.
 */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { below, type Located, type SourceObject } from '../model/source.ts';
import { type ClusterEntry, hasText, memberOf, quoteHint } from './cluster-entry.ts';
import { decodeBase64 } from './decode-base64.ts';
import { describeEntry, labelsOf } from './describe-entry.ts';
import { firstText, serverAddress } from './read-facts.ts';

/** What Argo CD calls the cluster it runs in, whichever that is. */
const ownServer = 'https://kubernetes.default.svc';

/** Set by Argo CD; argo-cd, docs/operator-manual/applicationset/Generators-Cluster.md. */
const versionLabel = 'argocd.argoproj.io/kubernetes-version';

/** The cluster of a Secret, or inventory/invalid: no name, or a label that is not text. No value but name and server is ever told. */
export function readArgocdSecret(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const title = titleOf(source);
  const name = dataText(source, 'name');
  if (name.kind !== 'text')
    return { value: [], diagnostics: [nameProblem(source, title, name.kind)] };
  const server = dataText(source, 'server');
  return describeEntry({
    kind: 'argocd',
    title,
    name: name.text,
    otherNames: { argocd: name.text },
    labels: labelsOf(source),
    fields: {
      server: server.kind === 'text' ? withoutOwn(serverAddress(server.text)) : undefined,
      kubeVersion: firstText(source, ['metadata', 'labels', versionLabel]),
    },
    origin: source.origin,
  });
}

function titleOf({ object }: SourceObject): string {
  const name = memberOf(object['metadata'], 'name');
  return `Argo CD cluster Secret${hasText(name) ? ` ${name}` : ''}`;
}

function withoutOwn(server: Located<string> | undefined): Located<string> | undefined {
  return server?.value === ownServer ? undefined : server;
}

type DataText =
  | { readonly kind: 'text'; readonly text: Located<string> }
  | { readonly kind: NameFault };

type NameFault = 'missing' | 'no-text' | 'no-base64' | 'encrypted';

/** The API server writes stringData over data. */
function dataText({ object, origin }: SourceObject, key: string): DataText {
  const plain = memberOf(object['stringData'], key);
  if (plain !== undefined && plain !== null)
    return textOf(plain, (value) => ({ value, origin: below(origin, 'stringData', key) }));
  const encoded = memberOf(object['data'], key);
  if (encoded === undefined || encoded === null) return { kind: 'missing' };
  if (typeof encoded !== 'string') return { kind: 'no-text' };
  const decoded = decodeBase64(encoded);
  if (decoded === undefined) return { kind: 'no-base64' };
  return textOf(decoded, (value) => ({ value, origin: below(origin, 'data', key) }));
}

function textOf(value: unknown, place: (text: string) => Located<string>): DataText {
  if (value === '') return { kind: 'missing' };
  if (typeof value === 'string' && value.startsWith('ENC[')) return { kind: 'encrypted' };
  return typeof value === 'string' ? { kind: 'text', text: place(value) } : { kind: 'no-text' };
}

function nameProblem({ object, origin }: SourceObject, title: string, kind: NameFault): Diagnostic {
  const plain = memberOf(object['stringData'], 'name');
  const member = plain === undefined || plain === null ? 'data' : 'stringData';
  const hint = 'Write the name that Argo CD shows under `stringData: {name: ...}`.';
  switch (kind) {
    case 'missing':
      return diagnose('inventory/invalid', origin, { problem: `${title} has no name.`, hint });
    case 'encrypted':
      return diagnose('inventory/invalid', below(origin, member, 'name'), {
        problem: `${title}: the name is encrypted by SOPS.`,
        hint: 'Encrypt only the credentials (`encrypted_regex: ^config$`), or describe the cluster in a ClusterInventory.',
      });
    case 'no-text':
      return diagnose('inventory/invalid', below(origin, member, 'name'), {
        problem: `${title}: ${member}.name must be text.`,
        ...quoteHint(plain),
      });
    case 'no-base64':
      return diagnose('inventory/invalid', below(origin, 'data', 'name'), {
        problem: `${title}: data.name is no text in base64.`,
        hint,
      });
  }
}
