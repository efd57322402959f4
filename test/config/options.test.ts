import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../src/config/merge.ts';
import { resolveOptions } from '../../src/config/options.ts';
import type { Config, EnginesConfig } from '../../src/model/config.ts';
import { jsonValue } from '../json-value.ts';

describe('resolveOptions', () => {
  test('without a setting, everything has its default', () => {
    expect(resolveOptions({})).toEqual({
      mode: 'gitops',
      layout: 'by-namespace',
      sources: ['**/*.{yaml,yml,json}'],
      exclude: [],
      out: 'rendered',
      kubefedNamespace: 'kube-federation-system',
      types: [],
      compatibility: {
        namespaces: 'narrow',
        kubefedConfig: 'ignore',
        replicaCandidates: 'placed',
        templateAnnotations: 'keep',
        templateFinalizers: 'drop',
        managedLabel: 'omit',
        serverFields: 'drop',
        unknownCluster: 'error',
        noCluster: 'error',
        overrideNumbers: 'exact',
        misplacedPlacement: 'error',
        oldShapes: 'accept',
        disabledType: 'error',
      },
      plainObjects: [],
      levels: {},
      guards: {
        maxDelete: { kind: 'share', percent: 20 },
        accept: [],
        allowEmptyClusters: [],
      },
      previousReplicas: false,
      engines: { repository: { url: '', revision: 'main' }, chosen: [], settings: {} },
      protect: [],
    });
  });

  test('mode: kubefed sets every row to what the controller does', () => {
    expect(resolveOptions({ mode: 'kubefed' }).compatibility).toEqual({
      namespaces: 'require',
      kubefedConfig: 'obey',
      replicaCandidates: 'all',
      templateAnnotations: 'drop',
      templateFinalizers: 'drop',
      managedLabel: 'add',
      serverFields: 'keep',
      unknownCluster: 'warn',
      noCluster: 'warn',
      overrideNumbers: 'float64',
      misplacedPlacement: 'ignore',
      oldShapes: 'refuse',
      disabledType: 'omit',
    });
  });

  const origin = { file: 'fedc.yaml', document: 0, pointer: '' };
  const rule = { files: ['a'], placement: jsonValue({}) };
  const rows: readonly {
    readonly name: string;
    readonly config: Config;
    readonly expected: object;
  }[] = [
    {
      name: 'a row that is set wins over the mode',
      config: { mode: 'kubefed', compatibility: { managedLabel: 'omit' } },
      expected: { mode: 'kubefed', compatibility: { managedLabel: 'omit', namespaces: 'require' } },
    },
    {
      name: 'plainObjects: ignore is an empty list of rules',
      config: { plainObjects: 'ignore' },
      expected: { plainObjects: [] },
    },
    {
      name: 'rules for plain objects are kept',
      config: { plainObjects: [rule] },
      expected: { plainObjects: [rule] },
    },
    {
      name: 'replicas.previous: tree plans from the tree written last',
      config: { replicas: { previous: 'tree' } },
      expected: { previousReplicas: true },
    },
    {
      name: 'guards.maxDelete is a share',
      config: { guards: { maxDelete: '35%', accept: ['3f9a1c20'] } },
      expected: { guards: { maxDelete: { kind: 'share', percent: 35 }, accept: ['3f9a1c20'] } },
    },
    {
      name: 'guards.maxDelete is a number of objects',
      config: { guards: { maxDelete: 0, allowEmptyClusters: ['eu-1'] } },
      expected: {
        guards: { maxDelete: { kind: 'number', objects: 0 }, allowEmptyClusters: ['eu-1'] },
      },
    },
    {
      name: 'the rest is kept as written',
      config: {
        sources: ['a'],
        exclude: ['b'],
        inventory: ['c'],
        out: 'd',
        layout: 'by-app',
        defaultNamespace: 'e',
        kubefed: { namespace: 'f' },
        diagnostics: { 'override/dead': 'off' },
      },
      expected: {
        sources: ['a'],
        exclude: ['b'],
        inventory: ['c'],
        out: 'd',
        layout: 'by-app',
        defaultNamespace: 'e',
        kubefedNamespace: 'f',
        levels: { 'override/dead': 'off' },
      },
    },
  ];
  test.each(rows)('$name', ({ config, expected }) => {
    expect(resolveOptions(config, origin)).toMatchObject({ ...expected, origin });
  });

  test('levels have no prototype, so that no word of a person is mistaken for an inherited one', () => {
    expect(resolveOptions({}).levels['constructor']).toBeUndefined();
  });
});

describe('mergeConfig', () => {
  const rows: readonly {
    readonly name: string;
    readonly base: Config;
    readonly over: Config;
    readonly expected: Config;
  }[] = [
    {
      name: 'what is said later wins, what is not said stays',
      base: { mode: 'gitops', out: 'a' },
      over: { mode: 'kubefed' },
      expected: { mode: 'kubefed', out: 'a' },
    },
    {
      name: 'lists are replaced as a whole',
      base: { sources: ['a', 'b'], protect: ['x'] },
      over: { sources: ['c'] },
      expected: { sources: ['c'], protect: ['x'] },
    },
    {
      name: 'rows and levels are merged one by one',
      base: {
        compatibility: { namespaces: 'require', managedLabel: 'add' },
        diagnostics: { 'override/dead': 'off', 'override/no-effect': 'note' },
      },
      over: {
        compatibility: { managedLabel: 'omit' },
        diagnostics: { 'override/dead': 'error' },
      },
      expected: {
        compatibility: { namespaces: 'require', managedLabel: 'omit' },
        diagnostics: { 'override/dead': 'error', 'override/no-effect': 'note' },
      },
    },
    {
      name: 'guards and engines are merged entry by entry',
      base: {
        guards: { maxDelete: '20%', accept: ['a'] },
        engines: engines({ flux: { namespace: 'a' }, repository: { url: 'a', revision: 'b' } }),
      },
      over: {
        guards: { maxDelete: 5 },
        engines: engines({ emit: ['argocd'], repository: { url: 'c' } }),
      },
      expected: {
        guards: { maxDelete: 5, accept: ['a'] },
        engines: engines({
          flux: { namespace: 'a' },
          repository: { url: 'c', revision: 'b' },
          emit: ['argocd'],
        }),
      },
    },
    {
      name: 'plainObjects is one setting',
      base: { plainObjects: [{ files: ['a'], placement: null }] },
      over: { plainObjects: 'ignore' },
      expected: { plainObjects: 'ignore' },
    },
  ];
  test.each(rows)('$name', ({ base, over, expected }) => {
    const before = structuredClone(base);
    const merged = mergeConfig(base, over);
    expect(JSON.stringify(merged)).toBe(JSON.stringify(expected));
    expect(base).toEqual(before);
  });
});

function engines(literal: object): EnginesConfig {
  return jsonValue(literal) as EnginesConfig;
}
