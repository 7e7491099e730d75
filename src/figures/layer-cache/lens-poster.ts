/** The still of a lens: what it shows, as rows. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Words } from '@/figures/frame/Words';
import type { BuildRow } from './builds-picture';
import type { CheckRow } from './checks-picture';
import type { GraphPicture, StageBox } from './graph-picture';
import type { ImagePicture } from './image-picture';
import type { LogPicture } from './log-picture';
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
    case 'log':
      return [{ label: 'Log', rows: logRows(seen) }];
    case 'graph':
      return [{ label: 'Stages', rows: stageRows(seen) }];
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

/** Lines of the log that a still has room for: titles with their ends, and what is wrong. */
function logRows({ says, lines }: LogPicture): readonly PosterRow[] {
  const rows: PosterRow[] = [];
  let title = '';
  for (const { kind, text } of lines) {
    if (kind === 'title') title = text;
    else if (kind === 'cached' || kind === 'done' || kind === 'error') {
      const mark: PosterMark = kind === 'cached' ? 'fits' : kind === 'done' ? 'passed' : 'refused';
      rows.push({ mark, name: title, word: text });
    }
  }
  return rows.length > 0 ? rows : [{ mark: 'plain', name: 'Log', word: plain(says) }];
}

const plain = (words: Words): string => words.map((part) => (typeof part === 'string' ? part : part.code)).join('');

function stageRows({ says, boxes }: GraphPicture): readonly PosterRow[] {
  const rows = boxes.map(({ name, mark, line, word }): PosterRow => {
    return { mark: STAGE_MARKS[mark], name, word: [line, word].filter((text) => text !== '').join(', ') };
  });
  return [...rows, { mark: 'plain', name: 'In all', word: says }];
}

const STAGE_MARKS: Readonly<Record<StageBox['mark'], PosterMark>> = {
  image: 'plain',
  plain: 'plain',
  cached: 'fits',
  ran: 'passed',
  failed: 'refused',
  skipped: 'ahead',
  ahead: 'ahead',
};

function imageGroups({ says, layers, secrets = [] }: ImagePicture): Poster['groups'] {
  const rows = layers.map(({ createdBy, size, isEmpty, buried }): PosterRow => {
    const mark: PosterMark = buried === '' ? (isEmpty ? 'plain' : 'fits') : 'passed';
    return { mark, name: createdBy, word: buried === '' ? size : `${size}; ${buried}` };
  });
  const readable = secrets.map(({ code, says: why }): PosterRow => ({ mark: 'refused', name: code, word: plain(why) }));
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
