// A program that is followed without being run: what is loaded, what was looked up so far, and what stopped it.

import type { ModuleLookup } from '../lookup/module-lookup';
import type { Path } from '../lookup/path';
import { plainText, type Sentence, say } from '../sentence';
import type { Raised } from './python-exception';
import type { FunctionDefinition } from './python-statement';
import { type LoadedModule, type Scope, UNKNOWN, type Value } from './python-value';
import type { CodePlace, WalkStep } from './walk';
import type { World } from './world';

/** Why the statements after this one aren’t reached. */
export type Stop =
  | { readonly kind: 'raised'; readonly raised: Raised }
  /** `sys.exit()`; a text goes to the errors and makes the status 1. */
  | { readonly kind: 'exit'; readonly text: string | undefined; readonly status: number }
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'leave-loop' }
  | { readonly kind: 'not-modelled'; readonly because: Sentence; readonly at: CodePlace | undefined };

export interface ProgramRun {
  readonly world: World;
  /** The search path as it is now; a test runner changes it while it runs. */
  search: ModuleLookup['search'];
  /** The folder in which the program was started. */
  readonly folder: Path;
  readonly modules: Map<string, LoadedModule>;
  readonly steps: WalkStep[];
  readonly notes: Sentence[];
  stop: Stop | undefined;
  /** Where the program is: the line of each call and import that isn’t over. */
  readonly traceback: CodePlace[];
  /** Functions whose call isn’t over. */
  readonly running: Set<FunctionDefinition>;
  /** Functions that were given attributes. */
  readonly changed: Set<FunctionDefinition>;
  /** Statements that may still be followed. */
  budget: number;
  /** Expressions and blocks that aren’t over. */
  stack: number;
  /** The exception that a handler is busy with, which a bare `raise` raises again. */
  handled: Raised | undefined;
  /** Inside of a branch of which can’t be told whether it runs. */
  uncertain: number;
}

/** So many statements are followed; a course’s program has a few hundred. Loops are followed once. */
export const MAX_STATEMENTS = 20_000;

/** Calls and imports inside each other. CPython’s own bound is 1,000. */
export const MAX_NESTED = 25;

/** Expressions and blocks inside each other, over all calls that aren’t over: what the page’s own stack has room for. */
export const MAX_STACK = 600;

/** A look-up counts as so many statements: it visits every folder of the search path. */
export const LOOK_UP_COST = 40;

/** So many steps are told. */
const MAX_STEPS = 400;

const MAX_NOTES = 20;

export function startRun(world: World, search: ModuleLookup['search'], folder: Path): ProgramRun {
  return {
    world,
    search,
    folder,
    modules: new Map(),
    steps: [],
    notes: [],
    stop: undefined,
    traceback: [],
    running: new Set(),
    changed: new Set(),
    budget: MAX_STATEMENTS,
    stack: 0,
    handled: undefined,
    uncertain: 0,
  };
}

export function addStep(run: ProgramRun, step: WalkStep): void {
  if (run.steps.length < MAX_STEPS) run.steps.push(step);
}

/** A step that stops the program where it is. */
export function addMissing(run: ProgramRun, station: WalkStep['station'], subject: string, sentence: Sentence): void {
  addStep(run, { station, subject, outcome: 'missing', sentence, at: placeNow(run), looked: [] });
}

/** Notes what can’t be told; the same only once. */
export function addNote(run: ProgramRun, note: Sentence): void {
  const text = plainText(note);
  if (run.notes.length < MAX_NOTES && !run.notes.some((known) => plainText(known) === text)) run.notes.push(note);
}

/** The innermost place of the program. */
export function placeNow(run: ProgramRun): CodePlace | undefined {
  return run.traceback.at(-1);
}

/** Stops with an exception at the line where the program is; `more.module` is the module that an ImportError is about. */
export function raise(
  run: ProgramRun,
  type: string,
  message: string,
  more: { readonly isDeliberate?: boolean; readonly module?: string } = {},
): Value {
  run.stop ??= {
    kind: 'raised',
    raised: { isDeliberate: false, ...more, type, message, traceback: [...run.traceback] },
  };
  return UNKNOWN;
}

export function stopNotModelled(run: ProgramRun, because: Sentence): void {
  run.stop ??= { kind: 'not-modelled', because, at: placeNow(run) };
}

/** The line where the program is now becomes the innermost place. */
export function atLine(run: ProgramRun, line: number): void {
  const here = run.traceback.at(-1);
  if (here !== undefined) run.traceback[run.traceback.length - 1] = { file: here.file, line };
}

/**
 * Follows something of which can’t be told whether it runs. What stops it on purpose is passed by; what would be missing there is a
 * question that the text can’t answer.
 */
export function perhaps(run: ProgramRun, follow: () => void): void {
  if (run.stop !== undefined) return;
  const depth = run.traceback.length;
  const before = run.traceback.at(-1);
  run.uncertain += 1;
  follow();
  run.uncertain -= 1;
  const stop = run.stop as Stop | undefined;
  if (stop === undefined || stop.kind === 'not-modelled') return;
  run.stop = undefined;
  if (stop.kind !== 'raised') return;
  const at = stop.raised.traceback.at(-1);
  run.traceback.length = Math.min(depth, run.traceback.length);
  if (before !== undefined && run.traceback.length > 0) run.traceback[run.traceback.length - 1] = before;
  if (stop.raised.isDeliberate) return;
  const problem = say`Line ${String(at?.line ?? 0)} would end in ${{ code: stop.raised.type }}; whether it is reached can’t be told from the text.`;
  run.stop = { kind: 'not-modelled', because: problem, at };
}

export function scopeOf(module: string, file: Path | undefined, packageName: string | undefined): Scope {
  return {
    kind: 'module',
    names: new Map(),
    outer: undefined,
    module,
    prefix: '',
    file,
    package: packageName,
    isOpen: false,
  };
}
