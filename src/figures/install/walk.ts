/**
 * The walk through an installation: the core's steps, gathered into what a reader takes in at once. Each project goes
 * through nine steps; before them stands the wish, between them that everything is chosen, after them the end.
 */
import type { NormalizedName } from '@/core/python';
import type { InstallStep } from '@/core/workstation';

/** The nine steps that a project goes through, and how a figure calls them: on a chip, and in a sentence. */
export const STEPS = [
  { name: 'ask', label: 'Ask', says: 'ask for the project’s page' },
  { name: 'list', label: 'List', says: 'list its files' },
  { name: 'choose', label: 'Choose', says: 'choose a file' },
  { name: 'read', label: 'Read', says: 'read its metadata' },
  { name: 'follow', label: 'Follow', says: 'follow its requirements' },
  { name: 'download', label: 'Fetch', says: 'download it' },
  { name: 'check', label: 'Check', says: 'check its hash' },
  { name: 'unpack', label: 'Unpack', says: 'unpack it' },
  { name: 'record', label: 'Record', says: 'write RECORD and launchers' },
] as const;

export type StepName = (typeof STEPS)[number]['name'];

/** A place on the walk. It is the same on every machine, so another machine doesn't move the reader. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'at'; readonly step: StepName; readonly project: NormalizedName }
  | { readonly kind: 'resolved' }
  | { readonly kind: 'end' };

/** A place, with what the installer does there. */
export interface Move {
  readonly place: Place;
  readonly steps: readonly InstallStep[];
}

/** The moves of an installation, in order. */
export function movesOf(steps: readonly InstallStep[]): readonly Move[] {
  const moves: { place: Place; steps: InstallStep[] }[] = [];
  for (const step of steps) {
    const place = placeOf(step);
    const last = moves.at(-1);
    if (last !== undefined && isSame(last.place, place)) last.steps.push(step);
    else moves.push({ place, steps: [step] });
  }
  return moves;
}

/** Where on the walk a place is, from 0. A place that this walk hasn't got is its end. */
export function indexOf(moves: readonly Move[], place: Place): number {
  const index = moves.findIndex((move) => isSame(move.place, place));
  return index === -1 ? moves.length - 1 : index;
}

export function isSame(left: Place, right: Place): boolean {
  if (left.kind !== 'at' || right.kind !== 'at') return left.kind === right.kind;
  return left.step === right.step && left.project === right.project;
}

function placeOf(step: InstallStep): Place {
  const at = (name: StepName, { project }: { readonly project: NormalizedName }): Place => {
    return { kind: 'at', step: name, project };
  };
  switch (step.kind) {
    case 'want':
      return { kind: 'start' };
    case 'ask-index':
      return at('ask', step);
    case 'list-files':
      return at('list', step);
    case 'keep-installed':
    case 'pass-over':
    case 'choose':
      return at('choose', step);
    case 'read-metadata':
      return at('read', step);
    case 'requires':
      return at('follow', step);
    case 'resolve':
      return { kind: 'resolved' };
    case 'download':
      return at('download', step);
    case 'check-hash':
      return at('check', step);
    case 'remove':
    case 'unpack':
      return at('unpack', step);
    case 'write-record':
    case 'write-script':
      return at('record', step);
    case 'done':
    case 'stop':
      return { kind: 'end' };
  }
}
