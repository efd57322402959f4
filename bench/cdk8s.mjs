/**
 * The same objects as an app of cdk8s makes them: one chart for each cluster.
 * `node bench/cdk8s.mjs REPOSITORY OUT MODULES`, with cdk8s and constructs installed in `MODULES/node_modules`.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { clustersOf, overridesOf, readRepository, templateOf } from './read-federated.mjs';

const [repository, out, modules] = process.argv.slice(2);
const { ApiObject, App, Chart, JsonPatch, YamlOutputType } = createRequire(
  resolve(modules, 'package.json'),
)('cdk8s');

const operations = {
  add: ({ path, value }) => JsonPatch.add(path, value),
  replace: ({ path, value }) => JsonPatch.replace(path, value),
  remove: ({ path }) => JsonPatch.remove(path),
};

const { fleet, objects } = readRepository(repository);
const app = new App({
  outdir: out,
  outputFileExtension: '.yaml',
  yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
});
const charts = new Map(
  fleet.map(({ metadata: { name } }) => [
    name,
    new Chart(app, name, { disableResourceNameHashes: true }),
  ]),
);

for (const federated of objects) {
  const template = templateOf(federated);
  const { kind, metadata } = template;
  for (const cluster of clustersOf(federated, fleet)) {
    const id = `${metadata.namespace ?? ''}-${kind}-${metadata.name}`;
    const object = new ApiObject(charts.get(cluster), id, template);
    object.addJsonPatch(
      ...overridesOf(federated, cluster).map((edit) => operations[edit.op](edit)),
    );
  }
}

app.synth();
