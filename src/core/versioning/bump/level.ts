// How grave a change is, and which number that raises: Semantic Versioning 2.0.0, items 4 and 6 to 8; of calendar versions and of CPython
// as their own policies have it.
import type { SchemeKind } from './scheme';

/**
 * What a change does to those who use the project. `promises`: the API is promised from now on (item 5). `waits`: a policy allows it only
 * after a warning, which nobody has had yet.
 */
export type Effect = 'nothing' | 'mends' | 'adds' | 'breaks' | 'promises' | 'waits';

/** Which number rises: the first, the second, the third, or none. In a calendar scheme `minor` is a regular release. */
export type Level = 'none' | 'patch' | 'minor' | 'major';

const LEVELS: readonly Level[] = ['none', 'patch', 'minor', 'major'];

const LEVEL_OF: Readonly<Record<SchemeKind, Readonly<Record<Effect, Level>>>> = {
  semver: { nothing: 'none', mends: 'patch', adds: 'minor', breaks: 'major', promises: 'none', waits: 'none' },
  // By convention the second number does the first one's work as long as that is 0: ^0.2.3 stops before 0.3.0.
  'semver-zero': { nothing: 'none', mends: 'patch', adds: 'patch', breaks: 'minor', promises: 'major', waits: 'none' },
  calver: { nothing: 'none', mends: 'patch', adds: 'minor', breaks: 'minor', promises: 'none', waits: 'none' },
  cpython: { nothing: 'none', mends: 'patch', adds: 'minor', breaks: 'minor', promises: 'none', waits: 'none' },
};

/**
 * The level of an effect in a scheme.
 *
 * @example levelOf('semver-zero', 'breaks') // → 'minor'
 */
export function levelOf(scheme: SchemeKind, effect: Effect): Level {
  return LEVEL_OF[scheme][effect];
}

/** Below, equal or above zero, as `left` is less grave than, as grave as, or graver than `right`. */
export function compareLevels(left: Level, right: Level): number {
  return LEVELS.indexOf(left) - LEVELS.indexOf(right);
}

/** The graver of two. */
export function graver(left: Level, right: Level): Level {
  return compareLevels(left, right) >= 0 ? left : right;
}
