// What the file of reference cases for dependency groups asks of us: a table and a group's name in, the expanded group out.
import { formatRequirement, parseDependencyGroups, resolveDependencyGroup } from '../index';
import { answers, type Case, type Comparison, type Json, text } from './case';

export function dependencyGroups(given: Case): Comparison {
  const answer = resolveDependencyGroup(parseDependencyGroups(given.groups), text(given.resolve));
  const got: Json =
    answer.kind === 'resolved'
      ? { valid: true, resolved: answer.requirements.map(({ requirement }) => formatRequirement(requirement)) }
      : { valid: false, errors: [...new Set(answer.problems.map(({ code }) => code.replace(/^.*\//, '')))].sort() };
  return { expected: answers(given, 'groups', 'resolve'), got };
}
