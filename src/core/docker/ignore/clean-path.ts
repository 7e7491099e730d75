// The shortest spelling of a path: Go’s `filepath.Clean` on Linux.

/**
 * Without doubled slashes, `.` and what `..` takes back; the empty path is `.`.
 *
 * @example cleanPath('a//b/../c/') // → 'a/c'
 */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const before = parts.at(-1);
    if (part !== '..') parts.push(part);
    else if (before !== undefined && before !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  const cleaned = parts.join('/');
  if (isRooted) return `/${cleaned}`;
  return cleaned === '' ? '.' : cleaned;
}

/** The folders above a path, the outermost first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}
