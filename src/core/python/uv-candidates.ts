// uv's candidates: one file stands for each release, and only that one is asked for its Python. Recorded from uv 0.13.9 in
// content/index/installers/choices.json.
import {
  type Candidate,
  type Candidates,
  compareFits,
  type FileRequest,
  firstOfEach,
  hashRank,
  type InTheRunning,
  isYanked,
  judgeFiles,
  pinOf,
  running,
  sift,
} from './candidate';
import { type ListedFile, readReleaseFile } from './release-file';
import { compareText } from './text';
import { readUvRequiresPython, uvAllowsPython } from './uv-requires-python';
import { canonicalVersion, isPrerelease, type Version } from './version';
import { compareVersions } from './version-order';
import { bestTag, type SupportedTags } from './wheel-choice';
import type { WheelFilename } from './wheel-filename';

/**
 * The releases that uv would take, the preferred one first, each with its file (version specifiers, "Handling of pre-releases";
 * PEP 592, "Installers"). For either installer: `candidatesOf`.
 *
 * @example uvCandidates([{ filename: 'kit-1.0.tar.gz' }, { filename: 'kit-2.0rc1.tar.gz' }], { project: 'kit', specifier: ANY_VERSION, supported: arrangeTags(LINUX_312), python: '3.12.1' }).candidates.map(({ version }) => formatVersion(version)) // → ['1.0', '2.0rc1']
 */
export function uvCandidates<File extends ListedFile>(files: readonly File[], request: FileRequest): Candidates<File> {
  const judged = judgeFiles(files, request, RULES);
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
    const fits = uvAllowsPython(file['requires-python'] ?? '', request.python);
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

const RULES = {
  read: <File extends ListedFile>(file: File, project: FileRequest['project']) => readReleaseFile(file, project, 'uv'),
  /** What it cannot read it passes over; whether the Python is allowed is asked of one file of a release. */
  allows: (requires: string) => requires === '' || readUvRequiresPython(requires) !== undefined,
  /** Tags are taken as they are written. */
  fit: (wheel: WheelFilename, supported: SupportedTags, filename: string) => {
    return /[A-Z]/.test(filename.split('-').slice(-3).join('-')) ? undefined : bestTag(wheel, supported);
  },
} as const;
