// All files of an archive, read once: their digests, and what is wrong with their contents.
import { type Archive, type ArchiveEntry, isFile } from '../archive/archive';
import type { ArchiveFinding } from '../archive/finding';
import { MAX_FINDINGS } from '../archive/limits';
import { readEntry } from '../archive/read-entry';
import { digestOf } from './digest';

/** A file that could be read. */
export interface FileFacts {
  readonly size: number;
  readonly digests: ReadonlyMap<string, string>;
  /** The first bytes, for what begins with `#!`. */
  readonly beginning: Uint8Array;
}

export interface Contents {
  /** By the entry’s number; files that can’t be read are missing. */
  readonly files: ReadonlyMap<number, FileFacts>;
  /** Beyond those that opening the archive told. */
  readonly findings: readonly ArchiveFinding[];
}

const BEGINNING = 16;

/** Reads every file of the archive; SHA-256 is computed of all, other digests as `algorithms` asks for a path. */
export function readContents(archive: Archive, algorithms: (path: string) => Iterable<string> = () => []): Contents {
  const files = new Map<number, FileFacts>();
  const told = new Set(archive.findings.map(({ code, entry }) => `${entry} ${code}`));
  const findings: ArchiveFinding[] = [];
  for (const entry of archive.entries.filter(isFile)) {
    const content = readEntry(entry);
    if (content.finding !== undefined && !told.has(`${entry.index} ${content.finding.code}`)) {
      if (findings.length < MAX_FINDINGS) findings.push(content.finding);
    }
    if (content.kind !== 'read') continue;
    const digests = new Map<string, string>();
    for (const algorithm of new Set(['sha256', ...algorithms(entry.path)])) {
      const digest = digestOf(algorithm, content.bytes);
      if (digest !== undefined) digests.set(algorithm, digest);
    }
    files.set(entry.index, { size: content.bytes.length, digests, beginning: content.bytes.slice(0, BEGINNING) });
  }
  return { files, findings };
}

/** Texts of metadata that are longer aren’t read: RECORD of the largest wheels has three megabytes. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/** The file at a path; of several, the last, as Python’s zipfile has it. */
export function entryAt(archive: Archive, path: string): ArchiveEntry | undefined {
  return archive.entries.findLast((entry) => entry.path === path && isFile(entry));
}

/** The bytes of a file with metadata in it; none if it can’t be read or is too long to be that. */
export function bytesAt(archive: Archive, path: string): Uint8Array | undefined {
  const entry = entryAt(archive, path);
  if (entry === undefined || entry.size > MAX_TEXT_BYTES) return undefined;
  const content = readEntry(entry);
  return content.kind === 'read' ? content.bytes : undefined;
}
