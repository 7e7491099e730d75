/** What a quiz item says after an answer, in a sentence that is read out once. The reasons stand where they belong, in the item. */
import { type AnswerRecord, type Grade, hasChanged, type QuizItem, type Remark } from '@/core/exercise';

const firstNeed: Readonly<Record<QuizItem['kind'], string>> = {
  single: 'Choose one first.',
  multiple: 'Choose at least one first.',
  order: 'Put the steps in order first.',
  'fill-in': 'Type an answer first.',
  predict: 'Choose your prediction first.',
};

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);

function describeWrong(kind: QuizItem['kind'], remarks: readonly Remark[]): string {
  if (kind === 'predict') return 'It went otherwise: what happened stands below.';
  const early = remarks.find((remark) => remark.kind === 'too-early');
  if (early) return `Not yet: place ${early.place + 1} is the first that’s wrong.`;
  if (kind === 'single') return 'Not this one: the reason stands under it.';
  if (kind === 'fill-in') return 'Not yet: the reason stands below.';
  const wrong = remarks.filter((remark) => remark.kind === 'wrong-option').length;
  const missing = remarks.find((remark) => remark.kind === 'left-out')?.count ?? 0;
  const parts = [
    ...(wrong > 0 ? [many(wrong, 'doesn’t belong', 'don’t belong')] : []),
    ...(missing > 0 ? [many(missing, 'is missing', 'are missing')] : []),
  ];
  return `Not yet: ${parts.join(', ')}.`;
}

/**
 * Takes a kind of item, the grade of an answer, and whether the answer had been shown before, returns the sentence.
 *
 * @example describeGrade('single', { verdict: 'right' }, false) // 'Right.'
 */
export function describeGrade(kind: QuizItem['kind'], result: Grade, wasShown: boolean): string {
  switch (result.verdict) {
    case 'right':
      if (kind === 'predict') return wasShown ? 'Right, now that you have seen it.' : 'As you predicted.';
      return wasShown ? 'Right, with the answer shown before.' : 'Right.';
    case 'wrong':
      return describeWrong(kind, result.remarks);
    case 'unfit':
      return result.reason === 'nothing-given' ? firstNeed[kind] : 'The question has changed: answer it anew.';
  }
}

/** What an item says when a page opens on which it was answered before. */
export function describeKept(record: AnswerRecord, revision: number, result: Grade | undefined): string {
  if (hasChanged(record, revision) || result?.verdict === 'unfit') {
    return 'The question has changed since you answered it on this device.';
  }
  if (result?.verdict === 'right') return 'Answered right on this device.';
  return result ? 'Answered on this device, not right yet.' : 'You looked at the answer on this device.';
}
