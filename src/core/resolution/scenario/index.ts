// Scenario files: a small index, what is asked of it, and what is expected of the answer.

export { parseScenario } from './parse-scenario';
export { type ElsewhereReader, type ParsedScenario, parseScenarioWith } from './read-scenario';
export { type RequirementPlaces, type RequirementStrings, requirementPlaces } from './requirement-places';
export { quoted, type Rewrite, rewriteText } from './rewrite';
export { leaveOut, putIn } from './rewrite-array';
export { rewriteBound } from './rewrite-requirement';
export { removeKey, setKey } from './rewrite-setting';
export type { ExpectedFork, ExpectedOutcome, Scenario, ScenarioBounds } from './scenario';
export { SCENARIO_KEYS, type ScenarioTable } from './scenario-keys';
export { hasBound, stepBound, versionBeyond } from './step-bound';
