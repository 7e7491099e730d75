// The bump adviser's core: from changes to the next version, why, and who gets it without asking. The public face of this folder.

export {
  type Advice,
  type AdviceRequest,
  advise,
  type Change,
  type Judged,
  nextVersions,
  type Way,
  type YesOrNo,
} from './advise';
export { bumpText, bumpVersion, COMPONENTS, type Component } from './bump-version';
export {
  CHANGE_KIND_IDS,
  type ChangeKind,
  type ChangeKindId,
  changeKind,
  type Question,
  type Ruling,
} from './change';
export { CLAUSES, type Clause, type ClauseId } from './clause';
export { compareLevels, type Effect, type Level, levelOf } from './level';
export { type Counting, FORMS, type Form, type NextVersion, nextVersion, semVerText, uvCommand } from './next-version';
export {
  ASKERS,
  type Asker,
  formatAsker,
  formatTaken,
  isReadable,
  type Receipt,
  type ReceiptKind,
  receiptsOf,
} from './receipts';
export { kindOf, readSchemeVersion, SCHEMES, type Scheme, type SchemeKind } from './scheme';
