// What a `pylock.toml` holds: the pylock.toml specification (PEP 751), "File Format". Reading it is parse-pylock.ts,
// writing it format-pylock.ts, choosing what to install select-from-pylock.ts.
import type { Marker } from '../../marker';
import type { NormalizedName } from '../../name';
import type { Numeral } from '../../numeral';
import type { SdistFilename } from '../../sdist-filename';
import type { SpecifierSet } from '../../specifier';
import type { TomlTable } from '../../toml';
import type { Version } from '../../version';
import type { WheelFilename } from '../../wheel-filename';

/** A file that is installed from. Its URL, its path or both are there; a path is relative to the lock file. */
export interface PylockFile {
  readonly url: string | undefined;
  readonly path: string | undefined;
  readonly size: Numeral | undefined;
  /** As it is written; the specification wants UTC. */
  readonly uploadTime: string | undefined;
  /** Algorithm → value, one at least. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** A file of a release. `name` is what the document says, `filename` that or the end of the path or URL. */
export interface PylockSdist extends PylockFile {
  readonly name: string | undefined;
  readonly filename: string;
  readonly sdist: SdistFilename;
}

export interface PylockWheel extends PylockFile {
  readonly name: string | undefined;
  readonly filename: string;
  readonly wheel: WheelFilename;
}

export interface PylockVcs {
  readonly kind: 'vcs';
  readonly type: string;
  readonly url: string | undefined;
  readonly path: string | undefined;
  readonly requestedRevision: string | undefined;
  readonly commitId: string;
  readonly subdirectory: string | undefined;
}

export interface PylockDirectory {
  readonly kind: 'directory';
  readonly path: string;
  readonly editable: boolean | undefined;
  readonly subdirectory: string | undefined;
}

export interface PylockArchive extends PylockFile {
  readonly kind: 'archive';
  readonly subdirectory: string | undefined;
}

/** Where a package comes from: exactly one of a repository, a directory, an archive, or the files of a release. */
export type PylockSource =
  | PylockVcs
  | PylockDirectory
  | PylockArchive
  | {
      readonly kind: 'distributions';
      readonly sdist: PylockSdist | undefined;
      readonly wheels: readonly PylockWheel[];
    };

export interface PylockPackage {
  readonly name: NormalizedName;
  readonly version: Version | undefined;
  readonly marker: Marker | undefined;
  readonly requiresPython: SpecifierSet | undefined;
  /** Which other packages it needs; for people only, an installer must not look at it. */
  readonly dependencies: readonly TomlTable[] | undefined;
  readonly source: PylockSource;
  readonly index: string | undefined;
  readonly attestationIdentities: readonly TomlTable[] | undefined;
  readonly tool: TomlTable | undefined;
}

/** A lock file. An empty list differs from none: it says that the project has no extras or groups. */
export interface Pylock {
  readonly lockVersion: Version;
  readonly environments: readonly Marker[] | undefined;
  readonly requiresPython: SpecifierSet | undefined;
  readonly extras: readonly NormalizedName[] | undefined;
  readonly dependencyGroups: readonly string[] | undefined;
  readonly defaultGroups: readonly string[] | undefined;
  readonly createdBy: string;
  readonly packages: readonly PylockPackage[];
  readonly tool: TomlTable | undefined;
}

/**
 * Whether the package is installed from a direct reference (a repository, directory or archive), not from the files of a
 * release ("[packages.archive]").
 *
 * @example parsePylock('lock-version="1"\ncreated-by="x"\npackages=[{name="a", directory={path="."}}]').value.packages.map(isDirectPackage) // → [true]
 */
export function isDirectPackage(locked: PylockPackage): boolean {
  return locked.source.kind !== 'distributions';
}

/**
 * Whether a file may be called so: `pylock.toml`, or `pylock.` and a name without dots and `.toml` ("File Name").
 *
 * @example ['pylock.toml', 'pylock.dev.toml', 'Pylock.toml', 'pylock.a.b.toml'].map(isPylockFilename) // → [true, true, false, false]
 */
export function isPylockFilename(filename: string): boolean {
  return filename === 'pylock.toml' || /^pylock\.[^.]+\.toml$/.test(filename);
}
