// Notices in words: what the proof doesn't say already, a sentence each.
import { formatClause, formatVersion, type Version } from '@/core/python';
import { formatInstant, listed } from './name-versions';
import type { BoundRule, Notice } from './notice';
import type { WheelMisfit } from './wheel-misfit';
import { tidySpecifier } from './written-requirement';

/** The notices in sentences: those that would differ by the project only are one. */
export function writeNotices(notices: readonly Notice[]): readonly string[] {
  const sentences: string[] = [];
  const done = new Set<Notice>();
  for (const notice of notices) {
    if (done.has(notice)) continue;
    const alike = notices.filter((other) => other === notice || isSaidWith(notice, other));
    for (const each of alike) done.add(each);
    sentences.push(writeTogether(notice, alike));
  }
  return sentences;
}

/** A notice in a sentence. */
export function writeNotice(notice: Notice): string {
  return writeTogether(notice, [notice]);
}

function isSaidWith(left: Notice, right: Notice): boolean {
  if (left.kind === 'yanked') return right.kind === 'yanked';
  if (left.kind !== 'requires-python' || right.kind !== 'requires-python') return false;
  return tidySpecifier(left.wanted) === tidySpecifier(right.wanted);
}

function writeTogether(notice: Notice, alike: readonly Notice[]): string {
  switch (notice.kind) {
    case 'no-such-project': {
      const names = listed(
        notice.alike.map((name) => `\`${name}\``),
        'or',
      );
      return names === ''
        ? `Check the spelling of \`${notice.name}\`, and whether this is the index that has it.`
        : `Did you mean ${names} instead of \`${notice.name}\`?`;
    }
    case 'prereleases':
      return notice.policy === 'explicit'
        ? `${named(notice)} would be in range: name ${notice.versions.length === 1 ? 'it' : 'one'} in a requirement of your own, or let pre-releases in.`
        : `${named(notice)} would be in range, if you let pre-releases in.`;
    case 'yanked': {
      const newest = notice.versions.at(-1);
      const pin = newest === undefined ? '' : `, such as \`${notice.name}==${formatVersion(newest)}\``;
      return `A yanked release is taken only where a requirement of your own pins it${pin}.`;
    }
    case 'requires-python': {
      const all = alike.flatMap((each) => (each.kind === 'requires-python' ? [each] : []));
      const isOne = all.length === 1 && notice.versions.length === 1;
      return `For Python ${tidySpecifier(notice.wanted)} there ${isOne ? 'is' : 'are'} ${listed(all.map(named), 'and')}.`;
    }
    case 'too-new':
      return `${named(notice)} ${whenCame(notice)}: you leave out what was uploaded from ${formatInstant(notice.excludeNewer)} on.`;
    case 'no-file':
      return writeMisfit(`The wheels of ${named(notice)}`, notice.misfit);
    case 'left-out-by-bound':
      return `\`${formatClause(notice.clause)}\` leaves out ${BELONGING[notice.rule]} of ${notice.clause.written}, such as ${named(notice)}.`;
  }
}

/** `a` 1.0 and 2.0. */
function named({ name, versions }: { readonly name: string; readonly versions: readonly Version[] }): string {
  return `\`${name}\` ${listed(versions.map(formatVersion), 'and')}`;
}

function whenCame({ versions, uploaded }: Extract<Notice, { kind: 'too-new' }>): string {
  if (uploaded === undefined) return versions.length === 1 ? 'has no date of upload' : 'came later, or have no date';
  return versions.length === 1 ? `came on ${dayOf(uploaded)}` : `came later, from ${dayOf(uploaded)} on`;
}

function dayOf(instant: string): string {
  return instant.slice(0, '2025-01-01'.length);
}

const BELONGING: Readonly<Record<BoundRule, string>> = {
  'pre-release-of-bound': 'the pre-releases',
  'post-release-of-bound': 'the post releases',
  'local-of-bound': 'the local versions',
};

function writeMisfit(wheels: string, { kind, wants, has }: WheelMisfit): string {
  const tags = listed(
    wants.map((tag) => `\`${tag}\``),
    'and',
  );
  if (has === undefined) return `${wheels} are for ${tags}.`;
  switch (kind) {
    case 'python':
      return `${wheels} are for the Python tag${wants.length === 1 ? '' : 's'} ${tags}; this Python is \`${has}\`.`;
    case 'abi':
      return `${wheels} are for the ABI ${tags}; this Python has \`${has}\`.`;
    case 'platform':
      return `${wheels} are for ${tags}; this machine is \`${has}\`.`;
  }
}
