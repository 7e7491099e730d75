// The releases of a project that an installer would take, the preferred one first, each with the file it would take of it: the
// simple repository API, "Yanked" files (PEP 592), pre-releases (version specifiers, "Handling of pre-releases") and, among the files
// of a release, the platform compatibility tags specification, "Use". What the standards leave open, each installer decides for
// itself; what pip 26.3 and uv 0.13.8 do is recorded in content/index/installers/choices.json.
import type { Installer } from './installer-tags';
import type { NormalizedName } from './name';
import { type ListedFile, type ReleaseFile, readReleaseFile } from './release-file';
import { allowsPython, readRequiresPython } from './requires-python';
import type { SpecifierSet } from './specifier';
import { admits, filterVersions } from './specifier-admits';
import { compareText } from './text';
import { canonicalVersion, formatVersion, isPrerelease, type Version } from './version';
import { compareVersions } from './version-order';
import { readVersion } from './version-parse';
import { bestTag, type FittingTag, type SupportedTags } from './wheel-choice';
import { compareBuildTags } from './wheel-filename';

/** What is asked of a project's files. */
export interface FileRequest {
  readonly project: NormalizedName;
  readonly specifier: SpecifierSet;
  /** The machine's tags: `arrangeTags(environment, installerTags(environment, installer))`. */
  readonly supported: SupportedTags;
  /** The Python in full, for Requires-Python: `3.13.1`. */
  readonly python: string;
  /** `wheels` is `--only-binary`, `sdists` is `--no-binary`. */
  readonly formats?: 'any' | 'wheels' | 'sdists';
  /** `allow` is pip's `--pre` and uv's `--prerelease allow`. */
  readonly prereleases?: 'if-needed' | 'allow';
  /** The SHA-256 digests that are accepted, in hash-checking mode. */
  readonly hashes?: readonly string[];
}

/** A release that can be taken, and the file of it: a wheel with its best tag, or a source distribution, which has none. */
export interface Candidate<File extends ListedFile = ListedFile> {
  readonly version: Version;
  readonly given: ReleaseFile<File>;
  readonly best: FittingTag | undefined;
}

/** What keeps a file out. */
export type Refusal =
  /** No file name of a wheel or source distribution of this project, or none that this installer reads. */
  | 'name'
  | 'specifier'
  | 'requires-python'
  /** Another file of the release stands for it, and that one asks for another Python. */
  | 'release'
  | 'format'
  | 'tags'
  | 'pre-release'
  | 'yanked'
  | 'hash';

/** A file and how it fared: out, or in the running. */
export type Judged<File extends ListedFile = ListedFile> = { readonly place: number; readonly file: File } & (
  | { readonly kind: 'out'; readonly because: Refusal; readonly given?: ReleaseFile<File> }
  | { readonly kind: 'in'; readonly given: ReleaseFile<File>; readonly best: FittingTag | undefined }
);
export type InTheRunning<File extends ListedFile> = Extract<Judged<File>, { kind: 'in' }>;

/** The files that can be taken and those that cannot, in the order given, and the candidates, the preferred first. */
export interface Candidates<File extends ListedFile = ListedFile> {
  readonly judged: readonly Judged<File>[];
  readonly candidates: readonly Candidate<File>[];
}

/**
 * The candidates of a project among its files ("Handling of pre-releases"; PEP 592, "Installers"). The first is what the
 * installer takes when nothing else speaks against it; a resolver goes on to the next.
 *
 * @example candidatesOf([{ filename: 'kit-1.0.tar.gz' }, { filename: 'kit-2.0rc1.tar.gz' }], { project: 'kit', specifier: ANY_VERSION, supported: arrangeTags(LINUX_312), python: '3.12.1' }, 'pip').candidates.map(({ version }) => formatVersion(version)) // → ['1.0']
 */
