/** Compiles examples/quickstart with the built command and shows the tree it wrote. */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const tree = 'out/quickstart';
rmSync(tree, { recursive: true, force: true });
execFileSync(
  process.execPath,
  ['dist/cli/main.js', 'build', 'examples/quickstart', '--out', tree],
  { stdio: 'inherit' },
);

const files = readdirSync(tree, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  .sort();
for (const file of files) console.log(file);
