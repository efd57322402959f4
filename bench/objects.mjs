/** Templates of the smaller kinds, as text: services, ingresses, config maps and namespaces. */
import { between, pick } from './random.mjs';

const metadata = ({ name, namespace, version }) => `metadata:
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${namespace}
    app.kubernetes.io/version: ${version}
  annotations:
    example.com/owner: team-${namespace}
`;

/** The template of a Service. */
export function service(random, about) {
  return `${metadata(about)}spec:
  type: ${pick(random, ['ClusterIP', 'ClusterIP', 'LoadBalancer'])}
  selector:
    app.kubernetes.io/name: ${about.name}
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
    - name: metrics # scraped by the platform
      port: 9090
      targetPort: metrics
  sessionAffinity: ClientIP
  sessionAffinityConfig:
    clientIP:
      timeoutSeconds: ${between(random, 1, 12) * 300}
`;
}

/** The template of an Ingress. */
export function ingress(random, about) {
  const host = `${about.name}.${about.namespace}.example.com`;
  const paths = Array.from(
    { length: between(random, 1, 4) },
    (_, index) => `          - path: ${index === 0 ? '/' : `/v${index}`}
            pathType: Prefix
            backend:
              service:
                name: ${about.name}
                port:
                  name: http
`,
  );
  return `${metadata(about)}    cert-manager.io/cluster-issuer: letsencrypt
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: nginx
  tls:
    - secretName: ${about.name}-tls
      hosts:
        - ${host}
  rules:
    - host: ${host}
      http:
        paths:
${paths.join('')}`;
}

/** The template of a Namespace. */
export function namespace(_random, about) {
  return `metadata:
  labels:
    app.kubernetes.io/version: ${about.version}
    pod-security.kubernetes.io/enforce: restricted
    example.com/team: team-${about.namespace}
  annotations:
    example.com/owner: team-${about.namespace}
    example.com/cost-center: "4711"
`;
}

const most = 20_000;
const subjects = ['pool', 'cache', 'retry', 'queue', 'session', 'search', 'upload', 'report'];
const properties = ['timeout', 'size.max', 'enabled', 'url', 'interval', 'threshold', 'name'];
const settings = ['30s', '250', 'true', 'https://internal.example.com/api?v=2', '0.75', 'a: b # c'];

/** The template of a ConfigMap: some settings, and up to 20 KB of block text, most of them much less. */
export function configMap(random, about) {
  const size = random() * random() * random() * most;
  return `${metadata(about)}data:
  LOG_FORMAT: json
  MAX_CONNECTIONS: "${between(random, 10, 500)}"
  region: global
  debug.properties: |
    debug=false
    trace.sampling=0.01
  application.properties: |
${propertyLines(random, (size * 3) / 4)}  nginx.conf: |-
${proxyLines(random, size / 4)}`;
}

function propertyLines(random, size) {
  const lines = ['# made for the application; see the runbook'];
  for (let length = 0; length < size; length += (lines.at(-1)?.length ?? 0) + 1) {
    if (random() < 0.08) lines.push('');
    if (random() < 0.1) lines.push(`# ${pick(random, subjects)}: "${pick(random, properties)}"`);
    const key = `${pick(random, subjects)}.${between(random, 1, 99)}.${pick(random, properties)}`;
    lines.push(`${key}=${pick(random, settings)}`);
  }
  return block(lines);
}

function proxyLines(random, size) {
  const lines = ['worker_processes auto;', 'events { worker_connections 1024; }', 'http {'];
  for (let length = 0; length < size; length += 160) {
    const name = `${pick(random, subjects)}-${between(random, 1, 99)}`;
    lines.push(
      `  location /${name}/ {`,
      `    proxy_pass http://${name}.internal:8080;`,
      '    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
      '    add_header \'Cache-Control\' "no-store";',
      '  }',
    );
  }
  return block([...lines, '}']);
}

const block = (lines) => lines.map((line) => (line === '' ? '\n' : `    ${line}\n`)).join('');
