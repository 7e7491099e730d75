/** The replay: where it stands, what is known there, and what the step did; of PubGrub, or of pip’s backtracking. */
import { formatVersion } from '@/core/python';
import {
  describeIncompatibility,
  describeStep,
  formatRule,
  formatStatement,
  incompatibilitiesOf,
  momentOf,
  namePackage,
  nextConflict,
  type ProjectState,
  type Replay,
  type ReplayGraph,
  replayGraphOf,
  type Standing,
  standingsOf,
  takenBack,
} from '@/core/resolution';
import type { Choice } from '@/figures/frame/Choices';
import { backtrackingStepsOf } from './backtracking-steps';
import { type Box, type BoxLook, type Drawing, YOU } from './drawing';
import type { Answer } from './reading';
import { type ResolverEvent, STRATEGIES, type Strategy } from './state';

/** Rules that are shown, the newest first; those that the step speaks of are always among them. */
const RULES_SHOWN = 24;
/** More projects would be a tangle beside the other parts. */
const MOST_DRAWN = 40;

/** How a step is coloured; its word says the same. */
export type StepTone = 'noted' | 'follows' | 'chosen' | 'conflict' | 'learned' | 'back';

export interface StepsPicture {
  readonly strategies: readonly Choice<ResolverEvent>[];
  readonly step: number;
  readonly total: number;
  /** Whether there are more steps than were recorded. */
  readonly isCut: boolean;
  /** The next conflict, as a number of steps; undefined where none comes. */
  readonly nextConflict: number | undefined;
  /** What the step did, in a sentence. */
  readonly says: string;
  readonly kind: string;
  readonly tone: StepTone;
  /** What is held, by decision level or by pin; what the step takes back stands last. */
  readonly lanes: { readonly label: string; readonly none: string; readonly of: readonly Lane[] };
  readonly notes: Notes;
  /** Undefined where there is too much to draw. */
  readonly drawing: Drawing | undefined;
}

export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly items: readonly {
    readonly text: string;
    readonly isChosen: boolean;
    /** What it follows from: `by 8`. */
    readonly by: string;
  }[];
  readonly isNew: boolean;
  readonly isTakenBack: boolean;
}

/** The rules that are known, or what is asked for. */
export interface Notes {
  readonly label: string;
  readonly of: readonly Note[];
  /** How many older ones are left out. */
  readonly more: number;
}

export interface Note {
  readonly key: string;
  /** `rule 9`, or a project. */
  readonly name: string;
  /** `{colours, not terminal 1.0}`. */
  readonly notation: string;
  readonly says: string;
  /** Of a learned rule: `from rules 6 and 8, over glyphs`. */
  readonly from: string;
  readonly word: 'learned' | '';
  readonly isInUse: boolean;
  readonly isNew: boolean;
}

const KINDS: Readonly<Record<Replay['events'][number]['kind'], readonly [word: string, tone: StepTone]>> = {
  incompatibility: ['rule', 'noted'],
  propagation: ['follows', 'follows'],
  decision: ['choose', 'chosen'],
  rejection: ['not chosen', 'conflict'],
  conflict: ['conflict', 'conflict'],
  resolution: ['learned', 'learned'],
  backjump: ['go back', 'back'],
  reorder: ['go back', 'back'],
};

const LABELS: Readonly<Record<Strategy, string>> = { pubgrub: 'PubGrub', backtracking: 'Backtracking' };

/** How many steps there are to walk through. */
export function stepCount(answer: Answer, strategy: Strategy): number {
  if (strategy === 'pubgrub') return answer.replay().events.length;
  const replay = answer.backtrackingReplay();
  return 'kind' in replay ? 0 : replay.steps.length;
}

export function stepsOf(answer: Answer, wanted: number, strategy: Strategy = 'pubgrub'): StepsPicture {
  const step = Math.min(wanted, stepCount(answer, strategy));
  const strategies = STRATEGIES.map((each) => ({
    label: LABELS[each],
    chosen: each === strategy,
    event: { kind: 'strategy-chosen', strategy: each } as const,
  }));
  return strategy === 'backtracking'
    ? { strategies, ...backtrackingStepsOf(answer.backtrackingReplay(), step) }
    : { strategies, ...pubgrubStepsOf(answer.replay(), step) };
}

