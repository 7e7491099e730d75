/** Goes on with what is yet to be made of a text: why there is no answer, and the ways out. A piece takes about a frame. */
import type { TextScene } from './scenario';

/** Milliseconds of a piece, after which it ends with the search that is running. */
const PIECE = 8;

/** Does a piece; true when nothing is left to do. */
export function thinkOn({ readings }: Pick<TextScene, 'readings'>, text: string): boolean {
  const reading = readings.get(text);
  if (reading?.kind !== 'read' || !reading.answer.isThinking()) return true;
  const end = performance.now() + PIECE;
  reading.answer.think(() => performance.now() > end);
  return !reading.answer.isThinking();
}
