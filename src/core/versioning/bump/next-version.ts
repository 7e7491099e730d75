// From a level to the next version, and how uv and npm are told: from a release by a bump, from a pre-release by what it already
// stands for. node-semver's `inc` counts the same way (recorded.json): a candidate of 2.0.0 is a major bump already.
import { formatVersion, isPrerelease, type Numeral, type Version } from '@/core/python';
import { bumpVersion, type Component } from './bump-version';
import type { Level } from './level';
import type { Scheme } from './scheme';

/** What is published: the release itself, a candidate of it, or a post-release of the last one. */
export const FORMS = ['final', 'candidate', 'post'] as const;
export type Form = (typeof FORMS)[number];

/** A version, and what uv is told to come to it: components to bump, or none where the version has to be given. */
export interface NextVersion {
  readonly version: Version;
  readonly components: readonly Component[];
}

/** From what the next version is counted. */
export interface Counting {
  readonly scheme: Scheme;
  readonly current: Version;
  /** The year's two digits when the release is made; only a calendar scheme asks. */
  readonly year: number;
}

/**
 * The next version of a level in a form; undefined when there is nothing to release.
 *
 * @example formatVersion(nextVersion({ scheme: 'semver', current: readVersion('1.4.2'), year: 26 }, 'minor', 'candidate').version) // → '1.5.0rc1'
 */
export function nextVersion(counting: Counting, level: Level, form: Form): NextVersion | undefined {
  const { current } = counting;
  if (form === 'post') return bumped(current, ['post']);
  const target = targetOf(counting, level);
  if (target === undefined) return undefined;
  if (form === 'final') return target;
  // A candidate counts on as long as it is one of the same release.
  if (isPrerelease(current) && target.components[0] === 'stable') return bumped(current, ['rc']);
  const version: Version = { ...target.version, pre: { letter: 'rc', number: 1 } };
  return { version, components: target.components.length === 0 ? [] : [...target.components, 'rc'] };
}

function bumped(current: Version, components: readonly Component[]): NextVersion | undefined {
  const version = bumpVersion(current, components);
  return version && { version, components };
}

function targetOf({ scheme, current, year }: Counting, level: Level): NextVersion | undefined {
  const stable = isPrerelease(current) ? bumped(current, ['stable']) : undefined;
  if (level === 'none') return stable;
  if (scheme === 'calver' && level !== 'patch') {
    const [ofYear = 0] = current.release;
    // 27.0 after 26.3: the year can only be given.
    if (ofYear < year) return { version: { ...current, release: [year, 0], ...nothing }, components: [] };
    if (stable !== undefined && standsFor(current.release, 1)) return stable;
    const raised = bumped(current, ['minor']);
    return raised && { ...raised, version: { ...raised.version, release: raised.version.release.slice(0, 2) } };
  }
  if (stable !== undefined && standsFor(current.release, PLACE[level])) return stable;
  return bumped(current, [level]);
}

const nothing = { pre: undefined, post: undefined, dev: undefined } as const;
const PLACE = { major: 0, minor: 1, patch: 2 } as const;

/** Is a pre-release of this one already a bump at that place? 1.5.0rc1 is a minor one, and a patch; a major one it isn't. */
function standsFor(release: readonly Numeral[], place: number): boolean {
  return release.slice(place + 1).every((number) => number === 0);
}

/**
 * The version as SemVer writes it (items 2 and 9); undefined for what it can't write: post- and dev-releases, fewer than three numbers.
 *
 * @example semVerText(readVersion('2.0.0rc1')) // → '2.0.0-rc.1'
 */
export function semVerText({ release, pre, post, dev }: Version): string | undefined {
  if (release.length !== 3 || post !== undefined || dev !== undefined) return undefined;
  const word = pre && { a: 'alpha', b: 'beta', rc: 'rc' }[pre.letter];
  return `${release.join('.')}${pre === undefined ? '' : `-${word}.${pre.number}`}`;
}

/** The command that makes uv write the next version into pyproject.toml. */
export function uvCommand({ version, components }: NextVersion): string {
  if (components.length === 0) return `uv version ${formatVersion(version)}`;
  return `uv version ${components.map((component) => `--bump ${component}`).join(' ')}`;
}