function pubgrubStepsOf(replay: Replay, step: number): Omit<StepsPicture, 'strategies'> {
  const { events } = replay;
  const moment = momentOf(replay, step);
  const event = events[step - 1];
  const [kind, tone] = event === undefined ? (['start', 'noted'] as const) : KINDS[event.kind];
  const graph = replayGraphOf(replay);
  return {
    step,
    total: events.length,
    isCut: replay.isCut,
    nextConflict: nextConflict(replay, step),
    says: event === undefined ? 'Nothing is held true yet, and no rule is noted.' : describeStep(replay, event),
    kind,
    tone,
    lanes: {
      label: 'Held true, by decision level',
      none: 'Nothing yet.',
      of: [...lanesOf(replay, moment.standing, false), ...lanesOf(replay, takenBack(replay, step), true)],
    },
    notes: notesOf(replay, moment.known, event),
    drawing: drawStandings(graph, standingsOf(replay, graph, step)),
  };
}

function lanesOf(replay: Replay, standing: readonly Standing[], isTakenBack: boolean): readonly Lane[] {
  const levels = new Map<number, Map<number, Lane['items'][number]>>();
  const newest = standing.at(-1);
  for (const each of standing) {
    const of = levels.get(each.level) ?? new Map();
    levels.set(each.level, of);
    if (each.kind === 'decided') {
      const named = replay.packages[each.package];
      const isOwn = named?.kind === 'root' || named?.kind === 'own-project';
      const text = isOwn ? namePackage(named) : `${namePackage(named)} ${formatVersion(each.version)}`;
      of.set(each.package, { text, isChosen: true, by: '' });
    } else if (of.get(each.package)?.isChosen !== true) {
      of.set(each.package, {
        text: formatStatement(replay, each.package, each.term),
        isChosen: false,
        by: `by ${each.cause}`,
      });
    }
  }
  return [...levels]
    .sort(([left], [right]) => left - right)
    .map(([level, items]) => ({
      key: `${level}${isTakenBack ? ' back' : ''}`,
      label: `level ${level}`,
      items: [...items.values()],
      isNew: !isTakenBack && newest?.level === level,
      isTakenBack,
    }));
}

function notesOf(replay: Replay, known: readonly number[], event: Replay['events'][number] | undefined): Notes {
  const inUse = event === undefined ? [] : incompatibilitiesOf(event);
  const ids = [...known].sort((left, right) => right - left);
  const shown = ids.filter((id, at) => at < RULES_SHOWN || inUse.includes(id));
  const [first] = inUse;
  return {
    label: 'Rules: statements that can’t all be true',
    of: shown.map((id): Note => {
      const cause = replay.incompatibilities[id]?.cause;
      const isLearned = cause?.kind === 'derived';
      return {
        key: `${id}`,
        name: `rule ${id}`,
        notation: formatRule(replay, id),
        says: describeIncompatibility(replay, id),
        from: isLearned
          ? `from rules ${cause.left} and ${cause.right}, over ${namePackage(replay.packages[cause.over])}`
          : '',
        word: isLearned ? 'learned' : '',
        isInUse: inUse.includes(id),
        isNew: id === first && (event?.kind === 'incompatibility' || event?.kind === 'resolution'),
      };
    }),
    more: ids.length - shown.length,
  };
}

const WORDS: Readonly<Record<ProjectState['standing'], readonly [word: string, look: BoxLook]>> = {
  unseen: ['not looked at', 'unseen'],
  open: ['open', 'open'],
  wanted: ['needed', 'wanted'],
  excluded: ['ruled out', 'excluded'],
  chosen: ['chosen', 'chosen'],
};

/** The graph of a search with how each project stands; undefined where it is too large for a look. */
export function drawStandings({ projects, edges }: ReplayGraph, states: readonly ProjectState[]): Drawing | undefined {
  if (projects.length === 0 || projects.length > MOST_DRAWN) return undefined;
  const torn = new Set(states.filter((each) => each.isInConflict).map(({ name }) => name as string));
  const you: Box = { id: YOU, name: 'you', line: '', look: 'you', word: '' };
  return {
    isSteady: true,
    boxes: [
      you,
      ...states.map(({ name, standing, says, isInConflict }): Box => {
        const [word, look] = WORDS[standing];
        // The name stands above already.
        const line = says.startsWith(`${name} `) ? says.slice(name.length + 1) : says.replace(` ${name}`, '');
        return isInConflict
          ? { id: name, name, line, look: 'conflict', word: 'in conflict' }
          : { id: name, name, line, look, word };
      }),
    ],
    arrows: edges.map(({ from, to }) => {
      const isTorn = from !== undefined && torn.has(from) && torn.has(to);
      return { from: from ?? YOU, to, label: '', look: isTorn ? 'conflict' : 'plain' };
    }),
  };
}
