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
import { BAYS, type BayName, type ResolverEvent } from './state';
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
  const others = [npmBay(npm), cargoBay(cargo), goBay(go)].map((bay, at) => covered(bay, BAYS[at], lifted));
  const bays = [pythonBay(answer), ...others];
  const open = bays.filter(({ lift }) => lift === undefined);
  return {
    bays,
    says: open.length > 1 ? sayAll(open) : 'Say first what npm, Cargo and Go would take of the same question.',
  };
}

function covered(bay: Bay, name: BayName | undefined, lifted: readonly BayName[]): Bay {
  // What can’t be asked there is no riddle.
  if (name === undefined || lifted.includes(name) || bay.kind === 'unsayable') return bay;
  const lift = { label: `Show what ${bay.name} takes`, event: { kind: 'bay-lifted', bay: name } } as const;
  return { ...bay, kind: 'covered', word: 'What will stand here?', crates: [], more: 0, says: '', losses: [], lift };
}

/** The build list, the tree and the locked crates as lines, for exercises; of those bays that are lifted. */
export function linesElsewhere(
  answer: Answer,
  lifted: readonly BayName[],
): Readonly<Record<Elsewhere, readonly string[]>> {
  const { npm, cargo, go } = answer.elsewhere();
  const seen = (bay: BayName, crates: readonly Crate[]) => (lifted.includes(bay) ? crates.map(lineOf) : []);
  return {
    npm: seen('npm', allOf(npm.kind === 'answered' ? npmCrates(npm.answer) : [])),
    cargo: seen('cargo', cargo.kind === 'answered' ? cargoCrates(cargo.answer) : []),
    go: seen('go', go.kind === 'answered' ? goCrates(go.answer) : []),
  };
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

function npmBay(given: AnswerElsewhere<'npm', { readonly dependencies: ReadonlyMap<string, string> }, NpmAnswer>): Bay {
  const head = { name: 'npm', tool: 'npm install' };
  if (given.kind === 'unsayable') return unsayable(head, given);
  const { problem, answer, losses } = given;
  const count = answer.kind === 'installed' ? answer.packages.length : 0;
  return {
    ...head,
    ...verdictOf(answer.kind === 'installed', answer.kind === 'stopped', countOf(count, 'package')),
    asked: [...problem.dependencies].map(([name, range]) => `"${name}": "${range}"`),
    ...drawn(npmCrates(answer)),
    says: describeNpm(answer),
    losses: told(losses.map(describeLoss)),
  };
}

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

type CargoGiven = AnswerElsewhere<
  'cargo',
  { readonly dependencies: readonly { readonly key: string; readonly written: string }[] },
  CargoAnswer
>;

function cargoBay(given: CargoGiven): Bay {
  const head = { name: 'Cargo', tool: 'cargo generate-lockfile' };
  if (given.kind === 'unsayable') return unsayable(head, given);
  const { problem, answer, losses } = given;
  const crates = cargoCrates(answer);
  return {
    ...head,
    ...verdictOf(answer.kind === 'resolved', answer.kind === 'stopped', countOf(crates.length, 'crate')),
    asked: problem.dependencies.map(({ key, written }) => `${key} = "${written}"`),
    ...drawn(crates),
    says: describeCargo(answer),
    losses: told(losses.map(describeLoss)),
  };
}

function cargoCrates(answer: CargoAnswer): readonly Crate[] {
  const twice = new Set(twiceInCargo(answer).map(({ name }) => name));
  return (answer.kind === 'resolved' ? answer.locked : []).map(({ crate: { crate: name, version } }): Crate => {
    const written = `${version.numbers.join('.')}${version.pre.length === 0 ? '' : `-${version.pre.join('.')}`}`;
    return { key: `${name} ${written}`, name, version: written, isTwice: twice.has(name), inside: [] };
  });
}

type GoGiven = AnswerElsewhere<
  'go',
  { readonly require: readonly { readonly path: string; readonly version: string }[] },
  GoAnswer
>;

function goBay(given: GoGiven): Bay {
  const head = { name: 'Go', tool: 'go list -m all' };
  if (given.kind === 'unsayable') return unsayable(head, given);
  const { problem, answer, losses } = given;
  const crates = goCrates(answer);
  return {
    ...head,
    ...verdictOf(answer.kind === 'built', false, countOf(crates.length, 'module')),
    asked: problem.require.map(({ path, version }) => `${shortPath(path)} ${version}`),
    ...drawn(crates),
    says: describeGo(answer),
    losses: told(losses.map(describeLoss)),
  };
}

function goCrates(answer: GoAnswer): readonly Crate[] {
  const twice = new Set(twiceInGo(answer).map(({ name }) => name));
  return (answer.kind === 'built' ? answer.buildList : []).map(({ path, version }): Crate => {
    const isTwice = twice.has(path.replace(/\/v[0-9]+$/, ''));
    return { key: path, name: shortPath(path), version, isTwice, inside: [] };
  });
}

/** The domain says nothing here. */
const shortPath = (path: string): string => path.replace(/^example\.com\//, '');

function unsayable(
  head: Pick<Bay, 'name' | 'tool'>,
  { reasons, ecosystem }: Extract<AnswerElsewhere<Elsewhere, unknown, unknown>, { kind: 'unsayable' }>,
): Bay {
  const says = told(reasons.map((reason) => describeUnsayable(reason, ecosystem))).join(' ');
  return { ...head, kind: 'unsayable', word: 'can’t be said here', asked: [], crates: [], more: 0, says, losses: [] };
}

function verdictOf(isSolved: boolean, isStopped: boolean, count: string): Pick<Bay, 'kind' | 'word'> {
  if (isSolved) return { kind: 'solved', word: count };
  return { kind: 'unsolvable', word: isStopped ? 'stopped' : 'an error' };
}

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
