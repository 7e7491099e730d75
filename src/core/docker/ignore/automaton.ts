// Matching paths with an expression in one pass, whatever the expression: its states are made as they are met and kept.
import { isWordCharacter } from './character-class';
import type { Step } from './expression';

/** States that are kept at most; beyond, they are forgotten and made anew. */
const MOST_STATES = 500;
const ASCII = 128;
const LINE_END = 10;
const SLASH = 47;

/** What stands before and behind a place of the path. */
type Before = 'start' | 'word' | 'other';
type After = 'end' | 'word' | 'other';

interface State {
  /** The steps that may come next, before those that need no character are passed. */
  readonly steps: readonly number[];
  readonly before: Before;
  /** The states behind each ASCII character, as far as they are known. */
  readonly next: (State | undefined)[];
  matchesAtEnd: boolean | undefined;
}

/** Says whether a path matches. */
export type PathTest = (path: string) => boolean;

/** The steps of all alternatives in one row; after each alternative stands undefined: there it has matched. */
type Row = readonly (Step | undefined)[];

const MATCHED: State = { steps: [], before: 'other', next: [], matchesAtEnd: true };

/** The test of an expression: it matches where one of its alternatives is found, anywhere in the path. */
export function automaton(alternatives: readonly (readonly Step[])[]): PathTest {
  const row: (Step | undefined)[] = [];
  const starts: number[] = [];
  /** Where an alternative may begin later than at the path’s beginning. */
  const floating: number[] = [];
  for (const steps of alternatives) {
    starts.push(2 * row.length);
    const [first] = steps;
    if (first?.kind !== 'at' || first.place !== 'start') floating.push(2 * row.length);
    for (const step of steps) row.push(step);
    row.push(undefined);
  }
  let states = new Map<string, State>();

  const stateOf = (steps: Iterable<number>, before: Before): State => {
    const sorted = [...steps].sort((left, right) => left - right);
    const key = `${before} ${sorted.join()}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= MOST_STATES) states = new Map();
    const state: State = { steps: sorted, before, next: [], matchesAtEnd: undefined };
    states.set(key, state);
    return state;
  };
  const behind = (state: State, code: number): State => {
    const after = isWordCharacter(code) ? 'word' : 'other';
    const passed = passEmpty(row, state, after);
    return passed === undefined ? MATCHED : stateOf(takeCharacter(row, passed, code, floating), after);
  };

  const first = stateOf(starts, 'start');

  return (path) => {
    let state = first;
    for (let at = 0; at < path.length && state !== MATCHED; at++) {
      if (state.steps.length === 0) return false;
      const unit = path.charCodeAt(at);
      const known = unit < ASCII ? state.next[unit] : undefined;
      if (known !== undefined) {
        state = known;
        continue;
      }
      const code = path.codePointAt(at) ?? unit;
      if (code > 0xffff) at++;
      const next = behind(state, code);
      if (unit < ASCII) state.next[unit] = next;
      state = next;
    }
    state.matchesAtEnd ??= passEmpty(row, state, 'end') === undefined;
    return state.matchesAtEnd;
  };
}

// The step 2·i is the i-th of the row; 2·i + 1 is the inside of its folders, where a character must come.

/** All steps that can be met without a character, given what stands around; undefined if an alternative has matched. */
function passEmpty(row: Row, { steps, before }: State, after: After): Set<number> | undefined {
  const met = new Set<number>();
  const open = [...steps];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (met.has(step)) continue;
    met.add(step);
    if (step % 2 === 1) continue;
    const is = row[step >> 1];
    if (is === undefined) return undefined;
    if (is.kind === 'at' ? holds(is, before, after) : is.kind !== 'one') open.push(step + 2);
  }
  return met;
}

/** Where the steps lead with a character. */
function takeCharacter(row: Row, steps: Iterable<number>, code: number, floating: readonly number[]): Set<number> {
  const next = new Set(floating);
  for (const step of steps) {
    const is = row[step >> 1];
    if (is === undefined || is.kind === 'at') continue;
    if (is.kind === 'folders') {
      const inside = step | 1;
      if (code !== LINE_END) next.add(inside);
      if (code === SLASH) next.add(inside + 1);
    } else if (is.test(code)) next.add(is.kind === 'many' ? step : step + 2);
  }
  return next;
}

function holds({ place }: Step & { readonly kind: 'at' }, before: Before, after: After): boolean {
  if (place === 'start') return before === 'start';
  if (place === 'end') return after === 'end';
  const isEdge = (before === 'word') !== (after === 'word');
  return place === 'word edge' ? isEdge : !isEdge;
}
