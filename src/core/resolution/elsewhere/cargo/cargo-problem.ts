// What Cargo is asked: the dependencies of the package itself, and of every crate version in the index (the Cargo book,
// "Dependency Resolution").
import { formatSemVer, type SemVer } from '../semver';
import type { CargoRequirement } from './version-requirement';

export interface CargoDependency {
  /** The name that it has in the manifest: the crate’s, but for one renamed with `package = "…"`. */
  readonly key: string;
  readonly crate: string;
  readonly requirement: CargoRequirement;
  /** The requirement as written. */
  readonly written: string;
}

export interface CrateVersion {
  readonly crate: string;
  readonly version: SemVer;
  readonly dependencies: readonly CargoDependency[];
  readonly yanked: boolean;
}

export interface CargoProblem {
  readonly dependencies: readonly CargoDependency[];
  /** Each crate's versions, newest first. */
  readonly crates: ReadonlyMap<string, readonly CrateVersion[]>;
}

/** `lib 1.2.0`, as Cargo names a crate version. */
export function formatCrateVersion({ crate, version }: Pick<CrateVersion, 'crate' | 'version'>): string {
  return `${crate} ${formatSemVer(version)}`;
}

/**
 * The name of the range in which there can be one version of a crate: up to the first number that isn't zero
 * ("SemVer compatibility").
 *
 * @example compatibleRange('lib', [0, 3, 1]) // → 'lib 0.3'
 */
export function compatibleRange(crate: string, [major, minor, patch]: SemVer['numbers']): string {
  if (major !== 0) return `${crate} ${major}`;
  return minor !== 0 ? `${crate} 0.${minor}` : `${crate} 0.0.${patch}`;
}
