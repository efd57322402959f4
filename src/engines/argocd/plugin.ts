/** Nothing in; out: fedc as a plugin of Argo CD. argo-cd, docs/operator-manual/config-management-plugins.md. */
import type { EmittedFile } from '../engine.ts';
import { toObject } from '../to-object.ts';

/**
 * Argo CD tells a plugin the name of no cluster, so the Application has to. The variable wins, as it does in Argo CD's own tools; with
 * neither the plugin fails, because printing nothing would mean to delete everything.
 */
const script = `cluster="\${ARGOCD_ENV_CLUSTER:-\${PARAM_CLUSTER:-}}"
if [ -z "$cluster" ]; then
  echo "fedc: set the variable CLUSTER or the parameter cluster of the plugin" >&2
  exit 64
fi
exec fedc build --stdout --cluster="$cluster" .
`;

const comment = [
  'fedc inside the repo-server of Argo CD, which then compiles what it reads: nothing is rendered into git.',
  'This is no Kubernetes object. It is /home/argocd/cmp-server/config/plugin.yaml of a sidecar that has',
  'Node.js and fedc, runs as user 999 and starts /var/run/argocd/argocd-cmp-server. An Application uses it by',
  '',
  '  source:',
  '    path: FOLDER            # the one with fedc.yaml',
  '    plugin:',
  '      name: fedc',
  '      env: [{name: CLUSTER, value: NAME-OF-THE-CLUSTER}]',
];

/** In a folder of its own: an Application that syncs the ApplicationSet must not read it, since no API server knows its kind. */
export function pluginFile(): EmittedFile {
  const announced = {
    name: 'cluster',
    title: 'Cluster',
    tooltip: 'Name of the cluster in the inventory',
    required: true,
  };
  const plugin = toObject({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ConfigManagementPlugin',
    metadata: { name: 'fedc' },
    spec: {
      generate: { command: ['sh', '-c'], args: [script] },
      parameters: { static: [announced] },
    },
  });
  return { path: 'plugin/plugin.yaml', comment, documents: [plugin] };
}
