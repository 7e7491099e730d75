/** The same with the real tool: the scenario's projects made as empty wheels in a folder of their own, and uv asked to resolve. */
import { formatRequirement, formatSpecifierSet, formatVersion, type Requirement } from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '@/core/resolution';
import type { RealCheck } from '@/figures/frame/model';
import { awaitedOf, heardOf } from './heard';
import { readingOf, shownText } from './reading';
import { type RealCheckParts, realCheckOf } from './real-check-script';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';

/** A script longer than this is no longer one to copy. */
const MOST_RELEASES = 400;

export function realCheck(scene: TextScene, state: ResolverState): RealCheck {
  const reading = readingOf(scene, shownText(scene, state));
  if (reading.kind === 'awaited') {
    const heard = heardOf(awaitedOf(scene, state, true));
    return heard?.realCheck ?? { says: ['The answer is on its way.'], script: '# on its way' };
  }
  if (reading.kind === 'unread') return { says: ['The scenario can’t be read.'], script: '# nothing to ask for' };
  const { problem } = reading.answer.scenario;
  return realCheckOf(realCheckParts(problem));
}

/** What the script needs to know of a scenario. */
export function realCheckParts(problem: ResolutionProblem): RealCheckParts {
  const releases = [...problem.index].flatMap(([name, all]) => all.map((release) => ({ name, release })));
  return {
    releases: releases.slice(0, MOST_RELEASES).map(({ name, release }) => releaseLine(name, release)),
    asked: problem.requirements.map(({ requirement }) => formatRequirement(requirement)),
    options: optionsOf(problem),
  };
}

/** Name, version, requires-python, requirements, tags. */
function releaseLine(name: string, release: IndexedRelease): string {
  const extras = [...release.extras].flatMap(([extra, all]) => all.map((each) => withExtra(each, extra)));
  const requires = [...release.requires.map(formatRequirement), ...extras];
  const python = release.requiresPython === undefined ? '' : formatSpecifierSet(release.requiresPython);
  const values = [name, formatVersion(release.version), python].map((text) => JSON.stringify(text));
  const tags = release.wheelTags.length === 0 ? ['py3-none-any'] : release.wheelTags;
  return `    (${values.join(', ')}, ${JSON.stringify(requires)}, ${JSON.stringify([...release.extras.keys()])}, ${JSON.stringify(tags)}),`;
}

function withExtra(requirement: Requirement, extra: string): string {
  const text = formatRequirement(requirement);
  const [head = text, ...marker] = text.split('; ');
  const own = marker.join('; ');
  return own === '' ? `${head}; extra == "${extra}"` : `${head}; (${own}) and extra == "${extra}"`;
}

function optionsOf({ policy, python, target }: ResolutionProblem): string {
  const options = [`--python-version ${formatVersion(python)}`];
  if (policy.mode !== 'highest') options.push(`--resolution ${policy.mode}`);
  if (policy.prereleases !== 'if-necessary') options.push(`--prerelease ${policy.prereleases}`);
  if (target.kind === 'universal') options.push('--universal');
  return options.join(' ');
}
