/** How far the project comes: parse, build, install, run; each as the last attempt left it, and why it stops. */
import type { BuildProblem, SourcePlace, Stage } from '@/core/wheel';
import type { InstallFailure, Walk } from '@/core/workstation';
import { placeInProject } from '@/figures/project-files/places';
import { type Station, stationsOf, type Way } from '@/figures/stations/station';
import { sameFiles } from './files';
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

/** A build that isn’t followed here: a real tool may well make something of it. */
export function isNotModelled(stop: StopFound): boolean {
  return 'problems' in stop && stop.problems[0]?.code === 'not-modelled';
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
  if (stop !== undefined) return { kind: isNotModelled(stop) ? 'unknown' : 'stopped', at: stop.stage };
  const done = passed(state, stop);
  const next = STAGES.find((stage) => !done.includes(stage));
  if (next === undefined) return { kind: 'through' };
  const { ran } = state;
  const isUnknown = next === 'run' && ran !== undefined && walkOf(state, ran.command).end.kind === 'not-modelled';
  return { kind: isUnknown ? 'unknown' : 'waiting', at: next };
}

/** The stations, in words that fit what is built and what of it is installed. */
export function stationsNow(state: BuilderState, isHidden: boolean): readonly Station[] {
  const { built, target, how } = state;
  return stationsOf(wayOf(state, isHidden)).map((station): Station => {
    const { stage, status } = station;
    if (stage === 'build' && target === 'sdist') return { ...station, does: 'the backend makes the sdist' };
    if (status === 'passed' && (stage === 'install' || stage === 'run') && isOfOlder(state)) {
      return { ...station, word: 'older build' };
    }
    if (stage === 'install' && built?.kind === 'sdist' && how === 'regular') {
      return { ...station, does: 'the installer has a wheel made of it' };
    }
    return station;
  });
}

/** Whether what is installed is a copy of another build than the last. */
function isOfOlder({ built, installed }: BuilderState): boolean {
  if (built === undefined || built.kind === 'editable' || installed?.how !== 'regular') return false;
  return !sameFiles(built.files, installed.files);
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
      return stop.problems
        .slice(0, MOST_NOTES)
        .map((problem) => problemNote(state, problem, problem.code === 'not-modelled' ? 'note' : 'wrong'));
    case 'install':
      return [
        { mark: 'wrong', words: stop.failure.message, toolSays: stop.failure.toolSays, leads: undefined },
        ...warnings(state),
      ];
    case 'run':
      return [
        { mark: 'wrong', words: endWords(stop.walk), toolSays: undefined, leads: leadsToCause(state, stop.walk) },
      ];
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

/** Where a command’s end has its cause: in the working copy, or in what the installed file was made from. */
function leadsToCause(state: BuilderState, { end }: Walk): Tap | undefined {
  const { now, installed } = state;
  const at = end.kind === 'fails' ? end.at : undefined;
  if (at === undefined) return undefined;
  const source = sourceOf(at.file);
  if (source !== undefined) return now.has(source) ? tapOn(source, at.line) : undefined;
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  if (installed === undefined || outcome?.kind !== 'installed') return undefined;
  const place = placeInProject(installed.files, outcome.installation, at);
  // The line is that of the text as it was installed.
  if (place === undefined || now.get(place.file) !== installed.files.get(place.file)) return undefined;
  return tapOn(place.file, place.line);
}

const tapOn = (file: string, line: number): Tap => {
  return { label: `${file}, line ${line}`, event: { kind: 'opened', path: file } };
};

function leadsTo({ now }: BuilderState, { file, line }: SourcePlace): Tap | undefined {
  return now.has(file) ? tapOn(file, line) : undefined;
}
