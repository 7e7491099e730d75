// A file’s own header in a zip, in front of its bytes. Directory and header say the same things twice, and readers differ in which they
// believe: pip goes by the directory, what reads from a stream by the header. Follows APPNOTE.TXT, 4.3.7.
import type { FindingList } from './finding-list';
import { shownPath } from './finding-list';
import type { DirectoryEntry } from './zip-directory';

/** Where a file’s header begins, where its packed bytes do and where they end. */
export interface LocalPlace {
  readonly header: number;
  readonly start: number;
  readonly end: number;
}

const SIGNATURE = 0x04034b50;
const HEADER_LENGTH = 30;
/** The sizes follow the file’s bytes, so the header has none. */
const SIZES_FOLLOW = 0x8;
const ENCRYPTED = 0x1;
const UTF8 = 0x800;
/** What stands for a size that is written elsewhere. */
const ELSEWHERE = 0xffffffff;

/** Finds the file’s bytes by its own header and tells where it differs from the directory; nothing if there is no such header. */
export function readLocalHeader(
  bytes: Uint8Array,
  entry: DirectoryEntry,
  directoryStart: number,
  findings: FindingList,
): LocalPlace | undefined {
  const { offset } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + HEADER_LENGTH > directoryStart) {
    findings.entry('entry/outside', entry, `${shownPath(entry.path)} begins outside of the archive’s files.`);
    return undefined;
  }
  if (view.getUint32(offset, true) !== SIGNATURE) {
    findings.entry('entry/outside', entry, `Where ${shownPath(entry.path)} should begin, no file begins.`);
    return undefined;
  }
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + HEADER_LENGTH + nameLength + view.getUint16(offset + 28, true);
  const end = start + entry.packedSize;
  if (!(end <= directoryStart)) {
    findings.entry('entry/outside', entry, `${shownPath(entry.path)} ends outside of the archive’s files.`);
    return undefined;
  }
  const differences = differencesOf(view, bytes, entry, nameLength);
  if (differences.length > 0) {
    const message = `The header of ${shownPath(entry.path)} and the directory differ in ${differences.join(', ')}: readers see different files.`;
    findings.entry('entry/local-header', entry, message);
  }
  return { header: offset, start, end };
}

function differencesOf(
  view: DataView,
  bytes: Uint8Array,
  entry: DirectoryEntry,
  nameLength: number,
): readonly string[] {
  const { offset } = entry;
  const differences: string[] = [];
  const name = bytes.subarray(offset + HEADER_LENGTH, offset + HEADER_LENGTH + nameLength);
  const flags = view.getUint16(offset + 6, true);
  const watched = ENCRYPTED | UTF8;
  if (!isSame(name, entry.rawPath)) differences.push('the name');
  if ((flags & watched) !== (entry.flags & watched)) differences.push('the flags');
  if (view.getUint16(offset + 8, true) !== entry.method) differences.push('the method');
  if ((flags & SIZES_FOLLOW) !== 0) return differences;
  const [crc, packed, size] = [14, 18, 22].map((at) => view.getUint32(offset + at, true));
  if (crc !== entry.crc) differences.push('the checksum');
  if (packed !== ELSEWHERE && packed !== entry.packedSize)
    differences.push(`the packed size (${packed}, ${entry.packedSize})`);
  if (size !== ELSEWHERE && size !== entry.size) differences.push(`the size (${size}, ${entry.size})`);
  return differences;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
