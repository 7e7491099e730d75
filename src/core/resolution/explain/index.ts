// Why a problem has no solution, and the ways out. The public face of this folder.

export type { Resolver } from './core';
export { type Explanation, explain } from './explain';
export type { Fact } from './fact';
export type { Notice } from './notice';
export type { ProofStep, Reason } from './proof';
export { type Setting, type SettingOut, withSetting } from './settings-out';
export type { Selection, Statement, Subject } from './statement';
export { type Change, type WayOut, type WaysOut, waysOut } from './ways-out';
export { formatExplanation, type Sentence, writeExplanation } from './write-explanation';
export { writeNotice, writeNotices } from './write-notice';
export { writeSetting, writeWayOut } from './write-way-out';
export { tidySpecifier, writtenRequirement } from './written-requirement';
