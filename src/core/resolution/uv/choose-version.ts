// What the search does with the package that it picked (crates/uv-resolver, resolver/mod.rs, "choose_version"): the version to
// try, why there is none, or that the search has to part.
import { onlyVersion, type Version, type VersionSet } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { openTerm } from '../pubgrub/partial-solution';
import { selectCandidate } from './candidate';
import { type ForkState, ROOT_VERSION } from './fork-state';
import { packageAt } from './package';
import type { Preferences } from './preference';
import { projectNamed } from './project';
import { isPythonEnough } from './python-range';
import type { SearchContext } from './search-context';
import type { UnusableReason } from './usability';

export type VersionChoice =
  /** Try this version. In the gap there is no other one. */
  | { readonly kind: 'version'; readonly version: Version; readonly gap: VersionSet }
  /** There is none in range; with a reason why there can be none at all. */
  | { readonly kind: 'none'; readonly range: VersionSet; readonly reason: UnusableReason | undefined }
  /** The one to try can't be used. */
  | {
      readonly kind: 'unusable';
      readonly version: Version;
      readonly gap: VersionSet;
      readonly reason: UnusableReason;
    };

/** Chooses what to try of a package that must be selected. */
export function chooseVersion(
  context: SearchContext,
  fork: ForkState,
  id: PackageId,
  preferences: Preferences,
): VersionChoice {
  const of = packageAt(context.table, id);
  const range = openTerm(fork.solver.solution, id)?.versions ?? onlyVersion(ROOT_VERSION);
  if (of.kind === 'root') return { kind: 'version', version: ROOT_VERSION, gap: onlyVersion(ROOT_VERSION) };
  // Python is required only by what no Python of this fork is enough for.
  if (of.kind === 'python') return { kind: 'none', range, reason: undefined };
  const project = projectNamed(context, of.name);
  const preferred = preferences.get(of.name) ?? [];
  const candidate = selectCandidate(context, project, range, fork.environment, preferred);
  if (candidate === undefined) {
    const isMissing = !project.isKnown && of.kind === 'project';
    return { kind: 'none', range, reason: isMissing ? { kind: 'no-such-project' } : undefined };
  }
  const { version, gap, release } = candidate;
  const usability = candidate.usability();
  if (usability.kind === 'unusable') return { kind: 'unusable', version, gap, reason: usability.reason };
  const { requiresPython } = release;
  if (requiresPython !== undefined && !isPythonEnough(fork.environment.python, requiresPython)) {
    return { kind: 'unusable', version, gap, reason: { kind: 'requires-python', requiresPython } };
  }
  return { kind: 'version', version, gap };
}
