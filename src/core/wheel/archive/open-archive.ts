// Opening a wheel or an sdist: the name says what it should be, the bytes say what it is. Follows the binary distribution format (PEP
// 427), the source distribution format (PEP 625), and for `.zip` what came before it.
import type { Archive, ArchiveEntry, ArchiveKind } from './archive';
import { checkLinks } from './entry-links';
import { checkNames } from './entry-names';
import { checkPath } from './entry-path';
import { type ArchiveFinding, archiveFinding } from './finding';
import { type FindingList, findingList, shownPath } from './finding-list';
import { FREE_UNPACKED_BYTES, MAX_ARCHIVE_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES } from './limits';
import { readTarGz } from './tar-archive';
import { readZip } from './zip-archive';

/** An archive, or why it isn’t one that can be looked into. The last finding is the reason. */
export type OpenedArchive =
  | { readonly kind: 'opened'; readonly archive: Archive }
  | { readonly kind: 'refused'; readonly findings: readonly ArchiveFinding[] };

/**
 * Opens a wheel (`.whl`) or an sdist (`.tar.gz`, older ones `.zip`) without unpacking a file. Never throws, whatever the bytes; the
 * bounds are in limits.ts.
 *
 * @example await openArchive(new Uint8Array(0), 'kit.exe') // → { kind: 'refused', findings: [{ code: 'archive/name', entry: undefined, path: undefined, message: 'kit.exe is no wheel (.whl) and no sdist (.tar.gz, .zip).' }] }
 */
export async function openArchive(bytes: Uint8Array, path: string): Promise<OpenedArchive> {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const refused = (finding: ArchiveFinding): OpenedArchive => ({ kind: 'refused', findings: [finding] });
  const kind = kindOf(name);
  if (kind === undefined) {
    return refused(
      archiveFinding('archive/name', `${shownPath(name)} is no wheel (.whl) and no sdist (.tar.gz, .zip).`),
    );
  }
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge !== undefined) return refused(tooLarge);
  const packing = name.endsWith('.tar.gz') ? 'tar.gz' : 'zip';
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (packing === 'zip' ? isGzip : !isGzip) {
    const promised = packing === 'zip' ? 'zip' : 'gzip file';
    const message = `By its name, ${shownPath(name)} is a ${promised}, and its bytes are ${isGzip ? 'a gzip file' : 'none'}.`;
    return refused(archiveFinding('archive/format', message));
  }
  const findings = findingList();
  const entries = packing === 'zip' ? await readZip(bytes, findings) : await readTarGz(bytes, findings);
  if (entries === undefined || isBomb(entries, bytes.length, findings))
    return { kind: 'refused', findings: findings.all };
  for (const entry of entries) checkPath(entry, findings);
  checkNames(entries, findings);
  checkLinks(entries, kind, findings);
  return { kind: 'opened', archive: { name, kind, packing, size: bytes.length, entries, findings: findings.all } };
}

/** Why a file of so many bytes isn’t opened, so that nobody needs to read it first; undefined if it may be. */
export function refuseSize(size: number): ArchiveFinding | undefined {
  if (size <= MAX_ARCHIVE_BYTES) return undefined;
  const most = MAX_ARCHIVE_BYTES / 1024 / 1024;
  return archiveFinding('archive/too-large', `The file is larger than ${most} MiB, more than is opened here.`);
}

function kindOf(name: string): ArchiveKind | undefined {
  if (name.endsWith('.whl')) return 'wheel';
  return name.endsWith('.tar.gz') || name.endsWith('.zip') ? 'sdist' : undefined;
}

/** Whether the files, unpacked, would be too many bytes or too many for what is packed. */
function isBomb(entries: readonly ArchiveEntry[], packed: number, findings: FindingList): boolean {
  const unpacked = entries.reduce((sum, { size, source }) => sum + (source.kind === 'out-of-reach' ? 0 : size), 0);
  if (unpacked > MAX_UNPACKED_BYTES) {
    findings.archive(
      'archive/unpacked-size',
      `Unpacked, the files have ${unpacked} bytes, more than is looked into here.`,
    );
    return true;
  }
  if (unpacked <= FREE_UNPACKED_BYTES || unpacked <= packed * MAX_RATIO) return false;
  findings.archive(
    'archive/ratio',
    `The files are ${Math.floor(unpacked / packed)} times as large unpacked: this is made to fill memory.`,
  );
  return true;
}
