// A zip, from its directory and its files’ headers to a list of entries. Follows APPNOTE.TXT, and Python’s zipfile in what counts as a
// folder and a link.
import type { ArchiveEntry, EntryKind, EntrySource } from './archive';
import { entryFinding } from './finding';
import { type FindingList, shownPath } from './finding-list';
import { DEFLATE_RATIO } from './limits';
import { type DirectoryEntry, readZipDirectory } from './zip-directory';
import { checkLayout, type LaidEntry } from './zip-layout';
import { type LocalPlace, readLocalHeader } from './zip-local';

/** The kind of file in the upper bits of a Unix mode. */
const FORMAT = 0o170000;
const LINK = 0o120000;
const FOLDER = 0o040000;
const REGULAR = 0o100000;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

/** The entries of a zip; nothing if its directory can’t be read, and `findings` says why. */
export async function readZip(bytes: Uint8Array, findings: FindingList): Promise<readonly ArchiveEntry[] | undefined> {
  const directory = await readZipDirectory(bytes, findings);
  if (directory === undefined) return undefined;
  const laid: LaidEntry[] = [];
  const entries = directory.entries.map((line): ArchiveEntry => {
    const { index, path, flags } = line;
    const place = readLocalHeader(bytes, line, directory.start, findings);
    if (place !== undefined) laid.push({ index, path, flags, place });
    if (!line.isMarkedUtf8 && line.rawPath.some((byte) => byte > 0x7f)) {
      findings.entry(
        'path/encoding',
        line,
        `${shownPath(path)} isn’t ASCII and isn’t marked as UTF-8: readers spell it differently.`,
      );
    }
    if (line.isZip64) {
      findings.entry(
        'archive/zip64',
        line,
        `${shownPath(path)} is written in zip64, the form for more than four gigabytes: nothing here needs it.`,
      );
    }
    return {
      index,
      path,
      kind: kindOf(line),
      size: line.size,
      packedSize: line.packedSize,
      mode: line.mode === 0 ? undefined : line.mode & 0o7777,
      modified: timeOf(line.dosTime),
      crc: line.crc,
      target: undefined,
      source: sourceOf(bytes, line, place, findings),
    };
  });
  checkLayout(laid, directory.start, findings);
  return entries;
}

function kindOf({ mode, saysFolder }: DirectoryEntry): EntryKind {
  const format = mode & FORMAT;
  if (saysFolder || format === FOLDER) return 'folder';
  if (format === LINK) return 'symbolic-link';
  return format === 0 || format === REGULAR ? 'file' : 'special';
}

function sourceOf(
  bytes: Uint8Array,
  line: DirectoryEntry,
  place: LocalPlace | undefined,
  findings: FindingList,
): EntrySource {
  const shown = shownPath(line.path);
  const refuse = (code: 'entry/encrypted' | 'entry/method' | 'entry/size-impossible', message: string): EntrySource => {
    findings.entry(code, line, message);
    return { kind: 'out-of-reach', finding: entryFinding(code, line, message) };
  };
  if ((line.flags & ENCRYPTED) !== 0)
    return refuse('entry/encrypted', `${shown} is encrypted: no installer can read it.`);
  if (line.method !== STORED && line.method !== DEFLATED) {
    return refuse('entry/method', `${shown} is packed by method ${line.method}: wheels are stored or deflated.`);
  }
  if (line.size > (line.method === STORED ? line.packedSize : (line.packedSize + 1) * DEFLATE_RATIO)) {
    return refuse(
      'entry/size-impossible',
      `${shown} claims ${line.size} bytes, and its ${line.packedSize} packed bytes can’t hold them.`,
    );
  }
  if (place === undefined) {
    return {
      kind: 'out-of-reach',
      finding: entryFinding('entry/outside', line, `The bytes of ${shown} aren’t in the archive.`),
    };
  }
  const packed = bytes.subarray(place.start, place.end);
  return { kind: line.method === STORED ? 'stored' : 'deflated', bytes: packed };
}

/** `2024-05-01T12:00:00`; nothing if it is no date (APPNOTE.TXT, 4.4.6). */
function timeOf(dos: number): string | undefined {
  const [month, day] = [(dos >>> 21) & 15, (dos >>> 16) & 31];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const two = (value: number) => `${value}`.padStart(2, '0');
  const clock = [(dos >>> 11) & 31, (dos >>> 5) & 63, (dos & 31) * 2].map(two).join(':');
  return `${1980 + (dos >>> 25)}-${two(month)}-${two(day)}T${clock}`;
}
