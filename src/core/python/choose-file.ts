// Which file of a project's page an installer takes, and how every other file fares beside it. The choice is candidate.ts's.
import { type Candidate, candidatesOf, type FileRequest, type InTheRunning, type Refusal } from './candidate';
import type { Installer } from './installer-tags';
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
 * Chooses a file as an installer does: of the releases that can be taken the preferred one (`candidatesOf`), and of that the wheel
 * whose tag stands earliest in the machine's list, else the source distribution (PEP 425, "Use"). A project name, specifiers and
 * Requires-Python that are nonsense choose nothing, or what the installer makes of them; there are no problems to report.
 *
 * @example chooseFile([{ filename: 'kit-1.0.tar.gz' }, { filename: 'kit-1.0-py3-none-any.whl' }], { project: 'kit', specifier: ANY_VERSION, supported: arrangeTags(LINUX_312), python: '3.12.1' }, 'uv').files.map(({ stand }) => stand) // → [{ kind: 'behind', by: 'wheel' }, { kind: 'taken' }]
 */
export function chooseFile<File extends ListedFile>(
  files: readonly File[],
  request: FileRequest,
  installer: Installer,
): FileChoice<File> {
  const { judged, candidates } = candidatesOf(files, request, installer);
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
