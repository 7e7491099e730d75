// What a way out costs, as lecture 3 orders the ways: a newer release of a package that lags behind, one's own bound, an older
// release of a direct dependency, less of what one asked for; to do without is last.
import { compareVersions } from '@/core/python';
import type { Change, WayOut } from './ways-out';

/** The place in that order of the change that costs most. */
export function rankOf({ changes, forks }: WayOut): number {
  return Math.max(0, ...changes.map((change) => rankOfChange(change, forks)));
}

function rankOfChange({ kind, from }: Change, forks: WayOut['forks']): number {
  switch (kind) {
    case 'widened':
    case 'without-clauses': {
      const bare = kind === 'without-clauses' ? 1 : 0;
      if (isNewer(from, forks)) return bare;
      return (from.specifier.clauses.some(({ operator }) => operator === '==' || operator === '===') ? 4 : 2) + bare;
    }
    case 'without-extras':
      return 6;
    case 'left-out':
      return 7;
  }
}

/** Whether what would be installed is newer than anything that the requirement names. */
function isNewer({ normalizedName, specifier }: Change['from'], forks: WayOut['forks']): boolean {
  const chosen = forks.flatMap(({ pins }) => pins.filter(({ name }) => name === normalizedName));
  const named = specifier.clauses.flatMap(({ operator, version }) =>
    version === undefined || operator === '!=' ? [] : [version],
  );
  return chosen.every(({ version }) => named.every((bound) => compareVersions(version, bound) >= 0));
}
