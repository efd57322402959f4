import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { fedc } from './repository.ts';

const nothing = { files: {} };
const lines = (text: string) => text.trimEnd().split('\n');

describe('fedc codes CODE', () => {
  it('says what it means, shows an example, what to do and how its level changes', () => {
    const { code, output, error, host } = fedc(['codes', 'override/dead'], nothing);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(host.changes).toEqual([]);
    expect(output).toMatch(
      /^override\/dead: warning\nAn override is for a cluster without the object\.\n\n/,
    );
    expect(output).toMatch(
      /\n\nExample:\n {2}warning\[override\/dead\]: The override for cluster /,
    );
    expect(output).toContain(
      '\n\nWhat to do:\n  Place the object there, and its namespace, or remove the override.\n',
    );
    expect(output).toMatch(
      /\n\nIts level:\n {2}`diagnostics: \{override\/dead: off\}` in fedc\.yaml /,
    );
  });

  it.each([
    {
      code: 'placement/none',
      said: '`compatibility: {noCluster: warn}` in fedc.yaml (the default of `mode:',
    },
    { code: 'kubefed/old-shape', said: '`compatibility: {oldShapes: refuse}` in fedc.yaml' },
    { code: 'yaml/syntax', said: 'An error; no setting changes that.' },
    { code: 'tree/protected-kind', said: '`--accept NAME` or `guards: {accept: [NAME]}`' },
    {
      code: 'kubefed/unknown-field',
      said: 'An error in `mode: gitops` and a warning in `mode: kubefed`',
    },
  ])('tells how the level of $code is changed', ({ code, said }) => {
    const { output } = fedc(['codes', code], nothing);
    expect(output.slice(output.indexOf('Its level:')).replaceAll(/\s+/g, ' ')).toContain(said);
  });

  it.each(Object.keys(catalogue))('wraps the prose of %s at 100 columns', (name) => {
    const { code, output } = fedc(['codes', name], nothing);
    expect(code).toBe(0);
    const prose = output.replace(/\nExample:\n(?: .*\n|\n(?= ))*/, '');
    expect(prose).toContain('What to do:');
    expect(lines(prose).filter((line) => line.length > 100)).toEqual([]);
    expect(output).not.toMatch(/\]\(#|[ \t]\n/);
  });

  it('gives the parts to programs', () => {
    const { code, output } = fedc(['codes', 'tree/busy', '-o', 'json'], nothing);
    expect(code).toBe(0);
    const { formatVersion, codes } = JSON.parse(output);
    expect(formatVersion).toBe('1.0');
    expect(codes).toHaveLength(1);
    expect(Object.keys(codes[0])).toEqual([
      'code',
      'severity',
      'title',
      'meaning',
      'example',
      'remedy',
      'level',
    ]);
    expect(codes[0]).toMatchObject({ code: 'tree/busy', severity: 'error' });
  });
});

describe('fedc codes', () => {
  it('lists every code once, below its area, on one line', () => {
    const { code, output } = fedc(['codes'], nothing);
    expect(code).toBe(0);
    const listed = lines(output).filter((line) => /^[a-z]+\/[a-z]/.test(line));
    expect(listed.map((line) => line.split(' ')[0])).toEqual(Object.keys(catalogue).sort());
    expect(lines(output).filter((line) => line.length > 100)).toEqual([]);
    expect(output).toContain('\n\noverride/: the edits of single clusters\noverride/dead');
    expect(output).toMatch(
      /^override\/dead +warning {2}An override is for a cluster without the object$/m,
    );
  });

  it.each(['override', 'override/'])('lists the area %s', (area) => {
    const { code, output } = fedc(['codes', area], nothing);
    expect(code).toBe(0);
    const [title, ...listed] = lines(output);
    expect(title).toBe('override/: the edits of single clusters');
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.every((line) => line.startsWith('override/'))).toBe(true);
  });

  it('gives the whole list to programs', () => {
    const { output } = fedc(['codes', '-o', 'json'], nothing);
    const { codes } = JSON.parse(output) as { codes: { code: string }[] };
    expect(codes.map(({ code }) => code)).toEqual(Object.keys(catalogue).sort());
  });
});

describe('a name that nothing has', () => {
  it.each([
    { name: 'override/daed', near: '"override/dead"' },
    { name: 'overide/', near: '"override"' },
    { name: 'dead', near: '"override/dead"' },
    { name: 'unknown-cluster', near: '"override/unknown-cluster"' },
  ])('is answered with the nearest: $name', ({ name, near }) => {
    const { code, output, error } = fedc(['codes', name], nothing);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain(`No diagnostic and no area is called "${name}". Did you mean `);
    expect(error).toContain(near);
  });

  it.each(['', '/', 'constructor', 'zzzzzzzzzzzzzzzzzzzzzz'])('is no code: %j', (name) => {
    const { code, output, error } = fedc(['codes', name], nothing);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('fedc codes lists all of them.');
  });

  it('leaves wrong usage to the program', () => {
    expect(fedc(['codes', 'a', 'b'], nothing).code).toBe(64);
    expect(fedc(['codes', '-o', 'yaml'], nothing).code).toBe(64);
  });
});
