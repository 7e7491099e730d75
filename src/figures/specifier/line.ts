/** The versions on a line, series by series: how each stands, in a word and a shape. */
import { isPrerelease } from '@/core/python';
import { seriesOf } from '@/core/versioning';
import type { ReadState } from './reading';
import type { SpecifierEvent, SpecifierState } from './state';

export type Standing = 'in' | 'out' | 'waits' | 'ahead';

export interface VersionBox {
  readonly text: string;
  readonly standing: Standing;
  /** What isn't seen in its text: `admitted`, `left out, yanked, wanted`. */
  readonly word: string;
  readonly isPrerelease: boolean;
  readonly isYanked: boolean;
  readonly isWanted: boolean;
  readonly isAsked: boolean;
  /** Does npm or Cargo judge it otherwise? */
  readonly differs: boolean;
  readonly event: SpecifierEvent;
}

export interface SeriesRow {
  readonly label: string;
  readonly boxes: readonly VersionBox[];
}

export interface Line {
  /** The older series of a long list, folded, with what is in them. */
  readonly older: { readonly summary: string; readonly rows: readonly SeriesRow[] } | undefined;
  readonly rows: readonly SeriesRow[];
}

/** So many versions stand open; of a longer list the older series are folded. */
const OPEN = 60;

const WORDS: Readonly<Record<Standing, string>> = {
  in: 'admitted',
  out: 'left out',
  waits: 'waits',
  ahead: 'not told yet',
};

export function lineOf(state: SpecifierState, read: ReadState, isHidden: boolean): Line {
  const { list, python, differs, wanted } = read;
  const other = new Set(differs.map(({ listed }) => listed.text));
  const want = new Set(wanted?.versions);
  const places = new Map(list.versions.map(({ text }, at) => [text, at]));
  const rows = seriesOf(list.versions).map(({ label, versions }): SeriesRow => {
    const boxes = versions.map(({ text, version, yanked }): VersionBox => {
      const verdict = python.verdicts[places.get(text) ?? -1];
      const standing: Standing = isHidden
        ? 'ahead'
        : verdict?.kind === 'admitted'
          ? 'in'
          : verdict?.kind === 'waits'
            ? 'waits'
            : 'out';
      const isWanted = want.has(text);
      const isOther = state.beside && !isHidden && other.has(text);
      const words = [
        WORDS[standing],
        ...(yanked ? ['yanked'] : []),
        ...(isWanted ? ['wanted'] : []),
        ...(isOther ? ['not so elsewhere'] : []),
      ];
      return {
        text,
        standing,
        word: words.join(', '),
        isPrerelease: isPrerelease(version),
        isYanked: yanked,
        isWanted,
        isAsked: !isHidden && state.asked === text,
        differs: isOther,
        event: { kind: 'version-tapped', version: text },
      };
    });
    return { label, boxes };
  });
  return folded(rows, isHidden);
}

function folded(rows: readonly SeriesRow[], isHidden: boolean): Line {
  let open = 0;
  let from = rows.length;
  while (from > 0 && (open === 0 || open + (rows[from - 1]?.boxes.length ?? 0) <= OPEN)) {
    from--;
    open += rows[from]?.boxes.length ?? 0;
  }
  const older = rows.slice(0, from);
  const boxes = older.flatMap((row) => row.boxes);
  // A fold for a handful is more than it hides.
  if (boxes.length < FEW) return { older: undefined, rows };
  const lit = boxes.filter(({ standing }) => standing === 'in').length;
  const [first, last] = [older[0]?.label, older.at(-1)?.label];
  const count = isHidden ? '' : `, ${lit === 0 ? 'none' : lit} admitted`;
  const range = first === last ? first : `${first} to ${last}`;
  return {
    older: { summary: `Older, ${range}: ${boxes.length} versions${count}`, rows: older },
    rows: rows.slice(from),
  };
}

const FEW = 10;
