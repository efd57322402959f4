/** The built command for the tests that run it: made once if it is missing or older than the sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './repository.ts';

const command = join(root, 'dist/cli/main.js');
const longestBuild = 120_000;

/** Builds if need be; several test files may ask at once. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(tmpdir(), `fedc-build-${root.replaceAll(/[^a-z0-9]+/gi, '-')}`);
  while (!isBuilt()) {
    if (!take(lock)) {
      await pause(200);
      continue;
    }
    try {
      if (!isBuilt())
        execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'pipe' });
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

/** False if somebody else is building; a lock that a killed run left behind does not count. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > longestBuild)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isBuilt(): boolean {
  return existsSync(command) && statSync(command).mtimeMs >= newest(join(root, 'src'));
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}
