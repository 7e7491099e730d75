// The steps of an installation, as data: what the installer asked, looked at, chose, fetched and wrote, in order. The
// sentences are describe.ts's; figures draw these.
import type { ComparisonOutcome, Mismatch, NormalizedName, Tag } from '@/core/python';

/** Who wants a project: the person, or a release that was chosen before. */
export type Wisher =
  | { readonly kind: 'you' }
  | { readonly kind: 'release'; readonly project: NormalizedName; readonly version: string };

/** A requirement as written, and whose it is. */
export interface Wish {
  readonly by: Wisher;
  readonly requirement: string;
}

/** Why a file is not the one. */
export type PassOverReason =
  | { readonly kind: 'specifier'; readonly specifier: string }
  | { readonly kind: 'requires-python'; readonly requires: string; readonly have: string }
  | { readonly kind: 'pre-release' }
  /** `why` is the maintainers' reason, or empty. */
  | { readonly kind: 'yanked'; readonly why: string }
  | { readonly kind: 'tags'; readonly mismatches: readonly Mismatch[] }
  | { readonly kind: 'sdist-while-wheel-fits'; readonly wheel: string }
  /** Another wheel of the release: its tag is preferred, or with the same tag its build tag is higher. */
  | { readonly kind: 'better-wheel'; readonly by: 'tag' | 'build-tag'; readonly wheel: string; readonly tag: Tag }
  | { readonly kind: 'wheels-only' };

export interface PassedOver {
  readonly filename: string;
  readonly version: string;
  readonly reason: PassOverReason;
}

/** A requirement of a release that does not count here, and the comparisons of its marker. */
export interface LeftRequirement {
  readonly requirement: string;
  readonly marker: string;
  readonly comparisons: readonly ComparisonOutcome[];
}

/** A file of an archive and where it goes. */
export interface UnpackedFile {
  readonly path: string;
  readonly size: number;
  readonly to: 'site-packages' | 'scripts' | 'environment';
}

export type InstallStep =
  /** The person's own requirement; on this machine it counts or not. */
  | { readonly kind: 'want'; readonly requirement: string; readonly counts: boolean }
  | { readonly kind: 'keep-installed'; readonly project: NormalizedName; readonly version: string }
  | {
      readonly kind: 'ask-index';
      readonly project: NormalizedName;
      readonly path: string;
      readonly wishes: readonly Wish[];
    }
  | {
      readonly kind: 'list-files';
      readonly project: NormalizedName;
      readonly files: number;
      readonly releases: number;
      /** The releases that had to be looked at, newest first. */
      readonly lookedAt: readonly string[];
    }
  | {
      readonly kind: 'pass-over';
      readonly project: NormalizedName;
      /** Of the releases looked at, newest first. */
      readonly files: readonly PassedOver[];
      /** What is older than the release chosen, and what no installer can use. */
      readonly rest: { readonly files: number; readonly releases: number };
    }
  | {
      readonly kind: 'choose';
      readonly project: NormalizedName;
      readonly version: string;
      readonly filename: string;
      readonly tag: Tag;
      /** The tag's place in the machine's list, from 0, and the length of that list. */
      readonly place: number;
      readonly tags: number;
    }
  | {
      readonly kind: 'read-metadata';
      readonly project: NormalizedName;
      readonly filename: string;
      /** A file of its own beside the wheel, or inside the wheel, which then had to be downloaded for it. */
      readonly from: 'index' | 'wheel';
      readonly size: number | undefined;
    }
  | {
      readonly kind: 'requires';
      readonly project: NormalizedName;
      readonly version: string;
      readonly extras: readonly string[];
      readonly counted: readonly string[];
      readonly left: readonly LeftRequirement[];
    }
  | { readonly kind: 'resolve'; readonly chosen: readonly Resolved[] }
  | {
      readonly kind: 'download';
      readonly project: NormalizedName;
      readonly filename: string;
      readonly size: number | undefined;
    }
  | {
      readonly kind: 'check-hash';
      readonly project: NormalizedName;
      readonly filename: string;
      readonly algorithm: 'sha256';
      readonly expected: string;
      readonly got: string;
    }
  /** An older or newer release that was there makes room. */
  | { readonly kind: 'remove'; readonly project: NormalizedName; readonly version: string }
  | {
      readonly kind: 'unpack';
      readonly project: NormalizedName;
      readonly filename: string;
      readonly folder: string;
      readonly files: readonly UnpackedFile[];
      readonly size: number;
    }
  | {
      readonly kind: 'write-record';
      readonly project: NormalizedName;
      readonly path: string;
      /** Files of the wheel, of the installer (INSTALLER, REQUESTED, scripts) and compiled modules, each a line in RECORD. */
      readonly fromWheel: number;
      readonly added: readonly string[];
      readonly compiled: number;
    }
  | {
      readonly kind: 'write-script';
      readonly project: NormalizedName;
      readonly name: string;
      readonly path: string;
      readonly calls: string;
    }
  | {
      readonly kind: 'done';
      readonly projects: number;
      /** Bytes of wheels, and of metadata files beside them. */
      readonly downloaded: number;
      readonly metadata: number;
      /** Files out of the wheels and their bytes, and scripts written. */
      readonly files: number;
      readonly size: number;
      readonly scripts: number;
    }
  | { readonly kind: 'stop'; readonly problem: InstallProblem };

/** A project with the release that was taken, who wanted it, and what all of them together ask for. */
export interface Resolved {
  readonly project: NormalizedName;
  readonly version: string;
  readonly filename: string;
  readonly wishes: readonly Wish[];
  readonly specifier: string;
}

/** Why an installation stops. */
export type InstallProblem =
  | { readonly kind: 'bad-requirement'; readonly wish: Wish; readonly message: string }
  /** A marker that has no meaning, in a requirement that may count or not. */
  | { readonly kind: 'bad-marker'; readonly wish: Wish; readonly marker: string }
  | { readonly kind: 'url'; readonly wish: Wish }
  /** Not among the recorded answers: nothing can be said of it. */
  | { readonly kind: 'project-not-recorded'; readonly project: NormalizedName; readonly wishes: readonly Wish[] }
  | { readonly kind: 'metadata-not-recorded'; readonly project: NormalizedName; readonly filename: string }
  /** No release fits, and only the person's own requirements ask for the project. */
  | { readonly kind: 'nothing-fits'; readonly project: NormalizedName; readonly wishes: readonly Wish[] }
  /** The newest release that fits has no wheel for this machine: its source distribution would have to be built. */
  | { readonly kind: 'needs-build'; readonly project: NormalizedName; readonly filename: string }
  /** Requirements exclude each other for the releases taken so far; older releases may agree. */
  | {
      readonly kind: 'needs-backtracking';
      readonly project: NormalizedName;
      /** The release taken before the later requirement was known, if there was one. */
      readonly taken: string | undefined;
      readonly earlier: readonly Wish[];
      readonly later: Wish;
    }
  /** The metadata asks for another Python than the index said. */
  | {
      readonly kind: 'metadata-requires-python';
      readonly project: NormalizedName;
      readonly filename: string;
      readonly requires: string;
      readonly have: string;
    }
  | { readonly kind: 'hash-mismatch'; readonly project: NormalizedName; readonly filename: string };
