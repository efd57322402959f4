/** Who may import whom: the one copy of the table. ARCHITECTURE.md shows it, architecture.test.ts enforces it. */

export const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ['model'],
  kube: ['model', 'diagnostics'],
  yaml: ['model', 'diagnostics'],
  config: ['model', 'diagnostics', 'kube'],
  frontends: ['model', 'diagnostics', 'kube'],
  inventory: ['model', 'diagnostics', 'kube'],
  stages: ['model', 'diagnostics', 'kube'],
  engines: ['model', 'diagnostics', 'kube', 'tree'],
  tree: ['model', 'diagnostics', 'kube', 'yaml'],
  reports: ['model', 'diagnostics', 'yaml'],
  'compile.ts': [
    'model',
    'diagnostics',
    'yaml',
    'config',
    'engines',
    'frontends',
    'inventory',
    'stages',
    'tree',
  ],
  'index.ts': ['model', 'diagnostics', 'kube', 'yaml', 'config', 'tree', 'reports', 'compile.ts'],
  io: ['model'], // a host throws one HostError; cli makes a diagnostic of it
  cli: ['*'],
};

/** The one folder that may import a package. */
export const packageOwner: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  ajv: 'kube',
  'fast-json-patch': 'reports',
  commander: 'cli',
  minimatch: 'config',
};

/** What no file outside io and cli may use, and why. */
export const forbiddenInPure: Readonly<Record<string, string>> = {
  'node:': 'ask the host (node:crypto in kube/digest.ts excepted)',
  process: 'ask the host',
  Date: 'output must not depend on time',
  'Math.random': 'output must be reproducible',
  localeCompare: 'order must not depend on the machine',
  'JSON.stringify':
    'throws on bigint: use printJson (plain texts in diagnostics/catalogue excepted)',
};
