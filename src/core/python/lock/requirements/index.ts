// Requirements files, as pip reads them.

export { asksForHashes, checkHashes } from './check-hashes';
export { formatRequirementsFile } from './format-requirements-file';
export { type ParsedRequirementsFile, parseRequirementsFile } from './parse-requirements-file';
export type {
  GivenOption,
  RequirementHash,
  RequirementsFile,
  RequirementsLine,
  RequirementsTarget,
  UsedVariable,
} from './requirements-file';
export { REQUIREMENTS_OPTIONS, type RequirementsOption } from './requirements-options';
