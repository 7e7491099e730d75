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

/** Every file has a row, the ones that fit first, then an example of each reason: the drawing counts what it has no room for. */
export function wheelPoster(picture: WheelPicture): Poster {
  const { settings, happened, crates, needs, isBuilt, release } = picture;
  const { shown, groups, sources } = crates;
  const folded = groups.flatMap((group) => group.crates);
  const wheels = [...shown.filter(isLit), ...shown.filter((crate) => !isLit(crate)), ...folded].map(rowOf);
  const built = isBuilt && needs !== undefined ? `, needs ${needs}` : '';
  const behind = sources.map((crate) => {
    return { ...rowOf(crate), word: `${crate.word}${crate.status === 'chosen' ? built : ''}` };
  });
  const nothing: PosterRow = { mark: 'plain', name: 'an empty list', word: 'no file' };
  const all = [
    { label: `Wheels of ${release}`, rows: wheels },
    { label: 'Source distribution', rows: behind },
    { label: 'Files', rows: wheels.length + behind.length === 0 ? [nothing] : [] },
  ];
  return { settings, groups: all.filter(({ rows }) => rows.length > 0), happened };
}

function isLit({ status }: Crate): boolean {
  return status === 'chosen' || status === 'fits';
}

function rowOf({ filename, status, word }: Crate): PosterRow {
  return { mark: MARKS[status], name: filename === '' ? '(nothing)' : filename, word };
}
