/** What the reader can set by thumb: specifiers to try, a clause’s operator and bound, what is meant, pre-releases, what a tap does. */
import { formatClause, readVersion } from '@/core/python';
import {
  CLAUSE_OPERATORS,
  INTENTS,
  type Intent,
  intentTexts,
  operatorOf,
  PRERELEASE_POLICIES,
} from '@/core/versioning';
import type { Choice } from '@/figures/frame/Choices';
import type { Step } from '@/figures/frame/Stepper';
import type { ReadState } from './reading';
import type { SpecifierScene, Try } from './scenario';
import { intentBase, nextBound, type SpecifierEvent, type SpecifierState, TAPS, type Tap } from './state';

export interface Controls {
  readonly tries: readonly Choice<SpecifierEvent>[];
  readonly clauses: readonly Choice<SpecifierEvent>[];
  readonly operators: readonly Choice<SpecifierEvent>[];
  /** The bound of the clause; undefined where there is none to step. */
  readonly bound:
    | {
        readonly legend: string;
        readonly value: string;
        readonly less: Step<SpecifierEvent>;
        readonly more: Step<SpecifierEvent>;
      }
    | undefined;
  /** Why no clause can be dropped. */
  readonly dropDisabledBecause: string | undefined;
  readonly addDisabledBecause: string | undefined;
  /** One intent in each notation; only while they stand side by side. */
  readonly intents: { readonly legend: string; readonly choices: readonly Choice<SpecifierEvent>[] } | undefined;
  readonly policies: readonly Choice<SpecifierEvent>[];
  readonly beside: readonly Choice<SpecifierEvent>[];
  readonly taps: readonly Choice<SpecifierEvent>[];
}

const INTENT_WORDS: Readonly<Record<Intent, string>> = {
  compatible: 'and all that is compatible',
  patches: 'and its patches',
  exactly: 'exactly',
  'at-least': 'or newer',
};

const POLICY_WORDS = { 'if-needed': 'if nothing stable fits', allow: 'asked for (--pre)', refuse: 'never' } as const;

const TAP_WORDS: Readonly<Record<Tap, string>> = {
  why: 'ask why',
  from: 'begin there: >=',
  below: 'end before: <',
  not: 'leave out: !=',
  want: 'mark as wanted',
};

/** As many clauses as there are chips for. */
const MOST_CLAUSES = 6;

export function controlsOf(scene: SpecifierScene, state: SpecifierState, read: ReadState): Controls {
  const { clauses } = read.python.set;
  const clause = clauses[state.clause];
  const operator = clause && operatorOf(clause);
  const isWhole = read.python.problems.length === 0;
  return {
    tries: scene.scenario.tries.map((one, at) => ({
      label: tryLabel(one),
      isCode: true,
      chosen: state.specifier.text === one.specifier && state.prereleases === (one.prereleases ?? 'if-needed'),
      event: { kind: 'try-chosen', at },
    })),
    clauses:
      clauses.length < 2
        ? []
        : clauses.slice(0, MOST_CLAUSES).map((one, at) => ({
            label: labelOf(clauses.map(formatClause), at, formatClause(one)),
            isCode: true,
            chosen: at === state.clause,
            event: { kind: 'clause-chosen', at },
          })),
    operators: CLAUSE_OPERATORS.map((one) => ({
      label: one === '==*' ? '==n.*' : one,
      isCode: true,
      chosen: one === operator,
      event: { kind: 'operator-chosen', operator: one },
    })),
    bound:
      clause === undefined || operator === undefined
        ? undefined
        : {
            legend: 'Bound',
            value: clause.written,
            less: stepOf(scene, state, -1),
            more: stepOf(scene, state, 1),
          },
    dropDisabledBecause: clauses.length === 0 ? 'There is no clause.' : undefined,
    addDisabledBecause:
      clauses.length >= MOST_CLAUSES
        ? 'More clauses can be typed.'
        : isWhole
          ? undefined
          : 'The specifier isn’t whole yet.',
    intents: state.beside ? intentsOf(scene, state) : undefined,
    policies: PRERELEASE_POLICIES.map((policy) => ({
      label: POLICY_WORDS[policy],
      chosen: policy === state.prereleases,
      event: { kind: 'prereleases-chosen', policy },
    })),
    beside: [{ label: 'npm and Cargo', chosen: state.beside, event: { kind: 'beside-switched' } }],
    taps: TAPS.map((tap) => ({
      label: TAP_WORDS[tap],
      chosen: tap === state.tap,
      event: { kind: 'tap-chosen', tap },
    })),
  };
}

function intentsOf(scene: SpecifierScene, state: SpecifierState): Controls['intents'] {
  const base = intentBase(scene, state);
  return {
    legend: `Mean ${base}:`,
    choices: INTENTS.map((intent) => ({
      label: INTENT_WORDS[intent],
      chosen: isIntent(state, base, intent),
      event: { kind: 'intent-chosen', intent },
    })),
  };
}

const tryLabel = ({ specifier, prereleases }: Try): string =>
  `${specifier}${prereleases === 'allow' ? ' --pre' : prereleases === 'refuse' ? ' (no pre)' : ''}`;

/** A clause that stands there twice has its place behind it. */
function labelOf(all: readonly string[], at: number, text: string): string {
  return all.indexOf(text) === at ? text : `${text} (${at + 1})`;
}

function isIntent({ specifier, npm, cargo }: SpecifierState, base: string, intent: Intent): boolean {
  const version = readVersion(base);
  const texts = version && intentTexts(intent, version);
  return (
    texts !== undefined && specifier.text === texts.python && npm?.text === texts.npm && cargo?.text === texts.cargo
  );
}

function stepOf(scene: SpecifierScene, state: SpecifierState, by: 1 | -1): Step<SpecifierEvent> {
  const next = nextBound(scene, state, by);
  if (next === undefined) {
    return {
      label: by === 1 ? 'newer bound' : 'older bound',
      event: undefined,
      disabledBecause: `The list has no ${by === 1 ? 'newer' : 'older'} version.`,
    };
  }
  return { label: `bound ${next}`, event: { kind: 'bound-moved', by } };
}
