import { describe, expect, it } from 'vitest';
import { readObjects } from '../../src/frontends/read-objects.ts';
import type { Config } from '../../src/model/config.ts';
import { printJson } from '../../src/model/print-json.ts';
import type { SourceFile } from '../../src/model/source.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { said } from '../stages/resources.ts';
import { typeConfig } from './repository.ts';
import { optionsOf } from './sources.ts';

const federated = { apiVersion: 'types.kubefed.io/v1beta1', kind: 'FederatedConfigMap' };
const json = (path: string, value: object, role?: SourceFile['role']): SourceFile => ({
  path,
  text: printJson(value),
  ...(role === undefined ? {} : { role }),
});
const broken = 'replicas: {{ .Values.replicas }}\n';

const rows: {
  name: string;
  files: SourceFile[];
  config?: Config;
  objects: string[];
  said?: string[];
}[] = [
  {
    name: 'objects come in the order of paths, however the files are given',
    files: [json('b.json', federated), json('a.json', federated)],
    objects: ['a.json', 'b.json'],
  },
  {
    name: 'a file that cannot matter is not parsed, and counted in one note',
    files: [
      json('a.json', federated),
      { path: 'b.yaml', text: broken },
      { path: 'c.yaml', text: broken },
    ],
    objects: ['a.json'],
    said: ['note[repo/skipped-file] b.yaml#'],
  },
  {
    name: 'a file that is named is read whatever it holds',
    files: [{ path: 'b.yaml', text: broken, role: 'source' }],
    objects: [],
    said: ['error[yaml/template-syntax] b.yaml#'],
  },
  {
    name: 'the role of a file comes along with its objects',
    files: [json('b.json', { kind: 'ConfigMap' }, 'plain')],
    objects: ['b.json plain'],
  },
  {
    name: 'a bad document does not hide the others of its file',
    files: [{ path: 'a.yaml', text: `a: [\n---\n${printJson(federated)}\n` }],
    objects: ['a.yaml'],
    said: ['error[yaml/syntax] a.yaml#'],
  },
  {
    name: 'a group that a type config declares makes other files matter',
    files: [
      json(
        'z.json',
        typeConfig('Widget', {
          federatedType: {
            group: 'fed.example.io',
            version: 'v1',
            kind: 'WidgetShare',
            pluralName: 'widgetshares',
            scope: 'Namespaced',
          },
        }),
      ),
      json('a.json', { apiVersion: 'fed.example.io/v1', kind: 'WidgetShare' }),
    ],
    objects: ['a.json', 'z.json'],
  },
  {
    name: 'a group that `types:` declares makes files matter',
    files: [json('a.json', { apiVersion: 'fed.example.io/v1', kind: 'WidgetShare' })],
    config: {
      types: [
        {
          federated: 'fed.example.io/v1 WidgetShare',
          target: 'example.io/v1 Widget',
          scope: 'Namespaced',
        },
      ],
    },
    objects: ['a.json'],
  },
];

describe('readObjects', () => {
  it.each(rows)('$name', (row) => {
    const { value, diagnostics } = readObjects(row.files, optionsOf(row.config), (text, path) =>
      parseYaml(text, { path }),
    );
    expect(value.map(({ origin, role }) => [origin.file, role].join(' ').trim())).toEqual(
      row.objects,
    );
    expect(said(diagnostics).map((line) => line.replace(/#.*/, '#'))).toEqual(row.said ?? []);
  });
});
