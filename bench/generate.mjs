/**
 * Writes a repository of federated YAML that looks like those of platform teams: same numbers and seed, same bytes.
 * `node bench/generate.mjs FOLDER [--specs 300] [--clusters 50] [--share 0.2] [--seed 1] [--edit 0]`
 *
 * `share` is the share of pairs of object and cluster that have overrides, `edit` the share of the outputs whose template is
 * another one than without it (a later state of the same repository). Prints what it made as JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  choosePlacement,
  makeClusters,
  namespaceLimit,
  printClusters,
  selectClusters,
} from './clusters.mjs';
import { deployment } from './deployment.mjs';
import { chooseEdits } from './edits.mjs';
import { configMap, ingress, namespace, service } from './objects.mjs';
import { indent, printBlock } from './print-block.mjs';
import { randomFrom } from './random.mjs';

const templates = {
  Deployment: deployment,
  Service: service,
  ConfigMap: configMap,
  Ingress: ingress,
  Namespace: namespace,
};

/** What one namespace holds, app by app. */
const apps = [
  ['Namespace'],
  ['Deployment', 'Service', 'ConfigMap', 'Ingress'],
  ['Deployment', 'Service', 'ConfigMap'],
  ['Deployment', 'Service', 'ConfigMap', 'ConfigMap'],
  ['Deployment', 'Service', 'ConfigMap', 'Ingress'],
  ['Deployment', 'Service', 'ConfigMap'],
  ['Deployment'],
];
const slots = apps.flatMap((kinds, app) =>
  kinds.map((kind, place) => ({ kind, app, isSecond: kinds.indexOf(kind) !== place })),
);
const areas = ['shop', 'billing', 'search', 'identity', 'media', 'logistics', 'insight', 'edge'];

/** The identity of the spec with this number: kind, namespace and name. */
function identify(number) {
  const team = Math.floor(number / slots.length);
  const { kind, app, isSecond } = slots[number % slots.length];
  const area = `${areas[team % areas.length]}-${team}`;
  if (kind === 'Namespace') return { kind, team, namespace: area, name: area };
  const suffix = kind === 'ConfigMap' ? (isSecond ? '-extra' : '-config') : '';
  return { kind, team, namespace: area, name: `${area}-app-${app}${suffix}` };
}

function placementOf(random, fleet, { kind, team }) {
  const limit = namespaceLimit(team);
  if (kind !== 'Namespace') return choosePlacement(random, fleet, limit);
  return selectClusters(fleet, limit.length === 0 ? {} : { matchExpressions: limit });
}

/** One spec: what it is, where it goes, and its overrides by cluster. */
function makeSpec(number, { fleet, share, seed }) {
  const identity = identify(number);
  const random = randomFrom(seed * 1_000_003 + number);
  const placement = placementOf(random, fleet, identity);
  const overrides = placement.clusters
    .filter(() => random() < share)
    .map(({ name: cluster }) => ({
      clusterName: cluster,
      clusterOverrides: chooseEdits(random, { ...identity, cluster }),
    }));
  return { number, identity, placement, overrides };
}

function printSpec({ number, identity, placement, overrides }, { seed, edited }) {
  const { kind, name, namespace: area } = identity;
  const version = edited.has(number) ? '2024.2' : '2024.1';
  const random = randomFrom(seed * 2_000_003 + number);
  const template = templates[kind](random, { name, namespace: area, version: `v${version}` });
  return `# ${name}: owned by the team of ${area}
apiVersion: types.kubefed.io/v1beta1
kind: Federated${kind}
metadata:
  name: ${name}
  namespace: ${area}
spec:
  template:
${indent(template, 4)}  placement:
${printPlacement(placement)}${overrides.length === 0 ? '' : `  overrides:\n${printBlock(overrides, 4)}`}`;
}

function printPlacement({ clusters, selector }) {
  const names = clusters.map(({ name }) => ({ name }));
  return printBlock(selector ? { clusterSelector: selector } : { clusters: names }, 4);
}

/** The specs whose templates are edited: drawn until they make up the share of the outputs. */
function chooseEdited(specs, { edit, seed }) {
  const random = randomFrom(seed + 77);
  const drawn = specs.map((spec) => ({ spec, lot: random() })).sort((a, b) => a.lot - b.lot);
  const total = specs.reduce((sum, { placement }) => sum + placement.clusters.length, 0);
  const edited = new Map();
  let outputs = 0;
  for (const { spec } of drawn) {
    if (outputs >= edit * total) break;
    edited.set(spec.number, spec);
    outputs += spec.placement.clusters.length;
  }
  return { edited, outputs };
}

const defaults = { specs: 300, clusters: 50, share: 0.2, seed: 1, edit: 0 };

/** Writes the repository into a folder and gives what it amounts to; files that are there are written over. */
export function generate(folder, options = {}) {
  const { specs: amount, clusters, share, seed, edit } = { ...defaults, ...options };
  const fleet = makeClusters(clusters);
  const specs = Array.from({ length: amount }, (_, number) =>
    makeSpec(number, { fleet, share, seed }),
  );
  const { edited, outputs: editedOutputs } = chooseEdited(specs, { edit, seed });
  const files = [
    ['clusters/fleet.yaml', printClusters(fleet)],
    ...specs.map((spec) => [pathOf(spec), printSpec(spec, { seed, edited })]),
  ];
  for (const [path, text] of files) writeFile(join(folder, path), text);
  const sum = (measure) => specs.reduce((total, spec) => total + measure(spec), 0);
  return {
    specs: amount,
    clusters,
    share,
    seed,
    outputs: sum(({ placement }) => placement.clusters.length),
    overridden: sum(({ overrides }) => overrides.length),
    editedOutputs,
    files: files.length,
    bytes: files.reduce((total, [, text]) => total + Buffer.byteLength(text), 0),
  };
}

const pathOf = ({ identity: { kind, name, namespace: area } }) =>
  `teams/${area}/${kind.toLowerCase()}-${name}.yaml`;

function writeFile(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function main() {
  const option = (name) => ({ type: 'string', default: String(defaults[name]) });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(Object.keys(defaults).map((name) => [name, option(name)])),
  });
  if (positionals.length !== 1) throw new Error('Say into which folder.');
  const numbers = Object.entries(values).map(([name, value]) => [name, Number(value)]);
  console.log(JSON.stringify(generate(positionals[0], Object.fromEntries(numbers))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
