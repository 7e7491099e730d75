/** The files of the project at one time, by path, and what is done to them. Each gives the very same files when nothing changes. */
import { LONGEST_NAME, MOST_FILES, pathFault, pathRefusal } from '@/figures/project-files/file-path';

/** Texts by path, in the order of the paths. */
export type Files = ReadonlyMap<string, string>;

export const MANIFEST = 'pyproject.toml';

/** Characters of one file, and of all: more would fit no link. */
export const LARGEST_FILE = 20_000;
export const LARGEST_PROJECT = 120_000;

export function sorted(files: Iterable<readonly [string, string]>): Files {
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** A file is written, or, with undefined, taken away. */
export function withFile(files: Files, path: string, text: string | undefined): Files {
  if (files.get(path) === text) return files;
  const after = new Map(files);
  if (text === undefined) after.delete(path);
  else after.set(path, text);
  return isProject(after) ? sorted(after) : files;
}

/** An empty file more. */
export function addFile(files: Files, path: string): Files {
  return pathRefusal(files.keys(), path) === undefined ? withFile(files, path, '') : files;
}

export function renameFile(files: Files, path: string, to: string): Files {
  const text = files.get(path);
  const others = withFile(files, path, undefined);
  if (text === undefined || path === to || pathRefusal(others.keys(), to) !== undefined) return files;
  return withFile(others, to, text);
}

/** Several files under new paths at once; the very same where two would meet. */
export function moveFiles(files: Files, to: (path: string) => string): Files {
  const moved = new Map([...files].map(([path, text]) => [to(path), text] as const));
  return moved.size === files.size && isProject(moved) ? sorted(moved) : files;
}

/** Can these be the files of a project here? */
export function isProject(files: Files): boolean {
  const paths = [...files.keys()];
  const length = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  return (
    paths.length <= MOST_FILES &&
    length <= LARGEST_PROJECT &&
    paths.every((path) => path.length <= LONGEST_NAME && pathFault(path) === undefined) &&
    !paths.some((path) => isInside(files, path))
  );
}

/** Whether a folder of the path is a file. */
function isInside(files: Files, path: string): boolean {
  const names = path.split('/');
  return names.some((_, at) => at > 0 && files.has(names.slice(0, at).join('/')));
}

export function sameFiles(left: Files, right: Files): boolean {
  if (left === right) return true;
  return left.size === right.size && [...left].every(([path, text]) => right.get(path) === text);
}

/** What is otherwise in `now`, in the order of the paths. */
export function changedPaths(before: Files, now: Files): readonly string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
}
