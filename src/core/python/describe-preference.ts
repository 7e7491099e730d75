// Why one wheel that fits goes before another: the platform compatibility tags specification ("Use": the earlier tag of the
// machine's list), and for equal tags the build tag (binary distribution format, "File name convention").
import type { RankedWheel } from './wheel-choice';
import { compareBuildTags } from './wheel-filename';

/** Why the first of two wheels that fit one machine goes before the second. Places count from 0. */
export type Preference =
  | { readonly kind: 'tag'; readonly place: number; readonly other: number }
  | { readonly kind: 'build-tag' }
  /** Tags and build tags are equal: the one that the index lists last, where pip begins. */
  | { readonly kind: 'order' };

/**
 * What puts the first of two wheels that fit one machine before the second (PEP 425, "Use"; binary distribution format, "File name
 * convention" for the build tag). Takes two of `rankWheels`.
 *
 * @example preferenceOf(...rankWheels(['a-1-py3-none-any.whl', 'a-1-cp312-none-any.whl'], arrangeTags(LINUX_312)).ranked).kind // → 'tag'
 */
export function preferenceOf(first: RankedWheel, second: RankedWheel): Preference {
  if (first.best.place !== second.best.place) {
    return { kind: 'tag', place: first.best.place, other: second.best.place };
  }
  return compareBuildTags(first.wheel.build, second.wheel.build) === 0 ? { kind: 'order' } : { kind: 'build-tag' };
}

/**
 * A preference in words (PEP 425, "Use"), places counted from 1 as people do.
 *
 * @example describePreference({ kind: 'tag', place: 2, other: 40 }) // → 'Its tag stands earlier in this machine’s list: place 3 against 41.'
 */
export function describePreference(preference: Preference): string {
  switch (preference.kind) {
    case 'tag': {
      const [place, other] = [preference.place, preference.other].map((at) => (at + 1).toLocaleString('en'));
      return `Its tag stands earlier in this machine’s list: place ${place} against ${other}.`;
    }
    case 'build-tag':
      return 'Its tag is the same, and its build tag is higher.';
    case 'order':
      return 'Tags and build are the same; it comes later in the index’s list, and pip begins at the end.';
  }
}
