/** The project’s files as they are at one time, and two such times compared. */
import { isFolderToo, MOST_FILES } from '@/figures/project-files/file-path';
import type { FileNow, Setup } from './scenario';

export type Files = Setup['files'];

/** What stands in a file; undefined where only its size is known. */
export function contentOf({ text, lines }: FileNow): string | undefined {
  return text === undefined ? undefined : text + '\n'.repeat(lines);
}

export function sameFile(left: FileNow | undefined, right: FileNow | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const keys = ['text', 'size', 'lines', 'touched', 'mode'] as const;
  return keys.every((key) => left[key] === right[key]);
}

/** By path, so that the same files are the same table, whatever was done in between. */
export function sorted(files: Files): Files {
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Bytes of all files that have a size and no text: each of them is hashed in the page. */
const MOST_BYTES = 4_000_000;

/** Can these be the files of a project here? */
export function isProject(files: Files): boolean {
  const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  return files.size <= MOST_FILES && bytes <= MOST_BYTES && !isFolderToo(files);
}

/** The files with one as it was before: under that path, under the path that it had then, or gone if it is new. */
export function takenBack(before: Files, now: Files, path: string): Files {
  const files = new Map(now);
  const was = renamesBetween(before, now).get(path) ?? path;
  const old = before.get(was);
  if (was !== path || old === undefined) files.delete(path);
  if (old !== undefined) files.set(was, old);
  return sorted(files);
}

/**
 * New paths, each with its old one: a file that is gone from one path and stands as it was at another was renamed. To the builder, and
 * to anybody who looks at the folder, it is the same as one deleted and another written.
 */
export function renamesBetween(before: Files, now: Files): ReadonlyMap<string, string> {
  const gone = [...before].filter(([path]) => !now.has(path));
  const renames = new Map<string, string>();
  for (const [path, file] of now) {
    if (gone.length === 0) break;
    if (before.has(path)) continue;
    const at = gone.findIndex(([, old]) => sameFile(old, file));
    const [renamed] = at === -1 ? [] : gone.splice(at, 1);
    if (renamed !== undefined) renames.set(path, renamed[0]);
  }
  return renames;
}

/** A change of one file, in a word or two: `edited`, `mode 0755, new time`. */
export interface FileChange {
  readonly path: string;
  /** The path that it had before, where that is all that changed. */
  readonly was: string | undefined;
  readonly did: string;
}

/** What is otherwise between two times, by path. */
export function fileChanges(before: Files, now: Files): readonly FileChange[] {
  const renames = renamesBetween(before, now);
  const moved = new Set(renames.values());
  const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) => !moved.has(path)).sort();
  return paths
    .map((path): FileChange => {
      const was = renames.get(path);
      const did = was === undefined ? didTo(before.get(path), now.get(path)) : 'renamed';
      return { path, was, did };
    })
    .filter(({ did }) => did !== '');
}

function didTo(before: FileNow | undefined, now: FileNow | undefined): string {
  if (sameFile(before, now)) return '';
  if (now === undefined) return 'deleted';
  if (before === undefined) return 'new';
  const words: string[] = [];
  if (before.text !== now.text || before.lines !== now.lines || before.size !== now.size) words.push('edited');
  if (before.mode !== now.mode) words.push(`mode ${now.mode}`);
  if (before.touched !== now.touched) words.push('new time');
  return words.join(', ');
}
