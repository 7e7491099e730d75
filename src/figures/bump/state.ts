/** What the next release holds, what was answered, as what it is published, and what was released here already. */
import { compareVersions, formatVersion, isPrerelease, type Version } from '@/core/python';
import { type Advice, advise, type Form, readSchemeVersion, type YesOrNo } from '@/core/versioning';
import type { BumpScene } from './scenario';

export interface BumpState {
  /** The changes of the next release, by their ids, in the scenario's order. */
  readonly chosen: readonly string[];
  /** What was answered about changes that are chosen. */
  readonly answers: ReadonlyMap<string, YesOrNo>;
  readonly form: Form;
  /** The year's two digits when it is released; only a calendar scheme shows it. */
  readonly year: number;
  /** The versions released since the scenario's, oldest first: the last is the current one. */
  readonly released: readonly string[];
}

export type BumpEvent =
  /** A change was put into the next release, or taken out. */
  | { readonly kind: 'switched'; readonly id: string }
  | { readonly kind: 'answered'; readonly id: string; readonly answer: YesOrNo }
  | { readonly kind: 'form-chosen'; readonly form: Form }
  | { readonly kind: 'year-chosen'; readonly year: number }
  /** The next version is published: it becomes the current one. */
  | { readonly kind: 'released' };

/** The releases that are kept: more don't fit beside each other, nor into a link. */
export const MOST_RELEASED = 12;

export function firstState({ scenario, year }: BumpScene): BumpState {
  const chosen = scenario.changes.filter(({ id }) => scenario.first.includes(id)).map(({ id }) => id);
  return { chosen, answers: new Map(), form: 'final', year, released: [] };
}

/** The version that is out. */
export function currentVersion({ scenario, current }: BumpScene, { released }: BumpState): Version {
  const last = released.at(-1);
  return (last === undefined ? undefined : readSchemeVersion(scenario.scheme, last)) ?? current;
}

/** Every release that is out, oldest first. */
export function releasesOf(scene: BumpScene, { released }: BumpState): readonly Version[] {
  const since = released.flatMap((text) => readSchemeVersion(scene.scenario.scheme, text) ?? []);
  return [...scene.before, scene.current, ...since];
}

/** As what the next version may be published. Only PEP 440 has post-releases; calendar projects and CPython make none. */
export function formsOf({ scenario }: BumpScene, current: Version): readonly Form[] {
  return scenario.scheme === 'semver' && !isPrerelease(current)
    ? ['final', 'candidate', 'post']
    : ['final', 'candidate'];
}

/** The years that may be chosen: this one, or the one of the current version if it is later, and the next. */
export function yearsOf({ scenario, year }: BumpScene, current: Version): readonly number[] {
  if (scenario.scheme !== 'calver') return [];
  const now = Math.max(year, Number(current.release[0] ?? 0));
  return [now, now + 1];
}

/** What the core advises. */
export function adviceOf(scene: BumpScene, state: BumpState): Advice {
  const { scheme, changes } = scene.scenario;
  return advise({
    scheme,
    current: currentVersion(scene, state),
    year: state.year,
    form: state.form,
    changes: changes
      .filter(({ id }) => state.chosen.includes(id))
      .map(({ id, kind }) => ({ id, kind, answer: state.answers.get(id) })),
  });
}

/** The one version that comes next; undefined while there are several ways, or none. */
export function onlyNext({ ways }: Advice): Version | undefined {
  return ways.length === 1 ? ways[0].next?.version : undefined;
}

/** The state after an event; the same one when nothing changes. */
export function update(scene: BumpScene, state: BumpState, event: BumpEvent): BumpState {
  switch (event.kind) {
    case 'switched':
      return switched(scene, state, event.id);
    case 'answered': {
      const isOpen = state.chosen.includes(event.id) && state.answers.get(event.id) !== event.answer;
      return isOpen ? { ...state, answers: new Map(state.answers).set(event.id, event.answer) } : state;
    }
    case 'form-chosen': {
      const isOffered = formsOf(scene, currentVersion(scene, state)).includes(event.form);
      return event.form === state.form || !isOffered ? state : { ...state, form: event.form };
    }
    case 'year-chosen': {
      const isOffered = yearsOf(scene, currentVersion(scene, state)).includes(event.year);
      return event.year === state.year || !isOffered ? state : { ...state, year: event.year };
    }
    case 'released':
      return released(scene, state);
  }
}

function switched({ scenario }: BumpScene, state: BumpState, id: string): BumpState {
  if (!scenario.changes.some((change) => change.id === id)) return state;
  const isIn = state.chosen.includes(id);
  const chosen = scenario.changes
    .map((change) => change.id)
    .filter((one) => (one === id ? !isIn : state.chosen.includes(one)));
  const answers = new Map(state.answers);
  answers.delete(id);
  return { ...state, chosen, answers };
}

function released(scene: BumpScene, state: BumpState): BumpState {
  const next = onlyNext(adviceOf(scene, state));
  const isOut = next === undefined || compareVersions(next, currentVersion(scene, state)) <= 0;
  if (isOut || state.released.length >= MOST_RELEASED) return state;
  const text = formatVersion(next);
  // A text that is no version of the scheme any more would be read as the one before it.
  if (readSchemeVersion(scene.scenario.scheme, text) === undefined) return state;
  return { ...state, chosen: [], answers: new Map(), form: 'final', released: [...state.released, text] };
}
