/** How far the project comes: parse, build, install, run; each as the last attempt left it, and why it stops. */
import type { BuildProblem, SourcePlace, Stage } from '@/core/wheel';
import type { InstallFailure, Walk } from '@/core/workstation';
import type { Way } from '@/figures/stations/station';
import { commandsOf, outcomeOf, planOf, walkOf } from './outcomes';
import type { Lead, Note, Tap } from './picture';
import { endWords, sourceOf } from './run-picture';
import type { BuilderEvent, BuilderState } from './state';

/** Where it stops, with what is known of it. */
export type StopFound =
  | { readonly stage: 'parse' | 'build'; readonly problems: readonly BuildProblem[] }
  | { readonly stage: 'install'; readonly failure: InstallFailure }
  | { readonly stage: 'run'; readonly walk: Walk };

/** The stage at which the last attempt stopped; undefined: none has. */
export function stopOf(state: BuilderState): StopFound | undefined {
  const { built, refused, ran } = state;
  const planned = built === undefined ? undefined : planOf(built);
  if (planned?.kind === 'failed') {
    const problems = planned.problems.filter(({ weight }) => weight === 'error');
    return { stage: problems[0]?.stage ?? 'build', problems };
  }
  if (refused !== undefined) {
    const outcome = outcomeOf(refused);
    if (outcome?.kind === 'failed') return { stage: 'install', failure: outcome.problem };
  }
  if (ran !== undefined) {
    const walk = walkOf(state, ran.command);
    if (walk.end.kind === 'fails') return { stage: 'run', walk };
  }
  return undefined;
}

/** The stages that the last attempts have passed. */
function passed({ built, installed, refused, ran }: BuilderState, stop: StopFound | undefined): readonly Stage[] {
  const stages: Stage[] = [];
  if (built !== undefined && stop?.stage !== 'parse') stages.push('parse');
  if (built !== undefined && stop?.stage !== 'parse' && stop?.stage !== 'build') stages.push('build');
  if (installed !== undefined && refused === undefined && stages.includes('build')) stages.push('install');
  if (ran !== undefined && stop === undefined && stages.includes('install')) stages.push('run');
  return stages;
}

const STAGES: readonly Stage[] = ['parse', 'build', 'install', 'run'];

export function wayOf(state: BuilderState, isHidden: boolean): Way {
  if (isHidden) return { kind: 'ahead' };
  const stop = stopOf(state);
  if (stop !== undefined) return { kind: 'stopped', at: stop.stage };
  const done = passed(state, stop);
  const next = STAGES.find((stage) => !done.includes(stage));
  if (next === undefined) return { kind: 'through' };
  const { ran } = state;
  const isUnknown = next === 'run' && ran !== undefined && walkOf(state, ran.command).end.kind === 'not-modelled';
  return { kind: isUnknown ? 'unknown' : 'waiting', at: next };
}

/** What leads to the stations. */
export function leadsOf(state: BuilderState): readonly Lead[] {
  return STAGES.flatMap((stage) => buttonOf(state, stage) ?? []);
}

function buttonOf(state: BuilderState, stage: Stage): Lead | undefined {
  const { built, how, target } = state;
  switch (stage) {
    case 'parse':
      return undefined;
    case 'build':
      return lead(stage, target === 'wheel' ? 'Build' : 'Build the sdist', { kind: 'built' });
    case 'install': {
      const because = how === 'editable' ? undefined : whyNotInstall(built);
      return lead(stage, how === 'editable' ? 'Install -e' : 'Install', { kind: 'install-asked' }, because);
    }
    case 'run': {
      const [command] = commandsOf(state);
      const label = command === undefined ? 'Run' : `Run ${command}`;
      const because = command === undefined ? 'Nothing is installed that could be run.' : undefined;
      return lead(stage, label, { kind: 'ran', command: command ?? 'none' }, because);
    }
  }
}

function whyNotInstall(built: BuilderState['built']): string | undefined {
  if (built === undefined || built.kind === 'editable') return 'Build it first: an installer takes a wheel.';
  return planOf(built).kind === 'failed' ? 'The build came to nothing.' : undefined;
}

function lead(stage: Stage, label: string, event: BuilderEvent, disabledBecause?: string): Lead {
  return { stage, label, event, disabledBecause };
}

/** Notes that are listed. */
const MOST_NOTES = 6;

/** Why it stops, each with its place; and what the backend only warned of. */
export function notesOf(state: BuilderState): readonly Note[] {
  const stop = stopOf(state);
  switch (stop?.stage) {
    case 'parse':
    case 'build':
      return stop.problems.slice(0, MOST_NOTES).map((problem) => problemNote(state, problem, 'wrong'));
    case 'install':
      return [
        { mark: 'wrong', words: stop.failure.message, toolSays: stop.failure.toolSays, leads: undefined },
        ...warnings(state),
      ];
    case 'run': {
      const { end } = stop.walk;
      const place = end.kind === 'fails' ? end.at : undefined;
      const source = place === undefined ? undefined : sourceOf(place.file);
      const leads: Tap | undefined =
        source === undefined || !state.now.has(source)
          ? undefined
          : { label: `${source}, line ${place?.line}`, event: { kind: 'opened', path: source } };
      return [{ mark: 'wrong', words: endWords(stop.walk), toolSays: undefined, leads }];
    }
    case undefined:
      return warnings(state);
  }
}

function warnings(state: BuilderState): readonly Note[] {
  const planned = state.built === undefined ? undefined : planOf(state.built);
  if (planned?.kind !== 'planned') return [];
  return planned.warnings.slice(0, MOST_NOTES).map((problem) => problemNote(state, problem, 'note'));
}

function problemNote(state: BuilderState, { message, toolSays, at }: BuildProblem, mark: Note['mark']): Note {
  return { mark, words: [message], toolSays, leads: at === undefined ? undefined : leadsTo(state, at) };
}

function leadsTo({ now }: BuilderState, { file, line }: SourcePlace): Tap | undefined {
  return now.has(file) ? { label: `${file}, line ${line}`, event: { kind: 'opened', path: file } } : undefined;
}
