// Wheels and sdists for tests: sound ones, with whatever a test adds or takes away.
import type { Archive } from '../archive/archive';
import { openArchive } from '../archive/open-archive';
import { type WrittenFile, type WrittenMember, writtenTarGz, writtenZip } from '../archive/written-archives';
import { digestOf } from './digest';

const INFO = 'kit-1.0.dist-info';

/** What a test’s wheel has besides its files. */
export interface WheelRecipe {
  readonly name?: string;
  readonly metadata?: string;
  readonly wheelFile?: string;
  /** Instead of the one that lists every file. */
  readonly record?: string;
  /** In the archive and not in RECORD. */
  readonly unlisted?: readonly WrittenFile[];
  readonly info?: string;
}

export const METADATA = 'Metadata-Version: 2.4\nName: kit\nVersion: 1.0\n';
export const WHEEL = 'Wheel-Version: 1.0\nGenerator: shipshape\nRoot-Is-Purelib: true\nTag: py3-none-any\n';

/** A row of RECORD as it should be. */
export function rowOf(path: string, content: string): string {
  const bytes = new TextEncoder().encode(content);
  return `${path},sha256=${digestOf('sha256', bytes)},${bytes.length}\n`;
}

/** A wheel’s files, dist-info and all. */
export function wheelFiles(files: Readonly<Record<string, string>>, recipe: WheelRecipe = {}): readonly WrittenFile[] {
  const { metadata = METADATA, wheelFile = WHEEL, record, unlisted = [], info = INFO } = recipe;
  const all = { ...files, [`${info}/METADATA`]: metadata, [`${info}/WHEEL`]: wheelFile };
  const rows = Object.entries(all).map(([path, content]) => rowOf(path, content));
  const listing = record ?? `${rows.join('')}${info}/RECORD,,\n`;
  const written = Object.entries({ ...all, [`${info}/RECORD`]: listing });
  return [...written.map(([path, content]) => ({ path, content })), ...unlisted];
}

async function opened(bytes: Uint8Array, name: string): Promise<Archive> {
  const result = await openArchive(bytes, name);
  if (result.kind === 'refused') throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result.archive;
}

/** A wheel, opened. */
export function openWheel(files: Readonly<Record<string, string>>, recipe: WheelRecipe = {}): Promise<Archive> {
  return opened(writtenZip(wheelFiles(files, recipe)), recipe.name ?? 'kit-1.0-py3-none-any.whl');
}

/** An sdist, opened. */
export function openSdist(members: readonly WrittenMember[], name = 'kit-1.0.tar.gz'): Promise<Archive> {
  return opened(writtenTarGz(members), name);
}
