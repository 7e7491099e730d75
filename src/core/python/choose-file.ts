// Which file of a project's page an installer takes, pip or uv.
import type { Candidates, FileRequest } from './candidate';
import { type FileChoice, fatesOf } from './file-fate';
import type { Installer } from './installer-tags';
import { pipCandidates } from './pip-candidates';
import type { ListedFile } from './release-file';
import { uvCandidates } from './uv-candidates';

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
  return installer === 'pip' ? pipCandidates(files, request) : uvCandidates(files, request);
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
  return fatesOf(candidatesOf(files, request, installer));
}
