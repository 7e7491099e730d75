// What a project says of itself in pyproject.toml.

export {
  type DependencyGroup,
  type DependencyGroups,
  type GroupItem,
  type GroupProblem,
  parseDependencyGroups,
} from './dependency-groups';
export { type ResolvedGroup, resolveDependencyGroup } from './resolve-group';
