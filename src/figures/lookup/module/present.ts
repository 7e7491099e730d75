/** From the state of the module figure to what is drawn. */
import {
  announceModule,
  code,
  describeModule,
  describeModuleFinding,
  describeOmission,
  describeOrigin,
  describeStation,
  findModule,
  folderOf,
  type Invocation,
  type Machine,
  type ModuleFinding,
  type ModuleLookup,
  type ModuleStation,
  nameOf,
  namesIn,
  type Omission,
  plainText,
  resolvePath,
  type Sentence,
  say,
  startMessage,
} from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture, Look } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { type Bay, type BayStatus, type Stop, unasked, type Walk, walkOf } from '../bay';
import type { ModuleScenario } from '../schema';
import { taskWords } from '../task';
import { invocationOf, type ModuleScene } from './scene';
import { firstState, isSame, type ModuleEvent, type ModuleState } from './state';

export interface ModulePicture extends FigurePicture {
  /** What to do, in one line. */
  readonly task: Words;
  readonly modules: readonly Choice<ModuleEvent>[];
  readonly starts: readonly Choice<ModuleEvent>[];
  readonly switches: readonly Choice<ModuleEvent>[];
  readonly folders: readonly Choice<ModuleEvent>[];
  readonly interpreters: readonly Choice<ModuleEvent>[];
  readonly prompt: string;
  readonly typed: string;
  /** The line that imports, when it isn't part of what is typed. */
  readonly importing: string;
  readonly stops: readonly Stop[];
  readonly bays: readonly Bay[];
  /** Undefined while the answer is hidden, and when Python doesn't start. */
  readonly walk: Walk<ModuleEvent> | undefined;
  /** `sys.path` as Python prints it, an entry a line. */
  readonly sysPath: string;
}

/** The view-model of the module figure. */
export function present(scene: ModuleScene, state: ModuleState, { answer }: Look): ModulePicture {
  const { machine, scenario } = scene;
  const invocation = invocationOf(scenario, state);
  const found = findModule(machine, invocation, state.name);
  const isHidden = answer === 'hidden';
  return {
    status: { kind: 'ready' },
    task: taskWords(scenario.modules.task),
    ...controlsOf(scenario, state),
    ...commandLine(scenario, state, invocation),
    ...(found.kind === 'failed'
      ? failed(isHidden ? [] : say`${code(startMessage(found.problem, invocation.executable))}`)
      : searched(machine, state, found.lookup, isHidden)),
    ...(isHidden ? { announcement: `${state.name}, looked for. The answer is hidden.` } : {}),
  };
}

function searched(machine: Machine, state: ModuleState, lookup: ModuleLookup, isHidden: boolean) {
  const walk = moduleWalk(state, lookup);
  const done = isHidden ? 0 : walk.done;
  const ended = done === walk.total;
  const happened = ended ? describeModule(lookup) : describeStep(lookup, done);
  const bays = baysOf(machine, lookup, done);
  return {
    stops: stopsOf(lookup, done),
    bays: isHidden ? bays.map((bay) => (bay.status === 'omitted' ? bay : unasked(bay))) : bays,
    walk: isHidden ? undefined : walk,
    happened,
    announcement: ended ? announceModule(lookup) : plainText(happened),
    sysPath: lookup.search.entries.map(({ shown }) => `'${shown}'`).join(',\n'),
  };
}

function failed(happened: Sentence) {
  return { stops: [], bays: [], walk: undefined, happened, announcement: 'Python doesn’t start.', sysPath: '' };
}

/** Where the walk of a state stands, and the events that move it; undefined when Python doesn't start. */
export function walkAt({ machine, scenario }: ModuleScene, state: ModuleState): Walk<ModuleEvent> | undefined {
  const found = findModule(machine, invocationOf(scenario, state), state.name);
  return found.kind === 'failed' ? undefined : moduleWalk(state, found.lookup);
}

function moduleWalk({ walked }: ModuleState, { visits }: ModuleLookup): Walk<ModuleEvent> {
  return walkOf<ModuleEvent>(walked, visits.length, (to) => ({ kind: 'walked', to }));
}

function controlsOf({ modules }: ModuleScenario, state: ModuleState) {
  const first = firstState({ modules });
  const options = modules.options.map((option): Choice<ModuleEvent> => {
    const event: ModuleEvent = { kind: 'option-switched', option };
    return { label: option, isCode: true, chosen: state.options.includes(option), event };
  });
  return {
    modules: modules.names.map((name): Choice<ModuleEvent> => {
      return { label: name, isCode: true, chosen: name === state.name, event: { kind: 'module-chosen', name } };
    }),
    starts: modules.starts.map(({ id, label }): Choice<ModuleEvent> => {
      return { label, chosen: id === state.start, event: { kind: 'start-chosen', start: id } };
    }),
    switches: [
      ...options,
      {
        label: `PYTHONPATH=${modules.pythonPath}`,
        isCode: true,
        chosen: state.pythonPath,
        event: { kind: 'python-path-switched' },
      } satisfies Choice<ModuleEvent>,
    ],
    folders: modules.folders.map((folder): Choice<ModuleEvent> => {
      return { label: folder, isCode: true, chosen: folder === state.folder, event: { kind: 'folder-chosen', folder } };
    }),
    interpreters: modules.interpreters.map(({ id, label }): Choice<ModuleEvent> => {
      return { label, chosen: id === state.interpreter, event: { kind: 'interpreter-chosen', interpreter: id } };
    }),
    resetDisabledBecause: isSame(state, first) ? 'This is the first state.' : undefined,
  };
}

