import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { inspecting } from '../io/inspecting-host.ts';
import { configMap, fedc, files } from './repository.ts';

/** A machine on which every look at the clock finds that a second has gone by. */
function slow(environment: Readonly<Record<string, string>> = {}) {
  let time = 0;
  return createMemoryHost({
    workingFolder: '/repo',
    files,
    environment,
    isTerminal: { error: true },
    now: () => {
      time += 1000;
      return time;
    },
  });
}

const erased = '\r\u001b[K';
const phasesOf = (text: string) => [
  ...new Set([...text.matchAll(/\r([a-z]+) \d+/g)].map((match) => match[1])),
];

describe('progress', () => {
  it.each<[string, readonly string[]]>([
    ['build', ['reading', 'parsing', 'compiling', 'writing']],
    ['check', ['reading', 'parsing', 'compiling', 'comparing']],
    ['diff', ['reading', 'parsing', 'compiling', 'comparing']],
    ['plan', ['reading', 'parsing', 'compiling']],
    ['lint', ['reading', 'parsing', 'compiling']],
  ])('of fedc %s shows its phases and goes', (command, phases) => {
    const { error } = fedc([command], slow());
    expect(phasesOf(error)).toEqual(phases);
    expect(error.slice(error.lastIndexOf('\r'))).toMatch(/^.\[K|^.{2}\[K/s);
    expect(error.lastIndexOf(erased)).toBe(error.lastIndexOf('\r'));
  });

  it('counts every file of the tree', () => {
    const host = slow();
    expect(fedc(['build'], host).error).toContain('\rwriting 13 of 13 files, ');
    expect(fedc(['build'], host).error).toContain('\rcomparing 9 of 9 files, ');
    expect(fedc(['build'], inspecting(host)).error).toContain('\rcomparing 9 of 9 files, ');
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['under --quiet', ['build', '-q'], {}],
    ['under --quiet among other short flags', ['build', '-ql', 'region=eu'], {}],
    ['in a continuous integration', ['build'], { CI: 'true' }],
  ])('is silent %s', (_, argv, environment) => {
    expect(fedc(argv, slow(environment)).error).not.toContain('\r');
  });

  it('is silent in a pipe', () => {
    expect(fedc(['build']).error).not.toContain('\r');
  });

  it('goes before an error is shown', () => {
    const host = slow({ NO_COLOR: '1' });
    host.files.set('/repo/web.yaml', Buffer.from(configMap('web', '[')));
    const { error } = fedc(['build'], host);
    expect(error).toContain(`${erased}error[yaml/`);
  });
});
