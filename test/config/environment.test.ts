import { expect, test } from 'vitest';
import { configFromEnvironment } from '../../src/config/environment.ts';

const rows: readonly {
  readonly name: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly value: unknown;
  readonly said?: readonly string[];
}[] = [
  { name: 'an environment without variables', variables: { PATH: '/bin' }, value: {} },
  {
    name: 'every variable',
    variables: {
      FEDC_MODE: 'kubefed',
      FEDC_SOURCES: 'apps/**',
      FEDC_EXCLUDE: 'old/**, tmp/**',
      FEDC_INVENTORY: 'a.yaml,b.yaml',
      FEDC_OUT: 'out',
      FEDC_LAYOUT: 'by-app',
      FEDC_DEFAULT_NAMESPACE: 'shop',
      FEDC_KUBEFED_NAMESPACE: 'fed',
      FEDC_REPLICAS_PREVIOUS: 'tree',
    },
    value: {
      mode: 'kubefed',
      sources: ['apps/**'],
      exclude: ['old/**', 'tmp/**'],
      inventory: ['a.yaml', 'b.yaml'],
      out: 'out',
      layout: 'by-app',
      defaultNamespace: 'shop',
      kubefed: { namespace: 'fed' },
      replicas: { previous: 'tree' },
    },
  },
  {
    name: 'an empty variable counts as absent',
    variables: { FEDC_OUT: '', FEDC_MODE: ' ', FEDC_LAYOUT: undefined },
    value: {},
  },
  {
    name: 'a comma inside braces belongs to its pattern',
    variables: { FEDC_SOURCES: '**/*.{yaml,{yml,json}},more/*,' },
    value: { sources: ['**/*.{yaml,{yml,json}}', 'more/*'] },
  },
  {
    name: 'a wrong value is reported at its variable and left out',
    variables: { FEDC_MODE: 'strict', FEDC_REPLICAS_PREVIOUS: 'yes', FEDC_OUT: 'out' },
    value: { out: 'out' },
    said: [
      'config/invalid FEDC_MODE: FEDC_MODE must be one of gitops, kubefed.',
      'config/invalid FEDC_REPLICAS_PREVIOUS: FEDC_REPLICAS_PREVIOUS must be one of none, tree.',
    ],
  },
  {
    name: 'a variable one edit away from a known one is a misspelt one',
    variables: { FEDC_OTU: 'x', fedc_mode: 'kubefed' },
    value: {},
    said: [
      'config/unknown-key FEDC_OTU: "FEDC_OTU" is no setting of the environment.',
      'config/unknown-key fedc_mode: "fedc_mode" is no setting of the environment.',
    ],
  },
  {
    name: "other FEDC_ variables are somebody else's",
    variables: { FEDC_VERSION: '1', FEDC_TOKEN: 'x', FEDC_HOME: '/' },
    value: {},
  },
];
test.each(rows)('$name', ({ variables, value, said }) => {
  const outcome = configFromEnvironment(variables);
  expect(JSON.parse(JSON.stringify(outcome.value))).toEqual(value);
  const found = outcome.diagnostics.map(({ code, at, message }) => {
    return `${code} ${'flag' in at ? at.flag : ''}: ${message}`;
  });
  expect(found).toEqual(said ?? []);
});
