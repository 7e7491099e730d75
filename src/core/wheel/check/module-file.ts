// Which files of a wheel Python imports, by their names: source, and extension modules with a tag or without. Follows
// check-wheel-contents’ README, “Library”, and the import system of the language reference.
import { isImportable } from '@/core/python';

/** `.py`, `.so`, `.pyd`, and the last two after one more part, as in `fast.cpython-313-x86_64-linux-gnu.so`. */
const ENDING = /(?<=[^\n])\.(?:py|pyd|so|[-A-Za-z0-9_]+\.(?:pyd|so))$/;

/** The module’s name of a file’s name; none if it is no module. @example moduleOf('fast.abi3.so') // → 'fast' */
export function moduleOf(filename: string): string | undefined {
  const match = ENDING.exec(filename);
  return match === null ? undefined : filename.slice(0, match.index);
}

/** Whether `import` finds the module at this path below a library’s root. @example isImportPath(['kit', 'my-part.py']) // → false */
export function isImportPath(parts: readonly string[]): boolean {
  const module = moduleOf(parts.at(-1) ?? '');
  return module !== undefined && [...parts.slice(0, -1), module].every(isImportable);
}

/** Whether the folder holds type stubs of another package (PEP 561). @example isStubsFolder('kit-stubs') // → true */
export function isStubsFolder(name: string): boolean {
  return name.endsWith('-stubs') && isImportable(name.slice(0, -'-stubs'.length));
}
