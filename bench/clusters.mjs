/** The fleet of a generated repository: clusters with labels, their documents, and which of them a placement takes. */
import { between, pick } from './random.mjs';

const regions = ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1'];
const environments = ['production', 'production', 'staging', 'production', 'production'];

/** Clusters `{name, labels}`; the labels follow from the number, so that even a small fleet has every one. */
export function makeClusters(amount) {
  return Array.from({ length: amount }, (_, index) => {
    const region = regions[index % regions.length];
    const environment = index % 10 === 9 ? 'test' : environments[index % environments.length];
    const labels = {
      'topology.kubernetes.io/region': region,
      'example.com/environment': environment,
      'example.com/wave': String(index % 3),
    };
    if (index % 5 !== 4) labels['example.com/tier'] = index % 2 === 0 ? 'gold' : 'silver';
    if (index % 8 === 3) labels['example.com/gpu'] = 'true';
    if (index % 10 === 6) labels['example.com/edge'] = '';
    return { name: `${region}-${environment}-${String(index).padStart(4, '0')}`, labels };
  });
}

/** The documents of the fleet as one text of YAML. */
export function printClusters(clusters) {
  return clusters.map(printCluster).join('---\n');
}

function printCluster({ name, labels }) {
  const region = labels['topology.kubernetes.io/region'];
  const shown = Object.entries(labels).map(([key, value]) => `    ${key}: "${value}"\n`);
  return `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata:
  name: ${name}
  namespace: kube-federation-system
  labels:
${shown.join('')}spec:
  apiEndpoint: https://${name}.clusters.example.com:6443
  caBundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUM1ekNDQWMrZ0F3SUJBZ0lCQVRBTkJna3Foa2lHOXcwQkFRc0ZBREFWTVJNd0VRWURWUVFERXdwcmRXSmwK
  secretRef:
    name: ${name}
status:
  conditions:
    - type: Ready
      status: "True"
      reason: ClusterReady
      message: /healthz responded with ok
      lastProbeTime: "2022-08-01T09:30:00Z"
      lastTransitionTime: "2022-06-14T11:02:41Z"
  region: ${region}
  zones:
    - ${region}a
    - ${region}b
`;
}

const key = (name) => `example.com/${name}`;
const inRegions = (operator, values) => ({
  key: 'topology.kubernetes.io/region',
  operator,
  values,
});
const environmentsIn = (...values) => ({ key: key('environment'), operator: 'In', values });

/** How objects are placed: what a repository of this kind holds, and how often. */
const habits = [
  () => ({ selector: {} }),
  () => ({ selector: {} }),
  (random) => list(random, 0.7),
  (random) => list(random, 0.8),
  (random) => list(random, 0.9),
  () => expressions(environmentsIn('production', 'staging')),
  (random) => expressions(inRegions('NotIn', [pick(random, regions)])),
  () => expressions({ key: key('tier'), operator: 'Exists' }),
  () => expressions({ key: key('gpu'), operator: 'DoesNotExist' }),
  () => ({ selector: { matchLabels: { [key('environment')]: 'production' } } }),
  (random) => ({
    selector: {
      matchLabels: { [key('environment')]: 'production' },
      matchExpressions: [inRegions('In', withoutOne(random, regions))],
    },
  }),
  () => expressions(environmentsIn('production'), { key: key('tier'), operator: 'Exists' }),
];

const expressions = (...matchExpressions) => ({ selector: { matchExpressions } });
const list = (_random, share) => ({ share });

function withoutOne(random, values) {
  const left = pick(random, values);
  return values.filter((value) => value !== left);
}

/** The limit of a namespace: most are everywhere, every third stays out of the edge. */
export const namespaceLimit = (number) =>
  number % 3 === 2 ? [{ key: key('edge'), operator: 'DoesNotExist' }] : [];

/**
 * A placement `{clusters, selector?}` within the limit of a namespace: the clusters it takes, and the selector where
 * it is written as one.
 */
export function choosePlacement(random, fleet, limit) {
  const { selector, share } = pick(random, habits)(random);
  if (share === undefined) return selectClusters(fleet, limited(selector, limit));
  const allowed = fleet.filter((cluster) => matches({ matchExpressions: limit }, cluster));
  const clusters = allowed.filter(() => random() < share);
  const first = allowed[between(random, 0, allowed.length - 1)];
  return { clusters: clusters.length > 0 ? clusters : [first] };
}

/** The placement that a selector makes. */
export function selectClusters(fleet, selector) {
  return { clusters: fleet.filter((cluster) => matches(selector, cluster)), selector };
}

function limited(selector, limit) {
  const matchExpressions = [...(selector.matchExpressions ?? []), ...limit];
  return matchExpressions.length === 0 ? selector : { ...selector, matchExpressions };
}

function matches({ matchLabels = {}, matchExpressions = [] }, { labels }) {
  return (
    Object.entries(matchLabels).every(([name, value]) => labels[name] === value) &&
    matchExpressions.every((expression) => meets(expression, labels))
  );
}

function meets({ key: name, operator, values = [] }, labels) {
  const isThere = name in labels;
  if (operator === 'Exists') return isThere;
  if (operator === 'DoesNotExist') return !isThere;
  return (operator === 'In') === (isThere && values.includes(labels[name]));
}
