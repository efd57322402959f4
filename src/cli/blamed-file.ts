/** A path of the tree in; out: the text that a build writes there, and who set each of its fields. */
import type { CompileResult } from '../compile.ts';
import { titleOfEngine } from '../engines/engines.ts';
import type { Fact } from '../model/decisions.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { below, type Origin } from '../model/source.ts';
import { type FieldTrace, traceFields, uniformTrace } from '../reports/provenance.ts';
import { clusterIndexPath, clusterIndexText } from '../tree/cluster-index.ts';
import { engineFileText } from '../tree/engine-file-text.ts';
import { fileName } from '../tree/file-name.ts';
import { folderOf } from '../tree/layout.ts';
import { parseYaml } from '../yaml/parse.ts';
import { printYaml } from '../yaml/print.ts';

export interface BlamedFile {
  readonly printed: string;
  readonly trace: FieldTrace;
  /** Of the object; empty if it is none of a cluster. */
  readonly kind: string;
  /** The file that it is a copy of, line by line. */
  readonly copyOf?: string;
}

/** Undefined if no build writes that path, or nobody but fedc decides what it holds. */
export function findBlamedFile(
  result: CompileResult,
  path: string,
  facts: readonly Fact[],
): BlamedFile | undefined {
  return findManifest(result, path, facts) ?? findIndex(result, path) ?? findOfEngine(result, path);
}

function findManifest(
  { manifests, options }: CompileResult,
  path: string,
  facts: readonly Fact[],
): BlamedFile | undefined {
  const [, cluster = '', rest = ''] = /^clusters\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const variant = manifests.find(
    (each) =>
      each.clusters.includes(cluster) &&
      `${folderOf(each, options.layout)}/${fileName(each.key)}` === rest,
  );
  if (variant === undefined) return undefined;
  const trace = traceFields(facts, variant.origin, cluster);
  if (trace === undefined) return undefined;
  const { verbatim, object, key, origin } = variant;
  return {
    printed: verbatim ?? printYaml(object),
    trace,
    kind: key.kind,
    ...(verbatim === undefined ? {} : { copyOf: origin.file }),
  };
}

/** What an engine reads about a cluster comes from the inventory, all of it. */
function findIndex({ inventory, manifests }: CompileResult, path: string): BlamedFile | undefined {
  const cluster = inventory.clusters.find(({ name }) => clusterIndexPath(name) === path);
  if (cluster === undefined) return undefined;
  if (!manifests.some(({ clusters }) => clusters.includes(cluster.name))) return undefined;
  const { origin } = cluster;
  return stamped(clusterIndexText(cluster), 'the cluster in the inventory', origin);
}

/** What an engine is given follows from its settings. */
function findOfEngine(
  { engineFiles, options: { origin, engines } }: CompileResult,
  path: string,
): BlamedFile | undefined {
  const file = engineFiles.find((each) => each.path === path);
  if (file === undefined) return undefined;
  const { engine } = file;
  const isWritten = origin !== undefined && engines.settings[engine] !== undefined;
  return stamped(
    engineFileText(file),
    `for ${titleOfEngine(engine)}`,
    isWritten ? below(origin, 'engines', engine) : undefined,
  );
}

function stamped(printed: string, rule: string, origin?: Origin): BlamedFile {
  const value: JsonValue = parseYaml(printed).documents[0]?.value ?? null;
  const source = { kind: 'stamped', rule, ...(origin === undefined ? {} : { origin }) } as const;
  return { printed, kind: '', trace: uniformTrace(value, source) };
}
