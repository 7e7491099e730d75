// Paths as Go’s package path treats them: slash-separated, made shortest by text alone.

import { cleanPath } from '../ignore';

export { cleanPath };

/** The parts joined and cleaned; empty parts are left out. @example joinPath('/app', '../etc') // → '/etc' */
export function joinPath(...parts: readonly string[]): string {
  const written = parts.filter((part) => part !== '');
  return written.length === 0 ? '' : cleanPath(written.join('/'));
}

/** The last part of a path. @example baseName('/a/b/') // → 'b' */
export function baseName(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return path === '' ? '.' : '/';
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** All but the last part. @example parentPath('/a/b') // → '/a' */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : cleanPath(path.slice(0, slash + 1));
}

/** The names on the way from the root to a cleaned absolute path. @example namesOf('/a/b') // → ['a', 'b'] */
export function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}
