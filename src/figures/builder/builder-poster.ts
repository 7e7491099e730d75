/** The still: how far the project comes, and the rows of what is seen. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Mark } from '@/figures/inspector/picture';
import type { BuilderPicture, StationPicture } from './picture';

const STATION_MARKS: Readonly<Record<StationPicture['mark'], PosterMark>> = {
  well: 'fits',
  stopped: 'refused',
  ahead: 'ahead',
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

export function builderPoster({ settings, happened, stations, seen, files, isHidden }: BuilderPicture): Poster {
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
  const way = stations.map(
    ({ name, mark, word }): PosterRow => ({ mark: isHidden ? 'ahead' : STATION_MARKS[mark], name, word }),
  );
  return {
    settings,
    groups: [
      { label: 'How far it comes', rows: way },
      ...(groups.length === 0 ? [{ label: 'Files', rows: own }] : groups),
    ],
    happened,
  };
}
