// A file as a project's page lists it, and what its name says there: the simple repository API. Beside the name an index gives
// Requires-Python (PEP 503) and whether the file was yanked (PEP 592).
import type { Installer } from './installer-tags';
import { isNormalizedName, type NormalizedName } from './name';
import type { Version } from './version';
import { readVersion } from './version-scan';
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

/** The archives that installers unpack as a source distribution. The standard has `.tar.gz` alone. */
const ARCHIVES: Readonly<Record<Installer, RegExp>> = {
  pip: /\.(?:zip|tar(?:\.(?:gz|bz2|xz|lz|lzma))?|t[gbxl]z)$/,
  uv: /\.(?:zip|tar\.gz)$/,
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
  const end = filename.search(ARCHIVES[installer]);
  // The name in any spelling: foo-bar begins Foo__Bar-1.0.tar.gz. It has no character that means something else in a pattern.
  const name = isNormalizedName(project) ? new RegExp(`^${project.replaceAll('-', '[-_.]+')}-`, 'i') : /^$/;
  const start = name.exec(filename)?.[0].length ?? end;
  const version = end > start ? readVersion(filename.slice(start, end)) : undefined;
  return version && { kind: 'sdist', file, version };
}
