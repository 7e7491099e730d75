/**
 * Quiz items without their prose, and the grading of an answer. The verdict says by structure what is wrong where; the author's
 * sentence for it stands in the item's file, at the option, step or listed answer that the remark names.
 */
import type { Answer } from './answer';
import { type Ignoring, normaliseText } from './typed-text';

export interface Option {
  readonly id: string;
  readonly right?: true | undefined;
}

interface Asked {
  readonly id: string;
  /** Rises when the task changes, not when a word is mended. */
  readonly revision: number;
}

export interface SingleItem extends Asked {
  readonly kind: 'single';
  readonly options: readonly Option[];
}
export interface MultipleItem extends Asked {
  readonly kind: 'multiple';
  readonly options: readonly Option[];
}
export interface OrderItem extends Asked {
  readonly kind: 'order';
  /** In the right order. */
  readonly steps: readonly { readonly id: string }[];
}
export interface FillInItem extends Asked {
  readonly kind: 'fill-in';
  readonly accept: readonly string[];
  readonly ignoring: readonly Ignoring[];
  /** Typical wrong answers, each with its own sentence. */
  readonly wrong: readonly { readonly answer: string }[];
}
/** A choice whose outcome is shown as soon as the reader has committed. */
export interface PredictItem extends Asked {
  readonly kind: 'predict';
  readonly options: readonly Option[];
}
export type QuizItem = SingleItem | MultipleItem | OrderItem | FillInItem | PredictItem;

export type Remark =
  | { readonly kind: 'wrong-option'; readonly option: string }
  /** Ticked too few: how many right options are missing, not which. */
  | { readonly kind: 'left-out'; readonly count: number }
  /** The first place (from 0) that is wrong, and the step found there. It stands too early: what it follows is still to come. */
  | { readonly kind: 'too-early'; readonly place: number; readonly step: string }
  /** One of the typical wrong answers, by its place in the item's list. */
  | { readonly kind: 'listed-answer'; readonly index: number }
  | { readonly kind: 'other-answer' };

export type Grade =
  | { readonly verdict: 'right' }
  | { readonly verdict: 'wrong'; readonly remarks: readonly Remark[] }
  /** No answer to this item: nothing was given, or the item has changed its kind, options or steps since. */
  | { readonly verdict: 'unfit'; readonly reason: 'nothing-given' | 'other-item' };

const right: Grade = { verdict: 'right' };
const nothingGiven: Grade = { verdict: 'unfit', reason: 'nothing-given' };
const otherItem: Grade = { verdict: 'unfit', reason: 'other-item' };
const wrong = (...remarks: readonly Remark[]): Grade => ({ verdict: 'wrong', remarks });

function gradeOption(options: readonly Option[], answer: Answer): Grade {
  if (answer.kind !== 'option') return otherItem;
  const picked = options.find((option) => option.id === answer.option);
  if (!picked) return otherItem;
  return picked.right ? right : wrong({ kind: 'wrong-option', option: picked.id });
}

function gradeOptions(options: readonly Option[], answer: Answer): Grade {
  if (answer.kind !== 'options') return otherItem;
  if (answer.options.length === 0) return nothingGiven;
  if (!answer.options.every((id) => options.some((option) => option.id === id))) return otherItem;
  const remarks: Remark[] = options
    .filter((option) => !option.right && answer.options.includes(option.id))
    .map((option) => ({ kind: 'wrong-option', option: option.id }));
  const count = options.filter((option) => option.right && !answer.options.includes(option.id)).length;
  if (count > 0) remarks.push({ kind: 'left-out', count });
  return remarks.length === 0 ? right : wrong(...remarks);
}

function gradeOrder(item: OrderItem, answer: Answer): Grade {
  if (answer.kind !== 'order') return otherItem;
  const steps = item.steps.map((step) => step.id);
  if (answer.steps.length !== steps.length || !steps.every((step) => answer.steps.includes(step))) return otherItem;
  const place = answer.steps.findIndex((step, i) => step !== steps[i]);
  const step = answer.steps[place];
  return step === undefined ? right : wrong({ kind: 'too-early', place, step });
}

function gradeText(item: FillInItem, answer: Answer): Grade {
  if (answer.kind !== 'text') return otherItem;
  const typed = normaliseText(answer.text, item.ignoring);
  if (typed === '') return nothingGiven;
  const isTyped = (text: string) => normaliseText(text, item.ignoring) === typed;
  if (item.accept.some(isTyped)) return right;
  const index = item.wrong.findIndex((one) => isTyped(one.answer));
  return wrong(index >= 0 ? { kind: 'listed-answer', index } : { kind: 'other-answer' });
}

/**
 * Takes an item and an answer, returns the verdict: right; wrong, with a remark for each thing that is wrong; or unfit, when it is
 * no answer to this item at all.
 *
 * @example
 * grade({ kind: 'single', id: 'venv/copy', revision: 1, options: [{ id: 'link', right: true }, { id: 'copy' }] },
 *       { kind: 'option', option: 'copy' })
 * // { verdict: 'wrong', remarks: [{ kind: 'wrong-option', option: 'copy' }] }
 */
export function grade(item: QuizItem, answer: Answer): Grade {
  switch (item.kind) {
    case 'single':
    case 'predict':
      return gradeOption(item.options, answer);
    case 'multiple':
      return gradeOptions(item.options, answer);
    case 'order':
      return gradeOrder(item, answer);
    case 'fill-in':
      return gradeText(item, answer);
  }
}
