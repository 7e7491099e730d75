// What looking through a project's page tells: the file that pip takes (the standards core's chooseFile), and of every file of the
// releases looked at why it is not the one.
import {
  chooseFile as chooseListedFile,
  compareVersions,
  type FileFate,
  type FittingTag,
  formatSpecifierSet,
  formatVersion,
  mismatchesOf,
  normalizeName,
  type SpecifierSet,
  type SupportedTags,
  type Version,
} from '@/core/python';
import { countsOf, type IndexAnswer, type IndexFile, type ReleaseFile } from './index-answer';
import type { PassedOver, PassOverReason } from './step';

/** What a file is asked to fit. */
export interface Demand {
  readonly specifier: SpecifierSet;
  readonly supported: SupportedTags;
  readonly python: string;
  /** pip's `--only-binary :all:`. */
  readonly wheelsOnly: boolean;
}

/** The file that was taken: a wheel with its tag, or a source distribution, which has none. */
export interface Taken {
  readonly file: ReleaseFile;
  readonly best: FittingTag | undefined;
}

export interface FileChoice {
  readonly taken: Taken | undefined;
  /** Releases from the newest down to the one taken; a few of the newest if none was. */
  readonly lookedAt: readonly string[];
  readonly passedOver: readonly PassedOver[];
  readonly rest: { readonly files: number; readonly releases: number };
}

/** How many of the newest releases are told when none fits. */
const RELEASES_TOLD = 5;

type Named = FileFate<IndexFile> & { readonly given: ReleaseFile };

/** Chooses a file of a project's page, and says of every file of the releases looked at why it is not the one. */
export function chooseFile(answer: IndexAnswer, demand: Demand): FileChoice {
  const { specifier, supported, python, wheelsOnly } = demand;
  const project = normalizeName(answer.project);
  const formats = wheelsOnly ? 'wheels' : 'any';
  const choice = chooseListedFile(answer.files, { project, specifier, supported, python, formats }, 'pip');
  const taken = choice.taken && { file: choice.taken.given, best: choice.taken.best };

  const named = choice.files.filter((fate): fate is Named => fate.given !== undefined);
  const newestFirst = named.sort((left, right) => compareVersions(right.given.version, left.given.version));
  const oldest = taken?.file.version ?? releaseAt(newestFirst, RELEASES_TOLD - 1);
  const looked = newestFirst.filter(({ given }) => oldest === undefined || compareVersions(given.version, oldest) >= 0);
  const lookedAt = [...new Set(looked.map(({ given }) => formatVersion(given.version)))];
  const passedOver = looked
    .filter(({ stand }) => stand.kind !== 'taken')
    .map((fate) => ({
      filename: fate.file.filename,
      version: formatVersion(fate.given.version),
      reason: reasonOf(fate, taken, demand),
    }));
  const counts = countsOf(answer);
  const rest = { files: counts.files - looked.length, releases: counts.releases - lookedAt.length };
  return { taken, lookedAt, passedOver, rest };
}

/** The release that comes at a place when releases are counted from the newest. */
function releaseAt(newestFirst: readonly Named[], place: number): Version | undefined {
  const releases = new Map(newestFirst.map(({ given }) => [formatVersion(given.version), given.version]));
  const versions = [...releases.values()];
  return versions[Math.min(place, versions.length - 1)];
}

/** Says more than the choice needs to know: which mismatch, whose Requires-Python, which wheel instead. */
function reasonOf({ given, stand }: Named, taken: Taken | undefined, demand: Demand): PassOverReason {
  const otherwise = { kind: 'specifier', specifier: formatSpecifierSet(demand.specifier) } as const;
  if (stand.kind === 'behind') {
    // Beside a source distribution, another one of the same release.
    if (taken?.best === undefined) return otherwise;
    const wheel = taken.file.file.filename;
    if (stand.by === 'wheel') return { kind: 'sdist-while-wheel-fits', wheel };
    return { kind: 'better-wheel', by: stand.by === 'tag' ? 'tag' : 'build-tag', wheel, tag: taken.best.tag };
  }
  if (stand.kind === 'taken') return otherwise;
  const { yanked } = given.file;
  switch (stand.because) {
    case 'requires-python':
      return { kind: 'requires-python', requires: given.file['requires-python'] ?? '', have: demand.python };
    case 'format':
      return { kind: 'wheels-only' };
    case 'tags': {
      const mismatches = given.kind === 'wheel' ? mismatchesOf(given.wheel, demand.supported) : [];
      return { kind: 'tags', mismatches };
    }
    case 'pre-release':
      return { kind: 'pre-release' };
    case 'yanked':
      return { kind: 'yanked', why: typeof yanked === 'string' ? yanked : '' };
    case 'name':
    case 'specifier':
    case 'release':
    case 'hash':
      return otherwise;
  }
}