/** What the reader would type, and where. */
function commandLine({ modules }: ModuleScenario, state: ModuleState, { executable, run, options }: Invocation) {
  const statement = `import ${state.name}`;
  const variable = state.pythonPath ? [`PYTHONPATH=${modules.pythonPath}`] : [];
  const before = [...variable, executable, ...options];
  const script = run.kind === 'script' ? scriptFrom(state.folder, run.path) : '';
  const what = {
    script: [script],
    command: ['-c', `'${statement}'`],
    module: ['-m', state.name],
    'standard-input': ['-'],
    interactive: [],
  };
  const typed = [...before, ...what[run.kind]].join(' ');
  return {
    prompt: `${state.folder}$ `,
    typed,
    importing: run.kind === 'script' ? statement : '',
    settings: say`In ${code(state.folder)}: ${code(typed)}, looking for ${code(state.name)}.`,
  };
}

function scriptFrom(folder: string, path: string): string {
  return folderOf(path) === folder ? nameOf(path) : path;
}

const stations: readonly ModuleStation[] = ['loaded', 'builtin', 'frozen'];

function stopsOf({ asked, verdict }: ModuleLookup, done: number): readonly Stop[] {
  return stations.map((station): Stop => {
    const label = describeStation(station);
    if (done === 0) return { label, status: 'ahead', says: '' };
    if (!asked.includes(station)) return { label, status: 'unasked', says: 'not asked' };
    const hasIt = verdict.kind === station;
    return { label, status: hasIt ? 'has-it' : 'has-not', says: hasIt ? 'yes' : 'no' };
  });
}

function baysOf(machine: Machine, lookup: ModuleLookup, done: number): readonly Bay[] {
  const { name, visits, unvisited, hidden, search } = lookup;
  const entries = [...visits.map(({ entry }) => entry), ...unvisited];
  const bays = entries.map((entry, position): Bay => {
    const visit = visits[position];
    const isHidden = hidden.some((other) => other.entry === entry);
    return {
      key: `${position} ${entry.folder}`,
      label: entry.shown === '' ? "''" : entry.shown,
      note: entry.shown === '' ? `${describeOrigin(entry.origin)}, ${entry.folder}` : describeOrigin(entry.origin),
      holds: cratesIn(machine, entry.folder).map((each) => ({ name: each, wanted: each === name })),
      ...standing(visit?.finding, position < done - 1, isHidden),
    };
  });
  const omitted = (...kinds: readonly Omission['kind'][]) => {
    return search.omissions.filter(({ kind }) => kinds.includes(kind)).map(omittedBay);
  };
  // What was left out is drawn where it would stand.
  const library = entries.findIndex(({ origin }) => origin.kind === 'standard-library');
  return [
    ...omitted('first-entry'),
    ...bays.slice(0, library),
    ...omitted('python-path'),
    ...bays.slice(library),
    ...omitted('user-site', 'installation-site', 'sites'),
  ];
}

function omittedBay(omission: Omission): Bay {
  const { folders, what, why } = describeOmission(omission);
  return { key: `omitted ${omission.kind}`, label: folders.join(', '), note: what, holds: [], status: 'omitted', why };
}

function standing(
  finding: ModuleFinding | undefined,
  reached: boolean,
  isHidden: boolean,
): { status: BayStatus; why: string } {
  if (finding === undefined) {
    return isHidden ? { status: 'hidden', why: 'has one too, hidden' } : { status: 'unreached', why: 'not reached' };
  }
  if (!reached) return { status: 'ahead', why: '' };
  const why = describeModuleFinding(finding);
  switch (finding.kind) {
    case 'package':
    case 'module':
      return { status: 'taken', why };
    case 'nothing':
    case 'no-folder':
      return { status: 'passed', why };
    case 'archive':
    case 'portion':
      return { status: 'refused', why };
  }
}

/** The modules in a folder by the names under which they are imported. */
function cratesIn(machine: Machine, folder: string): readonly string[] {
  return namesIn(machine, folder).flatMap((file) => {
    if (file.endsWith('.py')) return [file.slice(0, -'.py'.length)];
    const init = resolvePath(machine, `${folder}/${file}/__init__.py`);
    return init.kind === 'found' ? [file] : [];
  });
}

/** What the walk says before its end. */
function describeStep({ name, visits }: ModuleLookup, done: number): Sentence {
  if (done === 0) return say`Nothing is asked yet.`;
  const visit = visits[done - 2];
  if (visit === undefined)
    return say`${code(name)} is neither loaded nor part of the interpreter: Python goes along sys.path.`;
  const label = visit.entry.shown === '' ? visit.entry.folder : visit.entry.shown;
  return say`${code(label)}: ${describeModuleFinding(visit.finding)}. On to the next entry.`;
}
