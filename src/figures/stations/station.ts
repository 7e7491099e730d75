/** The four stations that a project passes on its way from a folder to a command that runs, as they are drawn: types and words alone. */
import type { Stage } from '@/core/wheel';

/** `ahead`: the answer isn’t shown; `unknown`: what happens there isn’t modelled. */
export type StationStatus = 'passed' | 'stopped' | 'not-reached' | 'ahead' | 'unknown';

export interface Station {
  readonly stage: Stage;
  readonly status: StationStatus;
  readonly name: string;
  /** Who does what there. */
  readonly does: string;
  readonly word: string;
}

const STATIONS = [
  { stage: 'parse', name: 'parse', does: 'the frontend reads pyproject.toml' },
  { stage: 'build', name: 'build', does: 'the backend makes the wheel' },
  { stage: 'install', name: 'install', does: 'the installer takes it' },
  { stage: 'run', name: 'run', does: 'Python starts the command' },
] as const satisfies readonly { readonly stage: Stage; readonly name: string; readonly does: string }[];

const WORDS: Readonly<Record<StationStatus, string>> = {
  passed: 'passed',
  stopped: 'stops here',
  'not-reached': 'not reached',
  ahead: '?',
  unknown: 'not modelled',
};

/** Where a project stands: everything passed, stopped or unknown at a station, not gone further than to one yet, or not to be seen yet. */
export type Way =
  | { readonly kind: 'through' | 'ahead' }
  | { readonly kind: 'stopped' | 'unknown' | 'waiting'; readonly at: Stage };

/**
 * The stations of a project that comes so far.
 *
 * @example stationsOf({ kind: 'stopped', at: 'build' }).map(({ word }) => word) // → ['passed', 'stops here', 'not reached', 'not reached']
 */
export function stationsOf(way: Way): readonly Station[] {
  const end = 'at' in way ? STATIONS.findIndex(({ stage }) => stage === way.at) : STATIONS.length;
  return STATIONS.map((station, at) => {
    const status = statusOf(way, at - end);
    return { ...station, status, word: WORDS[status] };
  });
}

function statusOf(way: Way, distance: number): StationStatus {
  if (way.kind === 'ahead') return 'ahead';
  if (distance < 0) return 'passed';
  if (distance > 0) return 'not-reached';
  return way.kind === 'unknown' ? 'unknown' : way.kind === 'waiting' ? 'not-reached' : 'stopped';
}
