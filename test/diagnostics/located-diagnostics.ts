/** Diagnostics for the tests of the renderers. */
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';

export const unknownCluster: LocatedDiagnostic = {
  code: 'placement/unknown-cluster',
  severity: 'error',
  message: 'Cluster "wset" is not in the inventory.',
  file: 'apps/web.yaml',
  line: 14,
  column: 17,
  length: 4,
  pointer: '/spec/placement/clusters/0/name',
  help: 'Did you mean "west"?',
  related: [{ label: 'the inventory', file: 'clusters.yaml', line: 3, column: 5, length: 7 }],
  args: {},
};

export const noEffect: LocatedDiagnostic = {
  code: 'override/no-effect',
  severity: 'warning',
  message: 'FederatedDeployment shop/web: it changes nothing in 37 clusters.',
  file: 'apps/web.yaml',
  line: 20,
  column: 1,
  length: 3,
  pointer: '/spec/overrides/0',
  related: [],
  args: {},
};

export const notFederated: LocatedDiagnostic = {
  code: 'repo/not-federated',
  severity: 'note',
  message: '2 plain objects are left alone.',
  related: [],
  args: {},
};

/** As many as asked for, each on a line of its own. */
export function several(diagnostic: LocatedDiagnostic, amount: number): LocatedDiagnostic[] {
  return Array.from({ length: amount }, (_, index) => ({
    ...diagnostic,
    line: index + 1,
    pointer: `/items/${index}`,
  }));
}

/** A short digest that shows what it was made of. */
export function readableDigest(text: string): string {
  return text.replaceAll('\n', '|');
}
