// Digests of files as RECORD writes them: the base64 of URLs without `=` at its end. Follows the recording of installed projects (PEP
// 376), “The RECORD file”.
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';

/** By the names that Python has for them. Those of any length (shake) say no length in RECORD, so nobody can check them. */
const ALGORITHMS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha3_224,
  sha3_256,
  sha3_384,
  sha3_512,
  blake2b,
  blake2s,
};

/** The digest of bytes; none of an algorithm that isn’t known. */
export function digestOf(algorithm: string, bytes: Uint8Array): string | undefined {
  const digest = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm]?.(bytes) : undefined;
  return digest === undefined ? undefined : toBase64Url(digest);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >>> shift) & 63]).join('');
    text += digits.slice(0, Math.min(bytes.length - at, 3) + 1);
  }
  return text;
}
