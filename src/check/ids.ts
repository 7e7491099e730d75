/** Ids of what readers answer: quiz items and exercises together, since what is kept of either is kept under its id. */
import type { ContentProblem, Understood } from './source';

/** Something with an id, and the way to report about it. */
export interface Identified {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly problem: Understood<unknown>['problem'];
}

/** Each id and each alias is used once, and no alias is the id of another. */
export function checkIds(all: readonly Identified[]): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const current = new Set(all.map(({ id }) => id));
  const taken = new Set<string>();
  const take = (id: string, key: string, problem: Identified['problem']) => {
    if (taken.has(id)) {
      const remedy = 'Choose another one: readers’ answers are kept under it.';
      problems.push(problem([key], `The id "${id}" is used by another item.`, remedy));
    }
    taken.add(id);
  };
  for (const { id, aliases, problem } of all) {
    take(id, 'id', problem);
    for (const alias of aliases) {
      if (current.has(alias)) {
        const remedy = 'An alias is a name that no item has now.';
        problems.push(problem(['aliases'], `The alias "${alias}" is the id of an item.`, remedy));
      } else take(alias, 'aliases', problem);
    }
  }
  return problems;
}
