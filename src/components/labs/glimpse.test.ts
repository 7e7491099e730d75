import { describe, expect, it } from 'vitest';
import type { Poster, PosterMark } from '@/figures/frame/poster';
import { glimpseOf } from './glimpse';

const row = (name: string, mark: PosterMark = 'passed') => ({ name, mark, word: 'x' });
const poster = (...groups: Poster['groups'][number]['rows'][]): Poster => ({
  settings: [],
  happened: [],
  groups: groups.map((rows, index) => ({ label: `g${index}`, rows })),
});
const names = (still: Poster) => glimpseOf(still).rows.map(({ name }) => name);

describe('a glimpse of a figure', () => {
  it('is the chosen row with its neighbours, in their order', () => {
    const rows = [row('a'), row('b'), row('c'), row('d', 'chosen'), row('e'), row('f')];
    expect(names(poster(rows))).toEqual(['c', 'd', 'e', 'f']);
    expect(names(poster([...rows.slice(0, 3), row('d', 'chosen')]))).toEqual(['a', 'b', 'c', 'd']);
    expect(names(poster([row('a', 'chosen')]))).toEqual(['a']);
  });

  it('is of the group that has one, else of the first', () => {
    expect(glimpseOf(poster([row('a')], [row('b', 'chosen')])).label).toBe('g1');
    expect(glimpseOf(poster([row('a')], [row('b')])).label).toBe('g0');
    expect(glimpseOf(poster())).toEqual({ label: '', rows: [] });
  });
});
