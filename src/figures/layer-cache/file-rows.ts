/** The project’s files as rows of a tree, each with what was done to it since the last build. */
import type { Directory } from '@/core/docker';
import type { FileMark, FileRow } from './picture';
import type { FileNow, Setup } from './scenario';
import { type LayerState, lastBuilt, sameFile, type Tap } from './state';

const TAP_LABELS: Readonly<Record<Tap, string>> = {
  edit: 'Edit',
  touch: 'Touch',
  mode: 'Change the mode of',
  delete: 'Delete',
};

/** Rows in the order of paths, folders before what is in them. */
export function fileRows(state: LayerState, context: Directory): readonly FileRow[] {
  const built = lastBuilt(state).files;
  const now = state.now.files;
  const paths = [...new Set([...built.keys(), ...now.keys()])].sort();
  const rows: FileRow[] = [];
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length - 1; depth++) {
      const folder = parts.slice(0, depth + 1).join('/');
      if (folders.has(folder)) continue;
      folders.add(folder);
      rows.push(folderRow(folder, `${parts[depth]}/`, depth));
    }
    const changes = changesOf(built.get(path), now.get(path));
    const isSent = isIn(context, parts);
    rows.push({
      path,
      name: parts.at(-1) ?? path,
      depth: parts.length - 1,
      ...markOf(changes, now.has(path), isSent),
      label: changes === '' ? `${TAP_LABELS[state.tap]} ${path}` : `Take back: ${path} ${changes}`,
      isPressed: changes !== '',
      event: { kind: 'tapped', path },
    });
  }
  return rows;
}

function folderRow(path: string, name: string, depth: number): FileRow {
  return { path, name, depth, mark: 'plain', word: '', label: name, isPressed: false, event: undefined };
}

function markOf(
  changes: string,
  isThere: boolean,
  isSent: boolean,
): { readonly mark: FileMark; readonly word: string } {
  if (!isThere) return { mark: 'gone', word: 'deleted' };
  const left = isSent ? '' : 'ignored';
  if (changes === '') return { mark: isSent ? 'plain' : 'left-out', word: left };
  return { mark: 'changed', word: [changes, left].filter((word) => word !== '').join(', ') };
}

/** What is otherwise since the last build, in few words. */
function changesOf(before: FileNow | undefined, now: FileNow | undefined): string {
  if (sameFile(before, now)) return '';
  if (now === undefined) return 'deleted';
  if (before === undefined) return 'new';
  const words: string[] = [];
  if (before.text !== now.text || before.lines !== now.lines || before.size !== now.size) words.push('edited');
  if (before.mode !== now.mode) words.push(`mode ${now.mode}`);
  if (before.touched !== now.touched) words.push('new time');
  return words.join(', ');
}

/** The files that the builder doesn’t get, changed ones too. */
export function filesLeftOut({ files }: Setup, context: Directory): readonly string[] {
  return [...files.keys()].filter((path) => !isIn(context, path.split('/')));
}

function isIn(root: Directory, names: readonly string[]): boolean {
  let here: Directory = root;
  for (const [at, name] of names.entries()) {
    const node = here.entries.get(name);
    if (node === undefined) return false;
    if (at === names.length - 1) return true;
    if (node.kind !== 'dir') return false;
    here = node;
  }
  return true;
}

/** The files that are otherwise since the last build, with what was done to each, for a sentence. */
export function changedFiles(before: Setup, now: Setup): readonly { readonly path: string; readonly did: string }[] {
  const paths = [...new Set([...before.files.keys(), ...now.files.keys()])].sort();
  return paths
    .map((path) => ({ path, did: changesOf(before.files.get(path), now.files.get(path)) }))
    .filter(({ did }) => did !== '');
}
