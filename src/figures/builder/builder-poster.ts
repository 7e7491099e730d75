/** The still: how far the project comes, and the rows of what is seen. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Mark } from '@/figures/inspector/picture';
import type { StationStatus } from '@/figures/stations/station';
import type { BuilderPicture } from './picture';

const STATION_MARKS: Readonly<Record<StationStatus, PosterMark>> = {
  passed: 'fits',
  stopped: 'refused',
  'not-reached': 'plain',
  ahead: 'ahead',
  unknown: 'plain',
};

const ROW_MARKS: Readonly<Record<Mark, PosterMark>> = {
  well: 'fits',
  note: 'plain',
  wrong: 'refused',
  danger: 'refused',
  plain: 'plain',
};

/** Rows of a group: a still is one picture. */
const MOST_ROWS = 20;

export function builderPoster({ settings, happened, stations, seen, files }: BuilderPicture): Poster {
  const groups = (seen?.groups ?? [])
    .map(({ title, rows = [] }) => ({
      label: title,
      rows: rows.slice(0, MOST_ROWS).map(({ mark, name, word }): PosterRow => ({ mark: ROW_MARKS[mark], name, word })),
    }))
    .filter(({ rows }) => rows.length > 0);
  const own = files
    .filter(({ opens }) => opens !== undefined)
    .slice(0, MOST_ROWS)
    .map(({ path, word }): PosterRow => ({ mark: 'plain', name: path, word: word === '' ? 'a file' : word }));
  const way = stations.map(({ name, status, word }): PosterRow => ({ mark: STATION_MARKS[status], name, word }));
  return {
    settings,
    groups: [
      { label: 'How far it comes', rows: way },
      ...(groups.length === 0 ? [{ label: 'Files', rows: own }] : groups),
    ],
    happened,
  };
}
