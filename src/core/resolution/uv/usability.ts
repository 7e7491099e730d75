// Whether a release has a file that may be used (crates/uv-resolver, version_map.rs and prioritized_distribution.rs). A release
// without one isn't an error: the search goes on to the next version.
import {
  bestTag,
  type MarkerSet,
  type NormalizedName,
  type Requirement,
  readWheelFilename,
  type SpecifierSet,
  type SupportedTags,
} from '@/core/python';
import type { IndexedRelease, ResolutionPolicy } from '../problem';

/** Why a version can't be used. */
export type UnusableReason =
  /** The index has no such project. */
  | { readonly kind: 'no-such-project' }
  /** It was yanked, and no requirement of the root's own pins it. */
  | { readonly kind: 'yanked' }
  /** It has an sdist only, or no wheel that fits, and may not be built. */
  | { readonly kind: 'no-build' }
  /** It has wheels only, and these may not be used. */
  | { readonly kind: 'no-binary' }
  /** No wheel fits, and there is no sdist. */
  | { readonly kind: 'no-fitting-wheel'; readonly wheelTags: readonly string[] }
  /** It has no sdist, and no wheel for an environment that must have one. */
  | { readonly kind: 'missing-environment'; readonly environment: MarkerSet; readonly written: string }
  /** It wants another Python. */
  | { readonly kind: 'requires-python'; readonly requiresPython: SpecifierSet }
  /** It requires what no version can be, such as `a>2,<1`. */
  | { readonly kind: 'impossible-requirement'; readonly requirement: Requirement };

export type Usability =
  | { readonly kind: 'usable'; readonly hasSdist: boolean; readonly wheelTags: readonly string[] }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason };

/** Which wheels fit: by the tags of one machine, or by what a range of Python rules out. */
export type WheelFilter = (tags: string) => boolean;

/** Judges a release by its files. `isYankAllowed`: the root or an existing lock asks for just this version. */
export function usabilityOf(
  name: NormalizedName,
  release: IndexedRelease,
  policy: ResolutionPolicy,
  fits: WheelFilter,
  isYankAllowed: boolean,
): Usability {
  const { hasSdist, wheelTags } = release;
  const mayBuild = hasSdist && !policy.noBuild.has(name);
  const fitting = policy.noBinary.has(name) ? [] : wheelTags.filter(fits);
  if (release.yanked && !isYankAllowed) return { kind: 'unusable', reason: { kind: 'yanked' } };
  if (mayBuild || fitting.length > 0) return { kind: 'usable', hasSdist: mayBuild, wheelTags: fitting };
  if (hasSdist) return { kind: 'unusable', reason: { kind: 'no-build' } };
  if (policy.noBinary.has(name)) return { kind: 'unusable', reason: { kind: 'no-binary' } };
  return { kind: 'unusable', reason: { kind: 'no-fitting-wheel', wheelTags } };
}

/** The filter for one machine. What isn't a compressed tag set doesn't fit. */
export function fitsTags(tags: SupportedTags | undefined): WheelFilter {
  return onceEach((written) => {
    const wheel = readWheelFilename(`a-1-${written}.whl`);
    return wheel !== undefined && (tags === undefined || bestTag(wheel, tags) !== undefined);
  });
}

/** A filter that judges each compressed tag set once: an index has few of them, and many wheels. */
export function onceEach(filter: WheelFilter): WheelFilter {
  const judged = new Map<string, boolean>();
  return (written) => {
    const known = judged.get(written);
    if (known !== undefined) return known;
    const fits = filter(written);
    judged.set(written, fits);
    return fits;
  };
}
