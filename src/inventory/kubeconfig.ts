/**
 * A kubeconfig in, a cluster for each of its contexts out. Users and certificates are not looked at.
 * kubernetes/client-go, tools/clientcmd/api/v1/types.go.
 */
import { diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { isArray, type JsonValue } from '../model/kube-object.ts';
import { below, type Located, type SourceObject } from '../model/source.ts';
import { type ClusterEntry, hasText, memberOf, quoteHint } from './cluster-entry.ts';
import { describeEntry } from './describe-entry.ts';
import { firstText, serverAddress } from './read-facts.ts';

type Servers = ReadonlyMap<string, Located<string>>;

/** The contexts as clusters, or inventory/invalid: no context, or one whose name is not text. */
export function readKubeconfig(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const { object, origin } = source;
  const contexts = object['contexts'];
  if (!isArray(contexts) || contexts.length === 0) {
    const problem = 'The kubeconfig has no contexts, and each context would be a cluster.';
    return { value: [], diagnostics: [diagnose('inventory/invalid', origin, { problem })] };
  }
  const servers = serversOf(source);
  const read = contexts.map((context, index) => readContext(context, index, { source, servers }));
  return {
    value: read.flatMap(({ value }) => value),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readContext(
  context: JsonValue,
  index: number,
  { source, servers }: { readonly source: SourceObject; readonly servers: Servers },
): Outcome<readonly ClusterEntry[]> {
  const origin = below(source.origin, 'contexts', index);
  const value = memberOf(context, 'name');
  if (!hasText(value)) {
    const problem = 'A context of the kubeconfig has no name that is text.';
    const args = { problem, ...quoteHint(value) };
    return { value: [], diagnostics: [diagnose('inventory/invalid', origin, args)] };
  }
  const name = { value, origin: below(origin, 'name') };
  const cluster = memberOf(memberOf(context, 'context'), 'cluster');
  return describeEntry({
    kind: 'kubeconfig',
    title: `Context ${value}`,
    name,
    otherNames: { context: name },
    fields: { server: serverAddress(hasText(cluster) ? servers.get(cluster) : undefined) },
    origin,
  });
}

/** The first of a name counts, as for kubectl. */
function serversOf(source: SourceObject): Servers {
  const clusters = source.object['clusters'];
  const servers = new Map<string, Located<string>>();
  for (const [index, cluster] of (isArray(clusters) ? clusters : []).entries()) {
    const name = memberOf(cluster, 'name');
    const server = firstText(source, ['clusters', index, 'cluster', 'server']);
    if (hasText(name) && server !== undefined && !servers.has(name)) servers.set(name, server);
  }
  return servers;
}
