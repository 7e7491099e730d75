/** The file that is open: its text with the builder’s complaints at their places, or its size alone. */
import type { ProjectFault } from '@/core/docker';
import type { OpenFilePicture, TextProblem } from '@/figures/project-files/file-row';
import { bytesWord } from './amounts';
import { LARGEST_TEXT } from './edit-files';
import { DOCKERFILE, IGNORE_FILE } from './file-path';
import { contentOf, fileChanges } from './files-now';
import { dockerfileOf, type ProjectScene } from './scenario';
import { sameDockerfile } from './setup';
import { type LayerState, lastBuilt } from './state';

export function openFileOf(
  scene: ProjectScene,
  state: LayerState,
  faults: readonly ProjectFault[],
): OpenFilePicture | undefined {
  const { now, open } = state;
  if (open === undefined) return undefined;
  const built = lastBuilt(state);
  const isChanged =
    open === DOCKERFILE
      ? !sameDockerfile(built, now)
      : fileChanges(built.files, now.files).some(({ path }) => path === open);
  const file = now.files.get(open);
  return {
    path: open,
    hint: hintOf(open, file?.text === undefined ? (file?.size ?? 0) + (file?.lines ?? 0) : undefined),
    text: open === DOCKERFILE ? dockerfileOf(scene.scenario, now) : file && contentOf(file),
    largest: LARGEST_TEXT,
    problems: problemsOf(open, faults),
    takeBack: isChanged ? { kind: 'taken-back', path: open } : undefined,
    isFree: open !== DOCKERFILE,
  };
}

function hintOf(path: string, size: number | undefined): string {
  if (path === DOCKERFILE) return 'One instruction on each line, as in a real project.';
  if (path === IGNORE_FILE) return 'One pattern on each line. What it matches never reaches the builder.';
  if (size !== undefined) return `${bytesWord(size)}, which nobody reads here: only how large it is counts.`;
  return 'To the builder its contents and its mode count, not its time.';
}

function problemsOf(path: string, faults: readonly ProjectFault[]): readonly TextProblem[] {
  return faults.flatMap(({ path: where, at, message }) =>
    where === path && at !== undefined ? [{ at: { start: at.start.offset, end: at.end.offset }, message }] : [],
  );
}
