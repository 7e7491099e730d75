/**
 * A resolver scenario in few lines, for a lecture: what is asked, under which options, and what each release requires. What a file
 * leaves at its default isn't said.
 */
import { formatRequirement, formatSpecifierSet, formatVersion, type NormalizedName } from '@/core/python';
import type { IndexedRelease, ResolutionProblem, Scenario } from '@/core/resolution';

export interface ScenarioLine {
  /** What the line is about: `asked`, an option, or a release such as `atlas 1.5`. */
  readonly subject: string;
  readonly says: string;
}

/** What a scenario file means where it doesn't say. */
const DEFAULT_PYTHON = '>=3.12';

/** Takes a scenario that could be read, returns its lines: requirements first, then options, then releases by project, newest first. */
export function scenarioLines({ problem }: Scenario): readonly ScenarioLine[] {
  const asked = problem.requirements.map(({ requirement }) => formatRequirement(requirement));
  return [{ subject: 'asked', says: asked.join(', ') }, ...optionLines(problem), ...releaseLines(problem)];
}

function optionLines({ policy, target, python }: ResolutionProblem): readonly ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  const add = (subject: string, says: string) => {
    if (says !== '') lines.push({ subject, says });
  };
  add('Python', formatVersion(python).startsWith('3.12') ? '' : formatVersion(python));
  add('target', target.kind === 'universal' ? 'every environment' : '');
  add('required', target.kind === 'universal' ? target.requiredEnvironments.join(', ') : '');
  add('resolution', policy.mode === 'highest' ? '' : policy.mode);
  add('pre-releases', policy.prereleases === 'if-necessary' ? '' : policy.prereleases);
  add('no build of', [...policy.noBuild].join(', '));
  add('no binary of', [...policy.noBinary].join(', '));
  add('constraints', policy.constraints.map(formatRequirement).join(', '));
  add('overrides', policy.overrides.map(formatRequirement).join(', '));
  add('uploaded before', policy.excludeNewer ?? '');
  add('locked', [...policy.preferences].map(([name, of]) => `${name} ${of.map(formatVersion).join(', ')}`).join(', '));
  return lines;
}

/** Releases of a project that say the same stand in one line. */
function releaseLines({ index }: ResolutionProblem): readonly ScenarioLine[] {
  return [...index].flatMap(([name, releases]) => {
    const lines: { readonly versions: string[]; readonly says: string }[] = [];
    for (const release of releases.toReversed()) {
      const says = releaseSays(release);
      const last = lines.at(-1);
      if (last?.says === says) last.versions.push(release.written);
      else lines.push({ versions: [release.written], says });
    }
    return lines.map(({ versions, says }) => ({ subject: `${name} ${versions.join(', ')}`, says }));
  });
}

function releaseSays(release: IndexedRelease): string {
  const { requires, extras, requiresPython, hasSdist, wheelTags, yanked, uploaded } = release;
  const python = requiresPython === undefined ? '' : formatSpecifierSet(requiresPython);
  const wheels = wheelTags.filter((tag) => tag !== 'py3-none-any');
  return [
    requires.length === 0 ? '' : `needs ${requires.map(formatRequirement).join(', ')}`,
    ...[...extras].map(([extra, needs]) => extraSays(extra, needs.map(formatRequirement))),
    python === '' || python === DEFAULT_PYTHON ? '' : `Python ${python}`,
    wheels.length === 0 ? '' : `wheel for ${wheels.join(', ')}`,
    hasSdist ? '' : 'no sdist',
    uploaded === undefined ? '' : `uploaded ${uploaded}`,
    yanked ? 'yanked' : '',
  ]
    .filter((said) => said !== '')
    .join('; ');
}

const extraSays = (extra: NormalizedName, needs: readonly string[]): string => `with [${extra}] ${needs.join(', ')}`;
