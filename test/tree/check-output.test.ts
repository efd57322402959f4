import { describe, expect, it } from 'vitest';
import { checkOutput } from '../../src/tree/check-output.ts';
import { compilation, variant } from './variants.ts';

const found = (...variants: readonly ReturnType<typeof variant>[]) =>
  checkOutput(compilation(...variants)).map(({ code, args }) => ({ code, args }));

describe('output/flux-substitution', () => {
  it('is one note per source object, however many variants it has', () => {
    const body = 'data: {a: "x ${REGION:=eu} y", b: "${OTHER}"}\n';
    expect(found(variant({ clusters: ['a'], body }), variant({ clusters: ['b'], body }))).toEqual([
      {
        code: 'output/flux-substitution',
        args: { object: 'ConfigMap shop/web', text: '${REGION:=eu}' },
      },
    ]);
  });

  it.each([
    { name: 'the name of a member', body: 'data: {"${KEY}": x}\n', text: '${KEY}' },
    {
      name: 'a long default',
      body: `data: {a: "\${A:-${'x'.repeat(200)}}"}\n`,
      text: `\${A:-${'x'.repeat(200)}}`,
    },
  ])('is about $name, too', ({ body, text }) => {
    expect(found(variant({ clusters: ['a'], body }))).toMatchObject([{ args: { text } }]);
    const base = variant({ clusters: ['a'], body: 'data: {a: b}\n' });
    expect(found(base, variant({ clusters: ['b'], body }))).toMatchObject([{ args: { text } }]);
  });

  it.each([
    { name: 'a doubled dollar sign', body: 'data: {a: "$${REGION}"}\n' },
    { name: 'no name in the braces', body: 'data: {a: "${1} ${} $(X) $X"}\n' },
    {
      name: 'the annotation that switches it off',
      body: 'data: {a: "${X}"}\n',
      annotated: true,
    },
  ])('is silent with $name', ({ body, annotated }) => {
    const made = variant({ clusters: ['a'], body });
    const annotations = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' };
    const object = annotated === true ? { ...made.object, metadata: { annotations } } : made.object;
    expect(found({ ...made, object })).toEqual([]);
  });
});

it('tells nothing of the text of a Secret', () => {
  const body = 'stringData: {a: "hunter${TWO:-2}"}\n';
  expect(found(variant({ clusters: ['a'], key: { kind: 'Secret' }, body }))[0]).toEqual({
    code: 'output/flux-substitution',
    args: { object: 'Secret shop/web', text: '${...}' },
  });
});

describe('output/object-too-large', () => {
  it('counts bytes, not characters', () => {
    const large = variant({ clusters: ['a'], body: `data: {a: ${'é'.repeat(800_000)}}\n` });
    expect(found(large)).toMatchObject([{ code: 'output/object-too-large' }]);
    const small = variant({ clusters: ['a'], body: `data: {a: ${'e'.repeat(800_000)}}\n` });
    expect(found(small)).toEqual([]);
  });
});

describe('output/plain-secret', () => {
  const secret = { kind: 'Secret' };

  it('counts the clusters of all variants', () => {
    const variants = [
      variant({ clusters: ['a', 'b'], key: secret, body: 'data: {a: eA==}\n' }),
      variant({ clusters: ['c'], key: secret, body: 'stringData: {a: x}\n' }),
    ];
    expect(found(...variants)).toEqual([
      { code: 'output/plain-secret', args: { object: 'Secret shop/web', clusters: 3 } },
    ]);
  });

  it.each([
    { name: 'encrypted', body: 'data: {a: "ENC[AES256_GCM,data:eA==]", b: ""}\n', codes: [] },
    {
      name: 'not encrypted, whatever stands beside them',
      body: 'data: {a: "ENC[AES256_GCM,data:eA==]", b: eA==}\n',
      codes: ['output/plain-secret'],
    },
  ])('looks at what is copied to the byte: values are $name', ({ body, codes }) => {
    const copied = { ...variant({ clusters: ['a'], key: secret, body }), verbatim: body };
    expect(found(copied).map(({ code }) => code)).toEqual(codes);
  });

  it('is silent about a Secret without data and about SealedSecrets', () => {
    const sealed = { group: 'bitnami.com', kind: 'Secret' };
    expect(
      found(
        variant({ clusters: ['a'], key: secret, body: 'type: Opaque\n' }),
        variant({ clusters: ['a'], key: sealed, body: 'data: {a: x}\n', file: 'b.yaml' }),
      ),
    ).toEqual([]);
  });
});
