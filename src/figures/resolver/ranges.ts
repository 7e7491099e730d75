/** The ranges: what each asks of one project, on the line of its releases, and where all of them overlap. */
import { type Clause, compareVersions, formatClause, formatVersion, type NormalizedName } from '@/core/python';
import {
  type Ask,
  asksPassedOver,
  hasBound,
  type IndexedRelease,
  nameAsker,
  overlapOf,
  type ReleaseState,
  releaseStates,
  stepBound,
  tidySpecifier,
  verbOfAsker,
  versionBeyond,
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
  /** What stands against them, in words: `pre-release`, `2 yanked`; undefined where nothing does. */
  readonly note: string | undefined;
  /** Of each release up to a dozen, a letter: does anything stand against it (`x`), or not (`o`)? */
  readonly dots: string;
  /** Where its version is written: everywhere, where there is room, or nowhere, for there are too many. */
  readonly label: 'always' | 'wide' | 'none';
}

export type BarStanding = 'holds' | 'fault' | 'passed';

export interface RangeBar {
  readonly key: string;
  /** `you`, `shop 1.1.0`, `every stock`. */
  readonly who: string;
  /** What they do: `you ask`, `every stock asks`. */
  readonly verb: 'ask' | 'asks';
  /** `>=2,<3`, from the lower bound to the upper one; or `any version`. */
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
  /** Are all its clauses steppers, so that nothing else need say them? */
  readonly isStepped: boolean;
}

export interface BoundStepper {
  readonly legend: string;
  readonly value: string;
  readonly less: Step<ResolverEvent>;
  readonly more: Step<ResolverEvent>;
  readonly grip: Grip | undefined;
}

/** An end of a bar that can be dragged. */
export interface Grip {
  readonly operator: '>=' | '>' | '<' | '<=';
  /** Before which release it is, counted from 0; their number is the end. */
  readonly at: number;
}

export interface Ranges {
  readonly project: string;
  /** The projects that something is asked of. */
  readonly projects: readonly Choice<ResolverEvent>[];
  readonly columns: readonly RangeColumn[];
  /** The versions that a bound may be dragged to: each release, and beyond the newest. */
  readonly stops: readonly string[];
  readonly bars: readonly RangeBar[];
  /** Others who ask, of whom there are too many. */
  readonly more: number;
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
  const every = [
    ...of.map((ask) => ({ ask, standing: isTorn ? ('fault' as const) : ('holds' as const) })),
    ...passed.map((ask) => ({ ask, standing: 'passed' as const })),
  ];
  const all = every.slice(0, MOST_ASKERS);
  const rows = all.map(({ ask }) => ask.admits);
  const starts = columnStarts(rows, releases.length, place);
  const states = releaseStates(problem, name);
  const drawn = starts.map((from, at): Omit<RangeColumn, 'label'> => {
    const to = starts[at + 1] ?? releases.length;
    const isIn = overlap[from] === true;
    const own = states.slice(from, to);
    return {
      first: releases[from]?.written ?? '',
      last: releases[to - 1]?.written ?? '',
      count: to - from,
      status: from === place ? 'chosen' : isIn ? 'overlap' : 'outside',
      note: noteOf(own),
      dots: own
        .slice(0, MOST_DOTS)
        .map((state) => (state === undefined ? 'o' : 'x'))
        .join(''),
    };
  });
  const labels = labelsOf(
    drawn,
    starts.map((from) => from > 0 && rows.some((admits) => admits[from] !== admits[from - 1])),
  );
  const columns = drawn.map((column, at): RangeColumn => ({ ...column, label: labels[at] ?? 'none' }));
  return {
    project: name,
    projects: projectsOf(asks, name).map((each) => ({
      label: each,
      isCode: true,
      chosen: each === name,
      event: { kind: 'project-chosen', project: each },
    })),
    columns,
    stops: stopsOf(releases),
    bars: all.map(({ ask, standing }, at) => ({
      key: `${at}`,
      who: nameAsker(ask.by),
      verb: verbOfAsker(ask.by),
      asks: formatAsk(ask),
      standing,
      word: standing === 'fault' ? 'at fault' : standing === 'passed' ? 'passed over' : '',
      runs: runsOf(starts, ask.admits),
      isWide: standing === 'holds' && !ask.admits.includes(false),
      says: describeStretch(ask, releases),
      ...steppedOf(standing === 'passed' ? [] : steppersOf(answer, ask, releases), ask),
    })),
    more: every.length - all.length,
    overlaps,
    chosen: releases[place]?.written,
  };
}

/** Bars that are drawn, and projects to choose from: more would be read by nobody, and hold the page up. */
const MOST_ASKERS = 24;
const MOST_PROJECTS = 120;

