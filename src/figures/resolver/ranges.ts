/** The ranges: what each asks of one project, on the line of its releases, and where all of them overlap. */
import { type Clause, formatClause, formatVersion } from '@/core/python';
import {
  type Ask,
  asksPassedOver,
  hasBound,
  type IndexedRelease,
  nameAsker,
  overlapOf,
  stepBound,
} from '@/core/resolution';
import type { Choice } from '@/figures/frame/Choices';
import type { Step } from '@/figures/frame/Stepper';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';
import { stringsOf } from './update';

export type ColumnStatus = 'chosen' | 'overlap' | 'outside';

/** Releases next to each other that nobody tells apart. */
export interface RangeColumn {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly status: ColumnStatus;
}

export type BarStanding = 'holds' | 'fault' | 'passed';

export interface RangeBar {
  readonly key: string;
  /** `you`, `shop 1.1.0`, `every stock`. */
  readonly who: string;
  /** `>=2,<3`, or `any version`. */
  readonly asks: string;
  readonly standing: BarStanding;
  readonly word: string;
  /** From a column up to and without another. */
  readonly runs: readonly { readonly from: number; readonly to: number }[];
  /** Does it let every release in? */
  readonly isWide: boolean;
  /** The releases that it lets in, in words. */
  readonly says: string;
  readonly steppers: readonly BoundStepper[];
}

export interface BoundStepper {
  readonly legend: string;
  readonly value: string;
  readonly less: Step<ResolverEvent>;
  readonly more: Step<ResolverEvent>;
}

export interface Ranges {
  readonly project: string;
  /** The projects that something is asked of. */
  readonly projects: readonly Choice<ResolverEvent>[];
  readonly columns: readonly RangeColumn[];
  readonly bars: readonly RangeBar[];
  /** Do all overlap in some release? */
  readonly overlaps: boolean;
  readonly chosen: string | undefined;
}

/** The project that is looked at when nobody has chosen one: where asks don't overlap, or else where most meet. */
export function focusOf({ asks, scenario }: Answer, wanted: string | undefined): string | undefined {
  const { index } = scenario.problem;
  let best: { readonly name: string; readonly rank: number } | undefined;
  for (const [name, of] of asks) {
    if (name === wanted) return wanted;
    const releases = index.get(name)?.length ?? 0;
    const isTorn = !overlapOf(of, releases).includes(true);
    const rank = (isTorn ? 1000 : 0) + Math.min(of.length, 99) * 2 + (releases > 1 ? 1 : 0);
    if (best === undefined || rank > best.rank) best = { name, rank };
  }
  return best?.name;
}

export function rangesOf(answer: Answer, focus: string | undefined): Ranges | undefined {
  const { scenario, asks, pins, resolution } = answer;
  const { problem } = scenario;
  const project = focusOf(answer, focus);
  const name = [...asks.keys()].find((each) => each === project);
  if (name === undefined) return undefined;
  const of = asks.get(name) ?? [];
  const releases = problem.index.get(name) ?? [];
  const pin = pins.find((each) => each.name === name);
  const place = releases.findIndex(({ version }) => version === pin?.version);
  const overlap = overlapOf(of, releases.length);
  const overlaps = overlap.includes(true);
  const isTorn = resolution.kind === 'unsolvable' && !overlaps;
  const passed = asksPassedOver(problem, pins, asks, name);
  const all = [
    ...of.map((ask) => ({ ask, standing: isTorn ? ('fault' as const) : ('holds' as const) })),
    ...passed.map((ask) => ({ ask, standing: 'passed' as const })),
  ];
  const starts = columnStarts(
    all.map(({ ask }) => ask.admits),
    releases.length,
    place,
  );
  const columns = starts.map((from, at): RangeColumn => {
    const to = starts[at + 1] ?? releases.length;
    const isIn = overlap[from] === true;
    return {
      first: releases[from]?.written ?? '',
      last: releases[to - 1]?.written ?? '',
      count: to - from,
      status: from === place ? 'chosen' : isIn ? 'overlap' : 'outside',
    };
  });
  return {
    project: name,
    projects: [...asks.keys()].map((each) => ({
      label: each,
      isCode: true,
      chosen: each === name,
      event: { kind: 'project-chosen', project: each },
    })),
    columns,
    bars: all.map(({ ask, standing }, at) => ({
      key: `${at}`,
      who: nameAsker(ask.by),
      asks: formatAsk(ask),
      standing,
      word: standing === 'fault' ? 'at fault' : standing === 'passed' ? 'passed over' : '',
      runs: runsOf(starts, ask.admits),
      isWide: standing === 'holds' && !ask.admits.includes(false),
      says: describeStretch(ask, releases),
      steppers: standing === 'passed' ? [] : steppersOf(answer, ask, releases),
    })),
    overlaps,
    chosen: releases[place]?.written,
  };
}