export function candidatesOf<File extends ListedFile>(
  files: readonly File[],
  request: FileRequest,
  installer: Installer,
): Candidates<File> {
  const judged = files.map((file, place) => judge(file, place, request, installer));
  return installer === 'pip' ? pipCandidates(judged, request) : uvCandidates(judged, request);
}

/** What keeps a file out whatever other files there are. */
function judge<File extends ListedFile>(
  file: File,
  place: number,
  request: FileRequest,
  installer: Installer,
): Judged<File> {
  const given = readReleaseFile(file, request.project, installer);
  if (given === undefined) return { kind: 'out', place, file, because: 'name' };
  const { specifier, supported, formats = 'any' } = request;
  const out = (because: Refusal): Judged<File> => ({ kind: 'out', place, file, given, because });
  if (!admits(specifier, given.version)) return out('specifier');
  const requires = file['requires-python'] ?? '';
  if (installer === 'pip' ? !allowsPython(requires, request.python) : isUnreadable(requires)) {
    return out('requires-python');
  }
  if (formats !== 'any' && formats !== `${given.kind}s`) return out('format');
  if (given.kind === 'sdist') return { kind: 'in', place, file, given, best: undefined };
  // uv takes tags as they are written.
  const best = installer === 'uv' && /[A-Z]/.test(tagsOf(file.filename)) ? undefined : bestTag(given.wheel, supported);
  return best === undefined ? out('tags') : { kind: 'in', place, file, given, best };
}

function isUnreadable(requires: string): boolean {
  return requires !== '' && readRequiresPython(requires, 'uv') === undefined;
}

function tagsOf(filename: string): string {
  return filename.split('-').slice(-3).join('-');
}

function isYanked({ yanked }: ListedFile): boolean {
  return yanked !== undefined && yanked !== false;
}

/** The files that are let through, and the others marked with why not. */
function sift<File extends ListedFile>(
  judged: readonly Judged<File>[],
  stays: (file: InTheRunning<File>) => boolean,
  because: Refusal,
): readonly Judged<File>[] {
  return judged.map((file) => {
    if (file.kind === 'out' || stays(file)) return file;
    return { kind: 'out', place: file.place, file: file.file, given: file.given, because };
  });
}

function running<File extends ListedFile>(judged: readonly Judged<File>[]): readonly InTheRunning<File>[] {
  return judged.filter((file) => file.kind === 'in');
}

/** How the digest of a file stands to those accepted: 2 is one of them, 1 isn't told, 0 is another. */
function hashRank({ file }: InTheRunning<ListedFile>, { hashes }: FileRequest): 0 | 1 | 2 {
  const digest = file.hashes?.sha256;
  if (hashes === undefined || (digest !== undefined && hashes.includes(digest))) return 2;
  return digest === undefined ? 1 : 0;
}

function placeOf({ best }: InTheRunning<ListedFile>): number {
  return best?.place ?? Number.MAX_SAFE_INTEGER;
}

function buildOf({ given }: InTheRunning<ListedFile>) {
  return given.kind === 'wheel' ? given.wheel.build : undefined;
}

/** Wheels before source distributions, then the better tag, then the higher build tag. */
function compareFits(left: InTheRunning<ListedFile>, right: InTheRunning<ListedFile>): number {
  return placeOf(left) - placeOf(right) || compareBuildTags(buildOf(right), buildOf(left));
}

