// The lines of a Dockerfile around what a message is about (buildkit solver/errdefs/source.go, Source.Print).
import type { Stretch } from '../dockerfile';

const RULER = '--------------------';
/** Lines of context around one line, and around several. */
const AROUND_ONE = 4;
const AROUND_MORE = 2;

/**
 * The excerpt, its head and rulers included.
 *
 * @example excerptOf('FROM a\nRUM x\n', 'Dockerfile', { first: 2, last: 2 })[3] // → '   2 | >>> RUM x'
 */
export function excerptOf(
  text: string,
  name: string,
  { first, last }: { readonly first: number; readonly last: number },
): readonly string[] {
  const lines = text.split('\n');
  if (first < 1 || first > lines.length) return [];
  let start = first;
  let end = Math.min(Math.max(first, last), lines.length);
  const around = start === end ? AROUND_ONE : AROUND_MORE;
  for (let given = 0; given < around; given++) {
    if (start > 1) {
      start--;
      given++;
    }
    if (end !== lines.length) {
      end++;
      given++;
    }
  }
  const shown = lines.slice(start - 1, end).map((line, at) => {
    const number = start + at;
    const mark = number >= first && number <= last ? '>>>' : '   ';
    return `${`${number}`.padStart(4)} | ${mark} ${line.replace(/\r$/, '')}`;
  });
  return [`${name}:${first}`, RULER, ...shown, RULER];
}

/** The lines of a stretch. */
export function linesOf({ start, end }: Stretch): { readonly first: number; readonly last: number } {
  return { first: start.line, last: end.line };
}
