/** The files of a patient as rows: open to be read, and once the answer was seen, to be written in. */
import { plainText } from '@/core/workstation';
import type { FileMark, FileRow, OpenFilePicture } from '@/figures/project-files/file-row';
import type { Finding, Judgement } from './judgement';
import type { ClinicScene } from './scenario';
import { admittedFiles, type ClinicEvent, type ClinicState, filesOf, LARGEST_TEXT, MANIFEST } from './state';

export function fileRows(scene: ClinicScene, state: ClinicState): readonly FileRow<ClinicEvent>[] {
  const admitted = admittedFiles(scene, state.patient);
  const rows: FileRow<ClinicEvent>[] = [];
  const folders = new Set<string>();
  for (const [path, text] of filesOf(scene, state, state.patient)) {
    const names = path.split('/');
    for (const [depth, name] of names.slice(0, -1).entries()) {
      const folder = `${names.slice(0, depth + 1).join('/')}/`;
      if (!folders.has(folder)) rows.push(plainRow(folder, `${name}/`, depth));
      folders.add(folder);
    }
    const isOpen = state.open === path;
    rows.push({
      ...plainRow(path, names.at(-1) ?? path, names.length - 1),
      ...markOf(admitted.get(path), text),
      opens: { isOpen, event: { kind: 'opened', path: isOpen ? undefined : path } },
    });
  }
  return rows;
}

function plainRow(path: string, name: string, depth: number): FileRow<ClinicEvent> {
  return { path, name, depth, mark: 'plain', word: '', label: path, isPressed: false, event: undefined };
}

function markOf(before: string | undefined, now: string): { readonly mark: FileMark; readonly word: string } {
  if (before === now) return { mark: 'plain', word: '' };
  return { mark: 'changed', word: before === undefined ? 'new' : 'edited' };
}

/** The open file, with what the core finds at its places. */
export function openFileOf(
  scene: ClinicScene,
  state: ClinicState,
  judgement: Judgement | undefined,
  hint: string,
): OpenFilePicture | undefined {
  const { open, patient } = state;
  const text = open === undefined ? undefined : filesOf(scene, state, patient).get(open);
  if (open === undefined || text === undefined) return undefined;
  const admitted = admittedFiles(scene, patient).get(open);
  const isChanged = admitted !== undefined && admitted !== text;
  return {
    path: open,
    hint,
    text,
    largest: LARGEST_TEXT,
    problems: findingsOf(judgement).flatMap(({ at, message }) =>
      at?.file === open ? [{ at: { start: at.from, end: at.to }, message: plainText(message) }] : [],
    ),
    was: 'as it came in',
    takeBack: isChanged ? { kind: 'taken-back', path: open } : undefined,
    isFree: open !== MANIFEST,
  };
}

/** Everything that a judgement finds at a place or of the whole. */
export function findingsOf(judgement: Judgement | undefined): readonly Finding[] {
  if (judgement === undefined) return [];
  switch (judgement.kind) {
    case 'works':
      return judgement.warnings;
    case 'stops':
      return judgement.findings;
    case 'unknown':
      return [judgement.finding];
  }
}
