/** What is typed in each notation, what is asked, what a tap does, which versions. */
import { compareVersions, formatVersion, type PrereleasePolicy, readVersion } from '@/core/python';
import {
  type ClauseOperator,
  clauseTextOf,
  type Intent,
  intentTexts,
  operatorOf,
  readCargo,
  readNpm,
  readPython,
  withClause,
  withoutClause,
} from '@/core/versioning';
import type { SpecifierScene } from './scenario';

/** A text and, while it can't be read, the last one that could. */
export interface Field {
  readonly text: string;
  readonly good: string | undefined;
}

export type Lane = 'npm' | 'cargo';

/** What a tap on a version does. */
export const TAPS = ['why', 'from', 'below', 'not', 'want'] as const;
export type Tap = (typeof TAPS)[number];

export interface SpecifierState {
  readonly specifier: Field;
  /** Undefined while a lane says what the specifier says. */
  readonly npm: Field | undefined;
  readonly cargo: Field | undefined;
  readonly prereleases: PrereleasePolicy;
  /** Are npm and Cargo shown beside it? */
  readonly beside: boolean;
  readonly tap: Tap;
  /** The version that is asked about. */
  readonly asked: string | undefined;
  /** The clause that the steppers are about, counted from 0. */
  readonly clause: number;
  /** The reader's own list as text; undefined is the project's. */
  readonly versions: string | undefined;
  /** The set to hit, ascending as it was marked; undefined is the scenario's. */
  readonly wanted: readonly string[] | undefined;
  /** What was refused because it was too large, and how many characters it had. */
  readonly refused: Refused | undefined;
}

export interface Refused {
  readonly what: 'specifier' | 'versions';
  readonly characters: number;
}

export type SpecifierEvent =
  | { readonly kind: 'specifier-typed'; readonly text: string }
  /** By a chip, or what is offered in place of another notation. */
  | { readonly kind: 'specifier-set'; readonly text: string }
  | { readonly kind: 'try-chosen'; readonly at: number }
  | { readonly kind: 'clause-chosen'; readonly at: number }
  | { readonly kind: 'operator-chosen'; readonly operator: ClauseOperator }
  | { readonly kind: 'bound-moved'; readonly by: 1 | -1 }
  | { readonly kind: 'clause-added' }
  | { readonly kind: 'clause-dropped' }
  | { readonly kind: 'prereleases-chosen'; readonly policy: PrereleasePolicy }
  | { readonly kind: 'beside-switched' }
  | { readonly kind: 'lane-typed'; readonly lane: Lane; readonly text: string }
  /** The lane says again what the specifier says. */
  | { readonly kind: 'lane-left'; readonly lane: Lane }
  | { readonly kind: 'intent-chosen'; readonly intent: Intent }
  | { readonly kind: 'tap-chosen'; readonly tap: Tap }
  | { readonly kind: 'version-tapped'; readonly version: string }
  | { readonly kind: 'versions-typed'; readonly text: string }
  | { readonly kind: 'versions-left' };

/** More than any specifier that is written by hand; what is pasted beyond it is refused. */
export const LONGEST_SPECIFIER = 2_000;
/** Characters of a list: more than any project's has. */
export const LARGEST_LIST = 20_000;

export const noField = (text: string): Field => ({ text, good: undefined });

export function firstState({ scenario }: SpecifierScene): SpecifierState {
  const [{ specifier, prereleases = 'if-needed' }] = scenario.tries;
  return {
    specifier: noField(specifier),
    npm: undefined,
    cargo: undefined,
    prereleases,
    beside: scenario.beside ?? false,
    tap: 'why',
    asked: undefined,
    clause: 0,
    versions: undefined,
    wanted: undefined,
    refused: undefined,
  };
}

/** The state after an event; the same state when nothing changes, for then there is nothing to undo. */
export function update(scene: SpecifierScene, state: SpecifierState, event: SpecifierEvent): SpecifierState {
  const after = bounded(afterEvent(scene, { ...state, refused: undefined }, event));
  return JSON.stringify(after) === JSON.stringify(state) ? state : after;
}

