/** One generated repository with its finished tree, and the commands that work on it. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';
import { kustomizeCommand, prepareKustomize } from './kustomize.mjs';
import { runWell } from './measure.mjs';
import { demandSpace, remove } from './workspace.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The command that the machine runs as `fedc`, as a list of words. */
export const fedc = (command, ...words) => [process.execPath, command, ...words];

/**
 * Generates a repository and compiles it once. Gives `{facts, tree, repository, later, sides}`: `later` is the repository with a
 * tenth of its outputs edited, `sides` the competitors by name, each a fresh compilation into a folder of its own.
 */
export async function openWorkload(folder, size, { command, cdk8s }) {
  mkdirSync(folder, { recursive: true });
  const [repository, later, tree] = ['now', 'later', 'tree'].map((name) => join(folder, name));
  const facts = generate(repository, size);
  demandSpace(folder, facts.outputs);
  const { editedOutputs } = generate(later, { ...size, edit: 0.1 });
  const { error } = await runWell(fedc(command, 'build', repository, '--out', tree));
  if (/^(error|warning)\b/m.test(error)) throw new Error(`The workload is not clean: ${error}`);
  const fresh = (name, words) => freshSide(join(folder, `fresh-${name}`), words);
  const sides = {
    fedc: fresh('fedc', (out) => fedc(command, 'build', repository, '--out', out)),
    cp: fresh('cp', (out) => ['cp', '-r', tree, out]),
    naive: fresh('naive', (out) => [process.execPath, script('naive.mjs'), repository, out]),
    cdk8s: fresh('cdk8s', (out) => [process.execPath, script('cdk8s.mjs'), repository, out, cdk8s]),
    kustomize: kustomizeSide(folder, repository),
  };
  return { facts: { ...facts, editedOutputs }, folder, repository, later, tree, sides, command };
}

/** A side whose folder is made by its command and removed outside the clock. */
function freshSide(out, words) {
  return { out, command: words(out), after: () => remove(out) };
}

function kustomizeSide(folder, repository) {
  const sources = join(folder, 'kustomize');
  const side = freshSide(join(folder, 'fresh-kustomize'), (out) => kustomizeCommand(sources, out));
  const before = () => {
    if (!existsSync(sources)) prepareKustomize(repository, sources);
  };
  return { ...side, before };
}
