/** The project’s files as rows of a tree, each with what was done to it since the last build. */
import { type Directory, nodeAt } from '@/core/docker';
import type { FileMark, FileRow as ProjectRow } from '@/figures/project-files/file-row';
import type { Tap } from './edit-files';
import { DOCKERFILE, IGNORE_FILE } from './file-path';
import { type FileChange, fileChanges, isProject, takenBack } from './files-now';
import { sameDockerfile } from './setup';
import { type LayerEvent, type LayerState, lastBuilt } from './state';

type FileRow = ProjectRow<LayerEvent>;

const TAP_LABELS: Readonly<Record<Tap, string>> = {
  edit: 'Edit',
  touch: 'Touch',
  mode: 'Change the mode of',
  delete: 'Delete',
};

/** The Dockerfile and the ignore file, which say what is built of what; then the others by path, folders before what is in them. */
export function fileRows(state: LayerState, context: Directory): readonly FileRow[] {
  const built = lastBuilt(state).files;
  const now = state.now.files;
  const changes = new Map(fileChanges(built, now).map((change) => [change.path, change]));
  const moved = new Set([...changes.values()].map(({ was }) => was));
  const paths = [...new Set([...built.keys(), ...now.keys()])].filter((path) => !moved.has(path)).sort(ignoreFileFirst);
  const rows: FileRow[] = [dockerfileRow(state)];
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length - 1; depth++) {
      const folder = `${parts.slice(0, depth + 1).join('/')}/`;
      if (folders.has(folder)) continue;
      folders.add(folder);
      rows.push(folderRow(folder, `${parts[depth]}/`, depth));
    }
    const change = changes.get(path);
    const isThere = now.has(path);
    const canTap = change === undefined || isProject(takenBack(built, now, path));
    rows.push({
      path,
      name: parts.at(-1) ?? path,
      depth: parts.length - 1,
      ...markOf(change, isThere, isSent(context, path)),
      label: change === undefined ? `${TAP_LABELS[state.tap]} ${path}` : `Take back: ${path} ${change.did}`,
      isPressed: change !== undefined,
      event: canTap ? { kind: 'tapped', path } : undefined,
      ...(isThere ? openingOf(state, path) : {}),
    });
  }
  return rows;
}

function ignoreFileFirst(left: string, right: string): number {
  if (left === IGNORE_FILE || right === IGNORE_FILE) return left === IGNORE_FILE ? -1 : 1;
  return left < right ? -1 : 1;
}

/** It can’t be tapped away: opening it is all that a tap does. */
function dockerfileRow(state: LayerState): FileRow {
  const isOld = sameDockerfile(lastBuilt(state), state.now);
  return {
    ...folderRow(DOCKERFILE, DOCKERFILE, 0),
    mark: isOld ? 'plain' : 'changed',
    word: isOld ? '' : 'edited',
    ...openingOf(state, DOCKERFILE),
  };
}

function openingOf({ open }: LayerState, path: string): Pick<FileRow, 'opens'> {
  return { opens: { isOpen: open === path, event: { kind: 'opened', path: open === path ? undefined : path } } };
}

function folderRow(path: string, name: string, depth: number): FileRow {
  return { path, name, depth, mark: 'plain', word: '', label: name, isPressed: false, event: undefined };
}

function markOf(
  change: FileChange | undefined,
  isThere: boolean,
  isInContext: boolean,
): { readonly mark: FileMark; readonly word: string } {
  if (!isThere) return { mark: 'gone', word: 'deleted' };
  const left = isInContext ? '' : 'ignored';
  if (change === undefined) return { mark: isInContext ? 'plain' : 'left-out', word: left };
  const did = change.was === undefined ? change.did : `was ${change.was}`;
  return { mark: 'changed', word: [did, left].filter((word) => word !== '').join(', ') };
}

/** Does the builder get the file? */
export const isSent = (context: Directory, path: string): boolean => nodeAt(context, path.split('/')) !== undefined;
