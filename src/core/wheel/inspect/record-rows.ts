// RECORD held against the archive, row by row: what each file is and what it should be. A RECORD with mistakes in it is held against it
// all the same, as far as its rows can be read. Follows the binary distribution format (PEP 427), “The .dist-info directory”.
import {
  type ActualFile,
  type Problem,
  parseRecord,
  type RecordEntry,
  type RecordFinding,
  type Span,
  verifyRecord,
} from '@/core/python';
import { type Archive, isFile } from '../archive/archive';
import { type Contents, readContents } from './contents';

/**
 * What became of a row. `matches`, and `exempt` for RECORD itself and its signatures, are well. `weak-hash` matches, by a hash that no
 * longer proves anything. `unreadable`: the file is there, and its bytes can’t be had.
 */
export type RecordRowKind =
  | 'matches'
  | 'exempt'
  | 'weak-hash'
  | 'hash-differs'
  | 'size-differs'
  | 'no-hash'
  | 'unknown-hash'
  | 'missing'
  | 'not-listed'
  | 'unreadable';

export interface RecordRow {
  readonly path: string;
  readonly kind: RecordRowKind;
  /** The row’s place in RECORD; a file that isn’t listed has none. */
  readonly at: Span | undefined;
  /** `sha256=…` and the size, as they are listed and as they are. */
  readonly listed: { readonly hash: string; readonly size: string } | undefined;
  readonly actual: { readonly hash: string | undefined; readonly size: number } | undefined;
  readonly problems: readonly Problem[];
}

export interface RecordReading {
  readonly rows: readonly RecordRow[];
  /** Problems that belong to no row. */
  readonly problems: readonly Problem[];
}

/** A row as it is written. */
interface WrittenRow {
  readonly path: string;
  readonly hash: string;
  readonly size: string;
  readonly at: Span;
}

/** Reads RECORD and every file of the archive, and compares them. */
export function readRecordRows(
  archive: Archive,
  text: string,
): { readonly reading: RecordReading; readonly contents: Contents } {
  const { parts, problems } = parseRecord(text);
  const written = rowsOf(parts);
  const algorithms = new Map<string, string[]>();
  for (const { path, hash } of written) {
    const listed = algorithms.get(path) ?? [];
    listed.push(hashOf(hash)?.algorithm ?? '');
    algorithms.set(path, listed);
  }
  const contents = readContents(archive, (path) => algorithms.get(path) ?? []);
  const unreadable = new Set<string>();
  const actual = new Map<string, ActualFile>();
  for (const { index, path } of archive.entries.filter(isFile)) {
    const facts = contents.files.get(index);
    if (facts === undefined) unreadable.add(path);
    else unreadable.delete(path);
    actual.set(path, { path, size: facts?.size ?? 0, digests: facts?.digests ?? new Map() });
  }
  const findings = verifyRecord(written.map(entryOf), [...actual.values()]);
  const byRow = problemsByRow(problems, written);
  const rows = findings.map((finding, at): RecordRow => {
    const row = written[at];
    const own = byRow.rows[at] ?? [];
    const file = actual.get(finding.path);
    const algorithm = hashOf(row?.hash ?? '')?.algorithm ?? 'sha256';
    const digest = file?.digests.get(algorithm);
    return {
      path: finding.path,
      kind: unreadable.has(finding.path) ? 'unreadable' : kindOf(finding, own),
      at: row?.at,
      listed: row && { hash: row.hash, size: row.size },
      actual:
        file && !unreadable.has(finding.path)
          ? { hash: digest && `${algorithm}=${digest}`, size: Number(file.size) }
          : undefined,
      problems: own,
    };
  });
  return { reading: { rows, problems: byRow.others }, contents };
}

function rowsOf(parts: ReturnType<typeof parseRecord>['parts']): readonly WrittenRow[] {
  const rows: WrittenRow[] = [];
  for (const { kind, text, at } of parts) {
    const last = rows.at(-1);
    if (kind === 'path') rows.push({ path: text, hash: '', size: '', at });
    else if (last !== undefined)
      rows[rows.length - 1] = { ...last, [kind]: text, at: { start: last.at.start, end: at.end } };
  }
  return rows;
}

function hashOf(written: string): { readonly algorithm: string; readonly digest: string } | undefined {
  const equals = written.indexOf('=');
  return equals <= 0 ? undefined : { algorithm: written.slice(0, equals), digest: written.slice(equals + 1) };
}

/** Sizes have fewer digits; what has more is none. */
const MAX_DIGITS = 15;

function entryOf({ path, hash, size }: WrittenRow): RecordEntry {
  const listed = hash === '' ? undefined : (hashOf(hash) ?? { algorithm: '', digest: hash });
  return { path, hash: listed, size: /^[0-9]+$/.test(size) && size.length <= MAX_DIGITS ? Number(size) : undefined };
}

/** Both are in the order of the text. */
function problemsByRow(problems: readonly Problem[], written: readonly WrittenRow[]) {
  const rows: Problem[][] = written.map(() => []);
  const others: Problem[] = [];
  let row = 0;
  for (const problem of problems.toSorted((left, right) => left.at.start - right.at.start)) {
    while (row < written.length && (written[row]?.at.end ?? 0) < problem.at.start) row++;
    const isInside = (written[row]?.at.start ?? Number.POSITIVE_INFINITY) <= problem.at.start;
    if (isInside && problem.code !== 'record/self-missing') rows[row]?.push(problem);
    else others.push(problem);
  }
  return { rows, others };
}

function kindOf(finding: RecordFinding, problems: readonly Problem[]): RecordRowKind {
  switch (finding.kind) {
    case 'agrees':
      return problems.some(({ code }) => code === 'record/algorithm') ? 'weak-hash' : 'matches';
    case 'not-hashed':
      return 'no-hash';
    case 'not-computed':
      return 'unknown-hash';
    case 'exempt':
    case 'hash-differs':
    case 'size-differs':
    case 'missing':
    case 'not-listed':
      return finding.kind;
  }
}
