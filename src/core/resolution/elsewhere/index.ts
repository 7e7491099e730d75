// The same question under other ecosystems' rules: npm's nested tree, Cargo's one version in each compatible range, Go's minimal version
// selection. The public face of this folder.

export {
  type CargoDependency,
  type CargoProblem,
  type CrateVersion,
  formatCrateVersion,
} from './cargo/cargo-problem';
export type { LockedCrate } from './cargo/crate-graph';
export { CARGO_KEYS, type CargoScenario } from './cargo/read-cargo';
export { type CargoAnswer, type CargoFailure, resolveCrates } from './cargo/resolve-crates';
export {
  type CargoComparator,
  type CargoOperator,
  type CargoRequirement,
  comparatorAdmits,
  meetsRequirement,
  readCargoRequirement,
} from './cargo/version-requirement';
export {
  describeCargo,
  describeGo,
  describeLoss,
  describeNpm,
  describeUnsayable,
  type Twice,
  twiceInCargo,
  twiceInGo,
  twiceInNpm,
} from './describe-elsewhere';
export {
  answersElsewhere,
  ECOSYSTEMS_ELSEWHERE,
  type Elsewhere,
  type ElsewhereScenarios,
  readElsewhere,
  type WrittenAnswer,
} from './elsewhere';
export { type AnswerElsewhere, type AnswersElsewhere, elsewhereOf } from './elsewhere-of';
export { EXPECTED_KEYS, type ExpectedElsewhere } from './fields';
export { buildList, type GoAnswer, type GoAsk, type GoBuilt } from './go/build-list';
export { formatGoModule, type GoModule, type GoProblem, type GoReplacement } from './go/go-problem';
export { GO_KEYS, type GoScenario } from './go/read-go';
export { idealTree, type NpmAnswer, type NpmAsk, type NpmFailure, type NpmInstalled } from './npm/ideal-tree';
export type { NpmPackage, NpmProblem, NpmVersion } from './npm/npm-problem';
export { NPM_KEYS, type NpmScenario } from './npm/read-npm';
export type { Loss, Unsayable } from './sayable';
export { compareSemVer, formatSemVer, readSemVer, type SemVer } from './semver';
export { type Translation, translateToCargo, translateToGo, translateToNpm } from './translate';
export { rangeOf, type Triple, type TripleRange, tripleOf, writeCargoRange, writeNpmRange } from './translate-range';
