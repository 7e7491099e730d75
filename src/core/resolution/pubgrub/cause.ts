// Why an incompatibility holds (Dart pub, doc/solver.md, "Incompatibility"): from outside, by what the index and the
// requirements say, or because it follows from two others.
import type { VersionSet } from '@/core/python';
import type { IncompatibilityId, PackageId } from './incompatibility';

/** `Reason` is what the caller has to say about versions that exist and can't be used. */
export type Cause<Reason> =
  /** The root must be selected: what the search begins with. */
  | { readonly kind: 'root' }
  /** These versions of the dependent need one of those versions of the dependency; with no versions, none would do. */
  | {
      readonly kind: 'dependency';
      readonly dependent: PackageId;
      readonly dependentVersions: VersionSet;
      readonly dependency: PackageId;
      readonly dependencyVersions: VersionSet;
    }
  /** The package has no version in the set, or none that may be selected. */
  | { readonly kind: 'no-versions'; readonly package: PackageId; readonly versions: VersionSet }
  /** The package has a version in the set that can't be used. */
  | {
      readonly kind: 'unavailable';
      readonly package: PackageId;
      readonly versions: VersionSet;
      readonly reason: Reason;
    }
  /** Both hold, and what they say about `over` can't be avoided: so this holds, too. */
  | {
      readonly kind: 'derived';
      readonly left: IncompatibilityId;
      readonly right: IncompatibilityId;
      readonly over: PackageId;
    };
