/** The still of the wheel decoder: the lit file, the ones that fit too, what keeps the others out, the source behind. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Crate, CrateStatus } from './crates';
import type { WheelPicture } from './present';

const MARKS: Readonly<Record<CrateStatus, PosterMark>> = {
  chosen: 'chosen',
  fits: 'fits',
  reserve: 'passed',
  refused: 'refused',
  ahead: 'ahead',
};

/** Rows of a still: more would be too small to read on a slide. */
const MOST_ROWS = 14;

export function wheelPoster(picture: WheelPicture): Poster {
  const { settings, happened, crates, needs, isBuilt, release } = picture;
  const { shown, groups, sources } = crates;
  const ordered = [...shown.filter(isLit), ...shown.filter((crate) => !isLit(crate))];
  const rows = ordered.slice(0, MOST_ROWS).map(rowOf);
  const folded = ordered.length - rows.length + groups.reduce((sum, group) => sum + group.crates.length, 0);
  const more: PosterRow[] = folded === 0 ? [] : [{ mark: 'plain', name: `and ${folded} more`, word: 'not shown' }];
  const built = isBuilt && needs !== undefined ? `, needs ${needs}` : '';
  const behind = sources.map((crate) => ({
    ...rowOf(crate),
    word: `${crate.word}${crate.status === 'chosen' ? built : ''}`,
  }));
  const empty: PosterRow[] =
    rows.length + behind.length === 0 ? [{ mark: 'plain', name: 'an empty list', word: 'no file' }] : [];
  return {
    settings,
    groups: [
      ...(rows.length > 0 ? [{ label: `Wheels of ${release}`, rows: [...rows, ...more] }] : []),
      ...(behind.length > 0 ? [{ label: 'Source distribution', rows: behind }] : []),
      ...(empty.length > 0 ? [{ label: 'Files', rows: empty }] : []),
    ],
    happened,
  };
}

function isLit({ status }: Crate): boolean {
  return status === 'chosen' || status === 'fits';
}

function rowOf({ filename, status, word }: Crate): PosterRow {
  return { mark: MARKS[status], name: filename === '' ? '(nothing)' : filename, word };
}
