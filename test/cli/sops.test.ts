/** A file that SOPS encrypted, as the commands see it. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { fedc, files } from './repository.ts';

const config = `plainObjects:
  - files: ["secrets/**"]
    placement: {clusterSelector: {matchLabels: {region: eu}}}
`;
const secret = `# who may read it: the shop
apiVersion: v1
kind: Secret
metadata: {name: token,   namespace: shop}
data:
    b: ENC[AES256_GCM,data:b2Zj,type:str]
    a: ENC[AES256_GCM,data:YWFh,type:str]
sops:
    mac: ENC[AES256_GCM,data:bWFj,type:str]
`;
const copy = 'rendered/clusters/eu-1/shop/secret_token.yaml';

function built(text: string): MemoryHost {
  const host = createMemoryHost({
    workingFolder: '/repo',
    files: { ...files, '/repo/fedc.yaml': config, '/repo/secrets/token.yaml': text },
  });
  expect(fedc(['build'], host).code).toBe(0);
  return host;
}

describe('an encrypted file', () => {
  const rows = [
    { name: 'as SOPS writes it', text: secret },
    { name: 'without a line end', text: secret.trimEnd() },
    { name: 'with empty lines behind', text: `${secret}\n\n` },
    { name: 'between the marks of a document', text: `---\n${secret}...\n` },
    { name: 'with Windows line ends', text: secret.replaceAll('\n', '\r\n'), written: secret },
  ];
  it.each(rows)('is copied to the byte $name', ({ text, written = text }) => {
    const host = built(text);
    expect(host.textOf(`/repo/${copy}`)).toBe(written);
    expect(fedc(['check'], host).code).toBe(0);
  });

  it('is one document of a stream, also without a line end', () => {
    const host = built(secret.trimEnd());
    const { output } = fedc(['build', '--stdout', '--cluster', 'eu-1'], host);
    expect(output).toContain(`---\n${secret}`);
    expect(output.endsWith('\n')).toBe(true);
  });

  it('is blamed line by line, and shows no value', () => {
    const { code, output, error } = fedc(['blame', copy], built(secret));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`secrets/token.yaml:1  template  1 | # who may read it: the shop
secrets/token.yaml:2  template  2 | apiVersion: v1
secrets/token.yaml:3  template  3 | kind: Secret
secrets/token.yaml:4  template  4 | metadata: {name: token,   namespace: shop}
secrets/token.yaml:5  template  5 | data:
secrets/token.yaml:6  template  6 |     b: ***
secrets/token.yaml:7  template  7 |     a: ***
secrets/token.yaml:8  template  8 | sops:
secrets/token.yaml:9  template  9 |     mac: ***
`);
  });

  it('is not protected, unless it says so itself', () => {
    const host = built(secret);
    host.files.set('/repo/fedc.yaml', new TextEncoder().encode(`${config}protect: [Secret]\n`));
    expect(fedc(['build'], host).error).toContain('engine/not-protected');
    const annotations =
      'annotations: {argocd.argoproj.io/sync-options: "Delete=false,Prune=false", helm.sh/resource-policy: keep, kustomize.toolkit.fluxcd.io/prune: disabled}';
    const text = secret.replace('shop}', `shop, ${annotations}}`);
    host.files.set('/repo/secrets/token.yaml', new TextEncoder().encode(text));
    expect(fedc(['build'], host).error).not.toContain('engine/not-protected');
  });

  it('is refused where nobody can tell what it is', () => {
    const host = built(secret);
    const text = secret.replace('token,', '"ENC[AES256_GCM,data:bm0=,type:str]",');
    host.files.set('/repo/secrets/token.yaml', new TextEncoder().encode(text));
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(2);
    expect(error).toContain('error[output/encrypted-source]');
  });
});
