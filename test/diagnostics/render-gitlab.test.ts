import { expect, it } from 'vitest';
import { renderGitlab } from '../../src/diagnostics/render-gitlab.ts';
import { noEffect, notFederated, readableDigest, unknownCluster } from './located-diagnostics.ts';

const options = { digest: readableDigest, fallbackFile: 'fleet/fedc.yaml' };

it('gives one finding per diagnostic, in reading order', () => {
  expect(renderGitlab([noEffect, unknownCluster], options)).toBe(`[
  {
    "description": "Cluster \\"wset\\" is not in the inventory. Did you mean \\"west\\"?",
    "check_name": "placement/unknown-cluster",
    "fingerprint": "placement/unknown-cluster|apps/web.yaml|/spec/placement/clusters/0/name|Cluster \\"wset\\" is not in the inventory.",
    "severity": "critical",
    "location": {
      "path": "apps/web.yaml",
      "lines": {
        "begin": 14
      }
    }
  },
  {
    "description": "FederatedDeployment shop/web: it changes nothing in 37 clusters.",
    "check_name": "override/no-effect",
    "fingerprint": "override/no-effect|apps/web.yaml|/spec/overrides/0|FederatedDeployment shop/web: it changes nothing in # clusters.",
    "severity": "minor",
    "location": {
      "path": "apps/web.yaml",
      "lines": {
        "begin": 20
      }
    }
  }
]
`);
});

it('puts what has no file into the settings', () => {
  expect(JSON.parse(renderGitlab([notFederated], options))).toMatchObject([
    { severity: 'info', location: { path: 'fleet/fedc.yaml', lines: { begin: 1 } } },
  ]);
});

it('gives an empty list when there is nothing to say', () => {
  expect(renderGitlab([], options)).toBe('[]\n');
});

it('never gives one fingerprint to two findings', () => {
  const findings = JSON.parse(renderGitlab([noEffect, noEffect, noEffect], options));
  expect(new Set(findings.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(3);
});
