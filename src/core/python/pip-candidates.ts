// pip's candidates: all files of all releases in one order, and the first of each release stands for it. Recorded from pip 26.3 in
// content/index/installers/choices.json.
import {
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
import { allowsPython } from './requires-python';
import type { SpecifierSet } from './specifier';
import { filterVersions } from './specifier-admits';
import { formatVersion } from './version';
import { compareVersions } from './version-order';
import { bestTag } from './wheel-choice';

/**
 * The releases that pip would take, the preferred one first, each with its file (version specifiers, "Handling of pre-releases";
 * PEP 592, "Installers"). For either installer: `candidatesOf`.
 *
 * @example pipCandidates([{ filename: 'kit-1.0.tar.gz' }, { filename: 'kit-2.0rc1.tar.gz' }], { project: 'kit', specifier: ANY_VERSION, supported: arrangeTags(LINUX_312), python: '3.12.1' }).candidates.map(({ version }) => formatVersion(version)) // → ['1.0']
 */
export function pipCandidates<File extends ListedFile>(files: readonly File[], request: FileRequest): Candidates<File> {
  const judged = judgeFiles(files, request, RULES);
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

const RULES = {
  read: <File extends ListedFile>(file: File, project: FileRequest['project']) => readReleaseFile(file, project, 'pip'),
  allows: allowsPython,
  fit: bestTag,
} as const;

/** Whether a clause is `==` with a whole version, or `===`. */
function isPinned({ clauses }: SpecifierSet): boolean {
  return clauses.some((clause) => clause.kind === 'arbitrary' || pinOf(clause) !== undefined);
}
