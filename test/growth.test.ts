/**
 * No stage may be worse than n log n. Each load is measured at a quarter of its size and at the whole, on the same machine
 * within the same second; what is quadratic takes sixteen times as long. A machine that is busy gets further attempts.
 */
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';
import { compile } from '../src/compile.ts';
import { createMemoryHost, type MemoryHost } from '../src/io/memory-host.ts';
import type { SourceFile } from '../src/model/source.ts';
import { fleetLoad, loads } from './growth-loads.ts';

const factor = 4;
/** Of the times of n and 4n: between 4 and 16. */
const mostGrowth = 9;
/** Milliseconds that a pause of the machine or of the garbage collector may take. */
const slack = 60;
const attempts = 4;

/** Milliseconds that the second step takes. */
function timeOf<Input>(prepare: () => Input, step: (input: Input) => void): number {
  const input = prepare();
  const start = performance.now();
  step(input);
  return performance.now() - start;
}

function expectLinear<Input>(
  size: number,
  prepare: (size: number) => Input,
  step: (input: Input) => void,
): void {
  const small = Math.ceil(size / factor);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    least = Math.min(
      least,
      timeOf(() => prepare(small), step),
    );
    most = Math.min(
      most,
      timeOf(() => prepare(size), step),
    );
    if (most < mostGrowth * least + slack) return;
  }
  expect(`${most} ms for ${size}`).toBe(`at most ${mostGrowth} times ${least} ms for ${small}`);
}

function hostOf(files: readonly SourceFile[]): MemoryHost {
  return createMemoryHost({
    workingFolder: '/repo',
    files: Object.fromEntries(files.map(({ path, text }) => [`/repo/${path}`, text])),
  });
}

describe('compiling grows with', () => {
  it.each(loads)('$size $name', ({ size, make, settings = {} }) => {
    expectLinear(size, make, (files) => compile({ files, settings }));
  });
});

describe('the commands grow with the clusters:', () => {
  it.each([
    { argv: ['build'] },
    { argv: ['build', '--shard', '1/4', '-o', 'name'] },
    { argv: ['build', '-l', 'region=r1', '-o', 'name'] },
    { argv: ['clusters', 'list'] },
    { argv: ['clusters', 'match', 'region=r1'] },
    { argv: ['clusters', 'match', 'region=elsewhere'] },
    { argv: ['explain', 'deployment/web', '-n', 'shop'] },
    { argv: ['explain', 'deployment/web', '-n', 'shop', '-o', 'json'] },
    { argv: ['why-not', 'deployment/web', '-n', 'shop', '--cluster', 'c-2'] },
    { argv: ['lint'] },
    { argv: ['diff'] },
    { argv: ['plan'] },
  ])('$argv', ({ argv }) => {
    expectLinear(
      2000,
      (size) => hostOf(fleetLoad(size)),
      (host) => run(argv, host),
    );
  });
});

describe('explaining grows with', () => {
  const about = ['deployment/web', '-n', 'shop'];

  it.each([
    { load: 'overrides of one object', argv: ['explain', ...about] },
    { load: 'overrides of one object', argv: ['explain', ...about, '--field', '/spec/replicas'] },
    { load: 'clusters of a replica preference', argv: ['explain', ...about] },
    { load: 'clusters of a replica preference', argv: ['explain', ...about, '-o', 'json'] },
    { load: 'overrides where the object does not go', argv: ['lint', '--reporter', 'github'] },
  ])('$load: $argv', ({ load, argv }) => {
    const { make } = loads.find(({ name }) => name === load) ?? {};
    if (make === undefined) throw new Error(load);
    expectLinear(
      2000,
      (size) => hostOf(make(size)),
      (host) => run(argv, host),
    );
  });
});
