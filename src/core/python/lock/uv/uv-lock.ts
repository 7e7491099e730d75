// What a `uv.lock` holds, version 1 of uv's own format: uv's documentation, "Locking and syncing", and what uv 0.13 writes.
// Reading it is parse-uv-lock.ts, comparing two diff-uv-locks.ts.
import type { Marker } from '../../marker';
import type { NormalizedName } from '../../name';
import type { Numeral } from '../../numeral';
import type { SpecifierSet } from '../../specifier';
import type { Version } from '../../version';

/** Where a package comes from. A registry is an index's address or a folder of files. */
export type UvSource =
  | { readonly kind: 'registry'; readonly registry: string }
  | {
      readonly kind: 'git';
      readonly url: string;
      readonly commit: string | undefined;
      /** The branch, tag or revision that was asked for. */
      readonly asked: { readonly kind: 'branch' | 'tag' | 'rev'; readonly name: string } | undefined;
      readonly subdirectory: string | undefined;
    }
  | { readonly kind: 'url'; readonly url: string; readonly subdirectory: string | undefined }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'directory' | 'editable' | 'virtual'; readonly path: string };

/** An edge of the graph. `index` is the place of the package that it leads to in the lock's list, from 0. */
export interface UvDependency {
  readonly name: NormalizedName;
  readonly extras: readonly NormalizedName[];
  readonly marker: Marker | undefined;
  readonly index: number;
}

/** A file of a package. */
export interface UvFile {
  /** From the file's own key, or the end of its URL or path; a direct URL's file has none of them, for it is the source. */
  readonly filename: string | undefined;
  readonly url: string | undefined;
  readonly path: string | undefined;
  readonly hash: { readonly algorithm: string; readonly digest: string } | undefined;
  readonly size: Numeral | undefined;
  readonly uploadTime: string | undefined;
}

/** A requirement of a project, kept so that uv sees when the project has changed. */
export interface UvRequirement {
  readonly name: NormalizedName;
  readonly extras: readonly NormalizedName[];
  readonly specifier: SpecifierSet | undefined;
  readonly marker: Marker | undefined;
  /** Where it is asked to come from, if not from an index. */
  readonly source: UvSource | undefined;
}

export interface UvPackage {
  readonly name: NormalizedName;
  /** `undefined` if it is known only when the project is built. */
  readonly version: Version | undefined;
  readonly source: UvSource;
  /** Where this one of several of the name counts. */
  readonly resolutionMarkers: readonly Marker[];
  readonly dependencies: readonly UvDependency[];
  readonly extras: ReadonlyMap<NormalizedName, readonly UvDependency[]>;
  readonly groups: ReadonlyMap<NormalizedName, readonly UvDependency[]>;
  readonly sdist: UvFile | undefined;
  readonly wheels: readonly UvFile[];
  readonly requiresDist: readonly UvRequirement[];
  readonly providesExtras: readonly NormalizedName[];
  readonly requiresDev: ReadonlyMap<NormalizedName, readonly UvRequirement[]>;
}

/** An extra or a group of a project that can't be installed together with others. */
export interface UvConflictItem {
  readonly package: NormalizedName;
  readonly extra: NormalizedName | undefined;
  readonly group: NormalizedName | undefined;
}

/** The settings that the resolution was made with, as written. */
export interface UvOptions {
  readonly resolutionMode: string | undefined;
  readonly prereleaseMode: string | undefined;
  readonly forkStrategy: string | undefined;
  readonly excludeNewer: string | undefined;
  readonly excludeNewerPackages: ReadonlyMap<string, string>;
}

/** What the workspace asks for beside its projects. */
export interface UvManifest {
  readonly members: readonly NormalizedName[];
  readonly requirements: readonly UvRequirement[];
  readonly constraints: readonly UvRequirement[];
  readonly overrides: readonly UvRequirement[];
  readonly buildConstraints: readonly UvRequirement[];
  readonly groups: ReadonlyMap<NormalizedName, readonly UvRequirement[]>;
}

export interface UvLock {
  readonly version: 1;
  /** Raised by uv when it adds keys that older versions may pass over. */
  readonly revision: Numeral;
  readonly requiresPython: SpecifierSet | undefined;
  readonly resolutionMarkers: readonly Marker[];
  readonly supportedMarkers: readonly Marker[];
  readonly requiredMarkers: readonly Marker[];
  readonly conflicts: readonly (readonly UvConflictItem[])[];
  readonly options: UvOptions;
  readonly manifest: UvManifest;
  readonly packages: readonly UvPackage[];
}
