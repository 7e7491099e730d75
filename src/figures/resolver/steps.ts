/** The replay: where it stands, what is known there, and what the step did. */

import { formatVersion } from '@/core/python';
import {
  describeIncompatibility,
  describeStep,
  describeTerm,
  momentOf,
  namePackage,
  type Replay,
  type Standing,
} from '@/core/resolution';
import type { Answer } from './reading';

/** Incompatibilities that are shown, the newest first. */
const KNOWN_SHOWN = 12;

export interface StepsPicture {
  readonly step: number;
  readonly total: number;
  /** What the step did, in a sentence. */
  readonly says: string;
  readonly kind: string;
  /** The partial solution by decision level. */
  readonly levels: readonly LevelPicture[];
  readonly known: readonly { readonly text: string; readonly isLearned: boolean; readonly isNew: boolean }[];
  readonly more: number;
  readonly isCut: boolean;
}

export interface LevelPicture {
  readonly level: number;
  readonly decided: string | undefined;
  readonly derived: readonly string[];
  readonly isNew: boolean;
}

const KINDS: Readonly<Record<Replay['events'][number]['kind'], string>> = {
  incompatibility: 'read',
  propagation: 'derivation',
  decision: 'decision',
  rejection: 'not taken',
  conflict: 'conflict',
  resolution: 'learned',
  backjump: 'backjump',
  reorder: 'back',
};

export function stepsOf({ replay: made }: Answer, wanted: number): StepsPicture {
  const replay = made();
  const total = replay.events.length;
  const step = Math.min(wanted, total);
  const { standing, known } = momentOf(replay, step);
  const event = replay.events[step - 1];
  const before = step === 0 ? undefined : new Set(momentOf(replay, step - 1).known);
  const newest = [...known].reverse();
  return {
    step,
    total,
    says: event === undefined ? 'Nothing is known yet but your requirements.' : describeStep(replay, event),
    kind: event === undefined ? 'start' : KINDS[event.kind],
    levels: levelsOf(replay, standing),
    known: newest.slice(0, KNOWN_SHOWN).map((id) => ({
      text: describeIncompatibility(replay, id),
      isLearned: replay.incompatibilities[id]?.cause.kind === 'derived',
      isNew: before?.has(id) === false,
    })),
    more: Math.max(0, known.length - KNOWN_SHOWN),
    isCut: replay.isCut,
  };
}

function levelsOf(replay: Replay, standing: readonly Standing[]): readonly LevelPicture[] {
  const levels = new Map<number, { decided: string | undefined; derived: Map<number, string> }>();
  const newest = standing.at(-1);
  for (const each of standing) {
    const of = levels.get(each.level) ?? { decided: undefined, derived: new Map() };
    levels.set(each.level, of);
    const kind = replay.packages[each.package]?.kind;
    if (each.kind === 'decided') {
      const name = namePackage(replay.packages[each.package]);
      of.decided = kind === 'root' || kind === 'own-project' ? name : `${name} ${formatVersion(each.version)}`;
    } else if (kind !== 'root') of.derived.set(each.package, describeTerm(replay, each.package, each.term));
  }
  return [...levels]
    .sort(([left], [right]) => left - right)
    .filter(([, { decided, derived }]) => decided !== undefined || derived.size > 0)
    .map(([level, { decided, derived }]) => {
      return { level, decided, derived: [...derived.values()], isNew: newest?.level === level };
    });
}
