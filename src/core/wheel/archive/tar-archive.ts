// A gzipped tar, from its bytes to a list of entries. The tar is read by modern-tar, entry by entry, so that what comes before damage is
// kept. Follows the source distribution format (PEP 625: pax), POSIX.1-2001 and GNU’s long names.
import { createTarDecoder, type TarHeader } from 'modern-tar';
import type { ArchiveEntry, EntryKind } from './archive';
import type { FindingList } from './finding-list';
import { inflate } from './inflate';
import { joinPieces } from './join-pieces';
import { FREE_UNPACKED_BYTES, MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES } from './limits';

/** The entries of a gzipped tar; nothing if not one can be read, and `findings` says why. */
export async function readTarGz(
  bytes: Uint8Array,
  findings: FindingList,
): Promise<readonly ArchiveEntry[] | undefined> {
  const bound = Math.min(MAX_UNPACKED_BYTES, Math.max(FREE_UNPACKED_BYTES, bytes.length * MAX_RATIO));
  const unpacked = inflate(bytes, bound, 'gzip');
  if (unpacked.kind === 'too-much') {
    const message = `Unpacked, this archive has more than ${bound} bytes: real ones of its size have far fewer.`;
    findings.archive('archive/ratio', message);
    return undefined;
  }
  const isCut = unpacked.kind === 'broken';
  if (isCut) {
    const message = `The gzip around the tar is damaged (${unpacked.why}), as when a download was cut off.`;
    findings.archive('archive/broken', message);
    if (unpacked.bytes.length === 0) return undefined;
  } else if (bytes.subarray(unpacked.used).some((byte) => byte !== 0)) {
    findings.archive(
      'archive/trailing',
      'After the gzip’s end stand other bytes: readers differ in whether they take it.',
    );
  }
  const tar = unpacked.bytes;
  let read = await readTar(tar, tar.length);
  // In one go, damage takes with it what was read just before; block by block, it doesn’t.
  if (read.problem !== undefined && tar.length <= MAX_SLOW_BYTES) read = await readTar(tar, BLOCK);
  const { entries, problem } = read;
  if (problem === TOO_MANY) {
    findings.archive('archive/too-many-entries', `The archive lists more than ${MAX_ENTRIES} files.`);
    return undefined;
  }
  if (problem === 'Invalid EOF.') {
    findings.archive('archive/trailing', 'After the tar’s end stand other bytes: some readers find more files there.');
  } else if (problem !== undefined && !isCut) {
    const where = entries.length === 0 ? 'begins' : `goes on after entry ${entries.length}`;
    const why = REASONS.get(problem) ?? 'what stands there is no header';
    findings.archive('archive/tar-broken', `The tar is damaged where it ${where}: ${why}.`);
  }
  return problem === undefined || entries.length > 0 ? entries : undefined;
}

/** Tars are made of blocks. */
const BLOCK = 512;

/** Up to this size a damaged tar is read once more, block by block. */
const MAX_SLOW_BYTES = 16 * 1024 * 1024;

const TOO_MANY = 'too many entries';

/** A tar’s entries until it ends or breaks, and how it broke. So many bytes are given to the reader at a time. */
async function readTar(
  tar: Uint8Array,
  step: number,
): Promise<{ readonly entries: readonly ArchiveEntry[]; readonly problem: string | undefined }> {
  const entries: ArchiveEntry[] = [];
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at < tar.length) controller.enqueue(new Uint8Array(tar.subarray(at, at + step)));
      else controller.close();
      at += step;
    },
  });
  const reader = source.pipeThrough(createTarDecoder({ strict: true })).getReader();
  /** The next entry is asked for before the last one is read: what is asked for can’t be lost. */
  const asked = [reader.read(), reader.read()];
  try {
    for (;;) {
      const next = await asked.shift();
      if (next === undefined || next.done) return { entries, problem: undefined };
      if (entries.length === MAX_ENTRIES) {
        await reader.cancel();
        return { entries, problem: TOO_MANY };
      }
      asked.push(reader.read());
      entries.push(entryOf(next.value.header, await contentOf(next.value.body), entries.length));
    }
  } catch (problem) {
    return { entries, problem: problem instanceof Error ? problem.message : 'unknown' };
  } finally {
    await Promise.allSettled(asked);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['Tar archive is truncated.', 'it ends too early'],
  ['Invalid tar header checksum.', 'a header’s checksum is wrong'],
  ['Tar metadata entry exceeds maximum size.', 'a name is megabytes long'],
]);

async function contentOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
  }
  return joinPieces(pieces, size);
}

function entryOf(header: TarHeader, bytes: Uint8Array, index: number): ArchiveEntry {
  const kind = kindOf(header);
  const isFolder = kind === 'folder' && !header.name.endsWith('/');
  return {
    index,
    path: isFolder ? `${header.name}/` : header.name,
    kind,
    size: header.size,
    packedSize: undefined,
    mode: header.mode === undefined ? undefined : header.mode & 0o7777,
    modified: timeOf(header.mtime),
    crc: undefined,
    target: kind === 'symbolic-link' || kind === 'hard-link' ? (header.linkname ?? '') : undefined,
    source: { kind: 'stored', bytes },
  };
}

function kindOf({ type }: TarHeader): EntryKind {
  if (type === undefined || type === 'file') return 'file';
  if (type === 'directory') return 'folder';
  if (type === 'symlink') return 'symbolic-link';
  return type === 'link' ? 'hard-link' : 'special';
}

/** To the second; times beyond what ISO 8601 writes are none. */
function timeOf(mtime: TarHeader['mtime']): string | undefined {
  if (mtime === undefined || Number.isNaN(mtime.getTime())) return undefined;
  return mtime.toISOString().replace(/\.\d+Z$/, 'Z');
}
