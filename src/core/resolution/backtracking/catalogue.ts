// Where the search gets projects, candidates and dependencies from, each made once: pip's factory. Also counts the
// releases whose metadata had to be read.
import {
  type Clause,
  evaluateMarker,
  type MarkerEnvironment,
  type NormalizedName,
  normalizeName,
  type Requirement,
} from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '../problem';
import { joinWishes, type Project, readProject, type Wish, wishOf } from './project';
import { type Candidate, type Key, keyOf, PYTHON_KEY, type SearchRequirement } from './requirement';

export interface Catalogue {
  readonly problem: ResolutionProblem;
  readonly environment: MarkerEnvironment;
  readonly prereleases: 'allow' | 'refuse' | 'if-needed';
  readonly python: Candidate;
  readonly directNames: ReadonlySet<NormalizedName>;
  readonly constraints: ReadonlyMap<NormalizedName, readonly Requirement[]>;
  readonly overrides: ReadonlyMap<NormalizedName, readonly Requirement[]>;
  readonly projects: Map<NormalizedName, Project>;
  readonly constraintWishes: Map<NormalizedName, Wish | undefined>;
  readonly candidates: Map<Key, (Candidate | undefined)[]>;
  readonly dependencies: Map<Candidate, readonly SearchRequirement[]>;
  readonly dependencyKeys: Map<Candidate, ReadonlySet<Key>>;
  readonly read: Set<IndexedRelease>;
}

/** A catalogue over the problem's index, with nothing read yet. */
export function openCatalogue(problem: ResolutionProblem, environment: MarkerEnvironment): Catalogue {
  const { policy } = problem;
  const catalogue: Catalogue = {
    problem,
    environment,
    // pip has neither uv's `if-necessary` nor `explicit`: by default its finder follows the standard.
    prereleases: policy.prereleases === 'allow' ? 'allow' : policy.prereleases === 'disallow' ? 'refuse' : 'if-needed',
    python: { key: PYTHON_KEY, name: undefined, extras: [], place: 0, version: environment.python_full_version },
    directNames: new Set(problem.requirements.map(({ requirement }) => requirement.normalizedName)),
    constraints: byName(policy.constraints.filter((constraint) => applies(environment, constraint, []))),
    overrides: byName(policy.overrides),
    projects: new Map(),
    constraintWishes: new Map(),
    candidates: new Map(),
    dependencies: new Map(),
    dependencyKeys: new Map(),
    read: new Set(),
  };
  return catalogue;
}

function byName(requirements: readonly Requirement[]): Map<NormalizedName, readonly Requirement[]> {
  const named = new Map<NormalizedName, Requirement[]>();
  for (const requirement of requirements) {
    const same = named.get(requirement.normalizedName);
    if (same === undefined) named.set(requirement.normalizedName, [requirement]);
    else same.push(requirement);
  }
  return named;
}

/** The project of this name, read from the index once. */
export function projectOf(catalogue: Catalogue, name: NormalizedName): Project {
  const known = catalogue.projects.get(name);
  if (known !== undefined) return known;
  const project = readProject(catalogue.problem, name, catalogue.directNames.has(name));
  catalogue.projects.set(name, project);
  return project;
}

/** What the constraints say of a project; undefined where they say nothing. */
export function constraintOf(catalogue: Catalogue, name: NormalizedName): Wish | undefined {
  if (catalogue.constraintWishes.has(name)) return catalogue.constraintWishes.get(name);
  let wish: Wish | undefined;
  for (const { specifier } of catalogue.constraints.get(name) ?? []) {
    const next = wishOf(projectOf(catalogue, name), specifier);
    wish = wish === undefined ? next : joinWishes(wish, next);
  }
  catalogue.constraintWishes.set(name, wish);
  return wish;
}

/** The candidate at a place of a project, with extras or without: always the same object. */
export function candidateAt(
  catalogue: Catalogue,
  name: NormalizedName,
  extras: readonly NormalizedName[],
  place: number,
): Candidate {
  const key = keyOf(name, extras);
  let places = catalogue.candidates.get(key);
  if (places === undefined) {
    places = [];
    catalogue.candidates.set(key, places);
  }
  const known = places[place];
  if (known !== undefined) return known;
  const version = projectOf(catalogue, name).releases[place]?.written ?? '';
  const candidate: Candidate = { key, name, extras, place, version };
  places[place] = candidate;
  return candidate;
}

/** The release that a candidate stands for. */
export function releaseOf(catalogue: Catalogue, candidate: Candidate): IndexedRelease | undefined {
  return candidate.name === undefined ? undefined : projectOf(catalogue, candidate.name).releases[candidate.place];
}

/** Notes that the candidate's metadata was needed: pip fetches it as soon as it looks at a candidate. */
export function readMetadata(catalogue: Catalogue, candidate: Candidate): void {
  const release = releaseOf(catalogue, candidate);
  if (release !== undefined) catalogue.read.add(release);
}

