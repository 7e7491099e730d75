// The arithmetic of bumps on a version as PEP 440 writes it, as `uv version --bump` does it: recorded.json holds what uv answers.
import { compareVersions, formatVersion, type Numeral, nextNumeral, readVersion, type Version } from '@/core/python';

/** What can be raised, in the order in which uv applies several, whatever the order in which they are said. */
export const COMPONENTS = ['major', 'minor', 'patch', 'stable', 'alpha', 'beta', 'rc', 'post', 'dev'] as const;
export type Component = (typeof COMPONENTS)[number];

/** uv takes stable and post alone, and else one of each of these rows: `--bump patch --bump beta`, but not `--bump beta --bump dev`. */
const ALONE: readonly Component[] = ['stable', 'post'];
const RELEASE: readonly Component[] = ['major', 'minor', 'patch'];
const PRE_RELEASE: readonly Component[] = ['alpha', 'beta', 'rc', 'dev'];

const PLACE = { major: 0, minor: 1, patch: 2 } as const;
const LETTER = { alpha: 'a', beta: 'b', rc: 'rc' } as const;

/**
 * The version with components raised. Undefined when uv wouldn't raise them together, and when the outcome isn't newer: a pre-release of a
 * release that is out comes before it.
 *
 * @example formatVersion(bumpVersion(readVersion('1.4.2'), ['major', 'rc'])) // → '2.0.0rc1'
 */
export function bumpVersion(version: Version, components: readonly Component[]): Version | undefined {
  if (!goTogether(components)) return undefined;
  const ordered = COMPONENTS.filter((component) => components.includes(component));
  const raised = ordered.reduce(raise, version);
  return compareVersions(raised, version) > 0 ? raised : undefined;
}

function goTogether(components: readonly Component[]): boolean {
  const count = (row: readonly Component[]) => components.filter((component) => row.includes(component)).length;
  if (count(ALONE) > 0 && components.length > 1) return false;
  return count(RELEASE) <= 1 && count(PRE_RELEASE) <= 1;
}

function raise(version: Version, component: Component): Version {
  switch (component) {
    case 'major':
    case 'minor':
    case 'patch':
      return { ...final(version), release: raiseAt(version.release, PLACE[component]) };
    case 'stable':
      return final(version);
    case 'alpha':
    case 'beta':
    case 'rc': {
      const letter = LETTER[component];
      const number = version.pre?.letter === letter ? nextNumeral(version.pre.number) : 1;
      return { ...final(version), pre: { letter, number } };
    }
    case 'post':
      return { ...version, post: following(version.post), dev: undefined };
    case 'dev':
      return { ...version, dev: following(version.dev) };
  }
}

const final = (version: Version): Version => ({ ...version, pre: undefined, post: undefined, dev: undefined });
const following = (number: Numeral | undefined): Numeral => (number === undefined ? 1 : nextNumeral(number));

/** One number more, zeros behind it. A release that is too short is made longer: the patch after 1.4 is 1.4.1. */
export function raiseAt(release: readonly Numeral[], place: number): readonly Numeral[] {
  const length = Math.max(release.length, place + 1);
  return Array.from({ length }, (_, at) => {
    const number = release[at] ?? 0;
    return at < place ? number : at === place ? nextNumeral(number) : 0;
  });
}

/** The same on text: what the real tool is asked. Undefined where the text is no version, too. */
export function bumpText(text: string, components: readonly Component[]): string | undefined {
  const version = readVersion(text);
  const bumped = version && bumpVersion(version, components);
  return bumped && formatVersion(bumped);
}
