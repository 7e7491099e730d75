/**
 * How wide a text is where nothing can measure it: at build, and in a picture whose fonts are the viewer's. Widths are those of
 * the widest of the faces that may come (Inter, Source Serif, DejaVu, Liberation): a text may take less room and never more.
 */
import type { PosterColour } from './poster-colours';

export type Family = 'sans' | 'serif' | 'mono';

/** A stretch of text of one look. */
export interface Run {
  readonly text: string;
  readonly family: Family;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill: PosterColour;
}

/** Widths in hundredths of the size, and the characters that are at most so wide. */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      [35, " ',.:;ijl|‘’·"],
      [40, '()/I[\\]f'],
      [45, '!t'],
      [50, '"-`r'],
      [55, '*?_s–“”'],
      [60, 'Jcvxyz'],
      [65, '0123456789$abdeghknopqu{}'],
      [70, 'FLPSTYZ'],
      [75, 'ABEKVX'],
      [80, 'CGR'],
      [85, '#+<=>DOQU^~×'],
      [90, '&HNw'],
      [105, '%@mMW…—→'],
    ] as const
  ).flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);
const mono = 62;
/** An accented letter, and anything else: ideographs and emoji are the widest. */
const accented = 95;
const other = 140;
const boldFactor = 1.2;

function hundredths(character: string, family: Family): number {
  const code = character.codePointAt(0) ?? 0;
  if (family === 'mono' && code < 0x80) return mono;
  return widths.get(character) ?? (code < 0x250 ? accented : other);
}

/** The room that a text needs at most. @example widthOf({ text: 'pip', family: 'mono', size: 10, fill: 'ink' }) // 18.6 */
export function widthOf({ text, family, size, bold = false }: Run): number {
  let sum = 0;
  for (const character of text) sum += hundredths(character, family);
  return (sum * size * (bold && family !== 'mono' ? boldFactor : 1)) / 100;
}
