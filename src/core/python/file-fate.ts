// How every file of a project's page fares beside the one that is taken. The choice is candidate.ts's.
import type { Candidate, Candidates, InTheRunning, Refusal } from './candidate';
import type { ListedFile, ReleaseFile } from './release-file';
import { compareVersions } from './version-order';
import { compareBuildTags } from './wheel-filename';

/** How a file fares: it is taken, it cannot be, or it could be and another goes before it. */
export type FileStand =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly because: Refusal }
  /** Behind the file taken: of an older release, a source beside a wheel, by its tag, by its build tag, or in all else equal. */
  | { readonly kind: 'behind'; readonly by: 'release' | 'wheel' | 'tag' | 'build-tag' | 'order' };

/** A file of the page and how it fares; `given` is what its name says, if it says anything. */
export interface FileFate<File extends ListedFile = ListedFile> {
  readonly file: File;
  readonly given: ReleaseFile<File> | undefined;
  readonly stand: FileStand;
}

export interface FileChoice<File extends ListedFile = ListedFile> {
  readonly taken: Candidate<File> | undefined;
  /** Every file, in the order given. */
  readonly files: readonly FileFate<File>[];
}

/**
 * The first of the candidates is taken; says how every other file fares beside it (PEP 425, "Use").
 *
 * @example fatesOf(pipCandidates([{ filename: 'kit' }], { project: 'kit', specifier: ANY_VERSION, supported: arrangeTags(LINUX_312), python: '3.12.1' })).files[0].stand // → { kind: 'refused', because: 'name' }
 */
export function fatesOf<File extends ListedFile>({ judged, candidates }: Candidates<File>): FileChoice<File> {
  const [taken] = candidates;
  return {
    taken,
    files: judged.map((one): FileFate<File> => {
      const stand: FileStand = one.kind === 'out' ? { kind: 'refused', because: one.because } : standOf(one, taken);
      return { file: one.file, given: one.given, stand };
    }),
  };
}

function standOf<File extends ListedFile>(one: InTheRunning<File>, taken: Candidate<File> | undefined): FileStand {
  if (one.given === taken?.given) return { kind: 'taken' };
  if (taken === undefined || compareVersions(one.given.version, taken.version) !== 0)
    return { kind: 'behind', by: 'release' };
  if (taken.best === undefined) return { kind: 'behind', by: 'order' };
  if (one.best === undefined) return { kind: 'behind', by: 'wheel' };
  if (one.best.place !== taken.best.place) return { kind: 'behind', by: 'tag' };
  const build = ({ given }: { given: ReleaseFile }) => (given.kind === 'wheel' ? given.wheel.build : undefined);
  return { kind: 'behind', by: compareBuildTags(build(one), build(taken)) === 0 ? 'order' : 'build-tag' };
}
