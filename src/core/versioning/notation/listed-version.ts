// A project's versions as a list: each with its text, its value and its spelling for npm and Cargo, in the order of the version specifiers
// specification (PEP 440, "Version scheme").
import { formatVersion, type Problem, problemAt, readVersion, sortByVersion, type Version } from '@/core/python';
import { type SemVerSpelling, semVerSpelling } from './semver-spelling';

export interface ListedVersion {
  /** In normal form, unless the list writes it otherwise. */
  readonly text: string;
  readonly version: Version;
  readonly semver: SemVerSpelling;
  readonly yanked: boolean;
}

export interface VersionList {
  /** Ascending. */
  readonly versions: readonly ListedVersion[];
  readonly problems: readonly Problem[];
  /** How many lines were beyond the bound. */
  readonly unread: number;
}

/** More than any project that is looked at here has; each is a box that is drawn. */
const MOST_VERSIONS = 500;
/** Problems beyond these tell nothing more. */
const MOST_PROBLEMS = 20;

/**
 * Reads a list of versions: a line each, or several with commas or white space between them; “yanked” behind one marks it. The same version
 * twice counts once.
 *
 * Problems: `version-list/version`.
 *
 * @example readVersionList('1.0, 1.0rc1\n1.1 yanked').versions.map(({ text }) => text) // → ['1.0rc1', '1.0', '1.1']
 */
export function readVersionList(text: string): VersionList {
  const found = new Map<string, ListedVersion>();
  const problems: Problem[] = [];
  let last: ListedVersion | undefined;
  let unread = 0;
  for (const { 0: word, index } of text.matchAll(/[^\s,;]+/g)) {
    if (word.toLowerCase() === 'yanked') {
      if (last !== undefined) found.set(last.text, { ...last, yanked: true });
      continue;
    }
    const version = readVersion(word);
    if (version === undefined) {
      last = undefined;
      const message = `“${word.slice(0, 40)}” isn’t a version: write one such as 1.4.2 or 2.0rc1.`;
      if (problems.length < MOST_PROBLEMS) {
        problems.push(problemAt('version-list/version', index, index + word.length, message));
      }
      continue;
    }
    if (found.size >= MOST_VERSIONS) {
      unread++;
      continue;
    }
    last = found.get(formatVersion(version)) ?? {
      text: formatVersion(version),
      version,
      semver: semVerSpelling(version),
      yanked: false,
    };
    found.set(last.text, last);
  }
  return { versions: sortByVersion([...found.values()], ({ version }) => version), problems, unread };
}
