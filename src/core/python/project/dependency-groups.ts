// Dependency groups: the table `[dependency-groups]` of pyproject.toml, already read as a value. Follows the dependency
// groups specification (PEP 735), "The [dependency-groups] Table" and "Dependency Group Include". Expanding a group is
// resolve-group.ts.
import { type NormalizedName, normalizeName } from '../name';
import { parseName } from '../name-parse';
import type { Span } from '../problem';
import { parseRequirement, type Requirement } from '../requirement';

/** Where in the table: a group's key as written, then the place in its list, then `include-group`. */
export type GroupPath = readonly (string | number)[];

/** What is wrong with the table, where, and what to write instead. */
export interface GroupProblem {
  readonly code: `dependency-groups/${GroupFault}`;
  readonly path: GroupPath;
  /** Where in the text that stands at the path, if the problem is in a text. */
  readonly at?: Span;
  readonly message: string;
  /** Of a cycle: the groups from one around to it again, by their names as written. */
  readonly cycle?: readonly string[];
}

export type GroupFault =
  | 'wrong-type'
  | 'bad-name'
  | 'duplicate-names'
  | 'bad-object'
  | 'bad-requirement'
  | 'unknown-group'
  | 'cycle'
  | 'too-large';

/** What stands in a group's list. */
export type GroupItem =
  | {
      readonly kind: 'requirement';
      readonly requirement: Requirement;
      /** As written, which is how a group is given to an installer. */
      readonly text: string;
      readonly path: GroupPath;
    }
  | {
      readonly kind: 'include';
      readonly group: NormalizedName;
      /** The group's name as written here. */
      readonly written: string;
      readonly path: GroupPath;
    };

export interface DependencyGroup {
  /** The name as written. */
  readonly name: string;
  readonly normalizedName: NormalizedName;
  /** What could be read, in the order of the list. */
  readonly items: readonly GroupItem[];
  readonly problems: readonly GroupProblem[];
}

/** The groups of a table by their names in normal form, in the order of the table. */
export interface DependencyGroups {
  readonly groups: ReadonlyMap<NormalizedName, DependencyGroup>;
  /** What is wrong with the table itself. While two groups share a name, no group of it can be used. */
  readonly problems: readonly GroupProblem[];
}

/**
 * Reads the table ("The [dependency-groups] Table"), each group for itself: what is wrong with one does not keep others
 * from being used, as the specification asks. Tables may be maps or plain objects.
 *
 * Problems: `dependency-groups/wrong-type`, `dependency-groups/bad-name`, `dependency-groups/duplicate-names`, and at the
 * groups `dependency-groups/wrong-type`, `dependency-groups/bad-object`, `dependency-groups/bad-requirement`.
 *
 * @example [...parseDependencyGroups({ Dev_Tools: ['ruff', { 'include-group': 'test' }] }).groups.keys()] // → ['dev-tools']
 */
export function parseDependencyGroups(table: unknown): DependencyGroups {
  const entries = entriesOf(table);
  const groups = new Map<NormalizedName, DependencyGroup>();
  const problems: GroupProblem[] = [];
  if (entries === undefined) {
    const message = 'Dependency groups are a table: a key for each group, and a list of requirements as its value.';
    return { groups, problems: [problem('wrong-type', [], message)] };
  }
  for (const [name, value] of entries) {
    const normalizedName = normalizeName(name);
    const faulty = parseName(name).problems[0];
    if (faulty !== undefined) {
      problems.push({
        ...problem('bad-name', [name], `A group is named as a project is. ${faulty.message}`),
        at: faulty.at,
      });
    }
    const other = groups.get(normalizedName);
    if (other === undefined) {
      groups.set(normalizedName, readGroup(name, normalizedName, value));
      continue;
    }
    const message = `“${name}” and “${other.name}” are the same group, ${normalizedName}: join them, or rename one.`;
    problems.push(problem('duplicate-names', [name], message));
  }
  return { groups, problems };
}

function readGroup(name: string, normalizedName: NormalizedName, value: unknown): DependencyGroup {
  const items: GroupItem[] = [];
  const problems: GroupProblem[] = [];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const read = readItem(item, [name, index]);
      if ('code' in read) problems.push(read);
      else items.push(read);
    }
  } else {
    const message = `The group “${name}” is a list of requirements: write it in brackets, such as ["pytest>=8"].`;
    problems.push(problem('wrong-type', [name], message));
  }
  return { name, normalizedName, items, problems };
}

function readItem(item: unknown, path: GroupPath): GroupItem | GroupProblem {
  if (typeof item === 'string') {
    const { value, problems } = parseRequirement(item);
    if (value !== undefined) return { kind: 'requirement', requirement: value, text: item, path };
    const [first] = problems;
    return { ...problem('bad-requirement', path, first?.message ?? ''), ...(first && { at: first.at }) };
  }
  const entries = entriesOf(item);
  if (entries === undefined) {
    const message = 'A group holds requirements, which are text, and includes, such as {include-group = "test"}.';
    return problem('wrong-type', path, message);
  }
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined || entry[0] !== 'include-group') {
    const message =
      'A table in a group has one key, include-group, with the name of a group: {include-group = "test"}.';
    return problem('bad-object', path, message);
  }
  const [key, written] = entry;
  if (typeof written !== 'string') {
    const message = 'After include-group comes the name of a group as text, such as "test".';
    return problem('wrong-type', [...path, key], message);
  }
  return { kind: 'include', group: normalizeName(written), written, path: [...path, key] };
}

/** The keys and values of a table, or undefined if the value is none. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner]);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value);
}

/** The problem of a fault at a path. */
export function problem(fault: GroupFault, path: GroupPath, message: string): GroupProblem {
  return { code: `dependency-groups/${fault}`, path, message };
}
