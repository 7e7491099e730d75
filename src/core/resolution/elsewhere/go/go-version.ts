// Versions of Go modules (Go modules reference, "Versions" and "Module paths"): semantic versions with a `v`, and the major
// version from 2 on as a suffix of the path.
import { compareSemVer, readSemVer } from '../semver';

/** Older, as old, newer: by semantic versioning, pseudo-versions among the pre-releases that they are written as. */
export function compareGoVersions(left: string, right: string): number {
  const one = readSemVer(left.slice(1));
  const other = readSemVer(right.slice(1));
  if (one === undefined || other === undefined) return left < right ? -1 : left === right ? 0 : 1;
  return compareSemVer(one, other);
}

/**
 * What is wrong with a version for a module's path, or `undefined`.
 *
 * @example goVersionProblem('example.com/lib', 'v2.0.0') // → 'A module of v2 has a path of its own: write example.com/lib/v2 v2.0.0.'
 */
export function goVersionProblem(path: string, version: string): string | undefined {
  const read = version.startsWith('v') ? readSemVer(version.slice(1)) : undefined;
  if (read === undefined) return `“${version}” is no version of a Go module: they are written v1.2.3 or v1.2.3-rc.1.`;
  if (read.build !== '') return `“${version}” has build metadata (such as +incompatible), which is not modelled here.`;
  const [major] = read.numbers;
  const suffix = /\/v([0-9]+)$/.exec(path)?.[1];
  const own = major === 0 || major === 1 ? undefined : String(major);
  if (suffix === own) return undefined;
  const stem = suffix === undefined ? path : path.slice(0, path.lastIndexOf('/'));
  const right = own === undefined ? stem : `${stem}/v${own}`;
  return `A module of v${major} has a path of its own: write ${right} ${version}.`;
}
