// A program that is followed without being run: what is loaded, what was looked up so far, and what stopped it.

import type { ModuleLookup } from '../lookup/module-lookup';
import type { Path } from '../lookup/path';
import { plainText, type Sentence, say } from '../sentence';
import type { Raised } from './python-exception';
import type { FunctionDefinition, Statement } from './python-statement';
import { type ClassValue, type LoadedModule, type Scope, UNKNOWN, type Value } from './python-value';
import type { CodePlace, WalkStep } from './walk';
import type { World } from './world';

/** Why the statements after this one aren’t reached. */
export type Stop =
  | { readonly kind: 'raised'; readonly raised: Raised }
  /** `sys.exit()` with a value. */
  | { readonly kind: 'exit'; readonly value: Value; readonly at: CodePlace | undefined }
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'leave-loop'; readonly word: 'break' | 'continue' }
  | { readonly kind: 'not-modelled'; readonly because: Sentence; readonly at: CodePlace | undefined };

/** Follows statements: execute.ts’s. It stands in the run because modules and functions are followed from everywhere. */
export type RunBody = (run: ProgramRun, statements: readonly Statement[], scope: Scope) => void;

export interface ProgramRun {
  readonly world: World;
  readonly runBody: RunBody;
  /** The search path as it is now; a test runner changes it while it runs. */
  search: ModuleLookup['search'];
  /** The folder in which the program was started. */
  readonly folder: Path;
  /** The script’s folder, or the current one: what Python has put first on the search path. */
  readonly firstFolder: Path | undefined;
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
  /** What a handler is busy with, which a bare `raise` raises again. */
  handled: Stop | undefined;
  /** Names that were bound in branches of which can’t be told whether they run; `undefined` outside of them. */
  written: { readonly names: Map<string, Value>; readonly name: string }[] | undefined;
  /** The function that is followed may have returned already. */
  mayHaveReturned: boolean;
  /** The program has changed `sys.path` or its like in a way that isn’t followed. */
  hasOwnImports: boolean;
  /** Files that the program has written. */
  readonly writtenFiles: Set<Path>;
  /** Files may have come or gone, or the current folder is another one. */
  hasChangedFiles: boolean;
  /** pytest says more of an assertion than Python does; with it they aren’t followed. */
  readonly followsAssertions: boolean;
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

export function startRun(
  world: World,
  search: ModuleLookup['search'],
  folder: Path,
  runBody: RunBody,
  followsAssertions = true,
): ProgramRun {
  const [first] = search.entries;
  const isOwn = ['script-folder', 'started-folder', 'current-folder'].includes(first?.origin.kind ?? '');
  return {
    firstFolder: isOwn ? first?.folder : undefined,
    world,
    runBody,
    followsAssertions,
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
    written: undefined,
    mayHaveReturned: false,
    hasOwnImports: false,
    writtenFiles: new Set(),
    hasChangedFiles: false,
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
  message: string | undefined,
  more: { readonly isDeliberate?: boolean; readonly module?: string; readonly of?: ClassValue } = {},
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

/** Binds a name, or takes it away with `undefined`. */
export function write(run: ProgramRun, names: Map<string, Value>, name: string, value: Value | undefined): void {
  run.written?.push({ names, name });
  if (value === undefined) names.delete(name);
  else names.set(name, value);
}

/**
 * Follows something of which can’t be told whether it runs. What stops it on purpose is passed by with a note; what would be missing there
 * is a question that the text can’t answer. What it binds is unknown afterwards.
 */
export function perhaps(run: ProgramRun, follow: () => void): void {
  if (run.stop !== undefined) return;
  const depth = run.traceback.length;
  const before = run.traceback.at(-1);
  const outer = run.written;
  const written: NonNullable<ProgramRun['written']> = [];
  run.written = written;
  follow();
  run.written = outer;
  for (const { names, name } of written) write(run, names, name, UNKNOWN);
  const stop = run.stop as Stop | undefined;
  if (stop === undefined || stop.kind === 'not-modelled') return;
  const here = placeNow(run);
  run.stop = undefined;
  run.traceback.length = Math.min(depth, run.traceback.length);
  if (before !== undefined && run.traceback.length > 0) run.traceback[run.traceback.length - 1] = before;
  if (stop.kind === 'return') run.mayHaveReturned = true;
  if (stop.kind === 'raised' && !stop.raised.isDeliberate) {
    const at = stop.raised.traceback.at(-1);
    const problem = say`Line ${String(at?.line ?? 0)} would end in ${{ code: stop.raised.type }}; whether it is reached can’t be told from the text.`;
    run.stop = { kind: 'not-modelled', because: problem, at };
    return;
  }
  const line = (stop.kind === 'raised' ? stop.raised.traceback.at(-1) : here)?.line ?? 0;
  const what =
    stop.kind === 'raised' || stop.kind === 'exit'
      ? 'the program'
      : stop.kind === 'return'
        ? 'the function'
        : 'the loop';
  addNote(run, say`Whether line ${line} ends ${what} can’t be told; the rest is told as if it didn’t.`);
}
