import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fnv1, sha256Hex } from '../../src/kube/digest.ts';

describe('sha256Hex', () => {
  const rows = [
    {
      name: 'the empty text',
      text: '',
      digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
    {
      name: 'a short text',
      text: 'abc',
      digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    },
    {
      name: 'the UTF-8 bytes of other letters',
      text: 'é',
      digest: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
    },
  ];
  it.each(rows)('hashes $name', ({ text, digest }) => expect(sha256Hex(text)).toBe(digest));

  it.each(['é日本😀', 'a\ud800b\udc00', 'line\n'.repeat(10_000)])(
    'hashes what is written of a text',
    (text) => {
      const written = Buffer.from(text, 'utf8');
      expect(sha256Hex(text)).toBe(createHash('sha256').update(written).digest('hex'));
    },
  );
});

describe('fnv1', () => {
  it('multiplies before it xors', () => expect(fnv1('a')).toBe(0x050c5d7e));
  it('takes the UTF-8 bytes of a text', () => {
    expect(fnv1('é€')).toBe(fnv1(new Uint8Array([0xc3, 0xa9, 0xe2, 0x82, 0xac])));
  });
  it('is never negative', () => expect(fnv1('foobar')).toBe(0x31f0b262));
});
