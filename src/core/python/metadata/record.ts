// RECORD: the list of a distribution's files with their hashes and sizes. Reading it is record-parse.ts, holding it against the
// files is record-verify.ts. Follows the recording of installed projects (PEP 376), "The RECORD file", and the binary
// distribution format (PEP 427), "The .dist-info directory".
import type { Numeral } from '../numeral';
import { formatCsvRow } from './csv';

/** A hash as RECORD writes it: `sha256=` and the digest in base64 of URLs, without `=` at the end. */
export interface RecordHash {
  readonly algorithm: string;
  readonly digest: string;
}

/** A line of RECORD. RECORD itself has neither hash nor size, and what is made at installation need not have them. */
export interface RecordEntry {
  readonly path: string;
  readonly hash: RecordHash | undefined;
  readonly size: Numeral | undefined;
}

/** The number of bytes of a digest, by algorithm; those of any length are 0. What Python guarantees to have. */
export const DIGEST_BYTES: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
  sha3_224: 28,
  sha3_256: 32,
  sha3_384: 48,
  sha3_512: 64,
  shake_128: 0,
  shake_256: 0,
  blake2b: 64,
  blake2s: 32,
};

/** Algorithms that a wheel's RECORD may use: sha256 or better. */
export const WHEEL_ALGORITHMS: readonly string[] = [
  'sha256',
  'sha384',
  'sha512',
  'sha3_256',
  'sha3_384',
  'sha3_512',
  'blake2b',
  'blake2s',
];

/** What a path is, as far as RECORD's rules go: RECORD itself, a signature of it, or any other file. */
export function recordRole(path: string): 'record' | 'signature' | 'file' {
  if (/^[^/]+\.dist-info\/RECORD$/.test(path)) return 'record';
  return /^[^/]+\.dist-info\/RECORD\.(?:jws|p7s)$/.test(path) ? 'signature' : 'file';
}

/**
 * Writes RECORD, the entries in the order given (Recording installed projects, "The RECORD file").
 *
 * @example formatRecord([{ path: 'kit.py', hash: { algorithm: 'sha256', digest: 'AVT' }, size: 12 }, { path: 'kit-1.0.dist-info/RECORD' }]) // → 'kit.py,sha256=AVT,12\nkit-1.0.dist-info/RECORD,,\n'
 */
export function formatRecord(entries: readonly RecordEntry[]): string {
  return entries
    .map(({ path, hash, size }) =>
      formatCsvRow([
        path,
        hash === undefined ? '' : `${hash.algorithm}=${hash.digest}`,
        size === undefined ? '' : `${size}`,
      ]),
    )
    .join('');
}