/** The clause that is stepped is one that there is. */
function bounded(state: SpecifierState): SpecifierState {
  const count = goodSet(state.specifier).clauses.length;
  return state.clause < Math.max(1, count) ? state : { ...state, clause: Math.max(0, count - 1) };
}

function afterEvent(scene: SpecifierScene, state: SpecifierState, event: SpecifierEvent): SpecifierState {
  switch (event.kind) {
    case 'specifier-typed':
      return typed(state, event.text);
    case 'specifier-set':
      return withSpecifier(state, event.text);
    case 'try-chosen': {
      const chosen = scene.scenario.tries[event.at];
      if (chosen === undefined) return state;
      const { specifier, prereleases = 'if-needed' } = chosen;
      return { ...withSpecifier(state, specifier), npm: undefined, cargo: undefined, prereleases, clause: 0 };
    }
    case 'clause-chosen':
      return { ...state, clause: event.at };
    case 'operator-chosen':
      return operatorChosen(scene, state, event.operator);
    case 'bound-moved':
      return boundMoved(scene, state, event.by);
    case 'clause-added':
      return clauseAdded(scene, state);
    case 'clause-dropped':
      return withSpecifier(state, withoutClause(goodSet(state.specifier), state.clause));
    case 'prereleases-chosen':
      return { ...state, prereleases: event.policy };
    case 'beside-switched':
      return { ...state, beside: !state.beside };
    case 'lane-typed':
      return laneTyped(state, event.lane, event.text);
    case 'lane-left':
      return { ...state, [event.lane]: undefined };
    case 'intent-chosen': {
      const version = readVersion(intentBase(scene, state));
      const texts = version && intentTexts(event.intent, version);
      if (texts === undefined) return state;
      const { python, npm, cargo } = texts;
      return { ...withSpecifier(state, python), npm: noField(npm), cargo: noField(cargo), beside: true, clause: 0 };
    }
    case 'tap-chosen':
      return { ...state, tap: event.tap };
    case 'version-tapped':
      return tapped(scene, state, event.version);
    case 'versions-typed': {
      const { text } = event;
      if (text.length > LARGEST_LIST) return { ...state, refused: { what: 'versions', characters: text.length } };
      return { ...state, versions: text === scene.text ? undefined : text, asked: undefined };
    }
    case 'versions-left':
      return { ...state, versions: undefined, asked: undefined };
  }
}

/** The version that the intents are about: the one that is asked about, or the scenario's. */
export function intentBase({ scenario }: SpecifierScene, { asked }: SpecifierState): string {
  const version = asked === undefined ? undefined : readVersion(asked);
  return asked !== undefined && version !== undefined && intentTexts('exactly', version) !== undefined
    ? asked
    : scenario.base;
}

/** The set of a field, or of its last good text. */
export function goodSet({ text, good }: Field) {
  return readPython(text).set ?? readPython(good ?? '').set ?? { clauses: [] };
}

function typed(state: SpecifierState, text: string): SpecifierState {
  if (text.length > LONGEST_SPECIFIER) return { ...state, refused: { what: 'specifier', characters: text.length } };
  if (readPython(text).set !== undefined) return { ...state, specifier: noField(text) };
  const { specifier } = state;
  const good = readPython(specifier.text).set === undefined ? specifier.good : specifier.text;
  return { ...state, specifier: { text, good } };
}

function withSpecifier(state: SpecifierState, text: string): SpecifierState {
  return text.length > LONGEST_SPECIFIER ? state : { ...state, specifier: noField(text) };
}

export const isLaneText = (lane: Lane, text: string): boolean =>
  (lane === 'npm' ? readNpm(text) : readCargo(text)) !== undefined;

/** A lane's field is bounded like the specifier's, and says so there. */
function laneTyped(state: SpecifierState, lane: Lane, text: string): SpecifierState {
  if (text.length > LONGEST_SPECIFIER) return { ...state, refused: { what: 'specifier', characters: text.length } };
  if (isLaneText(lane, text)) return { ...state, [lane]: noField(text) };
  const before = state[lane];
  const good = before === undefined || isLaneText(lane, before.text) ? before?.text : before.good;
  return { ...state, [lane]: { text, good } };
}

