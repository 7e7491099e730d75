// One list of versions under three notations: which of them each one admits, by which clause, and where the three differ.

export {
  type Difference,
  describeDifferences,
  differences,
  type Elsewhere,
  type Lanes,
} from './differences';
export {
  CLAUSE_OPERATORS,
  type ClauseOperator,
  clauseTextOf,
  operatorOf,
  withClause,
  withoutClause,
} from './edit-clause';
export { foreignNotation } from './foreign-notation';
export { INTENTS, type Intent, type IntentTexts, intentTexts } from './intent';
export { type CargoReading, type CargoVerdict, describeCargoVerdict, judgeByCargo, readCargo } from './judge-cargo';
export { describeNpmVerdict, judgeByNpm, type NpmReading, type NpmVerdict, readNpm } from './judge-npm';
export {
  describePythonVerdict,
  judgeByPython,
  PRERELEASE_POLICIES,
  type PythonReading,
  type PythonVerdict,
  readPython,
} from './judge-python';
export { type ListedVersion, readVersionList, type VersionList } from './listed-version';
export { sameElsewhere } from './same-elsewhere';
export { describeUnspeakable, type SemVerSpelling, semVerSpelling, type UnspeakableReason } from './semver-spelling';
export { type Series, seriesOf } from './series';
export { type Taken, takenOf } from './taken';
export { judgeWanted, type WantedJudgement } from './wanted';
