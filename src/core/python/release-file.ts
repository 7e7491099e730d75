// A file as a project's page lists it, and what its name says there: the simple repository API. Beside the name an index gives
// Requires-Python (PEP 503) and whether the file was yanked (PEP 592).
import type { Installer } from './installer-tags';
import type { NormalizedName } from './name';
import type { Version } from './version';
import { readVersion } from './version-parse';
import { readWheelFilename, type WheelFilename } from './wheel-filename';

/** What an index says of a file, as far as a choice among a project's files depends on it. */
export interface ListedFile {
  readonly filename: string;
  readonly hashes?: { readonly sha256?: string };
  readonly 'requires-python'?: string | null;
  /** False, true, or the reason that the maintainers gave. */
  readonly yanked?: boolean | string;
}

/** A file of a project whose name could be read. */
export type ReleaseFile<File extends ListedFile = ListedFile> =
  | { readonly kind: 'wheel'; readonly file: File; readonly version: Version; readonly wheel: WheelFilename }
  | { readonly kind: 'sdist'; readonly file: File; readonly version: Version };

/** What installers unpack as a source distribution. The standard has `.tar.gz` alone; where two fit, the longer counts. */
const SDIST_EXTENSIONS: Readonly<Record<Installer, readonly string[]>> = {
  pip: [
    ...['.tar.gz', '.zip', '.tar.bz2', '.tar.xz', '.tar.lzma', '.tar.lz', '.tar'],
    ...['.tgz', '.tbz', '.txz', '.tlz'],
  ],
  uv: ['.tar.gz', '.zip'],
};

/**
 * Reads a file of a project's page as an installer does; undefined for an egg, an installer for Windows, a file of another
 * project or a name that says no version. Wheels follow the standard (binary distribution format, "File name convention"). In the
 * name of a source distribution the version begins after the project's name, which is known (source distribution format, "Source
 * distribution file name", read for names that older tools gave).
 *
 * @example readReleaseFile({ filename: 'kit-1.0-1.tar.gz' }, 'kit', 'pip').version.post // → 1
 * @example readReleaseFile({ filename: 'kit-1.0.tar.bz2' }, 'kit', 'uv') // → undefined
 */
export function readReleaseFile<File extends ListedFile>(
  file: File,
  project: NormalizedName,
  installer: Installer,
): ReleaseFile<File> | undefined {
  const { filename } = file;
  if (filename.endsWith('.whl')) {
    const wheel = readWheelFilename(filename);
    return wheel?.name === project ? { kind: 'wheel', file, version: wheel.version, wheel } : undefined;
  }
  const extension = SDIST_EXTENSIONS[installer].find((known) => filename.endsWith(known));
  if (extension === undefined) return undefined;
  const nameEnd = endOfProject(filename, project);
  if (nameEnd === undefined || filename[nameEnd] !== '-') return undefined;
  const version = readVersion(filename.slice(nameEnd + 1, filename.length - extension.length));
  return version && { kind: 'sdist', file, version };
}

/** Where the project's name ends, in any spelling of it: `Foo__Bar-1.0` begins with foo-bar, to 8. */
function endOfProject(text: string, project: NormalizedName): number | undefined {
  let at = 0;
  for (const character of project) {
    const start = at;
    if (character !== '-') at += text[at]?.toLowerCase() === character ? 1 : 0;
    else while (isSeparator(text[at])) at++;
    if (at === start) return undefined;
  }
  return at;
}

function isSeparator(character: string | undefined): boolean {
  return character === '-' || character === '_' || character === '.';
}
