import { describe, expect, it } from 'vitest';
import { printJson } from '../../src/model/print-json.ts';
import { createManifestSizes } from '../../src/tree/manifest-sizes.ts';
import { printYaml } from '../../src/yaml/print.ts';
import { variant } from './variants.ts';

function configMap(text: string, file = 'a.yaml') {
  return variant({ clusters: ['eu-1'], file, body: `data: {text: "${text}"}` });
}

function fileBytes(...variants: readonly ReturnType<typeof variant>[]): number {
  return variants.reduce((sum, { object }) => sum + Buffer.byteLength(printYaml(object)), 0);
}

describe('the bytes of files', () => {
  const rows = ['plain', 'größer als gedacht', '大'.repeat(400), 'a\\n'.repeat(400)];

  it.each(rows)('are those of the printed text: %s', (text) => {
    const one = configMap(text);
    const bytes = fileBytes(one);
    expect(createManifestSizes().filesOver([one], bytes - 1)).toBe(bytes);
    expect(createManifestSizes().filesOver([one], bytes)).toBeUndefined();
  });

  it('are added up, also of variants of one source', () => {
    const variants = [
      configMap('x'.repeat(300)),
      configMap('y'.repeat(700)),
      configMap('z', 'b.yaml'),
    ];
    const bytes = fileBytes(...variants);
    expect(createManifestSizes().filesOver(variants, bytes - 1)).toBe(bytes);
    expect(createManifestSizes().filesOver(variants, bytes)).toBeUndefined();
  });

  it('are those of the author where the text is his own', () => {
    const verbatim = `${'# signed\n'.repeat(100)}kind: ConfigMap\n`;
    const own = { ...configMap('x'.repeat(200)), verbatim };
    expect(createManifestSizes().filesOver([own], 100)).toBe(verbatim.length);
  });

  it('are counted once for a manifest that several clusters share', () => {
    const shared = configMap('x'.repeat(200));
    const sizes = createManifestSizes();
    const bytes = sizes.filesOver([shared], 100);
    expect(sizes.filesOver([shared, shared], 100)).toBe(2 * (bytes ?? 0));
  });
});

describe('the bytes of a manifest as JSON', () => {
  it('are those of the compact form', () => {
    const one = configMap('größer');
    const bytes = Buffer.byteLength(printJson(one.object));
    expect(createManifestSizes().jsonOver(one, bytes - 1)).toBe(bytes);
    expect(createManifestSizes().jsonOver(one, bytes)).toBeUndefined();
  });
});
