/** Golden files: what a test compares with, in both directions, and writes anew under `vitest -u`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** Files over this size are kept as their digest, so that the repository stays small. */
const largestGolden = 64 * 1024;

/** True under `vitest -u`. */
export function isUpdating(): boolean {
  return expect.getState().snapshotState.snapshotUpdateState === 'all';
}

/** Fails unless the file holds exactly the text; undefined: unless there is no such file. */
export function expectGoldenFile(path: string, text: string | undefined): void {
  if (isUpdating()) writeGolden(path, text);
  expect(existsSync(path) ? readText(path) : undefined, `${path} (vitest -u writes it)`).toBe(text);
}

/** Fails unless the folder holds exactly these files: path relative to it, and text. */
export function expectGoldenTree(folder: string, files: ReadonlyMap<string, string>): void {
  const actual = new Map([...files].map(([path, text]) => [path, goldenText(text)]));
  if (isUpdating()) {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of actual) writeGolden(join(folder, path), text);
  }
  const expected = readTree(folder);
  expect([...actual.keys()].sort(), `${folder} (vitest -u writes it)`).toEqual(
    [...expected.keys()].sort(),
  );
  for (const [path, text] of actual) expect(text, join(folder, path)).toBe(expected.get(path));
}

/** Every file below a folder, dot files included: path relative to it, separated by '/', and text. */
export function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  return new Map(paths.map((path) => [path, readText(join(folder, path))]));
}

function goldenText(text: string): string {
  if (text.length <= largestGolden) return text;
  return `sha256 ${createHash('sha256').update(text).digest('hex')}, ${Buffer.byteLength(text)} bytes\n`;
}

function writeGolden(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
