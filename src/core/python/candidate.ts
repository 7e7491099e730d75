// The releases of a project that an installer would take, and what keeps files out: the simple repository API, "Yanked" files (PEP 592),
// pre-releases (version specifiers, "Handling of pre-releases") and, among the files of a release, the platform compatibility tags
// specification, "Use". What the standards leave open each installer decides for itself: pip-candidates.ts and uv-candidates.ts.
import type { NormalizedName } from './name';
import type { ListedFile, ReleaseFile } from './release-file';
import type { SpecifierSet } from './specifier';
import { admits } from './specifier-admits';
import { canonicalVersion, type Version } from './version';
import { readVersion } from './version-scan';
import type { FittingTag, SupportedTags } from './wheel-choice';
import { compareBuildTags, type WheelFilename } from './wheel-filename';

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

/** How an installer reads a file's name, its Requires-Python and its tags. */
export interface FileRules {
  readonly read: <File extends ListedFile>(file: File, project: NormalizedName) => ReleaseFile<File> | undefined;
  readonly allows: (requires: string, python: string) => boolean;
  readonly fit: (wheel: WheelFilename, supported: SupportedTags, filename: string) => FittingTag | undefined;
}

/** What keeps each file out whatever other files there are. */
export function judgeFiles<File extends ListedFile>(
  files: readonly File[],
  request: FileRequest,
  rules: FileRules,
): readonly Judged<File>[] {
  return files.map((file, place) => judge(file, place, request, rules));
}

function judge<File extends ListedFile>(
  file: File,
  place: number,
  { project, specifier, supported, python, formats = 'any' }: FileRequest,
  rules: FileRules,
): Judged<File> {
  const given = rules.read(file, project);
  if (given === undefined) return { kind: 'out', place, file, because: 'name' };
  const out = (because: Refusal): Judged<File> => ({ kind: 'out', place, file, given, because });
  if (!admits(specifier, given.version)) return out('specifier');
  if (!rules.allows(file['requires-python'] ?? '', python)) return out('requires-python');
  if (formats !== 'any' && formats !== `${given.kind}s`) return out('format');
  if (given.kind === 'sdist') return { kind: 'in', place, file, given, best: undefined };
  const best = rules.fit(given.wheel, supported, file.filename);
  return best === undefined ? out('tags') : { kind: 'in', place, file, given, best };
}

export function isYanked({ yanked }: ListedFile): boolean {
  return yanked !== undefined && yanked !== false;
}

/** The files that are let through, and the others marked with why not. */
export function sift<File extends ListedFile>(
  judged: readonly Judged<File>[],
  stays: (file: InTheRunning<File>) => boolean,
  because: Refusal,
): readonly Judged<File>[] {
  return judged.map((file) => {
    if (file.kind === 'out' || stays(file)) return file;
    return { kind: 'out', place: file.place, file: file.file, given: file.given, because };
  });
}

export function running<File extends ListedFile>(judged: readonly Judged<File>[]): readonly InTheRunning<File>[] {
  return judged.filter((file) => file.kind === 'in');
}

/** How the digest of a file stands to those accepted: 2 is one of them, 1 isn't told, 0 is another. */
export function hashRank({ file }: InTheRunning<ListedFile>, { hashes }: FileRequest): 0 | 1 | 2 {
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
export function compareFits(left: InTheRunning<ListedFile>, right: InTheRunning<ListedFile>): number {
  return placeOf(left) - placeOf(right) || compareBuildTags(buildOf(right), buildOf(left));
}

/** The version that a clause pins, with `==` or `===`. */
export function pinOf(clause: SpecifierSet['clauses'][number]): Version | undefined {
  if (clause.kind === 'arbitrary') return readVersion(clause.written);
  return clause.kind === 'comparison' && clause.operator === '==' ? clause.version : undefined;
}

/** The first file of each release stands for it. */
export function firstOfEach<File extends ListedFile>(
  sorted: readonly InTheRunning<File>[],
): readonly Candidate<File>[] {
  const releases = new Map<string, Candidate<File>>();
  for (const { given, best } of sorted) {
    const version = canonicalVersion(given.version);
    if (!releases.has(version)) releases.set(version, { version: given.version, given, best });
  }
  return [...releases.values()];
}
