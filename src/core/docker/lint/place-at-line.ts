// A whole line of a file as a stretch.
import { lineStartsOf, type Stretch, stretchOf } from '../dockerfile';

/** The line of that number, from 1, without its line end. */
export function placeAtLine(text: string, line: number): Stretch {
  const places = lineStartsOf(text);
  const start = places.starts[line - 1] ?? text.length;
  const end = places.starts[line] === undefined ? text.length : (places.starts[line] ?? 0) - 1;
  return stretchOf(places, start, end);
}
