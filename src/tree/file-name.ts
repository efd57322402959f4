/** The name of an object's file and folder: a pure function of the object's own identity, safe on every file system. */
import { sha256Hex } from '../kube/digest.ts';
import { isWindowsReserved } from '../kube/names.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';

const longestStem = 120;
const stemBeforeDigest = 110;
const encoder = new TextEncoder();

/** A text in the alphabet `[a-z0-9.-]`: every other byte of its UTF-8 form is `~` and two lower-case hex digits. */
export function escapeName(name: string): string {
  if (/^[a-z0-9.-]*$/.test(name)) return name;
  return Array.from(encoder.encode(name), (byte) => {
    const character = String.fromCharCode(byte);
    return /[a-z0-9.-]/.test(character) ? character : escapedByte(byte);
  }).join('');
}

/**
 * The file name of an object, `<kind>[.<group>]_<name>.yaml`: kind and group in lower case, never the version. A longer stem
 * than 120 bytes is cut and ends in eight hex digits of the SHA-256 of `group/kind/namespace/name`.
 */
export function fileName(key: ObjectKey): string {
  const type = key.group === '' ? key.kind : `${key.kind}.${key.group}`;
  const stem = `${escapeName(type.toLowerCase())}_${escapeName(key.name)}`;
  return `${shorten(withoutReserved(stem), keyText(key))}.yaml`;
}

/** The folder of a namespace or an app: its escaped name; of a name over 120 bytes the digest is that of the name itself. */
export function folderName(name: string): string {
  return shorten(withoutReserved(escapeName(name)), name);
}

function escapedByte(byte: number): string {
  return `~${byte.toString(16).padStart(2, '0')}`;
}

/** `.` and `..` are no names either: they would lead somewhere else. */
function withoutReserved(name: string): string {
  if (!isWindowsReserved(name) && !/^\.\.?$/.test(name)) return name;
  return escapedByte(name.charCodeAt(0)) + name.slice(1);
}

function shorten(stem: string, identity: string): string {
  if (stem.length <= longestStem) return stem;
  const start = stem.slice(0, stemBeforeDigest).replace(/~[0-9a-f]?$/, '');
  return `${start}~~${sha256Hex(identity).slice(0, 8)}`;
}
