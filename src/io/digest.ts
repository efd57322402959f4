/** Bytes in, digest out, as locks have it. */
import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
