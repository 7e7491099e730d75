// Notices in words.
import { formatSpecifierSet, formatVersion, type Version } from '@/core/python';
import { listed } from './name-versions';
import type { Notice } from './notice';

/** A notice in a sentence. */
export function writeNotice(notice: Notice): string {
  const versions = (all: readonly Version[]) => listed(all.map(formatVersion), 'and');
  switch (notice.kind) {
    case 'no-such-project': {
      const alike = listed(
        notice.alike.map((name) => `\`${name}\``),
        'or',
      );
      const hint = alike === '' ? 'Check the spelling, or the index.' : `Did you mean ${alike}?`;
      return `The index has no project \`${notice.name}\`. ${hint}`;
    }
    case 'prereleases':
      return `\`${notice.name}\` ${versions(notice.versions)} would fit: let pre-releases in, or name one in a requirement of your own.`;
    case 'yanked':
      return `A yanked release, such as \`${notice.name}\` ${notice.versions.at(-1) === undefined ? '' : versions(notice.versions.slice(-1))}, is taken only where a requirement of your own names it with \`==\`.`;
    case 'requires-python':
      return `For Python ${formatSpecifierSet(notice.wanted)} there ${notice.versions.length === 1 ? 'is' : 'are'} \`${notice.name}\` ${versions(notice.versions)}.`;
    case 'too-new':
      return `\`${notice.name}\` ${versions(notice.versions)} came later: you leave out what was uploaded from ${notice.excludeNewer} on.`;
    case 'no-file':
      return `\`${notice.name}\` ${versions(notice.versions)}: ${REMEDIES[notice.why]}`;
  }
}

const REMEDIES: Readonly<Record<Extract<Notice, { kind: 'no-file' }>['why'], string>> = {
  'no-build': 'let it be built from the sdist, or take another version.',
  'no-binary': 'let the wheels in, or take a version with an sdist.',
  'no-fitting-wheel': 'the wheels are for other machines or Pythons, and there is nothing to build from.',
  'missing-environment': 'there are wheels for some of the required environments only, and nothing to build from.',
};
