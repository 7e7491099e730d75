// What a project says of itself in pyproject.toml.

export {
  type DependencyGroup,
  type DependencyGroups,
  type GroupItem,
  type GroupProblem,
  parseDependencyGroups,
} from './dependency-groups';
export * from './fields';
export { metadataOfProject, type ProjectFindings } from './metadata-of-project';
export { type ParsedPyproject, parsePyproject } from './parse-pyproject';
export {
  type BuildBackend,
  type BuildSystem,
  type Person,
  PROJECT_KEYS,
  type Project,
  type ProjectExtra,
  type ProjectKey,
  type ProjectLicense,
  type ProjectReadme,
  type Pyproject,
} from './pyproject';
export { type ResolvedGroup, resolveDependencyGroup } from './resolve-group';
