// What is known of one key at a moment: who requires it and how (its information), which candidates were found not to
// work, and which are left to be tried. resolvelib's Criterion, with what it says in sum kept beside it, so that adding a
// requirement does not go over all the earlier ones again.
import { type Catalogue, candidateAt, constraintOf, limitsAbove, projectOf, readMetadata } from './catalogue';
import { applicable, isPinned, joinWishes, type Wish } from './project';
import { type Candidate, type Key, PYTHON_KEY, type SearchRequirement } from './requirement';

/** A requirement, and the candidate that has it; the root's have none. */
export interface Information {
  readonly requirement: SearchRequirement;
  readonly parent: Candidate | undefined;
}

type VersionsRequirement = Extract<SearchRequirement, { kind: 'versions' }>;

/** What all requirements on a key say together. */
interface Sum {
  /** The newest requirement by version: by it the key tells its project and extras. */
  readonly named: VersionsRequirement | undefined;
  /** What their clauses say; undefined if no requirement is by version. */
  readonly wish: Wish | undefined;
  /** The one candidate that is asked for by itself, or `none` if two different ones are, or nothing can do. */
  readonly exactly: Candidate | 'none' | undefined;
  readonly hasClauses: boolean;
  readonly isPinned: boolean;
  readonly isLimitedAbove: boolean;
}

/** The information of a key, newest last: a list that shares its beginning with the ones that it grew from. */
export interface InformationList {
  readonly last: Information;
  readonly before: InformationList | undefined;
  readonly sum: Sum;
}

export interface Criterion {
  readonly key: Key;
  /** Undefined where all that required the key was given up: resolvelib keeps the key. */
  readonly information: InformationList | undefined;
  readonly excluded: ReadonlySet<Candidate>;
  /** In the order in which they are tried. Never empty in a state. */
  readonly candidates: readonly Candidate[];
}

const NOTHING: Sum = {
  named: undefined,
  wish: undefined,
  exactly: undefined,
  hasClauses: false,
  isPinned: false,
  isLimitedAbove: false,
};

/** The list with one more at its end. */
export function withInformation(before: InformationList | undefined, last: Information): InformationList {
  return { last, before, sum: addTo(before?.sum ?? NOTHING, last.requirement) };
}

function addTo(sum: Sum, requirement: SearchRequirement): Sum {
  switch (requirement.kind) {
    case 'versions': {
      const { clauses } = requirement.specifier;
      return {
        named: requirement,
        wish: sum.wish === undefined ? requirement.wish : joinWishes(sum.wish, requirement.wish),
        exactly: sum.exactly,
        hasClauses: sum.hasClauses || clauses.length > 0,
        isPinned: sum.isPinned || isPinned(requirement.specifier),
        isLimitedAbove: sum.isLimitedAbove || clauses.some(limitsAbove),
      };
    }
    case 'same-release': {
      const exactly =
        sum.exactly === undefined || sum.exactly === requirement.candidate ? requirement.candidate : 'none';
      return { ...sum, exactly };
    }
    case 'python':
      return requirement.holds ? sum : { ...sum, exactly: 'none' };
    case 'url':
      return { ...sum, exactly: 'none' };
  }
}

/** The information in the order in which it was added. */
export function informationOf(criterion: Criterion): readonly Information[] {
  const list: Information[] = [];
  for (let node = criterion.information; node !== undefined; node = node.before) list.push(node.last);
  return list.reverse();
}

/** The list without what these keys gave; the same list where they gave nothing. */
export function withoutParents(
  list: InformationList | undefined,
  parents: ReadonlySet<Key>,
): InformationList | undefined {
  const kept: Information[] = [];
  let changed = false;
  for (let node = list; node !== undefined; node = node.before) {
    const { parent } = node.last;
    if (parent !== undefined && parents.has(parent.key)) changed = true;
    else kept.push(node.last);
  }
  if (!changed) return list;
  let rest: InformationList | undefined;
  for (let at = kept.length - 1; at >= 0; at--) {
    const information = kept[at];
    if (information !== undefined) rest = withInformation(rest, information);
  }
  return rest;
}

/** Whether a pin satisfies all that is required of its key. */
export function satisfies(criterion: Criterion, pin: Candidate): boolean {
  const sum = criterion.information?.sum;
  if (sum === undefined) return true;
  if (sum.exactly !== undefined && sum.exactly !== pin) return false;
  return sum.wish === undefined || sum.wish.admitted[pin.place] === true;
}

/**
 * The candidates that are left for a key: pip's find_matches. `base` is what is known of the plain project where the key
 * has extras; it counts too, so that fewer candidates are tried in vain.
 */
export function findMatches(
  catalogue: Catalogue,
  key: Key,
  information: InformationList | undefined,
  base: InformationList | undefined,
  excluded: ReadonlySet<Candidate>,
): readonly Candidate[] {
  const found = matches(catalogue, key, information?.sum ?? NOTHING, base?.sum ?? NOTHING);
  const left = found.filter((candidate) => !excluded.has(candidate));
  // To know that one is left, pip builds the first of them.
  if (left[0] !== undefined) readMetadata(catalogue, left[0]);
  return left;
}

function matches(catalogue: Catalogue, key: Key, sum: Sum, base: Sum): readonly Candidate[] {
  if (key === PYTHON_KEY) return sum.exactly === 'none' ? [] : [catalogue.python];
  if (sum.exactly === 'none') return [];
  const asked = sum.exactly ?? extrasOf(catalogue, sum.named, base);
  if (asked === 'none') return [];
  if (asked !== undefined) {
    const constraint = asked.name === undefined ? undefined : constraintOf(catalogue, asked.name);
    const fits = sum.wish === undefined || sum.wish.admitted[asked.place] === true;
    return fits && constraint?.admitted[asked.place] !== false ? [asked] : [];
  }
  if (sum.named === undefined) return [];
  const { name, extras } = sum.named;
  let wish = sum.wish;
  for (const other of [base.wish, constraintOf(catalogue, name)]) {
    if (other !== undefined) wish = wish === undefined ? other : joinWishes(wish, other);
  }
  if (wish === undefined) return [];
  const places = applicable(projectOf(catalogue, name), wish, catalogue.prereleases);
  return places.map((place) => candidateAt(catalogue, name, extras, place));
}

/** The candidate with extras that goes with a plain one that is asked for by itself. */
function extrasOf(
  catalogue: Catalogue,
  named: VersionsRequirement | undefined,
  base: Sum,
): Candidate | 'none' | undefined {
  const { exactly } = base;
  if (exactly === undefined || exactly === 'none' || named === undefined) return exactly;
  return candidateAt(catalogue, named.name, named.extras, exactly.place);
}
