/** The still: every step with what becomes of it, stage by stage, and the files that were changed. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { LayerPicture, StepMark } from './picture';

const POSTER_MARKS: Readonly<Record<StepMark, PosterMark>> = {
  cached: 'fits',
  ran: 'passed',
  failed: 'refused',
  plain: 'plain',
  ahead: 'ahead',
};

export function layerPoster({ settings, happened, stages, files, total }: LayerPicture): Poster {
  const changed = files.filter(({ mark }) => mark === 'changed' || mark === 'gone');
  const groups = stages
    .map(({ title, steps, says }) => ({
      label: [title === undefined ? 'Steps' : `Stage ${title}`, says].filter((text) => text !== '').join('. '),
      rows: steps.map(
        ({ mark, code, word, cost }): PosterRow => ({
          mark: POSTER_MARKS[mark],
          name: code,
          word: cost === '' ? word : `${word}: ${cost}`,
        }),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const touched = changed.map(({ path, word }): PosterRow => ({ mark: 'plain', name: path, word }));
  const sum: PosterRow = { mark: 'plain', name: total.seconds, word: total.says };
  return {
    settings,
    groups: [
      ...(touched.length === 0 ? [] : [{ label: 'Files', rows: touched }]),
      ...groups,
      { label: 'In all', rows: [sum] },
    ],
    happened,
  };
}
