/** The still of a ladder: who is asked before the path, and the path, a row each. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Bay, BayStatus, Stop } from './bay';

const marks: Readonly<Record<BayStatus, PosterMark>> = {
  taken: 'chosen',
  passed: 'passed',
  refused: 'refused',
  ahead: 'ahead',
  unreached: 'plain',
  hidden: 'fits',
  omitted: 'refused',
};

/** What the still shows of both lookup figures’ pictures. */
export interface LadderPicture extends Pick<Poster, 'settings' | 'happened'> {
  readonly stops: readonly Stop[];
  readonly bays: readonly Bay[];
}

/** @param path what the bays stand on: `PATH`, `sys.path` */
export function ladderPoster(path: string, { settings, happened, stops, bays }: LadderPicture): Poster {
  const endsBefore = stops.findLast(({ status }) => status === 'has-it');
  const isOnPath = bays.some(({ status }) => status !== 'unreached' && status !== 'omitted' && status !== 'hidden');
  const groups = [
    {
      label: `Asked before ${path}`,
      rows: stops.map((stop) => stopRow(stop, stop === endsBefore && !isOnPath)),
    },
    { label: path, rows: bays.map(bayRow) },
  ];
  return { settings, groups: groups.filter(({ rows }) => rows.length > 0), happened };
}

function stopRow({ label, status, says }: Stop, isChosen: boolean): PosterRow {
  switch (status) {
    case 'has-it':
      return { mark: isChosen ? 'chosen' : 'fits', name: label, word: says };
    case 'has-not':
      return { mark: 'passed', name: label, word: says };
    case 'ahead':
      return { mark: 'ahead', name: label, word: 'not asked yet' };
    case 'unasked':
      return { mark: 'plain', name: label, word: says };
  }
}

function bayRow({ label, status, why }: Bay): PosterRow {
  return { mark: marks[status], name: label, word: status === 'ahead' ? 'not asked yet' : why };
}