/** Those that something is asked of, the one that is looked at among them. */
function projectsOf(asks: Answer['asks'], name: NormalizedName): readonly NormalizedName[] {
  const all = [...asks.keys()];
  const first = all.slice(0, MOST_PROJECTS);
  return first.includes(name) ? first : [...first, name];
}

/** Up to so many releases each has a column; of more, those that nobody tells apart share one. */
const MOST_SINGLE = 24;
const MOST_DOTS = 12;

/** Where a column begins: wherever somebody tells a release from the one before, and around the chosen one. */
function columnStarts(rows: readonly (readonly boolean[])[], releases: number, chosen: number): readonly number[] {
  return Array.from({ length: releases }, (_, place) => place).filter(
    (place) =>
      releases <= MOST_SINGLE ||
      place === 0 ||
      place === chosen ||
      place === chosen + 1 ||
      rows.some((admits) => admits[place] !== admits[place - 1]),
  );
}

const STATE_WORDS: Readonly<Record<ReleaseState, string>> = {
  'too-new': 'too new',
  'no-file': 'no file fits',
  'requires-python': 'other Python',
  yanked: 'yanked',
  'pre-release': 'pre-release',
};

/** `yanked`; of several, how many are what. */
function noteOf(states: readonly (ReleaseState | undefined)[]): string | undefined {
  const counts = new Map<ReleaseState, number>();
  for (const state of states) if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const words = [...counts].map(([state, count]) => {
    if (states.length === 1) return STATE_WORDS[state];
    return state === 'pre-release' && count > 1 ? `${count} pre-releases` : `${count} ${STATE_WORDS[state]}`;
  });
  return words.join(', ');
}

/** Columns that are all labelled, in little room and in more. */
const LABELS = { always: 4, wide: 9 } as const;

/**
 * Whose versions are written where there are many columns: the chosen one’s first, then those where somebody’s range begins or ends,
 * then the ends of the line; as many as stand apart.
 */
function labelsOf(
  columns: readonly Pick<RangeColumn, 'status'>[],
  isEdge: readonly boolean[],
): readonly RangeColumn['label'][] {
  const ranked = columns
    .map(({ status }, at) => {
      const isEnd = at === 0 || at === columns.length - 1;
      return { at, rank: status === 'chosen' ? 0 : isEdge[at] === true ? 1 : isEnd ? 2 : 3 };
    })
    .sort((left, right) => left.rank - right.rank);
  const apartIn = (room: number): ReadonlySet<number> => {
    const apart = Math.ceil(columns.length / room);
    const taken: number[] = [];
    for (const { at } of ranked) if (taken.every((other) => Math.abs(other - at) >= apart)) taken.push(at);
    return new Set(taken);
  };
  const [always, wide] = [apartIn(LABELS.always), apartIn(LABELS.wide)];
  return columns.map((_, at) => (always.has(at) ? 'always' : wide.has(at) ? 'wide' : 'none'));
}

/** What a bound may be dragged to. */
function stopsOf(releases: readonly IndexedRelease[]): readonly string[] {
  const beyond = versionBeyond(releases);
  return [...releases.map(({ written }) => written), ...(beyond === undefined ? [] : [beyond])];
}

/** Steppers in the order of the line, whatever the order in which the clauses are written. */
function steppedOf(steppers: readonly BoundStepper[], { requirement }: Ask): Pick<RangeBar, 'steppers' | 'isStepped'> {
  const isUpper = ({ value }: BoundStepper) => Number(value.startsWith('<'));
  const { extras, specifier } = requirement;
  const clauses = specifier.clauses.length;
  return {
    steppers: [...steppers].sort((left, right) => isUpper(left) - isUpper(right)),
    isStepped: clauses > 0 && steppers.length === clauses && extras.length === 0,
  };
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

/** `>=2,<3`, from the lower bound to the upper one, in whichever order it is written. */
export function formatAsk({ requirement }: Ask): string {
  const { extras, specifier } = requirement;
  const versions = tidySpecifier(specifier);
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
      {
        legend: `${nameAsker(by)}: ${wordBound(clause)}`,
        value: formatClause(clause),
        less: step(-1),
        more: step(1),
        grip: gripOf(clause, releases),
      },
    ];
  });
}

function gripOf(
  { operator, version }: Extract<Clause, { kind: 'comparison' }>,
  releases: readonly IndexedRelease[],
): Grip | undefined {
  if (operator !== '>=' && operator !== '>' && operator !== '<' && operator !== '<=') return undefined;
  const isBefore = operator === '>=' || operator === '<' ? 0 : 1;
  const at = releases.filter((release) => compareVersions(release.version, version) < isBefore).length;
  return { operator, at };
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
