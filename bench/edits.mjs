/** What the overrides of a generated repository change: for every kind edits of all operations, with values of the cluster. */
import { between } from './random.mjs';

const replace = (path, value) => ({ path, value });
const add = (path, value) => ({ op: 'add', path, value });
const remove = (path) => ({ op: 'remove', path });
const app = '/spec/template/spec/containers/0';

/** By kind: edits that are different in every cluster, and edits that may come with them. */
const edits = {
  Deployment: {
    own: [
      ({ cluster, name }) =>
        replace(`${app}/image`, `mirror.${cluster}.example.com/${name}:1.41.0`),
      ({ cluster }) => add(`${app}/env/-`, { name: 'CLUSTER', value: cluster }),
      ({ cluster }) => add('/spec/template/metadata/annotations/example.com~1cluster', cluster),
    ],
    more: [
      ({ random }) => ({ ...replace('/spec/replicas', between(random, 4, 40)), op: 'replace' }),
      ({ random }) => replace(`${app}/resources/limits/memory`, `${between(random, 3, 16)}Gi`),
      () => remove('/spec/template/spec/affinity'),
      () => remove('/spec/template/metadata/annotations/prometheus.io~1port'),
      () =>
        add('/spec/template/spec/tolerations/-', {
          key: 'example.com/spot',
          operator: 'Exists',
          effect: 'NoSchedule',
        }),
    ],
  },
  Service: {
    own: [({ cluster }) => add('/metadata/annotations/example.com~1pool', `${cluster}-public`)],
    more: [
      () => remove('/spec/ports/1'),
      () => remove('/spec/sessionAffinityConfig'),
      () => replace('/spec/ports/0/port', 8080),
    ],
  },
  Ingress: {
    own: [
      ({ cluster, name }) => replace('/spec/rules/0/host', `${name}.${cluster}.example.com`),
      ({ cluster, name }) => replace('/spec/tls/0/hosts', [`${name}.${cluster}.example.com`]),
    ],
    more: [
      () => remove('/metadata/annotations/cert-manager.io~1cluster-issuer'),
      () => add('/metadata/annotations/nginx.ingress.kubernetes.io~1ssl-redirect', 'true'),
    ],
  },
  ConfigMap: {
    own: [
      ({ cluster }) => replace('/data/region', cluster),
      ({ cluster }) => add('/data/endpoint', `https://api.${cluster}.example.com/v2`),
    ],
    more: [
      () => remove('/data/debug.properties'),
      ({ random }) => replace('/data/MAX_CONNECTIONS', String(between(random, 600, 900))),
    ],
  },
  Namespace: {
    own: [({ cluster }) => add('/metadata/labels/example.com~1cluster', cluster)],
    more: [() => remove('/metadata/annotations/example.com~1cost-center')],
  },
};

/** One to four edits `{op?, path, value?}` of one object in one cluster, at different paths; at least one is only for it. */
export function chooseEdits(random, { kind, name, cluster }) {
  const { own, more } = edits[kind];
  const first = between(random, 0, own.length - 1);
  const chosen = own.filter((_, index) => index === first || random() < 0.25);
  const others = more.filter(() => random() < 0.25);
  return [...chosen, ...others].slice(0, 4).map((edit) => edit({ random, name, cluster }));
}
