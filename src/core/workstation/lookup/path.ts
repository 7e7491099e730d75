/**
 * POSIX paths as text: join, make absolute, take apart.
 * Follows POSIX.1-2024, section 4.16 (pathname resolution), as far as it needs no file system; links are machine.ts's.
 */

/** An absolute path without `.`, `..` or doubled slashes: `/home/you`. */
export type Path = string;

/** Is the path counted from the root? `/bin` is, `bin` and the empty path aren't. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/');
}

/**
 * The path, counted from `folder` when it's relative, with `.`, `..` and doubled slashes worked out on paper
 * (Python's `os.path.abspath`).
 * @example absolutePath('/home/you', '../bin/./python') // '/home/bin/python'
 */
export function absolutePath(folder: Path, path: string): Path {
  const parts: string[] = [];
  for (const part of (isAbsolutePath(path) ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * A folder and a name put together with one slash between them; nothing else is changed.
 * @example joinPath('/usr/bin/', 'python') // '/usr/bin/python'
 */
export function joinPath(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/**
 * The folder that holds a path.
 * @example folderOf('/usr/bin/python') // '/usr/bin'
 */
export function folderOf(path: Path): Path {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/**
 * The last part of a path.
 * @example nameOf('/usr/bin/python') // 'python'
 */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
