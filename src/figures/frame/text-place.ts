/** The smallest change between two texts, as an editor takes it. */

/** The one change that makes a text of another: what begins and ends alike stays. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Two texts → the change from the first to the second, as small as one change can be.
 *
 * @example changeBetween('a-1.whl', 'a-2.whl') // { from: 2, to: 3, insert: '2' }
 */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
