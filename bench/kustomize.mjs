/** The same objects as kustomize makes them: one base with every object, one overlay for each cluster. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { clustersOf, overridesOf, readRepository, templateOf } from './read-federated.mjs';

/** The version of the kustomize in `kubectl`, if it is one that knows `patches` with targets. */
export function findKustomize() {
  const { status, stdout } = spawnSync('kubectl', ['version', '--client', '-o', 'json'], {
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  const version = JSON.parse(stdout).kustomizeVersion;
  return /^v[4-9]\./.test(version ?? '') ? version : undefined;
}

/** Writes base and overlays of a generated repository into a folder. */
export function prepareKustomize(repository, folder) {
  const { fleet, objects } = readRepository(repository);
  const federated = objects.map((object) => ({
    object,
    manifest: templateOf(object),
    clusters: new Set(clustersOf(object, fleet)),
  }));
  writeBase(join(folder, 'base'), federated);
  for (const { metadata } of fleet) {
    writeOverlay(join(folder, 'overlays', metadata.name), metadata.name, federated);
  }
}

function writeBase(folder, federated) {
  mkdirSync(folder, { recursive: true });
  const resources = federated.map(({ manifest }, index) => {
    const path = `${index}-${manifest.kind.toLowerCase()}.yaml`;
    writeFileSync(join(folder, path), stringify(manifest));
    return path;
  });
  writeKustomization(folder, { resources });
}

function writeOverlay(folder, cluster, federated) {
  mkdirSync(folder, { recursive: true });
  const patches = federated.flatMap(({ object, manifest, clusters }) => {
    if (!clusters.has(cluster)) return [{ patch: deletionOf(manifest) }];
    const edits = overridesOf(object, cluster);
    if (edits.length === 0) return [];
    return [{ target: targetOf(manifest), patch: JSON.stringify(edits) }];
  });
  writeKustomization(folder, { resources: ['../../base'], patches });
}

// One patch each: kustomize 5.5 crashes on a file with several deletions.
const deletionOf = ({ apiVersion, kind, metadata }) =>
  stringify({ $patch: 'delete', apiVersion, kind, metadata: keyOf(metadata) });

const keyOf = ({ name, namespace }) => (namespace ? { name, namespace } : { name });

function targetOf({ apiVersion, kind, metadata }) {
  const [version, group] = apiVersion.split('/').reverse();
  return { ...(group ? { group } : {}), version, kind, ...keyOf(metadata) };
}

function writeKustomization(folder, content) {
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...content,
  };
  writeFileSync(join(folder, 'kustomization.yaml'), stringify(kustomization));
}

/** The command that builds every overlay into a file of its own below `out`, as many at once as there are processors. */
export function kustomizeCommand(folder, out) {
  const each = 'kubectl kustomize "$1/overlays/$3" > "$2/$3.yaml"';
  const script = `mkdir -p "$2" && ls "$1/overlays" | xargs -P "$3" -I{} sh -c '${each}' sh "$1" "$2" {}`;
  return ['sh', '-c', script, 'sh', folder, out, String(availableParallelism())];
}
