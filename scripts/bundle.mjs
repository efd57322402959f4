/**
 * Makes dist/: the command with the packages it uses in few files, because loading many small ones costs more than running
 * them, and the library as one file that imports its packages. The licences of what is inside stand beside it.
 *
 * What a build without findings does not need is loaded at the first call into it. A call cannot wait for an `import()`, so the
 * command is CommonJS.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { deferred } from './deferred.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const source = (path) => join(root, 'src', path);

/** The commands that pipelines and people run all day. */
const frequent = ['build.ts', 'check.ts', 'plan.ts'];
const seldom = readdirSync(source('cli/commands')).filter(
  (file) => file.endsWith('.ts') && !frequent.includes(file),
);
const onCall = {
  'full-reader': source('yaml/full-reader.ts'),
  'catalogue-entry': source('diagnostics/catalogue-entry.ts'),
  'file-thread': source('io/file-thread.ts'),
  'inspection-thread': source('io/inspection-thread.ts'),
  'schema-problems': source('kube/schema-problems.ts'),
  ...Object.fromEntries(
    seldom.map((file) => [basename(file, '.ts'), source(`cli/commands/${file}`)]),
  ),
};
const builtins = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['hash'],
};

let always;
const command = await bundle(
  {
    input: { main: source('cli/main.ts'), ...onCall },
    external: (id) => id.startsWith('node:') && !Object.hasOwn(builtins, id),
    plugins: [deferred(onCall, builtins)],
  },
  {
    dir: join(dist, 'cli'),
    format: 'cjs',
    // A watch loads some files late, perhaps after another version was installed: never a part of that with parts of its own.
    chunkFileNames: '[name]-[hash].js',
    minify: true,
    codeSplitting: {
      groups: [
        { name: 'version', test: /cli\/version\.ts$/, priority: 2 },
        { name: chunkOf, debugName: 'always', priority: 1 },
        // Whoever starts a thread is in a hurry: nothing that others share with it may come along.
        { name: 'threads', test: /\/src\/io\//, minShareCount: 2 },
        { name: 'words', test: /diagnostics\/catalogue/, minShareCount: 2 },
        { name: 'yaml', test: /\/yaml\//, minShareCount: 2 },
        { name: 'seldom', minShareCount: 2 },
      ],
    },
  },
);
for (const thread of ['file-worker', 'inspection-worker'])
  await bundle(
    { input: source(`io/${thread}.ts`), external: /^node:/ },
    { dir: join(dist, 'cli'), format: 'cjs', minify: true },
  );
writeFileSync(join(dist, 'cli', 'package.json'), '{"type":"commonjs"}\n');
await bundle(
  { input: source('index.ts'), external: /^(?![./])/ },
  // Who debugs a program that calls it wants to find the names; comments and blanks are half of the text.
  {
    dir: dist,
    format: 'esm',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
);
const main = join(dist, 'cli', 'main.js');
chmodSync(main, 0o755);
writeFileSync(join(dist, 'cli', 'THIRD-PARTY-LICENSES.txt'), licences(command));
writeFileSync(join(dist, 'cli', 'help.txt'), execFileSync(process.execPath, [main, '--help']));

async function bundle(input, output) {
  const made = await rolldown({ ...input, platform: 'node', cwd: root });
  const files = { entryFileNames: '[name].js', chunkFileNames: '[name].js' };
  const { output: chunks } = await made.write({ ...files, ...output });
  await made.close();
  return chunks.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** What a frequent command needs goes into one file. */
function chunkOf(id, context) {
  always ??= importsOf(source('cli/run-here.ts'), context);
  return always.has(id) ? 'always' : null;
}

/** A module, and what it imports, directly or by way of others. */
function importsOf(start, context) {
  const found = new Set([start]);
  for (const id of found)
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** The texts that the authors of the bundled packages ask to be passed on. */
function licences(modules) {
  const folders = new Set(
    modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  return [...folders]
    .sort()
    .map(licence)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence text`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
