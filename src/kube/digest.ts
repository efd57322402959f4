/** Text in, digest out: one strong hash to compare contents, and the small one that KubeFed orders clusters by. */
import { hash as hashOnce } from 'node:crypto';

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
const encoder = new TextEncoder();

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return hashOnce('sha256', text, 'hex');
}

/** 32-bit FNV-1 (multiply, then xor: not FNV-1a) of bytes, or of the UTF-8 bytes of a text; from 0 to 2^32 - 1. */
export function fnv1(input: string | Uint8Array): number {
  let hash = FNV_OFFSET;
  for (const byte of typeof input === 'string' ? encoder.encode(input) : input) {
    hash = Math.imul(hash, FNV_PRIME) ^ byte;
  }
  return hash >>> 0;
}
