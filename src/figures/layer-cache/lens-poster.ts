/** The still of a lens: what it shows, as rows. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { BuildsPicture } from './builds-picture';
import type { LayerPicture, Total } from './picture';

export function posterOf({ settings, happened, seen }: LayerPicture): Poster | undefined {
  if (seen === undefined) return undefined;
  return { settings, happened, groups: groupsOf(seen) };
}

const MARKS: Readonly<Record<Total['mark'], PosterMark>> = {
  cached: 'fits',
  ran: 'passed',
  failed: 'refused',
  ahead: 'ahead',
};

function groupsOf({ says, rows }: BuildsPicture): Poster['groups'] {
  const listed = rows.map(({ name, mark, word, cost, seconds }): PosterRow => {
    return { mark: MARKS[mark], name: `${name}: ${seconds}`, word: cost === '' ? word : `${word}: ${cost}` };
  });
  return [{ label: says, rows: listed }];
}
