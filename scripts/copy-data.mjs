/** Copies the data files beside the compiled sources, makes generated code small and the command executable. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const path of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!String(path).endsWith('.json')) continue;
  const target = join(root, 'dist', String(path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, 'src', String(path)), target);
}

// Indentation is a third of the generated validators, and nobody reads them. They hold no text over several lines.
const validators = join(root, 'dist', 'kube', 'generated', 'validators.js');
if (existsSync(validators)) {
  writeFileSync(validators, readFileSync(validators, 'utf8').replaceAll(/^ +/gm, ''));
}

const command = join(root, 'dist', 'cli', 'main.js');
if (existsSync(command)) chmodSync(command, 0o755);
