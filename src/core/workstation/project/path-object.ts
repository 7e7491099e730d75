// Path objects and paths as texts: joined, gone up, asked for, read. Follows the library reference of Python 3.13, `pathlib`.
import { absolutePath, folderOf, isAbsolutePath, joinPath, nameOf } from '../lookup/path';
import { isThere, readDataFile, writeDataFile } from './data-file';
import { type CallOf, UNKNOWN, type Value } from './python-value';
import type { ProgramRun } from './run-state';

const path = (text: string): Value => ({ kind: 'path', path: text });
const text = (value: string): Value => ({ kind: 'text', text: value });

/** Whether something is there, as `exists()` and its like answer. */
export function thereIs(run: ProgramRun, written: string, what?: 'file' | 'folder'): Value {
  const found = isThere(run, written);
  if (found === 'unknown') return { kind: 'object', type: 'bool' };
  return { kind: 'constant', value: what === undefined ? found !== undefined : found === what };
}

/** The path that a value means, as `os.fspath` gives it. */
export function pathIn(value: Value | undefined): string | undefined {
  if (value?.kind === 'path') return value.path;
  return value?.kind === 'text' ? value.text : undefined;
}

/** `pathlib` works out single dots and doubled slashes, and leaves `..` alone. */
export function joined(base: string, more: readonly string[]): string {
  let whole = base;
  for (const part of more) whole = isAbsolutePath(part) ? part : whole === '' ? part : joinPath(whole, part);
  const parts = whole.split('/').filter((part) => part !== '' && part !== '.');
  const plain = parts.join('/');
  return isAbsolutePath(whole) ? `/${plain}` : plain === '' ? '.' : plain;
}

/** Methods after which other files may be there, or gone. */
const CHANGING = ['mkdir', 'rmdir', 'unlink', 'rename', 'replace', 'symlink_to', 'hardlink_to'];

const READS = ['read_text', 'read_bytes', 'open', 'stat', 'iterdir'];

/** An attribute of a path object. */
export function pathAttribute(written: string, name: string): Value {
  switch (name) {
    case 'parent':
      return path(written.includes('/') ? folderOf(written) : '.');
    case 'name':
      return text(nameOf(written));
    default:
      return { kind: 'method', of: path(written), name };
  }
}

/** A method of a path object is called. */
export function callPathMethod(run: ProgramRun, written: string, method: string, { positional, named }: CallOf): Value {
  const parts = positional.map(pathIn);
  const [first] = parts;
  switch (method) {
    case 'with_name':
      return first === undefined ? UNKNOWN : path(joined(written.includes('/') ? folderOf(written) : '', [first]));
    case 'with_suffix':
      return first === undefined ? UNKNOWN : path(written.replace(/(?<=[^/])\.[^./]*$/, '') + first);
    case 'joinpath':
      return parts.every((part) => part !== undefined) ? path(joined(written, parts)) : UNKNOWN;
    case 'resolve':
    case 'absolute':
      return path(absolutePath(run.folder, written));
    case 'exists':
      return thereIs(run, written);
    case 'is_file':
      return thereIs(run, written, 'file');
    case 'is_dir':
      return thereIs(run, written, 'folder');
    default: {
      const mode = positional[0] ?? named.get('mode');
      const writes = method === 'open' && mode !== undefined && (mode.kind !== 'text' || /[wax+]/.test(mode.text));
      const isFolder = isThere(run, written) === 'folder';
      const isRead = READS.includes(method) && !((method === 'stat' || method === 'iterdir') && isFolder);
      if (isRead && !writes) readDataFile(run, written);
      if (writes || method === 'write_text' || method === 'write_bytes' || method === 'touch')
        writeDataFile(run, written);
      else if (!READS.includes(method) && CHANGING.includes(method)) writeDataFile(run, undefined);
      return { kind: 'library', name: `pathlib.Path.${method}()` };
    }
  }
}

/** `Path(…) / 'data'`, of which either side may be the text. */
export function dividePath(left: Value, right: Value): Value {
  const [first, second] = [pathIn(left), pathIn(right)];
  if (first === undefined || second === undefined || (left.kind !== 'path' && right.kind !== 'path')) return UNKNOWN;
  return path(joined(first, [second]));
}
