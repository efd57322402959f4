/** The clusters of a selector are looked for once for all objects that have it: none of them may get those of another one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeClusters } from '../../src/kube/take-clusters.ts';
import { silent } from '../../src/model/decisions.ts';
import type { ClusterChoice, LabelRequirement } from '../../src/model/federated-resource.ts';
import { choose } from '../../src/stages/choose.ts';
import { at, inventory, resource } from '../stages/resources.ts';

const fleet = inventory({
  eu: { env: 'prod', region: 'eu' },
  lab: { region: 'eu', '1': 'a' },
  us: { env: 'dev', region: '' },
  moon: {},
});
const known = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));

/** Few of each, so that selectors often differ in one thing only; some look like the text of others. */
const requirement = fc.record<LabelRequirement>({
  key: fc.constantFrom('env', 'region', '1'),
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: fc.uniqueArray(fc.constantFrom('prod', 'eu', '', 'a', '1:a', '3:env'), { maxLength: 2 }),
  pointer: fc.constant('/matchExpressions/0'),
});
const selector = fc.array(requirement, { maxLength: 3 }).map(
  (requirements): ClusterChoice => ({
    kind: 'selector',
    requirements,
    origin: at('/spec/placement/clusterSelector'),
  }),
);

test('every object gets the clusters of its own selector', () => {
  fc.assert(
    fc.property(fc.array(selector, { minLength: 2, maxLength: 40 }), (choices) => {
      const resources = choices.map((choice) => resource({ placement: { choice } }));
      const { value } = choose(resources, fleet, silent);
      expect(value.map(({ clusters }) => clusters)).toEqual(
        choices.map((choice) => takeClusters(choice, known)),
      );
    }),
    { numRuns: 300 },
  );
});
