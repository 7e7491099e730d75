// RECORD held against the files, as an installer does before it trusts a wheel. Follows the binary distribution format (PEP
// 427), "The .dist-info directory": apart from RECORD and its signatures, every file is listed and has the hash that is listed.
import type { Numeral } from '../numeral';
import { type RecordEntry, type RecordHash, recordRole } from './record';

/** A file as it is: its size, and its digests by algorithm, in the base64 of URLs without `=` at the end. */
export interface ActualFile {
  readonly path: string;
  readonly size: Numeral;
  readonly digests: ReadonlyMap<string, string>;
}

/** What became of a path. Only `agrees` and `exempt` let an installation go on. */
export type RecordFinding = { readonly path: string } & (
  | { readonly kind: 'agrees' }
  /** RECORD itself, or a signature of it. */
  | { readonly kind: 'exempt' }
  | { readonly kind: 'hash-differs'; readonly listed: RecordHash; readonly actual: string }
  | { readonly kind: 'size-differs'; readonly listed: Numeral; readonly actual: Numeral }
  /** Listed without a hash, so that nothing is known of its contents. */
  | { readonly kind: 'not-hashed' }
  /** Listed with a hash of an algorithm that `digests` doesn't have. */
  | { readonly kind: 'not-computed'; readonly listed: RecordHash }
  /** Listed, but not there. */
  | { readonly kind: 'missing' }
  /** There, but not listed. */
  | { readonly kind: 'not-listed' }
);

/**
 * Compares RECORD with the files: first what is listed, in its order, then what is not, in theirs. A file whose hash and size
 * both differ counts by its hash. Follows (Binary distribution format, "The .dist-info directory").
 *
 * @example verifyRecord([{ path: 'kit.py', hash: { algorithm: 'sha256', digest: 'AVT' }, size: 3 }], [{ path: 'kit.py', size: 3, digests: new Map([['sha256', 'AVT']]) }]) // → [{ path: 'kit.py', kind: 'agrees' }]
 */
export function verifyRecord(entries: readonly RecordEntry[], files: readonly ActualFile[]): readonly RecordFinding[] {
  const actual = new Map(files.map((file) => [file.path, file]));
  const listed = new Set(entries.map(({ path }) => path));
  return [
    ...entries.map((entry) => findingOf(entry, actual.get(entry.path))),
    ...files
      .filter(({ path }) => !listed.has(path))
      .map(({ path }): RecordFinding => ({ path, kind: recordRole(path) === 'signature' ? 'exempt' : 'not-listed' })),
  ];
}

function findingOf({ path, hash, size }: RecordEntry, file: ActualFile | undefined): RecordFinding {
  if (file === undefined) return { path, kind: 'missing' };
  if (recordRole(path) !== 'file') return { path, kind: 'exempt' };
  if (hash === undefined) return { path, kind: 'not-hashed' };
  const digest = file.digests.get(hash.algorithm);
  if (digest === undefined) return { path, kind: 'not-computed', listed: hash };
  if (digest !== hash.digest) return { path, kind: 'hash-differs', listed: hash, actual: digest };
  if (size !== undefined && size !== file.size) return { path, kind: 'size-differs', listed: size, actual: file.size };
  return { path, kind: 'agrees' };
}
