/**
 * What a platform engineer writes in an afternoon instead of using a compiler: parse, clone, patch, stringify, write.
 * It knows of KubeFed what the generated repositories need, and checks nothing. `node bench/naive.mjs REPOSITORY OUT`
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import jsonPatch from 'fast-json-patch';
import { parseAllDocuments, stringify } from 'yaml';
import { clustersOf, overridesOf, templateOf } from './read-federated.mjs';

const [repository, out] = process.argv.slice(2);

const documents = readdirSync(repository, { recursive: true })
  .filter((path) => path.endsWith('.yaml'))
  .flatMap((path) => parseAllDocuments(readFileSync(join(repository, path), 'utf8')))
  .map((document) => document.toJS());

const fleet = documents.filter(({ kind }) => kind === 'KubeFedCluster');

for (const federated of documents.filter(({ kind }) => kind !== 'KubeFedCluster')) {
  for (const cluster of clustersOf(federated, fleet)) {
    const manifest = structuredClone(templateOf(federated));
    jsonPatch.applyPatch(manifest, overridesOf(federated, cluster));
    const { kind, metadata } = manifest;
    const path = `${cluster}/${metadata.namespace ?? '_cluster'}/${kind}-${metadata.name}.yaml`;
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), stringify(manifest));
  }
}