/** Where a column begins: wherever somebody tells a release from the one before, and around the chosen one. */
function columnStarts(rows: readonly (readonly boolean[])[], releases: number, chosen: number): readonly number[] {
  return Array.from({ length: releases }, (_, place) => place).filter(
    (place) =>
      place === 0 ||
      place === chosen ||
      place === chosen + 1 ||
      rows.some((admits) => admits[place] !== admits[place - 1]),
  );
}

function runsOf(starts: readonly number[], admits: readonly boolean[]): RangeBar['runs'] {
  const runs: { from: number; to: number }[] = [];
  for (const [column, start] of starts.entries()) {
    if (admits[start] !== true) continue;
    const last = runs.at(-1);
    if (last?.to === column) last.to = column + 1;
    else runs.push({ from: column, to: column + 1 });
  }
  return runs;
}

function describeStretch({ admits }: Ask, releases: readonly IndexedRelease[]): string {
  const count = admits.filter(Boolean).length;
  if (count === 0) return 'no release';
  if (count === releases.length) return 'every release';
  const first = releases[admits.indexOf(true)]?.written;
  const last = releases[admits.lastIndexOf(true)]?.written;
  return first === last ? `${first}` : `${first} to ${last}, ${count} of ${releases.length} releases`;
}

/** `>=2,<3`, as it is written. */
export function formatAsk({ requirement }: Ask): string {
  const { extras, specifier } = requirement;
  const versions = specifier.clauses.map(formatClause).join(',');
  const asked = extras.length === 0 ? '' : `[${extras.join(',')}]`;
  return `${asked}${versions}` === '' ? 'any version' : `${asked}${versions}`;
}

function steppersOf(
  { places }: Answer,
  { by, requirement }: Ask,
  releases: readonly IndexedRelease[],
): readonly BoundStepper[] {
  // An ask that stands nowhere in `requires`, such as that of an extra, is changed in the text.
  if (stringsOf(places(), by).length === 0) return [];
  return requirement.specifier.clauses.flatMap((clause, place): readonly BoundStepper[] => {
    if (!hasBound(clause)) return [];
    const step = (way: 1 | -1): Step<ResolverEvent> => {
      const version = stepBound(clause, releases, way);
      if (version === undefined) {
        return {
          label: `${clause.operator}${clause.written}`,
          event: undefined,
          disabledBecause: 'There is no release beyond.',
        };
      }
      return { label: `${clause.operator}${version}`, event: { kind: 'bound-moved', by, clause: place, version } };
    };
    return [
      { legend: `${nameAsker(by)}: ${wordBound(clause)}`, value: formatClause(clause), less: step(-1), more: step(1) },
    ];
  });
}

function wordBound({ operator }: Clause): string {
  switch (operator) {
    case '>=':
      return 'from';
    case '>':
      return 'above';
    case '<':
      return 'below';
    case '<=':
      return 'up to';
    case '==':
    case '===':
    case '~=':
    case '!=':
      return 'version';
  }
}

/** A pin as people write it. */
export function formatPin({
  name,
  version,
}: {
  readonly name: string;
  readonly version: Parameters<typeof formatVersion>[0];
}): string {
  return `${name} ${formatVersion(version)}`;
}
