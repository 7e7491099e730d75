/** What is done to the files of a project: by a tap, in an editor, by a new name. Each gives the very same files when nothing changes. */
import { pathRefusal } from './file-path';
import { contentOf, type Files, isProject, renamesBetween, sameFile, sorted, takenBack } from './files-now';
import { type FileNow, fileNow, PLAIN_MODE } from './scenario';

/** What a tap on a file does to it. */
export const TAPS = ['edit', 'touch', 'mode', 'delete'] as const;
export type Tap = (typeof TAPS)[number];

/** A file that is changed more often than this is changed enough. */
export const MOST_CHANGES = 99;
/** Characters of a Dockerfile or file that the reader wrote. */
export const LARGEST_TEXT = 20_000;

/** A tap changes a file; a tap on a changed one takes the changes since the last build back. */
export function tapFile(built: Files, now: Files, path: string, tap: Tap): Files {
  const file = now.get(path);
  const isAsBuilt = file !== undefined && sameFile(built.get(path), file);
  return isAsBuilt ? changeFile(now, path, tap) : takeBack(built, now, path);
}

/** As it was built last. */
export function takeBack(built: Files, now: Files, path: string): Files {
  if (sameFile(built.get(path), now.get(path)) && !renamesBetween(built, now).has(path)) return now;
  const files = takenBack(built, now, path);
  return isProject(files) ? files : now;
}

export function changeFile(files: Files, path: string, tap: Tap): Files {
  const file = files.get(path);
  if (file === undefined) return files;
  const changed = changedBy(file, tap);
  return changed === file ? files : withFile(files, path, changed);
}

/** A text is typed into a file. What was built with that text is that file again. */
export function typeInto(built: Files, now: Files, path: string, text: string): Files {
  const file = now.get(path);
  const content = file && contentOf(file);
  if (file === undefined || content === undefined || content === text) return now;
  if (text.length > Math.max(LARGEST_TEXT, content.length)) return now;
  const old = built.get(path);
  const isOld = old !== undefined && contentOf(old) === text;
  return withFile(now, path, { ...file, ...(isOld ? { text: old.text, lines: old.lines } : { text, lines: 0 }) });
}

/** An empty file more. */
export function addFile(files: Files, path: string): Files {
  if (pathRefusal(files.keys(), path) !== undefined) return files;
  return withFile(files, path, fileNow({ text: '' }));
}

export function renameFile(files: Files, path: string, to: string): Files {
  const file = files.get(path);
  const others = withFile(files, path, undefined);
  if (file === undefined || path === to || pathRefusal(others.keys(), to) !== undefined) return files;
  return withFile(others, to, file);
}

function withFile(files: Files, path: string, file: FileNow | undefined): Files {
  const after = new Map(files);
  if (file === undefined) after.delete(path);
  else after.set(path, file);
  return sorted(after);
}

function changedBy(file: FileNow, tap: Tap): FileNow | undefined {
  const { lines, touched, mode } = file;
  switch (tap) {
    case 'edit':
      return lines < MOST_CHANGES ? { ...file, lines: lines + 1 } : file;
    case 'touch':
      return touched < MOST_CHANGES ? { ...file, touched: touched + 1 } : file;
    case 'mode':
      return { ...file, mode: mode === PLAIN_MODE ? '0755' : PLAIN_MODE };
    case 'delete':
      return undefined;
  }
}
