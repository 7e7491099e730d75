/** What an exercise may ask about the resolver playground. */
import type { Fact, Facts } from '@/core/exercise';
import { formatRequirement, formatVersion } from '@/core/python';
import { awaitedOf, heardOf } from './heard';
import { lateParts } from './late-parts';
import { rangesOf } from './ranges';
import { type Answer, readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';

/**
 * `verdict` (solved, unsolvable, stopped, unread, awaited), `satisfiable`, `pins` (`urllib3==2.5.0`, each once, sorted), `forks` (how
 * many), `requires` (the root's requirements as written again), `lens`, `focus` (the project that is looked at), `chosen` (its version,
 * or nothing), `at-fault` (who asks for what can't be had together), `fault-on` (the projects of which nothing is in every range),
 * `own-at-fault` (the reader's requirements that can't be met together), `ways-out` (how many are offered), `decisions`, `conflicts`,
 * `steps`, `step` (of the replay), `problems` (codes of what is wrong with the text), `own` (is the text the reader's own?),
 * `resolution`, `prereleases`, `python`, `universal` (the settings). While the steps are looked at: `order` (the releases that stand
 * decided there, in the order of their levels) and `replay-steps`. While the race is: `backtracking-steps`, `backtracking-conflicts`,
 * `backtracking-pins`, and `times` (how many times PubGrub’s steps it needs, up to 100; 0 where the race isn’t looked at). `npm`,
 * `cargo`, `go`: what stands there by their rules (`lib 3.9.0`, of Go `lib/v3 v3.0.0`); nothing where Elsewhere isn't looked at,
 * or that bay is covered still (`lifted` says which aren't).
 */
export function factsOf(scene: TextScene, state: ResolverState): Facts {
  const typed = readingOf(scene, state.text ?? scene.scenario.text);
  const reading = readingOf(scene, shownText(scene, state));
  const problems = typed.kind === 'unread' ? typed.problems.map(({ code }) => code) : [];
  const always: readonly (readonly [string, Fact])[] = [
    ['lens', state.lens],
    ['step', state.step],
    ['lifted', [...state.lifted]],
    ['problems', problems],
    ['own', state.text !== undefined],
  ];
  if (typed.kind === 'awaited' || reading.kind === 'awaited') {
    const heard = heardOf(awaitedOf(scene, state, true));
    return new Map(heard?.facts ?? [...always, ['verdict', 'awaited'], ['satisfiable', false]]);
  }
  if (reading.kind === 'unread') return new Map([...always, ['verdict', 'unread'], ['satisfiable', false]]);
  const text = shownText(scene, state);
  return new Map([...always, ...answerFacts(reading.answer, state), ...lensFacts(reading.answer, text, state)]);
}

function answerFacts(answer: Answer, { focus }: ResolverState): readonly (readonly [string, Fact])[] {
  const { resolution, pins, scenario, asks } = answer;
  const { problem } = scenario;
  const ranges = rangesOf(answer, focus);
  const isTorn = resolution.kind === 'unsolvable';
  const requires = problem.requirements.map(({ requirement }) => formatRequirement(requirement));
  return [
    ['verdict', resolution.kind],
    ['satisfiable', resolution.kind === 'solved'],
    ['pins', pinsOf(pins)],
    ['forks', resolution.kind === 'solved' ? resolution.forks.length : 0],
    ['requires', requires],
    ['focus', ranges?.project ?? ''],
    ['chosen', ranges?.chosen ?? ''],
    ['at-fault', (ranges?.bars ?? []).filter(({ standing }) => standing === 'fault').map(({ who }) => who)],
    ['fault-on', isTorn ? [...asks.keys()].filter((name) => rangesOf(answer, name)?.overlaps === false) : []],
    ...thoughtFacts(answer, requires),
    ['decisions', resolution.counts.decisions],
    ['conflicts', resolution.counts.conflicts],
    ['steps', resolution.counts.steps],
    ['resolution', problem.policy.mode],
    ['prereleases', problem.policy.prereleases],
    ['python', formatVersion(problem.python)],
    ['universal', problem.target.kind === 'universal'],
  ];
}

/** They are left out while they are yet to be made. */
function thoughtFacts({ resolution, why, waysOut }: Answer, requires: readonly string[]) {
  if (resolution.kind !== 'unsolvable') return [['own-at-fault', []] as const, ['ways-out', 0] as const];
  const core = why()?.core;
  const ways = waysOut()?.ways;
  return [
    ...(core === undefined ? [] : [['own-at-fault', core.flatMap((place) => requires[place] ?? [])] as const]),
    ...(ways === undefined ? [] : [['ways-out', ways.length] as const]),
  ];
}

function lensFacts(
  answer: Answer,
  text: string,
  { lens, step, lifted }: ResolverState,
): readonly (readonly [string, Fact])[] {
  const parts = lateParts();
  const nowhere: readonly (readonly [string, Fact])[] = [
    ['npm', []],
    ['cargo', []],
    ['go', []],
  ];
  if (parts === undefined) return [...nowhere, ['times', 0]];
  if (lens === 'elsewhere') return [...Object.entries(parts.linesElsewhere(answer, lifted)), ['times', 0]];
  if (lens === 'steps') {
    return [
      ...nowhere,
      ['order', parts.decidedAt(answer.replay(), step)],
      ['replay-steps', answer.replay().events.length],
      ['times', 0],
    ];
  }
  if (lens !== 'race') return [...nowhere, ['times', 0]];
  return [...nowhere, ...parts.factsOfRace(answer, text)];
}

function pinsOf(pins: Answer['pins']): readonly string[] {
  return [...new Set(pins.map(({ name, version }) => `${name}==${formatVersion(version)}`))].sort();
}
