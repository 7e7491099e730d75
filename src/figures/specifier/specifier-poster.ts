/** The still of the specifier explorer: a row for each series, with what of it is admitted. */
import type { Poster, PosterRow } from '@/figures/frame/poster';
import type { SeriesRow } from './line';
import type { SpecifierPicture } from './present';

export function specifierPoster({ settings, happened, line, listed }: SpecifierPicture): Poster {
  const rows = [...(line.older?.rows ?? []), ...line.rows].map(rowOf);
  // The newest series first: the drawing counts what it has no room for.
  const nothing: PosterRow = { mark: 'plain', name: 'an empty list', word: 'no version' };
  return { settings, groups: [{ label: listed, rows: rows.length === 0 ? [nothing] : rows.reverse() }], happened };
}

function rowOf({ label, boxes }: SeriesRow): PosterRow {
  const lit = boxes.filter(({ standing }) => standing === 'in');
  const isHidden = boxes.some(({ standing }) => standing === 'ahead');
  const name = boxes.length === 1 ? (boxes[0]?.text ?? label) : `${label}: ${boxes[0]?.text} … ${boxes.at(-1)?.text}`;
  if (isHidden) return { mark: 'ahead', name, word: `${boxes.length} versions` };
  if (lit.length === 0) {
    const waits = boxes.some(({ standing }) => standing === 'waits');
    return {
      mark: waits ? 'passed' : 'refused',
      name,
      word: waits ? 'waits' : boxes.length === 1 ? 'left out' : 'all left out',
    };
  }
  return {
    mark: lit.length === boxes.length ? 'chosen' : 'fits',
    name,
    word:
      lit.length === boxes.length
        ? boxes.length === 1
          ? 'admitted'
          : 'all admitted'
        : `${lit.length} of ${boxes.length} admitted`,
  };
}
