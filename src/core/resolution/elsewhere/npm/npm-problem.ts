// What npm is asked: the project's `dependencies`, and of every version of a package in the registry its `dependencies`,
// `peerDependencies` and whether it is deprecated (npm docs, "package.json"; the registry's package document for `dist-tags`).

/** Name → range, in the order of the manifest, which counts for npm. */
export type NpmRanges = ReadonlyMap<string, string>;

export interface NpmVersion {
  readonly version: string;
  readonly dependencies: NpmRanges;
  readonly peerDependencies: NpmRanges;
  readonly isDeprecated: boolean;
}

export interface NpmPackage {
  /** What `dist-tags.latest` names. */
  readonly latest: string | undefined;
  readonly versions: ReadonlyMap<string, NpmVersion>;
}

export interface NpmProblem {
  readonly dependencies: NpmRanges;
  readonly packages: ReadonlyMap<string, NpmPackage>;
}
