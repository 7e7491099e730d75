// What a specifier of Python says, in the notation of npm and of Cargo: only where it says the same there, for stable versions.
import type { SpecifierSet } from '@/core/python';
import { rangeOf, writeCargoRange, writeNpmRange } from '@/core/resolution';

/** The text in each notation, or the clause that has no like there. */
export type SameElsewhere =
  | { readonly npm: string; readonly cargo: string; readonly unsayable?: never }
  | { readonly unsayable: string };

/**
 * A specifier for npm and for Cargo.
 *
 * @example sameElsewhere(readSpecifierSet('~=1.4.2')) // → { npm: '>=1.4.2 <1.5.0', cargo: '>=1.4.2, <1.5.0' }
 */
export function sameElsewhere(set: SpecifierSet): SameElsewhere {
  const range = rangeOf(set.clauses);
  if ('unsayable' in range) return range;
  return { npm: writeNpmRange(range), cargo: writeCargoRange(range) };
}
