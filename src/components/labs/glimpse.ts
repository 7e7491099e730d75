/** What a card shows of a figure: a few rows of its still, the chosen one among them. */
import type { Poster, PosterRow } from '@/figures/frame/poster';

export interface Glimpse {
  readonly label: string;
  readonly rows: readonly PosterRow[];
}

/** As many rows as a card has room for. */
const MOST = 4;

/**
 * The rows of the first group that has a chosen one, from the chosen one's neighbourhood.
 * @example glimpseOf(poster).rows.some(({ mark }) => mark === 'chosen') // true, if the still has one
 */
export function glimpseOf({ groups }: Poster): Glimpse {
  const isChosen = ({ mark }: PosterRow) => mark === 'chosen';
  const group = groups.find(({ rows }) => rows.some(isChosen)) ?? groups[0];
  if (group === undefined) return { label: '', rows: [] };
  const { label, rows } = group;
  const lit = Math.max(0, rows.findIndex(isChosen));
  const from = Math.max(0, Math.min(lit - 1, rows.length - MOST));
  return { label, rows: rows.slice(from, from + MOST) };
}
