/** The still of a lens: what it shows, as rows. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { BuildRow } from './builds-picture';
import type { CheckRow } from './checks-picture';
import type { LayerPicture, Total } from './picture';
import type { SeenPicture } from './seen-picture';

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

function groupsOf(seen: SeenPicture): Poster['groups'] {
  switch (seen.kind) {
    case 'builds':
      return [{ label: seen.says, rows: seen.rows.map(buildRow) }];
    case 'checks':
      return [
        { label: 'Checks', rows: [{ mark: 'plain', name: 'In all', word: seen.says }, ...seen.rows.map(checkRow)] },
      ];
  }
}

function buildRow({ name, mark, word, cost, seconds }: BuildRow): PosterRow {
  return { mark: MARKS[mark], name: `${name}: ${seconds}`, word: cost === '' ? word : `${word}: ${cost}` };
}

function checkRow({ rule, level, line, message }: CheckRow): PosterRow {
  return { mark: 'passed', name: `${rule}, line ${line}`, word: `${level}: ${message}` };
}
