/** A folder on a tmpfs for one run of the benchmark, which is gone afterwards however the run ends. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopRunning } from './measure.mjs';

const tmpfsType = 0x01021994;

/** True if the folder is on a tmpfs, as far as the machine tells. */
export const isTmpfs = (folder) => statfsSync(folder).type === tmpfsType;

/** Where to measure: the shared memory of Linux, or else the folder for temporary files. */
export const defaultPlace = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Removes a folder, faster than Node does. */
export const remove = (folder) => {
  spawnSync('rm', ['-rf', folder]);
};

/** Makes a folder below `place` and arranges that it goes with the process, also when that is interrupted. */
export function openWorkspace(place) {
  const folder = mkdtempSync(join(place, 'fedc-bench-'));
  process.on('exit', () => {
    stopRunning();
    // A process that was killed may still finish one call.
    for (let turn = 0; turn < 5 && existsSync(folder); turn += 1) remove(folder);
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => process.exit(code));
  }
  return folder;
}

/** Throws if fewer bytes are free than a tree of so many outputs needs three times; a file takes at least a page. */
export function demandSpace(folder, outputs) {
  const needed = outputs * 5_500 * 3;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > needed) return;
  const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
  throw new Error(
    `${folder} has ${gigabytes(bavail * bsize)} free, this size needs ${gigabytes(needed)}.`,
  );
}