/** What a candidate requires, in the order in which pip adds it. */
export function dependenciesOf(catalogue: Catalogue, candidate: Candidate): readonly SearchRequirement[] {
  const known = catalogue.dependencies.get(candidate);
  if (known !== undefined) return known;
  const release = releaseOf(catalogue, candidate);
  const found: SearchRequirement[] = [];
  if (release !== undefined && candidate.name !== undefined) {
    const { name } = candidate;
    if (candidate.extras.length > 0) {
      const base = candidateAt(catalogue, name, [], candidate.place);
      found.push({ kind: 'same-release', key: base.key, candidate: base });
    } else if (release.requiresPython !== undefined && release.requiresPython.clauses.length > 0) {
      // Files for another Python were never candidates, so this holds; pip pins Python all the same.
      found.push({ kind: 'python', key: PYTHON_KEY, specifier: release.requiresPython, holds: true });
    }
    // An extra that the release doesn't have is ignored.
    const extras = candidate.extras.filter((extra) => release.extras.has(extra));
    for (const requirement of release.requires) found.push(...asRequired(catalogue, requirement, extras));
    for (const [extra, requirements] of release.extras) {
      if (!extras.includes(extra)) continue;
      for (const requirement of requirements) found.push(...asRequired(catalogue, requirement, extras));
    }
  }
  catalogue.dependencies.set(candidate, found);
  return found;
}

/** The keys of what a candidate requires. */
export function dependencyKeysOf(catalogue: Catalogue, candidate: Candidate): ReadonlySet<Key> {
  const known = catalogue.dependencyKeys.get(candidate);
  if (known !== undefined) return known;
  const keys = new Set(dependenciesOf(catalogue, candidate).map(({ key }) => key));
  catalogue.dependencyKeys.set(candidate, keys);
  return keys;
}

/** A requirement with what overrides it, if its marker holds here. */
function asRequired(
  catalogue: Catalogue,
  requirement: Requirement,
  extras: readonly NormalizedName[],
): SearchRequirement[] {
  if (!applies(catalogue.environment, requirement, extras)) return [];
  const overrides = catalogue.overrides.get(requirement.normalizedName);
  if (overrides === undefined) return searchRequirements(catalogue, requirement);
  return overrides
    .filter((override) => applies(catalogue.environment, override, extras))
    .flatMap((override) => searchRequirements(catalogue, { ...override, extras: requirement.extras }));
}

/** The root's requirements in the order in which the search adds them: those with extras last. */
export function rootRequirements(catalogue: Catalogue): {
  readonly requirements: readonly SearchRequirement[];
  /** The key of each requirement that the reader wrote, and its turn. */
  readonly requested: ReadonlyMap<Key, number>;
} {
  const requested = new Map<Key, number>();
  const all: SearchRequirement[] = [];
  for (const [turn, { requirement }] of catalogue.problem.requirements.entries()) {
    const made = asRequired(catalogue, requirement, []);
    const first = made[0];
    if (first !== undefined && !requested.has(first.key)) requested.set(first.key, turn);
    all.push(...made);
  }
  const hasExtras = (requirement: SearchRequirement) =>
    requirement.kind === 'versions' && requirement.extras.length > 0;
  return { requirements: [...all.filter((each) => !hasExtras(each)), ...all.filter(hasExtras)], requested };
}

/** A requirement with clauses and extras is two: the clauses on the plain project, and both on the key with extras. */
function searchRequirements(catalogue: Catalogue, written: Requirement): SearchRequirement[] {
  const name = written.normalizedName;
  if (written.url !== undefined) return [{ kind: 'url', key: name, written }];
  const extras = [...new Set(written.extras.map(normalizeName))].sort();
  const { specifier } = written;
  const wish = wishOf(projectOf(catalogue, name), specifier);
  const plain: SearchRequirement = { kind: 'versions', key: name, name, extras: [], specifier, wish, written };
  if (extras.length === 0) return [plain];
  const full: SearchRequirement = {
    kind: 'versions',
    key: keyOf(name, extras),
    name,
    extras,
    specifier,
    wish,
    written,
  };
  return specifier.clauses.length > 0 ? [plain, full] : [full];
}

/** Whether the marker holds: without extras for none of them, and with extras for one. */
function applies(environment: MarkerEnvironment, { marker }: Requirement, extras: readonly NormalizedName[]): boolean {
  if (marker === undefined) return true;
  return (extras.length === 0 ? [''] : extras).some((extra) => {
    const result = evaluateMarker(marker, environment, { kind: 'metadata', extra });
    return result.kind === 'decided' && result.holds;
  });
}

/** Whether a clause puts an upper limit: pip pins such projects before those without one. */
export function limitsAbove(clause: Clause): boolean {
  if (clause.kind === 'prefix') return clause.operator === '==';
  return clause.operator === '<' || clause.operator === '<=' || clause.operator === '~=';
}
