// What the search does with the package that it picked (crates/uv-resolver, resolver/mod.rs, "choose_version"): the version to
// try, why there is none, or that the search has to part.
import { onlyVersion, type Version, type VersionSet } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { openTerm } from '../pubgrub/partial-solution';
import { selectCandidate } from './candidate';
import { type ForkState, ROOT_VERSION } from './fork-state';
import { fitVersion, type VersionFork } from './fork-version';
import { packageAt } from './package';
import type { Preferences } from './preference';
import { gapAround, type ProjectRelease, projectNamed, usabilityIn } from './project';
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
    }
  | { readonly kind: 'forks'; readonly forks: readonly VersionFork[] };

/** Chooses what to try of a package that must be selected. */
export function chooseVersion(
  context: SearchContext,
  fork: ForkState,
  id: PackageId,
  preferences: Preferences,
): VersionChoice {
  const of = packageAt(context.table, id);
  const only = onlyVersion(ROOT_VERSION);
  if (of.kind === 'root' || of.kind === 'own-project') return { kind: 'version', version: ROOT_VERSION, gap: only };
  const range = openTerm(fork.solver.solution, id)?.versions ?? only;
  // Python is required only by what no Python of this fork is enough for.
  if (of.kind === 'python') return { kind: 'none', range, reason: undefined };
  const project = projectNamed(context, of.name);
  const preferred = preferences.get(of.name) ?? [];
  const release = selectCandidate(context, project, range, fork.environment, preferred);
  if (release === undefined) {
    const isMissing = !project.isKnown && of.kind === 'project';
    return { kind: 'none', range, reason: isMissing ? { kind: 'no-such-project' } : undefined };
  }
  const usability = usabilityIn(context, release);
  if (usability.kind === 'unusable') return unusable(release, usability.reason);
  const fit = fitVersion(context, fork, id, { project, release, range, preferences: preferred });
  switch (fit.kind) {
    case 'fits':
      return chosen(fit.release);
    case 'unusable':
      return unusable(release, fit.reason);
    case 'forks':
      return fit;
  }
}

/** The choice of a release. */
export function chosen(release: ProjectRelease): VersionChoice {
  return { kind: 'version', version: release.version, gap: gapAround(release) };
}

function unusable(release: ProjectRelease, reason: UnusableReason): VersionChoice {
  return { kind: 'unusable', version: release.version, gap: gapAround(release), reason };
}
