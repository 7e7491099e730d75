/**
 * What an exercise may demand of a figure: conditions on its facts, as data. An author who needs another word adds it here. A fact
 * that the figure doesn't give, or gives as another kind of value, meets no condition at all, so nothing is ever right by absence.
 */
import type { Fact, Facts } from './fact';

export type Condition =
  | { readonly kind: 'is'; readonly fact: string; readonly value: Fact }
  | { readonly kind: 'isnt'; readonly fact: string; readonly value: Fact }
  | { readonly kind: 'one-of'; readonly fact: string; readonly values: readonly Fact[] }
  /** A list has the entry; a text has the part. */
  | { readonly kind: 'includes'; readonly fact: string; readonly value: string }
  | { readonly kind: 'excludes'; readonly fact: string; readonly value: string }
  | { readonly kind: 'at-least'; readonly fact: string; readonly value: number }
  | { readonly kind: 'at-most'; readonly fact: string; readonly value: number }
  /** A list has as many entries. */
  | { readonly kind: 'count'; readonly fact: string; readonly value: number }
  | { readonly kind: 'any-of'; readonly conditions: readonly Condition[] };

/** Why a condition can never be met: the figure has no such fact, or the fact is another kind of value. */
export interface UnfitFact {
  readonly why: 'no-such-fact' | 'other-kind';
  readonly fact: string;
  /** What the condition needs the fact to be. */
  readonly wanted: string;
}

const isList = (fact: Fact): fact is readonly string[] => Array.isArray(fact);

function isSame(a: Fact, b: Fact): boolean {
  if (!isList(a) || !isList(b)) return a === b;
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}

const kindOf = (fact: Fact): string => (isList(fact) ? 'a list' : `a ${typeof fact}`);

/** The kinds of value that a condition can speak of. */
function wantedOf(condition: Exclude<Condition, { kind: 'any-of' }>): readonly string[] {
  switch (condition.kind) {
    case 'is':
    case 'isnt':
      return [kindOf(condition.value)];
    case 'one-of':
      return condition.values.map(kindOf);
    case 'includes':
    case 'excludes':
      return ['a list', 'a string'];
    case 'at-least':
    case 'at-most':
      return ['a number'];
    case 'count':
      return ['a list'];
  }
}

/**
 * Takes a condition and the facts of one state, returns what makes the condition meaningless for this figure, or undefined. The
 * check of an author's files asks it, so that a misspelt fact is told at build.
 *
 * @example
 * unfitFact({ kind: 'at-least', fact: 'chosen', value: 2 }, new Map([['chosen', 'a.whl']]))
 * // { why: 'other-kind', fact: 'chosen', wanted: 'a number' }
 */
export function unfitFact(condition: Condition, facts: Facts): UnfitFact | undefined {
  if (condition.kind === 'any-of') {
    return condition.conditions.map((one) => unfitFact(one, facts)).find((unfit) => unfit !== undefined);
  }
  const { fact } = condition;
  const wanted = wantedOf(condition);
  const value = facts.get(fact);
  if (value === undefined) return { why: 'no-such-fact', fact, wanted: wanted.join(' or ') };
  return wanted.includes(kindOf(value)) ? undefined : { why: 'other-kind', fact, wanted: wanted.join(' or ') };
}

/**
 * Takes a condition and the facts of one state, returns whether it is met.
 *
 * @example isMet({ kind: 'includes', fact: 'path', value: '/usr/bin' }, new Map([['path', ['/usr/bin']]])) // true
 */
export function isMet(condition: Condition, facts: Facts): boolean {
  if (condition.kind === 'any-of') return condition.conditions.some((one) => isMet(one, facts));
  const fact = facts.get(condition.fact);
  if (fact === undefined || unfitFact(condition, facts) !== undefined) return false;
  switch (condition.kind) {
    case 'is':
      return isSame(fact, condition.value);
    case 'isnt':
      return !isSame(fact, condition.value);
    case 'one-of':
      return condition.values.some((value) => isSame(fact, value));
    case 'includes':
      return includes(fact, condition.value);
    case 'excludes':
      return !includes(fact, condition.value);
    case 'at-least':
      return Number(fact) >= condition.value;
    case 'at-most':
      return Number(fact) <= condition.value;
    case 'count':
      return isList(fact) && fact.length === condition.value;
  }
}

const includes = (fact: Fact, value: string): boolean =>
  isList(fact) ? fact.includes(value) : typeof fact === 'string' && fact.includes(value);