/** All files of all releases in one order; the first of each release stands for it. */
function pipCandidates<File extends ListedFile>(
  judged: readonly Judged<File>[],
  request: FileRequest,
): Candidates<File> {
  const { specifier, prereleases } = request;
  const policy = prereleases === 'allow' ? 'allow' : 'if-needed';
  const admitted = filterVersions(specifier, running(judged), ({ given }) => formatVersion(given.version), policy);
  const finals = sift(judged, isOneOf(admitted), 'pre-release');
  // A digest that isn't accepted counts only where another one is.
  const isAccepted = (file: InTheRunning<File>) => hashRank(file, request) === 2;
  const checked = running(finals).some(isAccepted)
    ? sift(finals, (file) => hashRank(file, request) > 0, 'hash')
    : finals;
  const mayBeYanked = isPinned(specifier) && running(checked).every(({ file }) => isYanked(file));
  const standing = mayBeYanked ? checked : sift(checked, ({ file }) => !isYanked(file), 'yanked');
  const best = [...running(standing)].sort(
    (left, right) =>
      Number(isAccepted(right)) - Number(isAccepted(left)) ||
      compareVersions(right.given.version, left.given.version) ||
      compareFits(left, right) ||
      // Of equals pip takes the one that the page lists last.
      right.place - left.place,
  );
  return { judged: standing, candidates: firstOfEach(best) };
}

function isOneOf<File extends ListedFile>(kept: readonly InTheRunning<File>[]) {
  const places = new Set(kept.map(({ place }) => place));
  return ({ place }: InTheRunning<File>) => places.has(place);
}

/** Whether a clause is `==` with a whole version, or `===`. */
function isPinned({ clauses }: SpecifierSet): boolean {
  return clauses.some((clause) => clause.kind === 'arbitrary' || pinOf(clause) !== undefined);
}

function pinOf(clause: SpecifierSet['clauses'][number]): Version | undefined {
  if (clause.kind === 'arbitrary') return readVersion(clause.written);
  return clause.kind === 'comparison' && clause.operator === '==' ? clause.version : undefined;
}

function firstOfEach<File extends ListedFile>(sorted: readonly InTheRunning<File>[]): readonly Candidate<File>[] {
  const releases = new Map<string, Candidate<File>>();
  for (const { given, best } of sorted) {
    const version = canonicalVersion(given.version);
    if (!releases.has(version)) releases.set(version, { version: given.version, given, best });
  }
  return [...releases.values()];
}

/** Release by release: one file stands for each, and only that one is asked for its Python. */
function uvCandidates<File extends ListedFile>(
  judged: readonly Judged<File>[],
  request: FileRequest,
): Candidates<File> {
  const [only, ...others] = request.specifier.clauses;
  const pin = only !== undefined && others.length === 0 ? pinOf(only) : undefined;
  const mayBeYanked = (version: Version) => pin !== undefined && compareVersions(version, pin) === 0;
  const fresh = sift(judged, ({ file, given }) => !isYanked(file) || mayBeYanked(given.version), 'yanked');
  const fronts = firstOfEach(
    [...running(fresh)].sort(
      (left, right) =>
        compareVersions(right.given.version, left.given.version) ||
        hashRank(right, request) - hashRank(left, request) ||
        compareFits(left, right) ||
        // Of equals uv takes the one whose name comes first as text.
        compareText(left.file.filename, right.file.filename),
    ),
  );
  const refused = new Map<string, File>();
  const fitting = fronts.filter(({ version, given: { file } }) => {
    const fits = allowsPython(file['requires-python'] ?? '', request.python, 'uv');
    if (!fits) refused.set(canonicalVersion(version), file);
    return fits;
  });
  const front = ({ given }: InTheRunning<File>) => refused.get(canonicalVersion(given.version));
  const asked = sift(fresh, (file) => front(file) !== file.file, 'requires-python');
  const released = sift(asked, (file) => front(file) === undefined, 'release');
  const isFinal = ({ version }: Pick<Candidate<File>, 'version'>) => !isPrerelease(version);
  if (request.prereleases === 'allow') return { judged: released, candidates: fitting };
  // uv comes to pre-releases when no final release is left, whatever the specifiers name.
  const finals = fitting.filter(isFinal);
  return {
    judged: finals.length === 0 ? released : sift(released, ({ given }) => isFinal(given), 'pre-release'),
    candidates: [...finals, ...fitting.filter((candidate) => !isFinal(candidate))],
  };
}
