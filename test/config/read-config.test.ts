import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Origin } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';

function read(value: unknown) {
  const outcome = readConfig(
    { file: 'fedc.yaml', document: 0, value: jsonValue(value) },
    'fedc.yaml',
  );
  return {
    value: outcome.value,
    diagnostics: outcome.diagnostics,
    said: outcome.diagnostics.map((it) => {
      const { pointer, on } = it.at as Origin;
      return `${it.code} ${on === undefined ? '' : `${on} `}${pointer}`;
    }),
  };
}

describe('readConfig', () => {
  test('no file is no settings', () => {
    expect(readConfig(undefined, 'fedc.yaml')).toEqual({ value: {}, diagnostics: [] });
  });

  const rows: readonly {
    readonly name: string;
    readonly value: unknown;
    readonly said: readonly string[];
    /** The settings that stay; absent: those written. */
    readonly kept?: unknown;
    readonly help?: string;
  }[] = [
    { name: 'an empty file is no settings', value: null, said: [], kept: {} },
    { name: 'apiVersion and kind may be absent', value: { mode: 'kubefed' }, said: [] },
    {
      name: 'apiVersion and kind must be right when present',
      value: { apiVersion: 'fedc/v1', kind: 'Configuration', mode: 'kubefed' },
      said: ['config/invalid /apiVersion', 'config/invalid /kind'],
      kept: { mode: 'kubefed' },
    },
    {
      name: 'a list is no configuration',
      value: ['mode'],
      said: ['config/invalid '],
      kept: {},
    },
    {
      name: 'a setting with nothing after it counts as absent',
      value: { mode: null, exclude: null, out: 'x' },
      said: [],
      kept: { out: 'x' },
    },
    {
      name: 'an unknown setting is reported at its name, with the nearest one',
      value: { moed: 'gitops' },
      said: ['config/unknown-key key /moed'],
      kept: {},
      help: 'Did you mean "mode"?',
    },
    {
      name: 'an unknown row is reported at its name, and the other rows hold',
      value: { compatibility: { namespace: 'narrow', managedLabel: 'add' } },
      said: ['config/unknown-key key /compatibility/namespace'],
      kept: { compatibility: { managedLabel: 'add' } },
      help: 'Did you mean "namespaces"?',
    },
    {
      name: 'a wrong value is reported at the value, with the nearest one',
      value: { mode: 'kubfed', out: 'x' },
      said: ['config/invalid /mode'],
      kept: { out: 'x' },
      help: 'Did you mean "kubefed"?',
    },
    {
      name: 'a wrong type is reported once',
      value: { compatibility: ['narrow'], replicas: { previous: true } },
      said: ['config/invalid /compatibility', 'config/invalid /replicas/previous'],
      kept: {},
    },
    {
      name: 'a type that is not GROUP/VERSION KIND',
      value: {
        types: [{ federated: 'FederatedWidget', target: 'example.io/v1 Widget', scope: 'Cluster' }],
      },
      said: ['config/invalid /types/0/federated'],
      kept: {},
    },
    {
      name: 'a type without scope',
      value: { types: [{ federated: 'a.io/v1 B', target: 'c.io/v1 D' }] },
      said: ['config/invalid /types/0'],
      kept: {},
    },
    {
      name: 'warnings and notes can be moved anywhere',
      value: { diagnostics: { 'override/no-effect': 'error', 'repo/not-federated': 'warning' } },
      said: [],
    },
    {
      name: 'off is false to YAML 1.1, and means off',
      value: { diagnostics: { 'override/no-effect': false } },
      said: [],
      kept: { diagnostics: { 'override/no-effect': 'off' } },
    },
    {
      name: 'a level that is none',
      value: { diagnostics: { 'override/no-effect': 'info', 'override/dead': 'note' } },
      said: ['config/invalid /diagnostics/override~1no-effect'],
      kept: { diagnostics: { 'override/dead': 'note' } },
    },
    {
      name: 'an unknown code is reported at its name, with the nearest one',
      value: { diagnostics: { 'override/no-efect': 'off', 'override/dead': 'note' } },
      said: ['config/unknown-key key /diagnostics/override~1no-efect'],
      kept: { diagnostics: { 'override/dead': 'note' } },
      help: 'Did you mean "override/no-effect"?',
    },
    {
      name: 'a number where a text belongs, in a list too, wants quotes',
      value: { engines: { argocd: { rollingSync: [{ label: 'wave', values: [1] }] } } },
      said: ['config/invalid /engines/argocd/rollingSync/0/values/0'],
      kept: {},
      help: 'Write it in quotes.',
    },
    {
      name: 'a word that objects inherit is no code',
      value: { diagnostics: { constructor: 'off' } },
      said: ['config/unknown-key key /diagnostics/constructor'],
      kept: { diagnostics: {} },
    },
    {
      name: 'an error cannot be moved; the row that moves it is named',
      value: { diagnostics: { 'placement/unknown-cluster': 'warning' } },
      said: ['config/invalid key /diagnostics/placement~1unknown-cluster'],
      kept: { diagnostics: {} },
      help: 'Set compatibility.unknownCluster instead.',
    },
    {
      name: 'an error that only the mode moves',
      value: { diagnostics: { 'kubefed/unknown-field': 'off' } },
      said: ['config/invalid key /diagnostics/kubefed~1unknown-field'],
      kept: { diagnostics: {} },
      help: 'An error in `mode: gitops` and a warning in `mode: kubefed`; no other setting changes that.',
    },
    {
      name: 'an error that nothing moves',
      value: { diagnostics: { 'output/duplicate-object': 'off' } },
      said: ['config/invalid key /diagnostics/output~1duplicate-object'],
      kept: { diagnostics: {} },
      help: 'No setting moves it: what it reports has to be repaired.',
    },
    {
      name: 'an error may be said to be an error',
      value: { diagnostics: { 'placement/none': 'error' } },
      said: [],
    },
  ];
  test.each(rows)('$name', ({ value, said, kept, help }) => {
    const found = read(value);
    expect(found.said).toEqual(said);
    expect(JSON.parse(JSON.stringify(found.value))).toEqual(kept ?? value);
    if (help !== undefined) expect(found.diagnostics[0]?.help).toBe(help);
  });

  test('every error of the catalogue has a way out', () => {
    for (const [code, { severity }] of Object.entries(catalogue)) {
      const { diagnostics } = read({ diagnostics: { [code]: 'off' } });
      expect(diagnostics.map((it) => it.code)).toEqual(
        severity === 'error' ? ['config/invalid'] : [],
      );
    }
  });

  test('messages name the setting as a person writes it', () => {
    const { diagnostics } = read({
      mode: 'x',
      compatibility: { rows: 1 },
      plainObjects: [{ files: [], placement: { clusters: [{ nmae: 'a' }] } }],
    });
    expect(diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "mode must be one of gitops, kubefed.",
        ""rows" is no setting of compatibility.",
        "plainObjects[0].placement.clusters[0] must have "name".",
        ""nmae" is no setting of plainObjects[0].placement.clusters[0].",
      ]
    `);
  });
});
