/** The still of a lens: what it shows, as rows. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { BuildRow } from './builds-picture';
import type { CheckRow } from './checks-picture';
import type { ImagePicture } from './image-picture';
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
  stale: 'plain',
};

function groupsOf(seen: SeenPicture): Poster['groups'] {
  switch (seen.kind) {
    case 'image':
      return imageGroups(seen);
    case 'builds':
      return [{ label: seen.says, rows: seen.rows.map(buildRow) }];
    case 'checks':
      return [
        { label: 'Checks', rows: [{ mark: 'plain', name: 'In all', word: seen.says }, ...seen.rows.map(checkRow)] },
      ];
  }
}

function imageGroups({ says, layers, secrets = [] }: ImagePicture): Poster['groups'] {
  const rows = layers.map(({ createdBy, size, isEmpty, buried }): PosterRow => {
    const mark: PosterMark = buried === '' ? (isEmpty ? 'plain' : 'fits') : 'passed';
    return { mark, name: createdBy, word: buried === '' ? size : `${size}; ${buried}` };
  });
  const readable = secrets.map(({ code, says: why }): PosterRow => ({ mark: 'refused', name: code, word: why }));
  return [
    { label: 'The image, from the bottom up', rows: [...rows, { mark: 'plain', name: 'In all', word: says }] },
    ...(readable.length === 0 ? [] : [{ label: 'What anybody can read in it', rows: readable }]),
  ];
}

function buildRow({ name, mark, word, cost, seconds }: BuildRow): PosterRow {
  return { mark: MARKS[mark], name: `${name}: ${seconds}`, word: cost === '' ? word : `${word}: ${cost}` };
}

function checkRow({ rule, level, line, message }: CheckRow): PosterRow {
  return { mark: 'passed', name: `${rule}, line ${line}`, word: `${level}: ${message}` };
}
