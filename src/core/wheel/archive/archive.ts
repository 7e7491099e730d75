// An opened archive: what it lists, and where each file’s bytes are. A wheel is a zip, an sdist a gzipped tar and in older times a zip.
// Follows the binary distribution format (PEP 427) and the source distribution format (PEP 625, PEP 721).
import type { ArchiveFinding } from './finding';

/** What an entry is. In a zip, only its mode tells a link from a file. */
export type EntryKind = 'file' | 'folder' | 'symbolic-link' | 'hard-link' | 'special';

/** Where the bytes of a file are, or that they can’t be had. */
export type EntrySource =
  | { readonly kind: 'stored'; readonly bytes: Uint8Array }
  | { readonly kind: 'deflated'; readonly bytes: Uint8Array }
  | { readonly kind: 'out-of-reach'; readonly finding: ArchiveFinding };

/** A line of the archive’s list. */
export interface ArchiveEntry {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** As written: hostile until `findings` says nothing about it. A folder’s ends in `/`. */
  readonly path: string;
  readonly kind: EntryKind;
  /** As declared; whether it is true, reading tells. */
  readonly size: number;
  /** In a tar, nothing is packed by itself. */
  readonly packedSize: number | undefined;
  /** The permission bits of Unix, without the kind of file; none if the archive has none. */
  readonly mode: number | undefined;
  /** `2024-05-01T12:00:00`, in a zip in nobody knows which time zone and to two seconds; `…Z` in a tar. */
  readonly modified: string | undefined;
  /** As declared; a tar has none. */
  readonly crc: number | undefined;
  /** Where a link of a tar leads. A zip’s link has it as content. */
  readonly target: string | undefined;
  readonly source: EntrySource;
}

/** What the file’s name promises. */
export type ArchiveKind = 'wheel' | 'sdist';

/** An archive, opened. Nothing of it is unpacked until `readEntry` is asked. */
export interface Archive {
  /** The file’s name, without folders. */
  readonly name: string;
  readonly kind: ArchiveKind;
  readonly packing: 'zip' | 'tar.gz';
  /** Of the file as it is. */
  readonly size: number;
  readonly entries: readonly ArchiveEntry[];
  /** About the list and the layout; about contents, `readEntry` tells. */
  readonly findings: readonly ArchiveFinding[];
}

/**
 * Whether an entry has content that installers write to a file. In a zip that is everything but a folder: pip and uv make no links and
 * no devices of what a mode says, but files.
 */
export function isFile({ kind, target, packedSize }: ArchiveEntry): boolean {
  if (kind === 'file') return true;
  return kind !== 'folder' && target === undefined && packedSize !== undefined;
}
