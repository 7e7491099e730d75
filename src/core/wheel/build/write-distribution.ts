// From a plan to the archive’s bytes, the same for the same plan on every machine: one time for all files, no owner, modes 644 and 755, and
// deflate by pako, since browsers’ own streams pack differently. Wheels: APPNOTE.TXT, as the binary distribution format asks; sdists:
// POSIX.1-2001 (pax) in gzip (source distribution format, PEP 625). The time is the one that hatchling takes without SOURCE_DATE_EPOCH.
import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';
import { packTar } from 'modern-tar';
import { deflateRaw, gzip } from 'pako';
import { crc32 } from '../archive/crc32';
import { joinPieces } from '../archive/join-pieces';
import type { DistributionPlan, PlannedFile } from './distribution-plan';

/** 2020-02-02, midnight UTC, in seconds since 1970. */
const WRITTEN_AT = 1_580_601_600;

/** The same day in the form of zips, which know no time zone: years from 1980, month, day; then the time, all zeros. */
const WRITTEN_AT_IN_ZIPS = (((2020 - 1980) << 9) | (2 << 5) | 2) << 16;

/** zlib’s own choice between speed and size, which Python’s zipfile takes. */
const LEVEL = 6;

/**
 * Packs what was planned: a zip for wheels, a gzipped tar for sdists. The same plan gives the same bytes.
 *
 * @example (await writeDistribution({ kind: 'wheel', files: [] })).length // → 22
 */
export function writeDistribution(plan: Pick<DistributionPlan, 'kind' | 'files'>): Promise<Uint8Array<ArrayBuffer>> {
  return plan.kind === 'sdist' ? writeTarGz(plan.files) : writeZip(plan.files);
}

function modeOf({ isExecutable }: PlannedFile): number {
  return isExecutable ? 0o755 : 0o644;
}

async function writeZip(files: readonly PlannedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece.slice()) });
  const writer = new ZipWriter(sink, { extendedTimestamp: false, bufferedWrite: true, useWebWorkers: false });
  for (const file of files) {
    const { path, content } = file;
    // Already packed: the library only lays it out.
    const packed = deflateRaw(content, { level: LEVEL });
    await writer.add(path, new Blob([packed]).stream(), {
      passThrough: true,
      compressionMethod: 8,
      uncompressedSize: content.length,
      crc32: crc32(content),
      rawLastModDate: WRITTEN_AT_IN_ZIPS,
      unixMode: 0o100000 | modeOf(file),
    });
  }
  await writer.close();
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return new Uint8Array(joinPieces(pieces, size));
}

async function writeTarGz(files: readonly PlannedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const tar = await packTar(
    files.map((file) => ({
      header: {
        name: file.path,
        size: file.content.length,
        // biome-ignore lint/style/noRestrictedGlobals: a fixed time in the library’s form, not the clock.
        mtime: new Date(WRITTEN_AT * 1000),
        mode: modeOf(file),
        uid: 0,
        gid: 0,
        uname: '',
        gname: '',
        type: 'file',
      },
      body: file.content,
    })),
  );
  return new Uint8Array(gzip(tar, { level: LEVEL }));
}
