/** Deployments of some two hundred lines, as text. */
import { between, pick } from './random.mjs';

const variables = [
  'LOG_LEVEL',
  'HTTP_PORT',
  'DATABASE_HOST',
  'DATABASE_NAME',
  'DATABASE_POOL_SIZE',
  'CACHE_HOST',
  'CACHE_TTL_SECONDS',
  'QUEUE_URL',
  'FEATURE_CHECKOUT_V2',
  'FEATURE_NEW_SEARCH',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_SERVICE_NAME',
  'REQUEST_TIMEOUT',
  'MAX_CONNECTIONS',
  'SESSION_COOKIE',
  'SMTP_HOST',
];
const values = ['info', '"8080"', '"true"', '30s', '"250"', 'https://queue.internal:8443/jobs'];

/** The template of a Deployment; `name` names it, its service account and its config map. */
export function deployment(random, { name, namespace, version }) {
  const lines = [
    head({ name, namespace, version }),
    init({ name }),
    container(random, { name }),
    random() < 0.75 ? logAgent : '',
    volumes({ name, random }),
  ];
  return lines.join('');
}

const head = ({ name, namespace, version }) => `metadata:
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${namespace}
    app.kubernetes.io/version: ${version}
    app.kubernetes.io/component: backend
  annotations:
    example.com/owner: team-${namespace}
    example.com/runbook: https://runbooks.example.com/${namespace}/${name}
spec:
  replicas: 3
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 600
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        app.kubernetes.io/part-of: ${namespace}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9090"
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 45
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels:
                    app.kubernetes.io/name: ${name}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${name}
      tolerations:
        - key: example.com/dedicated
          operator: Equal
          value: backend
          effect: NoSchedule
`;

const init = ({ name }) => `      initContainers:
        - name: migrate
          image: registry.example.com/${name}/migrate:2.11.4
          command:
            - /bin/sh
            - -c
            - |
              set -eu
              until nc -z "$DATABASE_HOST" 5432; do
                echo "waiting for the database" # it starts slowly
                sleep 2
              done
              exec /app/migrate up
          env:
            - name: DATABASE_HOST
              value: postgres.data.svc
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
            limits:
              memory: 128Mi
`;

const container = (random, { name }) => `      containers:
        - name: app
          image: registry.example.com/${name}/server:1.${between(random, 0, 40)}.${between(random, 0, 9)}
          imagePullPolicy: IfNotPresent
          args:
            - --config=/etc/app/application.properties
            - --listen=:8080
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
            - name: metrics
              containerPort: 9090
          env:
${environment(random)}          envFrom:
            - configMapRef:
                name: ${name}-config
            - secretRef:
                name: ${name}-credentials
                optional: true
          startupProbe:
            httpGet:
              path: /healthz
              port: http
            failureThreshold: 30
            periodSeconds: 5
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
            initialDelaySeconds: 10
            periodSeconds: 10
            timeoutSeconds: 3
          readinessProbe:
            httpGet:
              path: /ready
              port: http
              httpHeaders:
                - name: X-Probe
                  value: readiness
            periodSeconds: 5
          lifecycle:
            preStop:
              exec:
                command: ["/bin/sh", "-c", "sleep 10"]
          resources:
            requests:
              cpu: ${between(random, 1, 20) * 50}m
              memory: ${between(random, 1, 16) * 64}Mi
            limits:
              cpu: "2"
              memory: 2Gi
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: config
              mountPath: /etc/app
              readOnly: true
            - name: scratch
              mountPath: /tmp
`;

function environment(random) {
  const chosen = variables.filter(() => random() < 0.75);
  const named = [...chosen, 'REGION'].map(
    (name) => `            - name: ${name}\n              value: ${pick(random, values)}\n`,
  );
  return `${named.join('')}            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
`;
}

const logAgent = `        - name: log-agent
          image: registry.example.com/platform/log-agent:3.2.0
          args: [--input=/var/log/app, --output=https://logs.internal:9200]
          env:
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
            - name: BUFFER_SIZE
              value: "8388608"
          resources:
            requests:
              cpu: 20m
              memory: 48Mi
            limits:
              memory: 96Mi
          volumeMounts:
            - name: scratch
              mountPath: /var/log/app
`;

const volumes = ({ name, random }) => `      volumes:
        - name: config
          configMap:
            name: ${name}-config
            defaultMode: 420
        - name: scratch
          emptyDir:
            sizeLimit: ${between(random, 1, 8)}Gi
`;
