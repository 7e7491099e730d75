// Which pre-releases a resolver looks at, and when: the version specifiers specification (PEP 440), "Handling of
// pre-releases", which leaves room, and what uv makes of it (uv 0.12 and later: crates/uv-resolver/src/prerelease.rs, and its
// documentation, "Pre-release handling").
//
// It is no part of a set of versions: a pre-release that is in range stays in range, and is only tried late or not at all.
import type { SpecifierSet } from './specifier';
import { namesPrerelease } from './specifier-admits';
import { isPrerelease, type Version } from './version';
import { sortByVersion } from './version-key';

/** What uv's `--prerelease` takes. The last is an old name of `if-necessary`. */
export const PRERELEASE_MODES = ['disallow', 'allow', 'if-necessary', 'explicit', 'if-necessary-or-explicit'] as const;
export type PrereleaseMode = (typeof PRERELEASE_MODES)[number];

/** How pre-releases of a project are taken: never, in their order among all versions, or after every final release. */
export type PrereleaseSelection = 'disallow' | 'allow' | 'prefer-stable';

/**
 * What a mode of uv means for one project ("Handling of pre-releases"). `own` are the specifiers that the root's own
 * requirements give for it: `explicit` looks whether they name a pre-release; those of other projects don't count.
 *
 * @example prereleaseSelection('explicit', [readSpecifierSet('>=2.0rc1')]) // → 'prefer-stable'
 */
export function prereleaseSelection(mode: PrereleaseMode, own: readonly SpecifierSet[]): PrereleaseSelection {
  switch (mode) {
    case 'disallow':
    case 'allow':
      return mode;
    case 'if-necessary':
    case 'if-necessary-or-explicit':
      return 'prefer-stable';
    case 'explicit':
      return own.some(namesPrerelease) ? 'prefer-stable' : 'disallow';
  }
}

/**
 * The items in the order in which they are to be tried, the newest first ("Handling of pre-releases").
 *
 * @example preferredOrder(['1.0', '1.1rc1', '0.9'], readVersion, 'prefer-stable') // → ['1.0', '0.9', '1.1rc1']
 */
export function preferredOrder<Item>(
  items: readonly Item[],
  versionOf: (item: Item) => Version,
  selection: PrereleaseSelection,
): Item[] {
  const newestFirst = sortByVersion(items, versionOf).reverse();
  if (selection === 'allow') return newestFirst;
  const finals = newestFirst.filter((item) => !isPrerelease(versionOf(item)));
  if (selection === 'disallow') return finals;
  return [...finals, ...newestFirst.filter((item) => isPrerelease(versionOf(item)))];
}
