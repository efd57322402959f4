/** Copies the data files beside the compiled sources, and makes the command executable. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const path of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!String(path).endsWith('.json')) continue;
  const target = join(root, 'dist', String(path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, 'src', String(path)), target);
}

const command = join(root, 'dist', 'cli', 'main.js');
if (existsSync(command)) chmodSync(command, 0o755);
