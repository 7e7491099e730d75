// The central directory of a zip: what the archive says that it holds. Read by zip.js, whose reader of the directory needs neither
// streams nor workers, keeps duplicates, flags and offsets as they are, and tells where the directory disagrees with itself. Follows
// APPNOTE.TXT, 4.3.12 to 4.3.16.
import { type EntryMetaData, type Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { FindingList } from './finding-list';
import { MAX_ENTRIES } from './limits';

/** A line of the directory. */
export interface DirectoryEntry {
  readonly index: number;
  readonly path: string;
  /** The name’s bytes, to be held against those of the file’s own header. */
  readonly rawPath: Uint8Array;
  readonly isMarkedUtf8: boolean;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly isZip64: boolean;
  /** Where the file’s own header begins. */
  readonly offset: number;
  /** The upper half of the external attributes: the mode of Unix, 0 if it isn’t known. */
  readonly mode: number;
  /** Date and time as DOS has them. */
  readonly dosTime: number;
  readonly saysFolder: boolean;
}

export interface ZipDirectory {
  readonly entries: readonly DirectoryEntry[];
  /** Where the directory begins: no file’s bytes reach further. */
  readonly start: number;
}

/** What zip.js remarks, and what we say of it. What it remarks otherwise is of no weight, or we look ourselves. */
const REMARKS: ReadonlyMap<string, readonly ['archive/prepended' | 'archive/trailing' | 'archive/directory', string]> =
  new Map([
    [
      'prepended data',
      [
        'archive/prepended',
        'Before the first file stand other bytes: a zip with something in front, such as a program.',
      ],
    ],
    [
      'appended data',
      ['archive/trailing', 'After the archive’s end stand other bytes: readers differ in whether they take it.'],
    ],
    [
      'prepended central directory',
      ['archive/directory', 'The directory isn’t where the archive’s end says: readers find different files.'],
    ],
    [
      'mismatched central directory offset',
      ['archive/directory', 'The directory isn’t where the archive’s end says: readers find different files.'],
    ],
    [
      'trailing central directory data',
      [
        'archive/directory',
        'The directory is longer than its count of files: readers that go by the length see more of them.',
      ],
    ],
    [
      'wrapped entries count',
      ['archive/directory', 'The directory holds more files than it counts: readers see different ones.'],
    ],
    [
      'mismatched zip64 end of central directory',
      ['archive/directory', 'The archive has two ends that contradict each other: readers find different files.'],
    ],
    [
      'multiple end of central directory records',
      ['archive/directory', 'The archive has two ends: readers find different files.'],
    ],
  ]);

/** Reads the directory, of at most so many files; nothing if there is none that can be read, and `findings` says why. */
export async function readZipDirectory(
  bytes: Uint8Array,
  findings: FindingList,
  most = MAX_ENTRIES,
): Promise<ZipDirectory | undefined> {
  // What zip.js asks of a reader: bytes at a place, at once.
  const source = {
    size: bytes.length,
    init: () => {},
    readUint8Array: (at: number, length: number) => bytes.slice(at, at + length),
  };
  const reader = new ZipReader(source as unknown as Reader<Uint8Array>, {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  const entries: DirectoryEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === most) {
        findings.archive('archive/too-many-entries', `The archive lists more than ${most} files.`);
        return undefined;
      }
      entries.push(entryOf(entry, entries.length));
    }
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : '';
    findings.archive(
      'archive/broken',
      `This zip can’t be read: ${REASONS.get(why) ?? 'its directory makes no sense'}.`,
    );
    return undefined;
  }
  const remarks = new Set((reader.warnings ?? []).map(({ reason }) => reason));
  for (const reason of remarks) {
    const said = REMARKS.get(reason);
    if (said !== undefined) findings.archive(...said);
  }
  return { entries, start: reader.directoryOffset ?? bytes.length };
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['File format is not recognized', 'it is too short to be one'],
  ['End of central directory not found', 'the end of its directory isn’t there, as when a download was cut off'],
  ['Central directory header not found', 'its directory has fewer files than it counts, or is damaged'],
  ['Split zip file', 'it is one part of several'],
  ['File contains encrypted central directory', 'its directory is encrypted'],
]);

function entryOf(entry: EntryMetaData, index: number): DirectoryEntry {
  return {
    index,
    path: entry.filename,
    rawPath: entry.rawFilename,
    isMarkedUtf8: ((entry.rawBitFlag ?? 0) & 0x800) !== 0,
    flags: entry.rawBitFlag ?? 0,
    method: entry.compressionMethod,
    crc: (entry.crc32 ?? 0) >>> 0,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    isZip64: entry.zip64,
    offset: entry.offset,
    mode: (entry.externalFileAttributes >>> 16) & 0xffff,
    dosTime: Number(entry.rawLastModDate) >>> 0,
    saysFolder: entry.filename.endsWith('/'),
  };
}
