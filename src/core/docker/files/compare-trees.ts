// What is different between two file trees, path by path. Folders that are the same node are passed over, so the cost is that of the
// difference.
import { sha256Of } from './content';
import type { Directory, FileNode } from './node';
import { compareBytes } from './tree';

/** What about a path is different. `kind`: it was a file and is a folder now, or the like. */
export type ChangedPart = 'added' | 'removed' | 'kind' | 'content' | 'mode' | 'owner' | 'target';

export interface FileChange {
  /** Below the place where the comparison began; empty for the place itself. */
  readonly path: string;
  readonly parts: readonly ChangedPart[];
  readonly before: FileNode | undefined;
  readonly after: FileNode | undefined;
}

/** The changes that lead from `before` to `after`, in the order of paths; a folder that is added or removed is one change. */
export function* changesBetween(before: FileNode | undefined, after: FileNode | undefined): Generator<FileChange> {
  const open: { readonly path: string; readonly before: FileNode | undefined; readonly after: FileNode | undefined }[] =
    [{ path: '', before, after }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.before === next.after) continue;
    const parts = changedParts(next.before, next.after);
    if (parts.length > 0) yield { ...next, parts };
    if (next.before?.kind !== 'dir' || next.after?.kind !== 'dir') continue;
    for (const name of [...changedNames(next.before, next.after)].reverse()) {
      open.push({
        path: next.path === '' ? name : `${next.path}/${name}`,
        before: next.before.entries.get(name),
        after: next.after.entries.get(name),
      });
    }
  }
}

function changedParts(before: FileNode | undefined, after: FileNode | undefined): readonly ChangedPart[] {
  if (before === undefined) return after === undefined ? [] : ['added'];
  if (after === undefined) return ['removed'];
  if (before.kind !== after.kind) return ['kind'];
  const parts: ChangedPart[] = [];
  if (before.kind === 'file' && after.kind === 'file' && sha256Of(before.content) !== sha256Of(after.content)) {
    parts.push('content');
  }
  if (before.kind === 'symlink' && after.kind === 'symlink' && before.target !== after.target) parts.push('target');
  if (before.kind !== 'symlink' && after.kind !== 'symlink' && before.mode !== after.mode) parts.push('mode');
  if (before.uid !== after.uid || before.gid !== after.gid) parts.push('owner');
  return parts;
}

/** The last comparison of a folder: several steps may take the same one. */
const comparisons = new WeakMap<Directory, { readonly before: Directory; readonly names: readonly string[] }>();

/** The names whose entries aren’t the same node, in order. */
function changedNames(before: Directory, after: Directory): readonly string[] {
  const last = comparisons.get(after);
  if (last?.before === before) return last.names;
  const names: string[] = [];
  for (const [name, node] of after.entries) if (before.entries.get(name) !== node) names.push(name);
  for (const name of before.entries.keys()) if (!after.entries.has(name)) names.push(name);
  names.sort(compareBytes);
  comparisons.set(after, { before, names });
  return names;
}
