/** The project’s files as rows of a tree, each with what became of it, and the one that is open with the problems at their places. */
import type { BuildProblem } from '@/core/wheel';
import type { FileMark, FileRow, OpenFilePicture } from '@/figures/project-files/file-row';
import { LARGEST_FILE, MANIFEST } from './files';
import { type BuilderEvent, type BuilderState, comparedWith } from './state';

/** The manifest first, then the others by path, each folder before what is in it. */
export function fileRows(state: BuilderState, problems: readonly BuildProblem[]): readonly FileRow<BuilderEvent>[] {
  const { now, open } = state;
  const before = comparedWith(state);
  const gone = [...before.keys()].filter((path) => !now.has(path));
  const rows: FileRow<BuilderEvent>[] = [];
  const folders = new Set<string>();
  for (const path of [...now.keys(), ...gone].sort(manifestFirst)) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length - 1; depth++) {
      const folder = `${parts.slice(0, depth + 1).join('/')}/`;
      if (folders.has(folder)) continue;
      folders.add(folder);
      rows.push(row(folder, `${parts[depth]}/`, depth, ['plain', '']));
    }
    const file = row(path, parts.at(-1) ?? path, parts.length - 1, markOf(before, now, path, problems));
    const opens = { isOpen: open === path, event: { kind: 'opened', path: open === path ? undefined : path } } as const;
    rows.push(now.has(path) ? { ...file, opens } : file);
  }
  return rows;
}

function manifestFirst(left: string, right: string): number {
  if (left === MANIFEST || right === MANIFEST) return left === MANIFEST ? -1 : 1;
  const [leftFolder, rightFolder] = [left.includes('/'), right.includes('/')];
  if (leftFolder !== rightFolder) return leftFolder ? 1 : -1;
  return left < right ? -1 : 1;
}

function row(
  path: string,
  name: string,
  depth: number,
  [mark, word]: readonly [FileMark, string],
): FileRow<BuilderEvent> {
  return { path, name, depth, mark, word, label: name, isPressed: false, event: undefined };
}

function markOf(
  before: BuilderState['now'],
  now: BuilderState['now'],
  path: string,
  problems: readonly BuildProblem[],
): readonly [FileMark, string] {
  if (!now.has(path)) return ['gone', 'deleted'];
  const count = problems.filter(({ at, weight }) => at?.file === path && weight === 'error').length;
  const did = !before.has(path) ? 'new' : before.get(path) === now.get(path) ? '' : 'edited';
  const wrong = count === 0 ? '' : count === 1 ? '1 problem' : `${count} problems`;
  return [did === '' ? 'plain' : 'changed', [did, wrong].filter((word) => word !== '').join(', ')];
}

export function openFile(state: BuilderState, problems: readonly BuildProblem[]): OpenFilePicture | undefined {
  const { now, open } = state;
  const text = open === undefined ? undefined : now.get(open);
  if (open === undefined || text === undefined) return undefined;
  const isChanged = comparedWith(state).get(open) !== text;
  return {
    path: open,
    hint: open === MANIFEST ? 'What the project is, in TOML.' : 'As it lies in the project’s folder.',
    text,
    largest: LARGEST_FILE,
    problems: problems
      .flatMap(({ at, message }) => (at?.file === open ? [{ at: { start: at.from, end: at.to }, message }] : []))
      .sort((left, right) => left.at.start - right.at.start),
    takeBack: isChanged ? { kind: 'taken-back', path: open } : undefined,
    isFree: true,
  };
}
