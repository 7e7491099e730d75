// A bound moved along a project's releases: from one that exists to the next one that does.
import { type Clause, compareVersions, formatVersion, nextNumeral, type Version } from '@/core/python';
import type { IndexedRelease } from '../problem';

/**
 * The version that a clause's bound comes to when it moves by one release; undefined at an end, and for clauses that have no
 * bound to move (`==1.*`, `===`, `!=`). Above the newest release `<` has one more place, the next major version.
 */
export function stepBound(clause: Clause, releases: readonly IndexedRelease[], by: 1 | -1): string | undefined {
  if (!hasBound(clause)) return undefined;
  const stops: readonly { readonly version: Version; readonly written: string }[] = [
    ...releases,
    ...(clause.operator === '<' ? nextMajor(releases) : []),
  ];
  const beyond = stops.filter(({ version }) => compareVersions(version, clause.version) * by > 0);
  return (by === 1 ? beyond[0] : beyond.at(-1))?.written;
}

/** Whether a clause has a bound that can be moved. */
export function hasBound(clause: Clause): clause is Extract<Clause, { kind: 'comparison' }> {
  // A compatible release of `2` alone would mean nothing.
  return clause.kind === 'comparison' && clause.operator !== '!=' && clause.operator !== '~=';
}

/** The next major version after the newest release: all of them are below it. */
export function versionBeyond(releases: readonly IndexedRelease[]): string | undefined {
  return nextMajor(releases)[0]?.written;
}

function nextMajor(releases: readonly IndexedRelease[]): readonly { version: Version; written: string }[] {
  const newest = releases.at(-1)?.version;
  const major = newest?.release[0];
  if (newest === undefined || major === undefined) return [];
  const version: Version = {
    epoch: newest.epoch,
    release: [nextNumeral(major)],
    pre: undefined,
    post: undefined,
    dev: undefined,
    local: [],
  };
  return [{ version, written: formatVersion(version) }];
}
