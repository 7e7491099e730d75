/** What an exercise may ask about the resolver playground. */
import type { Fact, Facts } from '@/core/exercise';
import { formatRequirement, formatVersion } from '@/core/python';
import { linesElsewhere } from './elsewhere';
import { rangesOf } from './ranges';
import { readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';
import { timesOf } from './times';

/**
 * `verdict` (solved, unsolvable, stopped, unread), `satisfiable`, `pins` (`urllib3==2.5.0`, each once, sorted), `forks` (how many),
 * `requires` (the root's requirements as written again), `lens`, `focus` (the project that is looked at), `chosen` (its version, or
 * nothing), `at-fault` (who asks for what can't be had together), `ways-out` (how many are offered), `decisions`, `conflicts`,
 * `steps`, `step` (of the replay), `problems` (codes of what is wrong with the text), `own` (is the text the reader's own?), `times`
 * (how many times those steps backtracking needs, up to 100; 0 where the race isn't looked at), `npm`, `cargo`, `go` (what
 * stands there by their rules: `lib 3.9.0`, of Go `lib/v3 v3.0.0`; nothing where Elsewhere isn't looked at).
 */
export function factsOf(scene: TextScene, state: ResolverState): Facts {
  const text = shownText(scene, state);
  const typed = readingOf(scene, state.text ?? scene.scenario.text);
  const reading = readingOf(scene, text);
  const problems = typed.kind === 'unread' ? typed.problems.map(({ code }) => code) : [];
  const always: readonly (readonly [string, Fact])[] = [
    ['lens', state.lens],
    ['step', state.step],
    ['problems', problems],
    ['own', state.text !== undefined],
  ];
  if (reading.kind === 'unread') return new Map([...always, ['verdict', 'unread'], ['satisfiable', false]]);
  const { answer } = reading;
  const { resolution, pins, scenario } = answer;
  const ranges = rangesOf(answer, state.focus);
  return new Map<string, Fact>([
    ...always,
    ['verdict', resolution.kind],
    ['satisfiable', resolution.kind === 'solved'],
    ['pins', [...new Set(pins.map(({ name, version }) => `${name}==${formatVersion(version)}`))].sort()],
    ['forks', resolution.kind === 'solved' ? resolution.forks.length : 0],
    ['requires', scenario.problem.requirements.map(({ requirement }) => formatRequirement(requirement))],
    ['focus', ranges?.project ?? ''],
    ['chosen', ranges?.chosen ?? ''],
    ['at-fault', (ranges?.bars ?? []).filter(({ standing }) => standing === 'fault').map(({ who }) => who)],
    ['ways-out', resolution.kind === 'unsolvable' ? answer.waysOut().ways.length : 0],
    ['decisions', resolution.counts.decisions],
    ['conflicts', resolution.counts.conflicts],
    ['steps', resolution.counts.steps],
    ...Object.entries(state.lens === 'elsewhere' ? linesElsewhere(answer) : { npm: [], cargo: [], go: [] }),
    ['times', state.lens === 'race' ? timesOf(answer) : 0],
  ]);
}
