/**
 * What a platform engineer writes in an afternoon instead of using a compiler: parse, clone, patch, stringify, write.
 * It knows of KubeFed what the generated repositories need, and checks nothing. `node bench/naive.mjs REPOSITORY OUT`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import jsonPatch from 'fast-json-patch';
import { stringify } from 'yaml';
import { clustersOf, overridesOf, readRepository, templateOf } from './read-federated.mjs';

const [repository, out] = process.argv.slice(2);

const { fleet, objects } = readRepository(repository);

for (const federated of objects) {
  for (const cluster of clustersOf(federated, fleet)) {
    const manifest = structuredClone(templateOf(federated));
    jsonPatch.applyPatch(manifest, overridesOf(federated, cluster));
    const { kind, metadata } = manifest;
    const path = `${cluster}/${metadata.namespace ?? '_cluster'}/${kind}-${metadata.name}.yaml`;
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), stringify(manifest));
  }
}
