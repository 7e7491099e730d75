// Digests of files as RECORD writes them: the base64 of URLs without `=` at its end. Follows the recording of installed projects (PEP
// 376), “The RECORD file”.
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import { toBase64Url } from './base64-url';

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
