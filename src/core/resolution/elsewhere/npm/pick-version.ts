// Which version npm takes for a range (npm-pick-manifest): the one tagged `latest` if it is in the range, or else the highest in
// it; deprecated versions only when nothing else is.
import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import type { NpmPackage, NpmVersion } from './npm-problem';

/** Is a version in a range? `*` and an empty range let in pre-releases too, as npm's tree does. */
export function isInRange(version: string, range: string): boolean {
  return range.trim() === '*' || range.trim() === '' || satisfies(version, range, true);
}

/** The version that npm installs for a range, or `undefined` (its error ETARGET). */
export function pickVersion({ latest, versions }: NpmPackage, range: string): NpmVersion | undefined {
  const wanted = range.trim() === '' ? '*' : range;
  const exact = valid(wanted);
  if (exact !== null) return versions.get(exact);
  const tagged = latest === undefined ? undefined : versions.get(latest);
  if (tagged !== undefined && !tagged.isDeprecated && isInRange(tagged.version, wanted)) return tagged;
  let best: NpmVersion | undefined;
  for (const one of versions.values()) {
    if (!satisfies(one.version, wanted, true)) continue;
    if (best === undefined || isBetter(one, best)) best = one;
  }
  return best;
}

function isBetter(one: NpmVersion, other: NpmVersion): boolean {
  if (one.isDeprecated !== other.isDeprecated) return other.isDeprecated;
  return compare(one.version, other.version, true) > 0;
}
