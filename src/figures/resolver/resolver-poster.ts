/** The still of the resolver playground: who asks for what of a project, its releases, and what is chosen of all. */
import type { Poster, PosterRow } from '@/figures/frame/poster';
import type { ResolverPicture } from './picture';
import type { RangeBar, RangeColumn } from './ranges';

export function resolverPoster({ settings, happened, ranges, verdict, isHidden }: ResolverPicture): Poster {
  const rows = [
    { label: `Asked of ${ranges?.project ?? 'the index'}`, rows: (ranges?.bars ?? []).map(barRow) },
    { label: `Releases of ${ranges?.project ?? 'it'}`, rows: (ranges?.columns ?? []).map(columnRow) },
    {
      label: 'The answer',
      rows: verdict.pins.map(({ text }): PosterRow => ({ mark: 'chosen', name: text, word: 'chosen' })),
    },
  ];
  const groups = rows.filter((group) => group.rows.length > 0);
  const nothing: PosterRow = { mark: 'plain', name: isHidden ? 'hidden' : verdict.word, word: 'the answer' };
  return { settings, groups: groups.length > 0 ? groups : [{ label: 'The answer', rows: [nothing] }], happened };
}

function barRow({ who, asks, says, standing, word }: RangeBar): PosterRow {
  const mark = standing === 'fault' ? 'refused' : standing === 'passed' ? 'passed' : 'fits';
  return { mark, name: `${who} ${asks}`, word: word === '' ? says : `${word}: ${says}` };
}

function columnRow({ first, last, count, status, note }: RangeColumn): PosterRow {
  const name = `${count === 1 ? first : `${first} to ${last}`}${note === undefined ? '' : ` (${note})`}`;
  if (status === 'chosen') return { mark: 'chosen', name, word: 'chosen' };
  return status === 'overlap'
    ? { mark: 'fits', name, word: 'in every range' }
    : { mark: 'plain', name, word: 'not in every range' };
}
