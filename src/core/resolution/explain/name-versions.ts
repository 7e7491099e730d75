// Versions in words: ranges come down to what exists, few versions are listed, many are given by their bounds.
import {
  formatVersion,
  formatVersionSet,
  NO_VERSIONS,
  onlyVersion,
  simplifyVersionSet,
  unionOf,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { Shortfall } from './shortfall';
import type { Existing, Selection } from './statement';
import { nameOf } from './written-requirement';

/** So many versions are listed; more are given by bounds. */
const MAX_LISTED = 3;

export interface Named {
  readonly text: string;
  readonly isPlural: boolean;
}

/** Words joined with commas, and a last “and” or “or”: after a comma too, where one of them is a list itself. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  const isNested = words.some((word) => / (and|or) |, /.test(word.replaceAll(/`[^`]*`/g, '')));
  return `${words.slice(0, -1).join(', ')}${isNested ? ',' : ''} ${last} ${words.at(-1)}`;
}

/** Versions of a subject as what a sentence is about. */
export function nameSelection({ subject, versions, isAll }: Selection, existing: Existing, last: 'and' | 'or'): Named {
  const name = nameOf(subject);
  if (versions.length === 1) return { text: `\`${name}\` ${texts(versions).join('')}`, isPlural: false };
  if (isAll) return { text: `${last === 'and' ? 'every' : 'a'} version of \`${name}\``, isPlural: false };
  if (versions.length <= MAX_LISTED) return { text: `\`${name}\` ${listed(texts(versions), last)}`, isPlural: true };
  const bounds = boundsOf(versions, existing(subject.name));
  if (bounds !== undefined) return { text: `\`${name}${bounds}\``, isPlural: false };
  return { text: `\`${name}\` ${listed(texts(versions), last)}`, isPlural: true };
}

/** Versions as one specifier set; undefined if it takes more than that. */
function boundsOf(versions: readonly Version[], all: readonly Version[]): string | undefined {
  let set: VersionSet = NO_VERSIONS;
  for (const version of versions) set = unionOf(set, onlyVersion(version));
  const text = formatVersionSet(simplifyVersionSet(set, all));
  return text.includes('|') || text.includes(' ') ? undefined : text;
}

function texts(versions: readonly Version[]): readonly string[] {
  return versions.map(formatVersion);
}

/** What exists of a project, where nothing of it is in range. */
export function whatExists(
  { subject }: Selection,
  { side, between }: Shortfall,
  existing: Existing,
  { index, policy }: ResolutionProblem,
): string {
  const { name } = subject;
  const versions = existing(name);
  const releases = index.get(name);
  if (releases === undefined) return `the index has no \`${name}\``;
  if (releases.length === 0) return `\`${name}\` has no releases`;
  if (versions.length === 0 && policy.excludeNewer !== undefined) {
    return `\`${name}\` had no release before ${formatInstant(policy.excludeNewer)}`;
  }
  if (versions.length === 0) return `\`${name}\` has no release with a file`;
  if (versions.length <= MAX_LISTED) {
    return `only \`${name}\` ${listed(texts(versions), 'and')} ${versions.length === 1 ? 'exists' : 'exist'}`;
  }
  const [oldest] = versions;
  const newest = versions.at(-1);
  if (side === 'newer' && newest !== undefined) return `the newest \`${name}\` is ${formatVersion(newest)}`;
  if (side === 'older' && oldest !== undefined) return `the oldest \`${name}\` is ${formatVersion(oldest)}`;
  if (between === undefined) return `none of the ${versions.length} versions of \`${name}\` fits`;
  return `\`${name}\` ${formatVersion(between[0])} is followed by ${formatVersion(between[1])}`;
}

/** A day where that is all that the instant says. */
export function formatInstant(instant: string): string {
  return instant.replace(/(T00:00(:00(\.0+)?)?)Z$/, '').replace(/\.0+Z$/, 'Z');
}
