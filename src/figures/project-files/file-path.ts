/** Paths of a project’s files: which can be, and why another can’t. A path is below the project’s folder and names no folder. */

/** Files of a project: more would fit neither a screen nor a link. */
export const MOST_FILES = 60;
/** Characters of a path, of an argument’s name or value, of a stage’s name. */
export const LONGEST_NAME = 120;

/** What is wrong with a path by itself, in a sentence; undefined: it can be one. */
export function pathFault(path: string): string | undefined {
  const names = path.split('/');
  if (path === '') return 'Write a path, such as src/main.py.';
  if (path.length > LONGEST_NAME) return `A path here has at most ${LONGEST_NAME} characters.`;
  if (path.startsWith('/')) return 'Leave the first slash out: a path begins in the project’s folder.';
  if (path.endsWith('/')) return 'This names a folder. Name a file in it: the folder comes with its first file.';
  if (names.includes('')) return 'Two slashes stand side by side.';
  if (names.some((name) => name === '.' || name === '..')) {
    return '“.” and “..” can’t stand in it: only what is below the project’s folder reaches the builder.';
  }
  if ([...path].some((character) => character < ' ')) return 'It holds a character that can’t be seen.';
  return undefined;
}

/** Why a file can’t stand at a path beside those that are there; undefined: it can. */
export function pathRefusal(there: Iterable<string>, path: string): string | undefined {
  const fault = pathFault(path);
  if (fault !== undefined) return fault;
  const paths = [...there];
  if (paths.includes(path)) return `${path} is there already.`;
  if (paths.some((other) => other.startsWith(`${path}/`))) return `${path} is a folder: there are files in it.`;
  const file = paths.find((other) => path.startsWith(`${other}/`));
  if (file !== undefined) return `${file} is a file, so nothing can be in it.`;
  return paths.length >= MOST_FILES ? `A project here has at most ${MOST_FILES} files.` : undefined;
}

/** Is a path a file, and a folder of another one too? */
export function isFolderToo(files: ReadonlyMap<string, unknown>): boolean {
  return [...files.keys()].some((path) => {
    const names = path.split('/');
    return names.some((_, at) => at > 0 && files.has(names.slice(0, at).join('/')));
  });
}