function operatorChosen(scene: SpecifierScene, state: SpecifierState, operator: ClauseOperator): SpecifierState {
  const set = goodSet(state.specifier);
  const version = set.clauses[state.clause]?.version ?? readVersion(scene.scenario.base);
  if (version === undefined) return state;
  return withSpecifier(state, withClause(set, state.clause, clauseTextOf(operator, version)));
}

/** The bound goes to the next version of the list, or the one before. */
function boundMoved(scene: SpecifierScene, state: SpecifierState, by: 1 | -1): SpecifierState {
  const set = goodSet(state.specifier);
  const clause = set.clauses[state.clause];
  const next = nextBound(scene, state, by);
  const operator = clause && operatorOf(clause);
  if (next === undefined || operator === undefined) return state;
  const version = readVersion(next);
  return version === undefined
    ? state
    : withSpecifier(state, withClause(set, state.clause, clauseTextOf(operator, version)));
}

/** The version of the list to which the bound would move; undefined at an end, or where the clause has no such bound. */
export function nextBound(scene: SpecifierScene, state: SpecifierState, by: 1 | -1): string | undefined {
  const set = goodSet(state.specifier);
  const clause = set.clauses[state.clause];
  const operator = clause && operatorOf(clause);
  if (clause === undefined || operator === undefined) return undefined;
  const { written, version: bound } = clause;
  if (bound === undefined) return undefined;
  const { versions } = scene.listOf(state.versions);
  const inOrder = by === 1 ? versions : versions.toReversed();
  // A version that is written alike is no step: 1.0+local.1 after >=1.0, 1.26.1 after ==1.26.*.
  return inOrder.find(
    ({ version }) =>
      compareVersions(version, bound) * by > 0 && clauseTextOf(operator, version) !== `${clause.operator}${written}`,
  )?.text;
}

function clauseAdded(scene: SpecifierScene, state: SpecifierState): SpecifierState {
  const set = goodSet(state.specifier);
  const { versions } = scene.listOf(state.versions);
  const newest = versions.at(-1);
  if (newest === undefined) return state;
  const hasLower = set.clauses.some(({ operator }) => operator === '>=' || operator === '>' || operator === '~=');
  const version = hasLower ? newest.version : (readVersion(scene.scenario.base) ?? newest.version);
  const text = clauseTextOf(hasLower ? '<=' : '>=', version);
  return { ...withSpecifier(state, withClause(set, set.clauses.length, text)), clause: set.clauses.length };
}

function tapped(scene: SpecifierScene, state: SpecifierState, text: string): SpecifierState {
  const listed = scene.listOf(state.versions).versions.find((one) => one.text === text);
  if (listed === undefined) return state;
  const set = goodSet(state.specifier);
  switch (state.tap) {
    case 'why':
      return { ...state, asked: state.asked === text ? undefined : text };
    case 'from':
    case 'below': {
      const operators = state.tap === 'from' ? ['>=', '>', '~='] : ['<', '<='];
      const at = set.clauses.findIndex(({ operator }) => operators.includes(operator));
      const clause = clauseTextOf(state.tap === 'from' ? '>=' : '<', listed.version);
      const place = at === -1 ? set.clauses.length : at;
      return { ...withSpecifier(state, withClause(set, place, clause)), clause: place, asked: text };
    }
    case 'not': {
      const at = set.clauses.findIndex(
        (clause) =>
          clause.kind === 'comparison' && clause.operator === '!=' && formatVersion(clause.version) === listed.text,
      );
      const specifier =
        at === -1 ? withClause(set, set.clauses.length, clauseTextOf('!=', listed.version)) : withoutClause(set, at);
      return { ...withSpecifier(state, specifier), asked: text };
    }
    case 'want': {
      const wanted = wantedOf(scene, state) ?? [];
      const after = wanted.includes(text) ? wanted.filter((one) => one !== text) : [...wanted, text];
      const { versions } = scene.listOf(state.versions);
      return { ...state, wanted: versions.map((one) => one.text).filter((one) => after.includes(one)) };
    }
  }
}

/** The set to hit; undefined where there is none. An empty set of the reader's own is none. */
export function wantedOf({ scenario }: SpecifierScene, { wanted }: SpecifierState): readonly string[] | undefined {
  const set = wanted ?? scenario.wanted;
  return set === undefined || set.length === 0 ? undefined : set;
}
