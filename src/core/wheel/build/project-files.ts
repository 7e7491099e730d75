// The files of a project by their paths, as a backend finds them in the folder. What no folder could hold (a path twice, a file in a
// file, a path that leads out) is refused first, and a tree that a page shouldn’t hold, too.
import { ancestorIn } from '../archive/entry-names';
import { shownPath } from '../archive/finding-list';
import { type BuildProblem, buildError, buildWarning } from './build-problem';
import type { SourceTree } from './source-tree';

/** So many files a project may have here: the course’s have ten, large real ones a few thousand. */
export const MAX_TREE_FILES = 5000;

/** So many bytes all files may have together: all of them are hashed and packed while a reader waits. */
export const MAX_TREE_BYTES = 64 * 1024 * 1024;

/** Characters of a path, and folders inside each other: what systems can write and tools can walk. */
const MAX_PATH = 1024;
const MAX_DEPTH = 64;

/** So many problems of the tree are told; past that, more of them help nobody. */
const MAX_PROBLEMS = 20;

export interface ProjectFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isExecutable: boolean;
}

/** By path, in the order of a walk: in each folder its files first, by name, then its folders. */
export type ProjectFiles = ReadonlyMap<string, ProjectFile>;

export interface ReadTree {
  readonly files: ProjectFiles;
  /** With an error among them, `files` isn’t to be built. */
  readonly problems: readonly BuildProblem[];
}

/** The tree’s files in the order of a walk, and what keeps them from being a folder’s. */
export function readTree(tree: SourceTree): ReadTree {
  const problems: BuildProblem[] = [];
  const report = (problem: BuildProblem): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  if (tree.length > MAX_TREE_FILES) {
    report(buildError('too-many-files', `The project has more than ${MAX_TREE_FILES} files: it isn’t built here.`));
    return { files: new Map(), problems };
  }
  const files = new Map<string, ProjectFile>();
  let bytes = 0;
  const encoder = new TextEncoder();
  for (const { path, content, isExecutable } of tree) {
    const wrong = pathProblem(path);
    if (wrong !== undefined) report(buildError('path', `${shownPath(path)} ${wrong}`));
    else if (files.has(path))
      report(buildError('two-files', `${shownPath(path)} is there twice: keep one of the two.`));
    // A text is counted before it is encoded, so that a huge one isn’t copied first.
    bytes += content.length;
    if (bytes > MAX_TREE_BYTES) {
      report(buildError('too-large', 'The project’s files have more than 64 MB together: it isn’t built here.'));
      return { files: new Map(), problems };
    }
    const read = typeof content === 'string' ? encoder.encode(content) : content;
    files.set(path, { path, bytes: read, isExecutable: isExecutable === true });
  }
  const sorted = new Map([...files].sort(([left], [right]) => compareInWalk(left, right)));
  checkNeighbours(sorted, report);
  return { files: sorted, problems };
}

/** Why no file of a project has this path, as the end of a sentence. */
function pathProblem(path: string): string | undefined {
  const parts = path.split('/');
  if (path === '') return 'is no name of a file.';
  if (path.length > MAX_PATH || parts.length > MAX_DEPTH) return 'is a path too long to be written.';
  if (/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(path) || !path.isWellFormed()) {
    return 'has characters in it that aren’t seen or can’t be written.';
  }
  if (path.includes('\\')) return 'has a backslash: folders are separated by “/”.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'is absolute: a file’s path begins in the project’s folder.';
  if (parts.includes('..')) return 'leads out of the project’s folder.';
  if (parts.includes('.') || parts.includes('')) return 'has a part that says nothing: write it without “.” and “//”.';
  return undefined;
}

function checkNeighbours(files: ProjectFiles, report: (problem: BuildProblem) => void): void {
  const folded = new Map<string, string>();
  for (const path of files.keys()) {
    const folder = ancestorIn(path, files);
    if (folder !== undefined) {
      report(buildError('file-and-folder', `${shownPath(path)} lies in ${shownPath(folder)}, which is a file.`));
    }
    const key = path.normalize('NFC').toLowerCase();
    const alike = folded.get(key);
    if (alike === undefined) folded.set(key, path);
    else {
      const message = `${shownPath(path)} and ${shownPath(alike)} are one file on macOS and Windows, where case isn’t told apart: give one of them another name.`;
      report(buildWarning('names-alike', message));
    }
  }
}

/** As a walk through the folders comes by: files before folders, both by name. */
export function compareInWalk(left: string, right: string): number {
  const [one, other] = [left.split('/'), right.split('/')];
  const shared = Math.min(one.length, other.length);
  let at = 0;
  while (at < shared - 1 && one[at] === other[at]) at++;
  const [isFile, isOtherFile] = [at === one.length - 1, at === other.length - 1];
  if (isFile !== isOtherFile) return isFile ? -1 : 1;
  const [name = '', otherName = ''] = [one[at], other[at]];
  return name < otherName ? -1 : name > otherName ? 1 : 0;
}

/** Whether a path lies in a folder; every path lies in “”, the project’s own. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** A file’s text; `undefined` if it isn’t UTF-8. A byte order mark stays, as Python’s reader keeps it. */
export function textOf(file: ProjectFile): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return undefined;
  }
}
