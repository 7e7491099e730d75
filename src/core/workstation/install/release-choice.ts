// Which file of one release an installer takes, and how every other stands: the choice of choose-file.ts, told file by file. The
// release is pinned, as in `pip install project==version`. The list may be anybody's: each line of it has one standing.
import {
  ANY_VERSION,
  compareVersions,
  type FittingTag,
  formatVersion,
  type NormalizedName,
  type Preference,
  type Problem,
  parseSdistFilename,
  parseWheelFilename,
  preferenceOf,
  type RankedWheel,
  rankWheels,
  readSpecifierSet,
  type SupportedTags,
  type Version,
} from '@/core/python';
import { chooseFile, type FileChoice } from './choose-file';
import type { IndexFile } from './index-answer';
import type { PassOverReason } from './step';

export type FileStanding =
  /** Taken: a wheel with its best tag, or the source distribution, which has none. */
  | { readonly kind: 'chosen'; readonly best: FittingTag | undefined }
  /** A wheel that fits, and why the chosen one goes before it. */
  | { readonly kind: 'fits'; readonly best: FittingTag; readonly behind: Preference }
  /** A source distribution that could be built, while something else is taken. */
  | { readonly kind: 'in-reserve'; readonly behind: 'wheel' | 'sdist' }
  | { readonly kind: 'refused'; readonly reason: PassOverReason }
  /** A file of another project or version than the first of the list. */
  | { readonly kind: 'other-release'; readonly project: NormalizedName; readonly version: string }
  | { readonly kind: 'repeated' }
  /** No file name of a wheel or a source distribution. */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export interface StandingFile {
  readonly file: IndexFile;
  readonly type: 'wheel' | 'sdist' | 'other';
  readonly standing: FileStanding;
}

export interface ReleaseChoice {
  /** The release that was chosen from: that of the first file whose name can be read. */
  readonly release: { readonly project: NormalizedName; readonly version: string } | undefined;
  /** Every file of the list, in its order. */
  readonly files: readonly StandingFile[];
  readonly chosen: StandingFile | undefined;
  /** The wheels that fit and may be taken, best first; the first is the chosen one. */
  readonly fitting: readonly StandingFile[];
}

/** A file with what its name says. */
type Named = { readonly file: IndexFile } & (
  | { readonly type: 'wheel' | 'sdist'; readonly project: NormalizedName; readonly version: Version }
  | { readonly type: 'other'; readonly problem: Problem }
);

/**
 * Chooses a file of a release, and says of every file how it stands.
 * @param files the release's files, as the index lists them
 * @param supported the machine's tags
 * @param python the machine's Python, for Requires-Python: `3.13` counts as 3.13.0, as in pip's `--python-version 3.13`
 */
export function chooseOfRelease(files: readonly IndexFile[], supported: SupportedTags, python: string): ReleaseChoice {
  const named = files.map(readName);
  const release = releaseOf(named);
  const outside = outsideRelease(named, release);
  const candidates = named.filter((_, index) => outside[index] === undefined).map(({ file }) => file);
  const version = release === undefined ? '' : formatVersion(release.version);
  const choice = chooseFile(
    { project: release?.project ?? '', versions: [version], files: candidates },
    { specifier: readSpecifierSet(`==${version}`) ?? ANY_VERSION, supported, python, wheelsOnly: false },
  );
  const ranked = rankWheels(
    candidates.map(({ filename }) => filename),
    supported,
  ).ranked;
  const inside = standingsOf(choice, ranked);
  const standing = named.map(({ file, type }, index): StandingFile => {
    return { file, type, standing: outside[index] ?? inside(file.filename) };
  });
  const chosen = standing.find(({ standing: { kind } }) => kind === 'chosen');
  const fits = new Map(standing.filter(isTakeableWheel).map((one) => [one.file.filename, one]));
  return {
    release: release && { project: release.project, version },
    files: standing,
    chosen,
    fitting: ranked.flatMap(({ filename }) => fits.get(filename) ?? []),
  };
}

function isTakeableWheel({ type, standing: { kind } }: StandingFile): boolean {
  return type === 'wheel' && (kind === 'chosen' || kind === 'fits');
}

function readName(file: IndexFile): Named {
  const { filename } = file;
  const sdist = parseSdistFilename(filename);
  if (sdist.value !== undefined) {
    return { file, type: 'sdist', project: sdist.value.name, version: sdist.value.version };
  }
  const wheel = parseWheelFilename(filename);
  if (wheel.value !== undefined) {
    return { file, type: 'wheel', project: wheel.value.name, version: wheel.value.version };
  }
  const isSdist = /\.(tar\.gz|zip)$/.test(filename);
  const problem = (isSdist ? sdist : wheel).problems[0];
  const nothing = { code: 'file-list/name', at: { start: 0, end: filename.length }, message: 'This is no file name.' };
  return { file, type: 'other', problem: problem ?? nothing };
}

interface Release {
  readonly project: NormalizedName;
  readonly version: Version;
}

function releaseOf(named: readonly Named[]): Release | undefined {
  return named.find((name) => name.type !== 'other');
}

/** The standing of what is no file of the release; undefined for the files that are chosen from. */
function outsideRelease(named: readonly Named[], release: Release | undefined): readonly (FileStanding | undefined)[] {
  const seen = new Set<string>();
  return named.map((name): FileStanding | undefined => {
    if (name.type === 'other') return { kind: 'unreadable', problem: name.problem };
    if (seen.has(name.file.filename)) return { kind: 'repeated' };
    seen.add(name.file.filename);
    const { project, version } = name;
    if (release?.project === project && compareVersions(release.version, version) === 0) return undefined;
    return { kind: 'other-release', project, version: formatVersion(version) };
  });
}

/** How each candidate stands, by its name. */
function standingsOf({ taken, passedOver }: FileChoice, ranked: readonly RankedWheel[]) {
  const reasons = new Map(passedOver.map(({ filename, reason }) => [filename, reason]));
  const wheels = new Map(ranked.map((wheel) => [wheel.filename, wheel]));
  const takenWheel = wheels.get(taken?.file.file.filename ?? '');
  return (filename: string): FileStanding => {
    if (filename === taken?.file.file.filename) return { kind: 'chosen', best: taken.best };
    const reason = reasons.get(filename);
    const wheel = wheels.get(filename);
    if (reason?.kind === 'better-wheel' && wheel !== undefined && takenWheel !== undefined) {
      return { kind: 'fits', best: wheel.best, behind: preferenceOf(takenWheel, wheel) };
    }
    if (reason?.kind === 'sdist-while-wheel-fits') return { kind: 'in-reserve', behind: 'wheel' };
    // Two source distributions of one release, a .tar.gz and a .zip: the last of them is taken.
    if (reason === undefined || reason.kind === 'specifier') return { kind: 'in-reserve', behind: 'sdist' };
    return { kind: 'refused', reason };
  };
}
