/**
 * Makes dist/: the command with the packages it uses in few files, because loading many small ones costs more than running
 * them, and the library as one file that imports its packages. The licences of what is inside stand beside it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const command = await bundle(join(root, 'src/cli/main.ts'), {
  external: /^node:/,
  dir: join(dist, 'cli'),
  minify: true,
});
await bundle(join(root, 'src/io/file-worker.ts'), {
  external: /^node:/,
  dir: join(dist, 'cli'),
  minify: true,
});
await bundle(join(root, 'src/index.ts'), {
  external: /^(?![./])/,
  dir: dist,
  // Who debugs a program that calls it wants to find the names; comments and blanks are half of the text.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
const main = join(dist, 'cli', 'main.js');
chmodSync(main, 0o755);
writeFileSync(join(dist, 'cli', 'THIRD-PARTY-LICENSES.txt'), licences(command));
writeFileSync(join(dist, 'cli', 'help.txt'), execFileSync(process.execPath, [main, '--help']));

async function bundle(input, { external, dir, minify }) {
  const made = await rolldown({ input, external, platform: 'node', cwd: root });
  const { output } = await made.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify,
  });
  await made.close();
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
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
