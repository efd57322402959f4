import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { recorder } from '../../src/model/decisions.ts';
import { describeSourceFully } from '../../src/reports/describe-source.ts';
import { traceAt, traceFields } from '../../src/reports/provenance.ts';
import { repositoriesIn } from '../properties/model/generate.ts';
import { printConfig, printFiles } from '../properties/model/print-repository.ts';
import { cases, examples, readInput } from '../repository.ts';
import { checkProvenance } from './provenance-law.ts';

describe('the sources of all fields', () => {
  it.each([...cases, ...examples])('are complete and true: $name', (testCase) => {
    expect(() => checkProvenance(readInput(testCase))).not.toThrow();
  });

  test('are complete and true in random repositories', () => {
    const sum = { template: 0, stamped: 0, override: 0, replicas: 0 };
    fc.assert(
      fc.property(repositoriesIn('calm', 'wild'), (input) => {
        const counts = checkProvenance({ files: printFiles(input), config: printConfig(input) });
        for (const kind of ['template', 'stamped', 'override', 'replicas'] as const)
          sum[kind] += counts[kind];
      }),
      { numRuns: 60 },
    );
    // Else the law would hold of nothing.
    for (const amount of Object.values(sum)) expect(amount).toBeGreaterThan(0);
  });
});

const clusters = `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters: [{name: eu-1}, {name: us-1}]
`;

const preference = `apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec:
  targetKind: FederatedDeployment
  totalReplicas: 5
  clusters: {eu-1: {weight: 2, minReplicas: 1}, us-1: {weight: 1, maxReplicas: 1}}
`;

function deployment(edits: string): string {
  return `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      replicas: 2
      template: {spec: {containers: [{name: web, image: "web:1"}]}}
  placement: {clusters: [{name: eu-1}, {name: us-1}]}
  overrides: [{clusterName: eu-1, clusterOverrides: [${edits}]}]
`;
}

function trace(texts: readonly string[], pointer: string, cluster = 'eu-1'): readonly string[] {
  const decisions = recorder(({ kind }) => kind === 'Deployment');
  const files = [clusters, ...texts].map((text, index) => ({ path: `${index}.yaml`, text }));
  const { manifests } = compile({ files, decisions });
  const [first] = manifests.filter(({ key }) => key.kind === 'Deployment');
  const root = first && traceFields(decisions.facts, first.origin, cluster);
  const chain: string[] = [];
  const field = root && traceAt(root, pointer);
  for (let each = field && { ...field }; each !== undefined; each = nextOf(each)) {
    const { origin } = each.source;
    chain.push(`${origin?.file}${origin?.pointer} ${describeSourceFully(each.source)}`);
  }
  return chain;
}

function nextOf<Link extends { readonly replaced?: unknown }>(link: Link): Link | undefined {
  return link.replaced as Link | undefined;
}

describe('traceFields', () => {
  const spec = '1.yaml/spec/template/spec';
  const edits = '1.yaml/spec/overrides/0/clusterOverrides';

  it('leads to the template, and to what an edit replaced', () => {
    const edit = '{path: /spec/replicas, value: 4}';
    expect(trace([deployment(edit)], '/spec/replicas')).toEqual([
      `${edits}/0/value override: replace /spec/replicas`,
      `${spec}/replicas template`,
    ]);
    expect(trace([deployment(edit)], '/spec/replicas', 'us-1')).toEqual([
      `${spec}/replicas template`,
    ]);
  });

  it('follows items that edits move', () => {
    const list = '/spec/template/spec/containers';
    const both = `{op: add, path: ${list}/0, value: {name: init}}, {path: ${list}/-1/image, value: "web:2"}`;
    const document = deployment(both);
    expect(trace([document], `${list}/0/name`)).toEqual([
      `${edits}/0/value/name override 1 of 2: add ${list}/0`,
    ]);
    expect(trace([document], `${list}/1/image`)).toEqual([
      `${edits}/1/value override 2 of 2: replace ${list}/-1/image`,
      `${spec}/template/spec/containers/0/image template`,
    ]);
    const removed = deployment(
      `{op: add, path: ${list}/0, value: {name: init}}, {op: remove, path: ${list}/-2}`,
    );
    expect(trace([removed], `${list}/0/name`)).toEqual([
      `${spec}/template/spec/containers/0/name template`,
    ]);
  });

  it('gives a value to whoever decides it, also where it was there already', () => {
    expect(trace([deployment('{path: /spec/replicas, value: 2}')], '/spec/replicas')).toEqual([
      `${edits}/0/value override: replace /spec/replicas`,
      `${spec}/replicas template`,
    ]);
    const count = preference.replace('totalReplicas: 5', 'totalReplicas: 2');
    expect(trace([deployment(''), count], '/spec/replicas')[0]).toContain(
      'replica preference shop/web: 2 of 2',
    );
  });

  it('tells how a preference came to its number, and what it replaced', () => {
    const edit = '{path: /spec/paused, value: true}';
    expect(trace([deployment(edit), preference], '/spec/replicas')).toEqual([
      '2.yaml/spec/totalReplicas replica preference shop/web: 4 of 5; entry eu-1: weight 2, minReplicas 1; 1 for minReplicas; 4 left x 2/3 = 2.67, rounded up to 3; served 1st of 2 (the greater weight first, then the smaller hash; here 2797664934)',
      `${spec}/replicas template`,
    ]);
    expect(trace([deployment(edit), preference], '/spec/replicas', 'us-1')[0]).toContain(
      '1 of 5; entry us-1: weight 1, maxReplicas 1; 4 left x 1/3 = 1.33, but only 1 was left',
    );
    expect(trace([deployment(edit), preference], '/spec/paused')).toEqual([
      `${edits}/0/value override: replace /spec/paused`,
    ]);
  });

  it('knows the fields that the template does not decide', () => {
    expect(trace([deployment('')], '/metadata/name')).toEqual([
      '1.yaml/metadata/name set by fedc: the name of the federated object',
    ]);
    expect(trace([deployment('')], '/kind')).toEqual([
      '1.yaml/kind set by fedc: the target kind of FederatedDeployment',
    ]);
  });
});
