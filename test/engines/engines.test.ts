/** What is the same for every engine. */
import { describe, expect, it } from 'vitest';
import { engines, titleOfEngine } from '../../src/engines/engines.ts';
import { fedc } from '../cli/repository.ts';

const url = 'https://git.example.com/shop/fleet.git';

describe('the engines', () => {
  it('stand in the order of their names', () => {
    const names = engines.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
  });

  it('have a title', () => {
    expect(engines.map(({ name }) => titleOfEngine(name))).toEqual(
      engines.map(({ title }) => title),
    );
  });

  it.each(engines.map(({ name }) => ({ name })))(
    '$name is one to the schema of fedc.yaml',
    (engine) => {
      const { name } = engine;
      const config = `engines: {repository: {url: "${url}", path: rendered}, ${name}: {enabled: true}}\n`;
      const shop = {
        '/repo/clusters.yaml':
          'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters: [{name: eu-1}]\n',
        '/repo/namespace.yaml':
          'apiVersion: types.kubefed.io/v1beta1\nkind: FederatedNamespace\nmetadata: {name: shop, namespace: shop}\nspec: {placement: {clusterSelector: {}}}\n',
        '/repo/fedc.yaml': config,
      };
      const { host, code, error } = fedc(['build', '--strict'], { files: shop });
      expect({ code, errors: error.includes('error') }).toEqual({ code: 0, errors: false });
      const paths = [...host.files.keys()].filter((path) => path.includes('/engine/'));
      expect(paths.every((path) => path.startsWith(`/repo/rendered/engine/${name}/`))).toBe(true);
      expect(paths.length).toBeGreaterThan(0);
      expect(fedc(['check', '--emit', name], host).code).toBe(0);
    },
  );

  it('that do not exist are no answer to --emit', () => {
    const { code, error } = fedc(['build', '--emit', 'argocd,flx']);
    expect(code).toBe(64);
    expect(error).toContain('"flx" is none of argocd, fleet, flux (did you mean "flux"?).');
  });
});

describe('names in the settings of engines', () => {
  it.each([
    'flux: {namespace: ""}',
    'flux: {source: {name: "a b"}}',
    'flux: {source: {namespace: A}}',
    'flux: {repositorySecret: a/b}',
    'flux: {serviceAccountName: ""}',
    'flux: {decryption: {secretName: "{cluster}"}}',
    'flux: {kubeConfig: {key: "a/b"}}',
    'fleet: {namespace: Shops}',
    'fleet: {clientSecretName: " "}',
    'repository: {revision: ""}',
    'repository: {url: "https://example.com/a b"}',
    'repository: {url: "HTTPS://user:word@example.com/a"}',
    'repository: {url: "git+ssh://user:word@example.com/a"}',
  ])('%s is refused', (settings) => {
    const { code, error } = fedc(['build'], {
      files: { '/repo/fedc.yaml': `engines: {${settings}}\n` },
    });
    expect(code).toBe(2);
    expect(error).toContain('error[config/invalid]: engines.');
  });
});
