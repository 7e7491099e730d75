/** The same question under other rules: uv, npm, Cargo and Go side by side, what each was asked in its notation, and what stands there. */
import { formatVersion } from '@/core/python';
import {
  type AnswerElsewhere,
  type CargoAnswer,
  describeCargo,
  describeGo,
  describeLoss,
  describeNpm,
  describeUnsayable,
  type Elsewhere,
  type GoAnswer,
  type NpmAnswer,
  type NpmInstalled,
  twiceInCargo,
  twiceInGo,
  twiceInNpm,
} from '@/core/resolution';
import type { Answer } from './reading';
import type { BayName, ResolverEvent } from './state';
import { countOf, listed } from './wording';

export interface ElsewherePicture {
  readonly bays: readonly Bay[];
  readonly says: string;
}

/** One ecosystem: what it was asked, and what stands in its bay. */
export interface Bay {
  readonly name: string;
  readonly tool: string;
  readonly kind: 'solved' | 'unsolvable' | 'unsayable' | 'covered';
  readonly word: string;
  /** The reader's own requirements in its notation. */
  readonly asked: readonly string[];
  readonly crates: readonly Crate[];
  /** Crates that aren't drawn, of very many. */
  readonly more: number;
  readonly says: string;
  readonly losses: readonly string[];
  /** Lifts its cover. */
  readonly lift?: { readonly label: string; readonly event: ResolverEvent };
}

export interface Crate {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** Is there another of that name? */
  readonly isTwice: boolean;
  /** Copies of its own, which only it sees. */
  readonly inside: readonly Crate[];
}

/** Crates that are drawn in a bay; a page of more is read by nobody. */
const MOST_CRATES = 16;
/** What was lost is told up to here, and counted beyond. */
const MOST_LOSSES = 3;

/** The bays, and what they say together; those whose covers aren’t lifted say nothing yet. */
export function elsewherePictureOf(answer: Answer, lifted: readonly BayName[]): ElsewherePicture {
  const { npm, cargo, go } = answer.elsewhere();
  const bays = [pythonBay(answer), bayOf(NPM, npm, lifted), bayOf(CARGO, cargo, lifted), bayOf(GO, go, lifted)];
  const closed = bays.filter(({ lift }) => lift !== undefined).map(({ name }) => name);
  const isBegun = lifted.length > 0 || closed.length === 0;
  const says = isBegun
    ? sayAll(bays.filter(({ lift }) => lift === undefined))
    : `Say first what ${listed(closed)} would take of the same question.`;
  return { bays, says };
}

/** The build list, the tree and the locked crates as lines, for exercises; of those bays that are lifted. */
export function linesElsewhere(
  answer: Answer,
  lifted: readonly BayName[],
): Readonly<Record<Elsewhere, readonly string[]>> {
  const { npm, cargo, go } = answer.elsewhere();
  return { npm: linesOf(NPM, npm, lifted), cargo: linesOf(CARGO, cargo, lifted), go: linesOf(GO, go, lifted) };
}

/** How an ecosystem is shown. */
interface Exhibit<Which extends BayName, Problem, Given> {
  readonly bay: Which;
  readonly name: string;
  readonly tool: string;
  /** The reader’s own requirements in its notation. */
  readonly asked: (problem: Problem) => readonly string[];
  readonly isSolved: (answer: Given) => boolean;
  readonly isStopped: (answer: Given) => boolean;
  readonly crates: (answer: Given) => readonly Crate[];
  /** What a crate is called there. */
  readonly noun: string;
  readonly describe: (answer: Given) => string;
}

