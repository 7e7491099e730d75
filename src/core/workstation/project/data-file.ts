// Files that a program reads while it runs: there, or the exception that Python raises. Paths without a folder count from where the
// program was started, not from where its text lies. Follows the library reference of Python 3.13, `open`, `pathlib`.
import { resolvePath } from '../lookup/machine';
import { absolutePath, folderOf, isAbsolutePath, nameOf, type Path } from '../lookup/path';
import { code, type Sentence, say } from '../sentence';
import { addStep, type ProgramRun, placeNow, raise, stopNotModelled } from './run-state';
import type { WalkStep } from './walk';

/**
 * Reads a file as `open` does. `written` is the path as the program has it.
 * @example readDataFile(run, 'languages.json') // in /home/you: FileNotFoundError unless /home/you/languages.json is there
 */
export function readDataFile(run: ProgramRun, written: string): void {
  const path = absolutePath(run.folder, written);
  const resolution = resolvePath(run.world.machine, path);
  const step = (outcome: WalkStep['outcome'], sentence: Sentence) =>
    addStep(run, { station: 'file', subject: written, outcome, sentence, at: placeNow(run), looked: [] });
  const from = isAbsolutePath(written)
    ? say``
    : say` The path has no folder in front, so it counts from ${code(run.folder)}.`;
  if (resolution.kind === 'found' && resolution.entry.kind === 'file') {
    step('found', say`${code(path)} is there.${from}`);
    return;
  }
  if (resolution.kind === 'found') {
    step('missing', say`${code(path)} is a folder.${from}`);
    raise(run, 'IsADirectoryError', `[Errno 21] Is a directory: '${written}'`);
    return;
  }
  if (resolution.kind === 'not-a-folder') {
    step('missing', say`A part of ${code(path)} is a file and no folder.${from}`);
    raise(run, 'NotADirectoryError', `[Errno 20] Not a directory: '${written}'`);
    return;
  }
  if (run.writtenFiles.has(path)) {
    step('found', say`${code(path)} was written before.${from}`);
    return;
  }
  if (run.hasChangedFiles) {
    stopNotModelled(
      run,
      say`Whether ${code(path)} is there can’t be told: the program changes files or folders before.`,
    );
    return;
  }
  step('missing', say`${code(path)} isn’t there.${from}${elsewhere(run, path)}`);
  raise(run, 'FileNotFoundError', `[Errno 2] No such file or directory: '${written}'`);
}

/** Notes that a file is written; `undefined` stands for one that can’t be told. */
export function writeDataFile(run: ProgramRun, written: string | undefined): void {
  if (written === undefined) run.hasChangedFiles = true;
  else run.writtenFiles.add(absolutePath(run.folder, written));
}

/** Whether a file stands at the path: what `exists()` answers. */
export function isThere(run: ProgramRun, written: string): 'file' | 'folder' | undefined | 'unknown' {
  if (run.hasChangedFiles || run.writtenFiles.has(absolutePath(run.folder, written))) return 'unknown';
  const resolution = resolvePath(run.world.machine, absolutePath(run.folder, written));
  return resolution.kind === 'found' ? resolution.entry.kind : undefined;
}

/** Where the working copy has a file of that name, when what was asked for is the installed copy of it. */
function elsewhere(run: ProgramRun, path: Path): Sentence {
  const { place, tree } = run.world;
  const name = nameOf(path);
  const folder = nameOf(folderOf(path));
  const same = tree.find((file) => nameOf(file.path) === name && nameOf(folderOf(`/${file.path}`)) === folder);
  const other = same ?? tree.find((file) => nameOf(file.path) === name);
  if (other === undefined || `${place.project}/${other.path}` === path) return say``;
  const wasAsked = path.startsWith(`${place.environment}/`);
  return wasAsked
    ? say` The project has it at ${code(other.path)}, and the wheel didn’t bring it here.`
    : say` The project has it at ${code(other.path)}.`;
}
