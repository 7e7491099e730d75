/** From the state of the command figure to what is drawn. */
import {
  announceCommand,
  bashMessage,
  type CommandFinding,
  type CommandLookup,
  code,
  describeCommand,
  describeCommandFinding,
  describeStation,
  describeType,
  findCommand,
  type Machine,
  namesIn,
  type PathEntry,
  pathEntries,
  plainText,
  realPath,
  type Sentence,
  type Shell,
  type ShellChange,
  type Station,
  say,
  typeCommand,
  type Variable,
  variableValue,
  whichCommand,
} from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture, Look } from '@/figures/frame/model';
import type { Step } from '@/figures/frame/Stepper';
import type { Words } from '@/figures/frame/Words';
import { type Bay, type BayStatus, type Stop, unasked, type Walk, walkOf } from '../bay';
import { taskWords } from '../task';
import { type CommandScene, shellIn } from './scene';
import type { CommandEvent, CommandState } from './state';

/** A command and what it prints, as on a terminal. */
export interface Exchange {
  readonly command: string;
  readonly prints: string;
}

/** One thing that activation changed. */
export interface ChangeRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface CommandPicture extends FigurePicture {
  /** What to do, in one line. */
  readonly task: Words;
  readonly words: readonly Choice<CommandEvent>[];
  readonly environments: readonly Choice<CommandEvent>[];
  readonly prompt: string;
  readonly typed: string;
  readonly stops: readonly Stop[];
  readonly bays: readonly Bay[];
  /** Undefined while the answer is hidden: walking would show it. */
  readonly walk: Walk<CommandEvent> | undefined;
  readonly exchanges: readonly Exchange[];
  readonly changes: readonly ChangeRow[];
  /** PATH to put in order. */
  readonly entries: readonly MovableEntry[];
}

/** An entry of PATH with what moves it. */
export interface MovableEntry {
  /** Goes with the entry when it moves; a folder that PATH names twice has two. */
  readonly key: string;
  readonly entry: string;
  readonly up: Step<CommandEvent>;
  readonly down: Step<CommandEvent>;
}

/** The view-model of the command figure. */
export function present(scene: CommandScene, state: CommandState, { answer }: Look): CommandPicture {
  const { machine, scenario } = scene;
  const { words, environments, first } = scenario.commands;
  const { shell, changes } = shellIn(scene, state);
  const lookup = findCommand(machine, shell, state.word);
  const isHidden = answer === 'hidden';
  const walk = commandWalk(state, lookup);
  const done = isHidden ? 0 : walk.done;
  const ended = done === walk.total;
  const happened = ended ? describeCommand(lookup) : describeStep(lookup, done);
  const label = environments.find(({ id }) => id === state.environment)?.label ?? 'none';
  const bays = baysOf(machine, shell, lookup, words, done);
  return {
    status: { kind: 'ready' },
    task: taskWords(scenario.commands.task),
    words: words.map((word) => {
      return { label: word, isCode: true, chosen: word === state.word, event: { kind: 'word-chosen', word } };
    }),
    environments: environments.map(({ id, label: name }) => {
      return { label: name, chosen: id === state.environment, event: { kind: 'environment-chosen', environment: id } };
    }),
    prompt: variableValue(shell, 'PS1'),
    typed: state.word,
    stops: stopsOf(lookup, done),
    bays: isHidden ? bays.map(unasked) : bays,
    walk: isHidden ? undefined : walk,
    happened,
    settings: say`Typed: ${code(state.word)}. Activated: ${label}.`,
    announcement: isHidden
      ? `${state.word}, activated: ${label}. The answer is hidden.`
      : ended
        ? announceCommand(lookup)
        : plainText(happened),
    exchanges: ended ? exchangesOf(machine, shell, lookup) : [],
    changes: changes.map(changeRow),
    entries: movable(pathEntries(shell).map(({ written }) => written)),
    resetDisabledBecause:
      state.word === first.word &&
      state.environment === first.environment &&
      state.path === undefined &&
      walk.done === walk.total
        ? 'This is the first state.'
        : undefined,
  };
}

/** Where the walk of a state stands, and the events that move it. */
export function walkAt(scene: CommandScene, state: CommandState): Walk<CommandEvent> {
  return commandWalk(state, findCommand(scene.machine, shellIn(scene, state).shell, state.word));
}

function commandWalk({ walked }: CommandState, { visits }: CommandLookup): Walk<CommandEvent> {
  return walkOf<CommandEvent>(walked, visits.length, (to) => ({ kind: 'walked', to }));
}

