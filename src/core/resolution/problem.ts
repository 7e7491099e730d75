// What there is to resolve: the reader's requirements, an index, a target and a policy. Every strategy works on this one
// problem; scenario files, recorded metadata and the playground are read into it.
import type {
  MarkerEnvironment,
  NormalizedName,
  Requirement,
  Span,
  SpecifierSet,
  SupportedTags,
  Version,
} from '@/core/python';

/** One requirement of the root, and where it stands in the text that it was read from. */
export interface RootRequirement {
  readonly requirement: Requirement;
  readonly at: Span;
}

/** One release of a project, as an index and its metadata tell it. */
export interface IndexedRelease {
  readonly version: Version;
  /** The version as the index spells it. */
  readonly written: string;
  /** What the release requires by itself, markers included. */
  readonly requires: readonly Requirement[];
  /** What it requires besides when an extra is asked for, by the extra's name in normal form. */
  readonly extras: ReadonlyMap<NormalizedName, readonly Requirement[]>;
  readonly requiresPython: SpecifierSet | undefined;
  readonly hasSdist: boolean;
  /** The compressed tag sets of its wheels, such as `cp312-abi3-win_amd64`; one entry a wheel. */
  readonly wheelTags: readonly string[];
  readonly yanked: boolean;
  /** When it was uploaded, as an RFC 3339 date, where that is known. */
  readonly uploaded: string | undefined;
}

/** A project's releases, ascending. A project that isn't in the index does not exist. */
export type PackageIndex = ReadonlyMap<NormalizedName, readonly IndexedRelease[]>;

/** Where the answer is to be installed: one environment, or all that requires-python lets in. */
export type ResolutionTarget =
  | {
      readonly kind: 'environment';
      readonly environment: MarkerEnvironment;
      /** The tags of the wheels that fit; `undefined` where any wheel does. */
      readonly tags: SupportedTags | undefined;
    }
  | {
      readonly kind: 'universal';
      /** The environments that a release without an sdist must have wheels for, as markers' texts. */
      readonly requiredEnvironments: readonly string[];
    };

/** Which of the versions in range is tried first; `lowest-direct` is lowest for the root's own requirements only. */
export type ResolutionMode = 'highest' | 'lowest' | 'lowest-direct';

/** When pre-releases may be chosen, by uv's names; `if-necessary` is its default. */
export type PrereleaseMode = 'disallow' | 'allow' | 'if-necessary' | 'explicit';

export interface ResolutionPolicy {
  readonly mode: ResolutionMode;
  readonly prereleases: PrereleaseMode;
  /** Projects that may not be built from an sdist, and projects whose wheels may not be used. */
  readonly noBuild: ReadonlySet<NormalizedName>;
  readonly noBinary: ReadonlySet<NormalizedName>;
  /** What holds besides wherever a project is required, and what replaces every requirement on a project. */
  readonly constraints: readonly Requirement[];
  readonly overrides: readonly Requirement[];
  /** Releases uploaded at or after this instant (RFC 3339) are as if they did not exist. */
  readonly excludeNewer: string | undefined;
  /** Versions of an existing lock: taken again where they fit. */
  readonly preferences: ReadonlyMap<NormalizedName, readonly Version[]>;
}

export interface ResolutionProblem {
  readonly requirements: readonly RootRequirement[];
  /** The root's own range of Python: counts in universal mode. */
  readonly requiresPython: SpecifierSet | undefined;
  /** The Python that is resolved for. */
  readonly python: Version;
  /** The Python that would build sdists, where it is another than the one resolved for: an sdist must suit both. */
  readonly buildPython?: Version;
  readonly index: PackageIndex;
  readonly target: ResolutionTarget;
  readonly policy: ResolutionPolicy;
}
