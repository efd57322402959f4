import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Config } from '../../src/model/config.ts';
import { printJson } from '../../src/model/print-json.ts';
import {
  configMap,
  everywhere,
  inventoryFile,
  namespace,
  only,
  overridden,
} from '../frontends/repository.ts';

/** Two objects with the same mistakes, of which one is asked about. */
function askAbout(name: string | undefined, spec: object, config: Config = {}) {
  const objects = [
    namespace(),
    configMap(spec, { name: 'asked' }),
    configMap(spec, { name: 'other' }),
  ];
  const files = objects.map((object, index) => ({
    path: `${index}.json`,
    text: printJson(object),
  }));
  return compile({
    files: [inventoryFile, ...files],
    config,
    ...(name === undefined ? {} : { only: (key) => key.name === name }),
  });
}

const dead = { placement: only('eu'), ...overridden('us', { path: '/data/greeting', value: 'x' }) };
const failing = { placement: everywhere, ...overridden('us', { path: '/data/a/b', value: 'x' }) };

describe('a question about one object', () => {
  it('compiles that object and the namespaces', () => {
    const { manifests } = askAbout('asked', dead);
    expect(manifests.map(({ key }) => `${key.kind} ${key.name}`)).toEqual([
      'ConfigMap asked',
      'Namespace shop',
    ]);
  });

  it('gives the same object as a question about everything', () => {
    const [asked] = askAbout('asked', dead).manifests;
    expect(askAbout(undefined, dead).manifests).toContainEqual(asked);
  });

  it('reports what concerns it, and no warning of others', () => {
    const files = (name: string | undefined) =>
      askAbout(name, dead)
        .diagnostics.filter(({ code }) => code === 'override/dead')
        .map(({ file }) => file);
    expect(files('asked')).toEqual(['1.json']);
    expect(files(undefined)).toEqual(['1.json', '2.json']);
  });

  it('does not take a warning of others for an error because the config raises it', () => {
    const levels: Config = { diagnostics: { 'override/dead': 'error' } };
    const errors = askAbout('other', dead, levels).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ file }) => file)).toEqual(['2.json']);
  });

  it('does not apply the overrides of others', () => {
    const errors = askAbout('other', failing).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ file }) => file)).toEqual(['2.json']);
  });
});
