// Why a problem has no solution, and the ways out. The public face of this folder.

export { type Explanation, explain, type Resolver } from './explain';
export type { Fact } from './fact';
export type { Notice } from './notice';
export type { ProofStep, Reason } from './proof';
export type { Selection, Statement, Subject } from './statement';
export { formatExplanation, type Sentence, writeExplanation, writeNotice } from './write-explanation';
