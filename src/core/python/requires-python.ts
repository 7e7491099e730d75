// Whether a file's Requires-Python lets a Python in: the core metadata specification, "Requires-Python", as an index repeats it
// beside the file (PEP 503). uv reads it in another way: uv-requires-python.ts.
import { admitsText } from './specifier-admits';
import { readSpecifierSet } from './specifier-parse';
import { baseVersion, formatVersion } from './version';
import { readVersion } from './version-scan';

/**
 * Whether a Requires-Python lets a Python in, as pip reads it (core metadata, "Requires-Python"): whether the set holds the Python,
 * upper bounds included, by its release alone, so that 3.14.0rc1 counts as 3.14.0. What is no specifier set forbids nothing.
 *
 * @example allowsPython('>=3.8, <3.12', '3.13.1') // → false
 */
export function allowsPython(requires: string, python: string): boolean {
  const set = readSpecifierSet(requires);
  const version = readVersion(python);
  return set === undefined || version === undefined || admitsText(set, formatVersion(baseVersion(version)));
}
