// Expanding a dependency group: every include is replaced by what the included group holds. Follows the dependency groups
// specification (PEP 735), "Dependency Group Include".
import { type NormalizedName, normalizeName } from '../name';
import {
  type DependencyGroup,
  type DependencyGroups,
  type GroupItem,
  type GroupProblem,
  problem,
} from './dependency-groups';

/** A group with its includes expanded, or what is wrong with it and with the groups that it includes. */
export type ResolvedGroup =
  | {
      readonly kind: 'resolved';
      /** In order, repeats kept: which group each is written in is told by its path. */
      readonly requirements: readonly Extract<GroupItem, { kind: 'requirement' }>[];
    }
  | { readonly kind: 'faulty'; readonly problems: readonly [GroupProblem, ...GroupProblem[]] };

/** So many circles are told, and no more: each is told with the whole way around it. */
const MAX_CYCLES = 50;

/** How many items an expansion may go through: groups that include two others each grow with the power of their number. */
const MAX_EXPANDED = 100_000;

/**
 * Expands a group, told by its name in any spelling ("Dependency Group Include"). A problem ends nothing: every group that is
 * reached is looked into once, and its includes are followed, as in the reference implementation since packaging 26.4.
 *
 * Problems: those of the groups that are looked into, `dependency-groups/duplicate-names` of the table,
 * `dependency-groups/unknown-group`, `dependency-groups/cycle`, `dependency-groups/too-large`.
 *
 * @example resolveDependencyGroup(parseDependencyGroups({ test: ['pytest'], dev: [{ 'include-group': 'Test' }, 'ruff'] }), 'dev').requirements.map(({ text }) => text) // → ['pytest', 'ruff']
 */
export function resolveDependencyGroup(table: DependencyGroups, name: string): ResolvedGroup {
  const [first, ...more] = table.problems.filter(({ code }) => !code.endsWith('/bad-name'));
  if (first !== undefined) return { kind: 'faulty', problems: [first, ...more] };
  const { problems, sizes } = explore(table, normalizeName(name), name);
  const [found, ...others] = problems;
  if (found !== undefined) return { kind: 'faulty', problems: [found, ...others] };
  if ((sizes.get(normalizeName(name)) ?? 0) > MAX_EXPANDED) {
    const message = `The group “${name}” expands to more than ${MAX_EXPANDED} items: include fewer groups twice.`;
    return { kind: 'faulty', problems: [problem('too-large', [name], message)] };
  }
  return { kind: 'resolved', requirements: expand(table, normalizeName(name), sizes) };
}

interface Visit {
  readonly group: DependencyGroup;
  /** Which item comes next. */
  next: number;
  /** Items gone through when this group is expanded. */
  size: number;
}

interface Exploration {
  readonly problems: readonly GroupProblem[];
  /** How many items each group expands to, its includes counted; of use where there is no problem. */
  readonly sizes: ReadonlyMap<NormalizedName, number>;
}

/** Goes through all that a group includes, each group once, with the path to it, which tells cycles. */
function explore(table: DependencyGroups, root: NormalizedName, written: string): Exploration {
  const problems: GroupProblem[] = [];
  const sizes = new Map<NormalizedName, number>();
  const seen = new Set<NormalizedName>();
  const path = new Map<NormalizedName, Visit>();
  const stack: Visit[] = [];
  let cycles = 0;
  const enter = (name: NormalizedName, missing: () => GroupProblem): void => {
    const group = table.groups.get(name);
    if (group === undefined) {
      problems.push(missing());
      return;
    }
    if (seen.has(name)) return;
    seen.add(name);
    for (const found of group.problems) problems.push(found);
    const visit: Visit = { group, next: 0, size: 0 };
    path.set(name, visit);
    stack.push(visit);
  };
  enter(root, () => problem('unknown-group', [], `There is no dependency group named “${written}”.`));
  for (;;) {
    const visit = stack[stack.length - 1];
    if (visit === undefined) return { problems, sizes };
    const item = visit.group.items[visit.next];
    if (item === undefined) {
      stack.pop();
      path.delete(visit.group.normalizedName);
      sizes.set(visit.group.normalizedName, visit.size);
      const outer = stack[stack.length - 1];
      if (outer !== undefined) outer.size = bounded(outer.size + visit.size);
      continue;
    }
    visit.next++;
    visit.size = bounded(visit.size + 1);
    if (item.kind === 'requirement') continue;
    if (path.has(item.group)) {
      if (cycles < MAX_CYCLES) problems.push(cycleAt(item, [...path.values()]));
      cycles++;
    } else if (seen.has(item.group)) visit.size = bounded(visit.size + (sizes.get(item.group) ?? 0));
    else enter(item.group, () => unknownAt(item));
  }
}

/** Sizes beyond the bound are all the same. */
function bounded(size: number): number {
  return Math.min(size, MAX_EXPANDED + 1);
}

type Include = Extract<GroupItem, { kind: 'include' }>;

function unknownAt({ written, path }: Include): GroupProblem {
  return problem('unknown-group', path, `There is no dependency group named “${written}”: add it, or take this out.`);
}

function cycleAt({ group, path }: Include, visits: readonly Visit[]): GroupProblem {
  const from = visits.findIndex((visit) => visit.group.normalizedName === group);
  const around = visits.slice(from).map((visit) => visit.group.name);
  const cycle = [...around, ...around.slice(0, 1)];
  const shown = cycle.length > 8 ? [...cycle.slice(0, 4), '…', ...cycle.slice(-3)] : cycle;
  return {
    ...problem('cycle', path, `This include closes a circle: ${shown.join(' → ')}. Take one of these includes out.`),
    cycle,
  };
}

/** The requirements of a group without problems, of which the size is within the bound. */
function expand(
  { groups }: DependencyGroups,
  root: NormalizedName,
  sizes: ReadonlyMap<NormalizedName, number>,
): readonly Extract<GroupItem, { kind: 'requirement' }>[] {
  const requirements: Extract<GroupItem, { kind: 'requirement' }>[] = [];
  const stack = [{ items: groups.get(root)?.items ?? [], next: 0 }];
  for (;;) {
    const top = stack[stack.length - 1];
    if (top === undefined) return requirements;
    const item = top.items[top.next];
    top.next++;
    if (item === undefined) stack.pop();
    else if (item.kind === 'requirement') requirements.push(item);
    else if ((sizes.get(item.group) ?? 0) > 0) stack.push({ items: groups.get(item.group)?.items ?? [], next: 0 });
  }
}
