/** From the state of the module figure to what is drawn. */
import {
  announceModule,
  code,
  createMachine,
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
  type Run,
  resolvePath,
  type Sentence,
  say,
  startMessage,
} from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import { type Bay, type BayStatus, type Stop, type Walk, walkOf } from '../bay';
import type { ModuleScenario } from '../schema';
import { firstState, type ModuleEvent, type ModuleState } from './state';

/** A scenario, opened. */
export interface ModuleScene {
  readonly scenario: ModuleScenario;
  readonly machine: Machine;
}

export function openScene(scenario: ModuleScenario): ModuleScene {
  return { scenario, machine: createMachine(scenario.machine) };
}

export interface ModulePicture {
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
  readonly walk: Walk<ModuleEvent>;
  readonly happened: Sentence;
  readonly settings: Sentence;
  readonly announcement: string;
  /** `sys.path` as Python prints it, an entry a line. */
  readonly sysPath: string;
  readonly resetDisabledBecause: string | undefined;
}

/** The view-model of the module figure. */
export function present(scene: ModuleScene, state: ModuleState): ModulePicture {
  const { machine, scenario } = scene;
  const invocation = invocationOf(scenario, state);
  const found = findModule(machine, invocation, state.name);
  if (found.kind === 'failed') {
    const message = startMessage(found.problem, invocation.executable);
    return { ...controlsOf(scenario, state), ...failed(message, state), ...commandLine(scenario, state, invocation) };
  }
  const { lookup } = found;
  const walk = walkOf<ModuleEvent>(state.walked, lookup.visits.length, (to) => ({ kind: 'walked', to }));
  const ended = walk.done === walk.total;
  const happened = ended ? describeModule(lookup) : describeStep(lookup, walk.done);
  return {
    ...controlsOf(scenario, state),
    ...commandLine(scenario, state, invocation),
    stops: stopsOf(lookup, walk.done),
    bays: baysOf(machine, lookup, walk.done),
    walk,
    happened,
    announcement: !state.acted ? '' : ended ? announceModule(lookup) : plainText(happened),
    sysPath: lookup.search.entries.map(({ shown }) => `'${shown}'`).join(',\n'),
  };
}

function failed(message: string, state: ModuleState) {
  const walk = walkOf<ModuleEvent>('end', 0, (to) => ({ kind: 'walked', to }));
  const announcement = state.acted ? 'Python doesn’t start.' : '';
  return { stops: [], bays: [], walk, happened: say`${code(message)}`, announcement, sysPath: '' };
}

function invocationOf({ shell, modules }: ModuleScenario, state: ModuleState): Invocation {
  const start = modules.starts.find(({ id }) => id === state.start);
  const interpreter = modules.interpreters.find(({ id }) => id === state.interpreter);
  const environment = new Map(Object.entries(shell.exported));
  if (state.pythonPath) environment.set('PYTHONPATH', modules.pythonPath);
  const run: Run =
    start?.run.kind === 'module' ? { kind: 'module', name: state.name } : (start?.run ?? { kind: 'interactive' });
  return { executable: interpreter?.path ?? '', run, options: state.options, folder: state.folder, environment };
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

function isSame(state: ModuleState, first: ModuleState): boolean {
  return (
    state.name === first.name &&
    state.start === first.start &&
    state.folder === first.folder &&
    state.interpreter === first.interpreter &&
    state.options.join() === first.options.join() &&
    state.pythonPath === first.pythonPath &&
    state.walked === 'end'
  );
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
