// Which file of a project an installer takes: pip's candidate evaluation. Files that this Python and machine can use, of
// those the releases that the specifiers admit (pre-releases only if nothing else is left, yanked ones only if pinned), of
// those the newest release, of that the wheel with the best tag.
import {
  admits,
  admitsText,
  baseVersion,
  bestTag,
  compareBuildTags,
  compareVersions,
  type FittingTag,
  filterVersions,
  formatSpecifierSet,
  formatVersion,
  mismatchesOf,
  readSpecifierSet,
  readVersion,
  type SpecifierSet,
  type SupportedTags,
  type Version,
} from '@/core/python';
import { countsOf, type IndexAnswer, type ReleaseFile, releaseFiles } from './index-answer';
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

type Judged = { readonly given: ReleaseFile } & (
  | { readonly kind: 'usable'; readonly best: FittingTag | undefined }
  | { readonly kind: 'unusable'; readonly because: 'specifier' | 'requires-python' | 'wheels-only' | 'tags' }
);
type Usable = Extract<Judged, { kind: 'usable' }>;

/** Chooses a file of a project's page, and says of every file of the releases looked at why it is not the one. */
export function chooseFile(answer: IndexAnswer, demand: Demand): FileChoice {
  const judged = releaseFiles(answer).map((given) => judge(given, demand));
  const usable = judged.filter((file) => file.kind === 'usable');
  const admitted = filterVersions(demand.specifier, usable, ({ given }) => formatVersion(given.version));
  const standing = withoutYanked(admitted, demand.specifier);
  const taken = [...standing].sort(preferred)[0];

  const newestFirst = [...judged].sort((left, right) => compareVersions(right.given.version, left.given.version));
  const oldest = taken?.given.version ?? releaseAt(newestFirst, RELEASES_TOLD - 1);
  const looked = newestFirst.filter(({ given }) => oldest === undefined || compareVersions(given.version, oldest) >= 0);
  const lookedAt = [...new Set(looked.map(({ given }) => formatVersion(given.version)))];
  const passedOver = looked
    .filter((file) => file !== taken)
    .map((file) => ({
      filename: file.given.file.filename,
      version: formatVersion(file.given.version),
      reason: reasonOf(file, admitted, taken, demand),
    }));
  const counts = countsOf(answer);
  return {
    taken: taken && { file: taken.given, best: taken.best },
    lookedAt,
    passedOver,
    rest: { files: counts.files - looked.length, releases: counts.releases - lookedAt.length },
  };
}

/** What keeps a file out whatever else there is: the specifiers, the Python, the machine. */
function judge(given: ReleaseFile, { specifier, supported, python, wheelsOnly }: Demand): Judged {
  if (!admits(specifier, given.version)) return { kind: 'unusable', given, because: 'specifier' };
  if (!allowsPython(requiresPython(given), python)) return { kind: 'unusable', given, because: 'requires-python' };
  if (given.kind === 'sdist') {
    return wheelsOnly
      ? { kind: 'unusable', given, because: 'wheels-only' }
      : { kind: 'usable', given, best: undefined };
  }
  const best = bestTag(given.wheel, supported);
  return best === undefined ? { kind: 'unusable', given, because: 'tags' } : { kind: 'usable', given, best };
}

function requiresPython({ file }: ReleaseFile): string {
  return file['requires-python'] ?? '';
}

/**
 * Whether a Requires-Python lets a Python in, upper bounds included, as pip counts: by the release of the Python alone, so
 * that 3.14.0rc1 counts as 3.14.0. What is no specifier set forbids nothing.
 */
export function allowsPython(requires: string, python: string): boolean {
  const set = readSpecifierSet(requires);
  const version = readVersion(python);
  return set === undefined || version === undefined || admitsText(set, formatVersion(baseVersion(version)));
}

/** Yanked files are out, unless the specifiers pin a version and all that is left is yanked (PEP 592). */
function withoutYanked(admitted: readonly Usable[], specifier: SpecifierSet): readonly Usable[] {
  const standing = admitted.filter((file) => !isYanked(file));
  return standing.length === 0 && isPinned(specifier) ? admitted : standing;
}

function isYanked({ given }: Judged): boolean {
  return given.file.yanked !== undefined && given.file.yanked !== false;
}

/** Whether a clause is `==` with a whole version, or `===`. */
function isPinned(specifier: SpecifierSet): boolean {
  return specifier.clauses.some(
    (clause) => clause.kind === 'arbitrary' || (clause.kind === 'comparison' && clause.operator === '=='),
  );
}

/** The newer release first, then wheels before source distributions, then the better tag, then the higher build. */
function preferred(left: Usable, right: Usable): number {
  const byVersion = compareVersions(right.given.version, left.given.version);
  return byVersion || placeOf(left) - placeOf(right) || compareBuildTags(buildOf(right), buildOf(left));
}

function placeOf(file: Usable): number {
  return file.best?.place ?? Number.MAX_SAFE_INTEGER;
}

function buildOf({ given }: Usable) {
  return given.kind === 'wheel' ? given.wheel.build : undefined;
}

/** The release that comes at a place when releases are counted from the newest. */
function releaseAt(newestFirst: readonly Judged[], place: number): Version | undefined {
  const releases = new Map(newestFirst.map(({ given }) => [formatVersion(given.version), given.version]));
  const versions = [...releases.values()];
  return versions[Math.min(place, versions.length - 1)];
}

/** Only asked for the files that are told: it says more than the choice needs to know. */
function reasonOf(
  file: Judged,
  admitted: readonly Judged[],
  taken: Usable | undefined,
  demand: Demand,
): PassOverReason {
  if (file.kind === 'unusable') return unusableReason(file, demand);
  if (!admitted.includes(file)) return { kind: 'pre-release' };
  const { yanked } = file.given.file;
  // If the one taken is yanked as well, being yanked isn't what kept this one out.
  if (isYanked(file) && !(taken !== undefined && isYanked(taken))) {
    return { kind: 'yanked', why: typeof yanked === 'string' ? yanked : '' };
  }
  // Nothing else keeps a file out, so a better one of the same release was taken.
  if (taken?.best === undefined) return { kind: 'specifier', specifier: formatSpecifierSet(demand.specifier) };
  const wheel = taken.given.file.filename;
  if (file.given.kind === 'sdist') return { kind: 'sdist-while-wheel-fits', wheel };
  const by = placeOf(taken) === placeOf(file) ? 'build-tag' : 'tag';
  return { kind: 'better-wheel', by, wheel, tag: taken.best.tag };
}

function unusableReason({ given, because }: Extract<Judged, { kind: 'unusable' }>, demand: Demand): PassOverReason {
  switch (because) {
    case 'specifier':
      return { kind: 'specifier', specifier: formatSpecifierSet(demand.specifier) };
    case 'requires-python':
      return { kind: 'requires-python', requires: requiresPython(given), have: demand.python };
    case 'wheels-only':
      return { kind: 'wheels-only' };
    case 'tags': {
      const mismatches = given.kind === 'wheel' ? mismatchesOf(given.wheel, demand.supported) : [];
      return { kind: 'tags', mismatches };
    }
  }
}