function bayOf<Which extends BayName, Problem, Given>(
  exhibit: Exhibit<Which, Problem, Given>,
  given: AnswerElsewhere<Which, Problem, Given>,
  lifted: readonly BayName[],
): Bay {
  const { bay, name, tool, noun } = exhibit;
  const head = { name, tool, crates: [], more: 0, losses: [] };
  if (given.kind === 'unsayable') {
    // What can’t be asked there is no riddle.
    const says = told(given.reasons.map((reason) => describeUnsayable(reason, given.ecosystem))).join(' ');
    return { ...head, kind: 'unsayable', word: 'can’t be said here', asked: [], says };
  }
  const asked = exhibit.asked(given.problem);
  if (!lifted.includes(bay)) {
    const lift = { label: `Show what ${name} takes`, event: { kind: 'bay-lifted', bay } } as const;
    return { ...head, kind: 'covered', word: 'What will stand here?', asked, says: '', lift };
  }
  const answer = given.answer();
  const crates = exhibit.crates(answer);
  const says = exhibit.describe(answer);
  const losses = told(given.losses.map(describeLoss));
  const shown = { ...head, asked, ...drawn(crates), says, losses };
  if (exhibit.isSolved(answer)) return { ...shown, kind: 'solved', word: countOf(allOf(crates).length, noun) };
  return { ...shown, kind: 'unsolvable', word: exhibit.isStopped(answer) ? 'stopped' : 'an error' };
}

function linesOf<Which extends BayName, Problem, Given>(
  { bay, crates }: Exhibit<Which, Problem, Given>,
  given: AnswerElsewhere<Which, Problem, Given>,
  lifted: readonly BayName[],
): readonly string[] {
  if (given.kind === 'unsayable' || !lifted.includes(bay)) return [];
  return allOf(crates(given.answer())).map(lineOf);
}

const lineOf = ({ name, version }: Crate): string => `${name} ${version}`;
const allOf = (crates: readonly Crate[]): readonly Crate[] =>
  crates.flatMap((crate) => [crate, ...allOf(crate.inside)]);

function pythonBay({ resolution, pins, scenario }: Answer): Bay {
  const crates = pins.map(({ name, version }): Crate => {
    const written = formatVersion(version);
    return { key: `${name} ${written}`, name, version: written, isTwice: false, inside: [] };
  });
  const isSolved = resolution.kind === 'solved';
  const head = { name: 'Python', tool: 'uv' };
  if (scenario.ecosystem !== 'python') {
    const says = 'The scenario says nothing in Python’s notation.';
    return { ...head, kind: 'unsayable', word: 'can’t be said here', asked: [], crates: [], more: 0, says, losses: [] };
  }
  return {
    ...head,
    kind: isSolved ? 'solved' : 'unsolvable',
    word: isSolved ? countOf(pins.length, 'release') : resolution.kind === 'stopped' ? 'stopped' : 'no solution',
    asked: scenario.problem.requirements.map(({ requirement }) => `${requirement.name}${clausesOf(requirement)}`),
    ...drawn(crates),
    says: isSolved
      ? 'One release of each project for the whole environment: the newest that all can use together.'
      : 'One release of each project for the whole environment, and there is none that all can use.',
    losses: [],
  };
}

function clausesOf({
  specifier,
}: {
  readonly specifier: { readonly clauses: readonly { readonly operator: string; readonly written: string }[] };
}) {
  return specifier.clauses.map(({ operator, written }) => `${operator}${written}`).join(',');
}

const NPM: Exhibit<'npm', { readonly dependencies: ReadonlyMap<string, string> }, NpmAnswer> = {
  bay: 'npm',
  name: 'npm',
  tool: 'npm install',
  asked: ({ dependencies }) => [...dependencies].map(([name, range]) => `"${name}": "${range}"`),
  isSolved: ({ kind }) => kind === 'installed',
  isStopped: ({ kind }) => kind === 'stopped',
  crates: npmCrates,
  noun: 'package',
  describe: describeNpm,
};

