/** `fedc watch` for real: the built command, a disk, time and signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../built.ts';
import { configMap, files } from '../cli/repository.ts';
import { root } from '../repository.ts';

const eu = '{clusterSelector: {matchLabels: {region: eu}}}';

let copy = '';
let folder = '';
let child: ChildProcess | undefined;
let said = '';

beforeAll(async () => {
  await ensureBuilt();
  copy = mkdtempSync(join(tmpdir(), 'fedc-copy-'));
  for (const name of ['dist', 'schemas', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
}, 180_000);

afterAll(() => {
  if (copy !== '') rmSync(copy, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-watch-'));
  for (const [path, text] of Object.entries(files)) put(path.slice('/repo/'.length), text);
  said = '';
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 });
});

/** As editors do it: another file takes the place of the old one. */
function put(path: string, text: string): void {
  writeFileSync(join(folder, `${path}.new`), text);
  renameSync(join(folder, `${path}.new`), join(folder, path));
}

/** Starts the command; gives how it ends, as a shell would say it. */
function start(): Promise<number | null> {
  const main = join(copy, 'dist/cli/main.js');
  const started = spawn(process.execPath, [main, 'watch', folder]);
  child = started;
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) => {
    started.on('close', (code, signal) => {
      resolve(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : code);
    });
  });
}

async function untilSaid(text: string): Promise<void> {
  for (let tries = 0; tries < 600 && !said.includes(text); tries += 1) await pause(25);
  expect(said).toContain(text);
}

describe('fedc watch', () => {
  it('builds after a change, and after one that came with the last', async () => {
    start();
    await untilSaid('Ctrl-C ends it.');
    put('web.yaml', configMap('web', eu, 'one'));
    await untilSaid('~ ConfigMap shop/web in 2 clusters: eu-1, eu-2\n    data.a\n');
    put('api.yaml', configMap('api', '{clusters: [{name: us-1}]}'));
    await untilSaid('+ ConfigMap shop/api in 1 cluster: us-1\n');
    await untilSaid('3 clusters, 6 objects: ');
    const written = join(folder, 'rendered/clusters/eu-1/shop/configmap_web.yaml');
    expect(readFileSync(written, 'utf8')).toContain('a: one');
    expect(said.match(/ written, /g)).toHaveLength(3);
  });

  it.skipIf(process.platform === 'win32').each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)('ends with $code by $signal', async ({ signal, code }) => {
    const ended = start();
    await untilSaid('Ctrl-C ends it.');
    child?.kill(signal);
    expect(await ended).toBe(code);
  });
});