function movable(entries: readonly string[]): readonly MovableEntry[] {
  const swapped = (one: number, other: number): CommandEvent | undefined => {
    const [a, b] = [entries[one], entries[other]];
    if (a === undefined || b === undefined) return undefined;
    return { kind: 'path-ordered', path: entries.with(one, b).with(other, a) };
  };
  return entries.map((written, at) => {
    const entry = written === '' ? 'the current folder' : written;
    return {
      key: `${written} ${entries.slice(0, at).filter((each) => each === written).length}`,
      entry,
      up: { label: `${entry}, one place up`, event: swapped(at, at - 1), disabledBecause: 'It is the first entry.' },
      down: { label: `${entry}, one place down`, event: swapped(at, at + 1), disabledBecause: 'It is the last entry.' },
    };
  });
}

function changeRow(change: ShellChange): ChangeRow {
  const shown = ({ value, exported }: Variable) => (exported ? value : `${value} (not exported)`);
  switch (change.kind) {
    case 'variable-set':
      return { name: change.name, before: 'unset', after: shown(change.after) };
    case 'variable-changed':
      return { name: change.name, before: shown(change.before), after: shown(change.after) };
    case 'variable-unset':
      return { name: change.name, before: shown(change.before), after: 'unset' };
    case 'function-defined':
      return { name: change.name, before: 'none', after: 'a function' };
    case 'function-removed':
      return { name: change.name, before: 'a function', after: 'none' };
    case 'alias-removed':
      return { name: change.name, before: 'an alias', after: 'none' };
    case 'hash-table-emptied':
      return { name: 'the hash table', before: change.forgotten.join(', '), after: 'empty' };
  }
}

const stations: readonly Station[] = ['alias', 'keyword', 'function', 'builtin', 'hash-table'];

function stopsOf({ aliases, asked, verdict }: CommandLookup, done: number): readonly Stop[] {
  return stations.map((station): Stop => {
    const label = describeStation(station);
    if (done === 0) return { label, status: 'ahead', says: '' };
    const alias = aliases.at(-1);
    if (station === 'alias' && alias !== undefined) return { label, status: 'has-it', says: alias.text };
    if (!asked.includes(station)) return { label, status: 'unasked', says: 'not asked' };
    const hasIt = verdict.kind === station || (station === 'hash-table' && verdict.kind === 'hashed');
    return { label, status: hasIt ? 'has-it' : 'has-not', says: hasIt ? 'yes' : 'no' };
  });
}

function baysOf(
  machine: Machine,
  shell: Shell,
  { name, visits, unvisited }: CommandLookup,
  words: readonly string[],
  done: number,
): readonly Bay[] {
  const entries = [...visits.map(({ entry }) => entry), ...unvisited];
  return entries.map((entry, position): Bay => {
    const finding = visits[position]?.finding;
    const there = namesIn(machine, entry.absolute).filter((each) => words.includes(each) || each === name);
    return {
      key: `${position} ${entry.written}`,
      label: entry.written === '' ? 'the current folder' : entry.written,
      note: noteOf(machine, shell, entry),
      holds: there.map((each) => ({ name: each, wanted: each === name })),
      ...standing(finding, position < done - 1),
    };
  });
}

function standing(finding: CommandFinding | undefined, reached: boolean): { status: BayStatus; why: string } {
  if (finding === undefined) return { status: 'unreached', why: 'not reached' };
  if (!reached) return { status: 'ahead', why: '' };
  const why = describeCommandFinding(finding);
  switch (finding.kind) {
    case 'executable':
      return { status: 'taken', why };
    case 'nothing':
    case 'no-folder':
      return { status: 'passed', why };
    case 'folder':
    case 'broken-link':
    case 'link-loop':
    case 'not-executable':
      return { status: 'refused', why };
  }
}

function noteOf(machine: Machine, shell: Shell, { absolute, written }: PathEntry): string {
  const virtual = variableValue(shell, 'VIRTUAL_ENV');
  if (virtual !== '' && written === `${virtual}/bin`) return 'put here by activation';
  const real = realPath(machine, absolute);
  return real === undefined || real === absolute ? '' : `a link to ${real}`;
}

/** What the walk says before its end. */
function describeStep({ name, visits }: CommandLookup, done: number): Sentence {
  if (done === 0) return say`Nothing is asked yet.`;
  const visit = visits[done - 2];
  if (visit === undefined) {
    return say`No keyword, function or builtin ${code(name)}, nothing remembered: bash goes along PATH.`;
  }
  return say`${code(visit.entry.written)}: ${describeCommandFinding(visit.finding)}. On to the next entry.`;
}

function exchangesOf(machine: Machine, shell: Shell, lookup: CommandLookup): readonly Exchange[] {
  const { word } = lookup;
  const which = whichCommand(machine, shell, word)[0];
  const type = typeCommand(machine, shell, word);
  const body = type.kind === 'function' && type.function.kind !== 'own' ? '\n…' : '';
  const message = bashMessage(lookup);
  const asked: Exchange[] = [
    { command: `type ${word}`, prints: describeType(word, type) + body },
    { command: `which ${word}`, prints: which ?? '' },
  ];
  return message === undefined ? asked : [...asked, { command: word, prints: message.text }];
}
