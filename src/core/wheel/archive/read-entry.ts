// A file’s content, unpacked when it is asked for and held against what the archive declares of it: never more than the declared size
// comes out, then its checksum. Follows APPNOTE.TXT, 4.4.7 to 4.4.9.
import type { ArchiveEntry } from './archive';
import { crc32 } from './crc32';
import { type ArchiveFinding, entryFinding } from './finding';
import { shownPath } from './finding-list';
import { inflate } from './inflate';
import { MAX_FILE_BYTES } from './limits';

/** A file’s bytes, and what is wrong with them all the same; or no bytes, and why. */
export type EntryContent =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly finding: ArchiveFinding | undefined }
  | { readonly kind: 'refused'; readonly finding: ArchiveFinding };

/**
 * Reads a file of the archive. Findings: those of its source, `content/too-large`, `content/broken`, `content/size`, `content/crc`,
 * `content/hidden`. A file whose checksum is wrong is read all the same, so that it can be looked at; an installer would refuse it.
 */
export function readEntry(entry: ArchiveEntry): EntryContent {
  const { source, size, crc } = entry;
  const shown = shownPath(entry.path);
  const finding = (code: ArchiveFinding['code'], message: string) => entryFinding(code, entry, message);
  if (source.kind === 'out-of-reach') return { kind: 'refused', finding: source.finding };
  if (size > MAX_FILE_BYTES) {
    return {
      kind: 'refused',
      finding: finding('content/too-large', `${shown} has ${size} bytes, too many to be read here.`),
    };
  }
  const unpacked = source.kind === 'stored' ? undefined : inflate(source.bytes, size, 'raw');
  if (unpacked?.kind === 'too-much') {
    return {
      kind: 'refused',
      finding: finding('content/size', `${shown} claims ${size} bytes, and more come out of it.`),
    };
  }
  if (unpacked?.kind === 'broken') {
    return { kind: 'refused', finding: finding('content/broken', `${shown} can’t be unpacked: ${unpacked.why}.`) };
  }
  const bytes = unpacked?.bytes ?? source.bytes;
  if (bytes.length !== size) {
    const message = `${shown} claims ${size} bytes, and ${bytes.length} come out of it.`;
    return { kind: 'read', bytes, finding: finding('content/size', message) };
  }
  if (crc !== undefined && crc32(bytes) !== crc) {
    return {
      kind: 'read',
      bytes,
      finding: finding('content/crc', `${shown} isn’t what was packed: its checksum is another.`),
    };
  }
  const behind = unpacked === undefined ? 0 : source.bytes.length - unpacked.used;
  if (behind > 0) {
    const message = `Behind the packed bytes of ${shown} stand ${behind} more, which no reader looks at.`;
    return { kind: 'read', bytes, finding: finding('content/hidden', message) };
  }
  return { kind: 'read', bytes, finding: undefined };
}