/** The tree of folders: what stands in a package’s own node_modules is inside it. */
function npmCrates(answer: NpmAnswer): readonly Crate[] {
  const packages = answer.kind === 'installed' ? answer.packages : [];
  const twice = new Set(twiceInNpm(answer).map(({ name }) => name));
  const below = new Map<string, NpmInstalled[]>();
  for (const one of packages) {
    const above = one.location.slice(0, Math.max(0, one.location.lastIndexOf('/node_modules/')));
    below.set(above, [...(below.get(above) ?? []), one]);
  }
  const cratesIn = (location: string): readonly Crate[] =>
    (below.get(location) ?? []).map(({ name, version, location: own, linksTo }) => ({
      key: own,
      name,
      version: linksTo === undefined ? version : `${version}, a link`,
      isTwice: twice.has(name),
      inside: cratesIn(own),
    }));
  return cratesIn('');
}

const CARGO: Exhibit<
  'cargo',
  { readonly dependencies: readonly { readonly key: string; readonly written: string }[] },
  CargoAnswer
> = {
  bay: 'cargo',
  name: 'Cargo',
  tool: 'cargo generate-lockfile',
  asked: ({ dependencies }) => dependencies.map(({ key, written }) => `${key} = "${written}"`),
  isSolved: ({ kind }) => kind === 'resolved',
  isStopped: ({ kind }) => kind === 'stopped',
  crates: cargoCrates,
  noun: 'crate',
  describe: describeCargo,
};

function cargoCrates(answer: CargoAnswer): readonly Crate[] {
  const twice = new Set(twiceInCargo(answer).map(({ name }) => name));
  return (answer.kind === 'resolved' ? answer.locked : []).map(({ crate: { crate: name, version } }): Crate => {
    const written = `${version.numbers.join('.')}${version.pre.length === 0 ? '' : `-${version.pre.join('.')}`}`;
    return { key: `${name} ${written}`, name, version: written, isTwice: twice.has(name), inside: [] };
  });
}

const GO: Exhibit<
  'go',
  { readonly require: readonly { readonly path: string; readonly version: string }[] },
  GoAnswer
> = {
  bay: 'go',
  name: 'Go',
  tool: 'go list -m all',
  asked: ({ require }) => require.map(({ path, version }) => `${shortPath(path)} ${version}`),
  isSolved: ({ kind }) => kind === 'built',
  isStopped: () => false,
  crates: goCrates,
  noun: 'module',
  describe: describeGo,
};

function goCrates(answer: GoAnswer): readonly Crate[] {
  const twice = new Set(twiceInGo(answer).map(({ name }) => name));
  return (answer.kind === 'built' ? answer.buildList : []).map(({ path, version }): Crate => {
    const isTwice = twice.has(path.replace(/\/v[0-9]+$/, ''));
    return { key: path, name: shortPath(path), version, isTwice, inside: [] };
  });
}

/** The domain says nothing here. */
const shortPath = (path: string): string => path.replace(/^example\.com\//, '');

function drawn(crates: readonly Crate[]): Pick<Bay, 'crates' | 'more'> {
  return { crates: crates.slice(0, MOST_CRATES), more: Math.max(0, crates.length - MOST_CRATES) };
}

function told(sentences: readonly string[]): readonly string[] {
  const rest = sentences.length - MOST_LOSSES;
  return rest > 1 ? [...sentences.slice(0, MOST_LOSSES), `And ${rest} more of that kind.`] : sentences;
}

/** In one line: who has an answer, and what stands twice. */
function sayAll(bays: readonly Bay[]): string {
  const solved = bays.filter(({ kind }) => kind === 'solved').map(({ name }) => name);
  const torn = bays.filter(({ kind }) => kind === 'unsolvable').map(({ name }) => name);
  const doubled = bays.filter(({ crates }) => allOf(crates).some(({ isTwice }) => isTwice)).map(({ name }) => name);
  const parts = [
    ...(solved.length > 0 ? [`${listed(solved)} ${solved.length === 1 ? 'has' : 'have'} an answer.`] : []),
    ...(torn.length > 0 ? [`${listed(torn)} ${torn.length === 1 ? 'has' : 'have'} none.`] : []),
    ...(doubled.length > 0 ? [`Something stands twice in ${listed(doubled)}.`] : []),
  ];
  return parts.join(' ') || 'None of them can be asked.';
}
