/** A quiz item as the page holds it: what grading needs is read from the element’s own data-attributes. */
import { type Answer, type Ignoring, type QuizItem, tickedOptions } from '@/core/exercise';

const all = (root: Element, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
const inputs = (quiz: HTMLElement): HTMLInputElement[] => [...quiz.querySelectorAll('input')];
const textOf = (element: HTMLElement) => element.textContent ?? '';
const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);
const isIgnoring = (word: string): word is Ignoring =>
  word === 'case' || word === 'space' || word === 'version-spelling';

/** An item and the ids that it had before. */
export type PageItem = QuizItem & { readonly aliases: readonly string[] };

/** `<ship-quiz>` → its item; undefined for a kind that this script doesn't know. */
export function readItem(quiz: HTMLElement): PageItem | undefined {
  const asked = {
    id: quiz.id,
    revision: Number(quiz.dataset['revision'] ?? 1),
    aliases: words(quiz.dataset['aliases']),
  };
  const options = () =>
    inputs(quiz).map((input) => ({
      id: input.value,
      right: input.closest('[data-right]') ? (true as const) : undefined,
    }));
  const kind = quiz.dataset['quizKind'];
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'predict':
      return { ...asked, kind, options: options() };
    case 'order': {
      const steps = all(quiz, '.quiz-right-order > [data-step]').map((one) => ({ id: one.dataset['step'] ?? '' }));
      return { ...asked, kind, steps };
    }
    case 'fill-in':
      return {
        ...asked,
        kind,
        accept: all(quiz, '[data-accept]').map(textOf),
        ignoring: words(quiz.dataset['ignoring']).filter(isIgnoring),
        wrong: all(quiz, '[data-listed]').map((one) => ({ answer: textOf(one) })),
      };
    default:
      return undefined;
  }
}

/** What the reader has chosen, put in order or typed so far. */
export function readGiven(quiz: HTMLElement, kind: QuizItem['kind']): Answer {
  const ticked = inputs(quiz).filter((input) => input.checked);
  switch (kind) {
    case 'single':
    case 'predict':
      return { kind: 'option', option: ticked[0]?.value ?? '' };
    case 'multiple':
      return tickedOptions(ticked.map((input) => input.value));
    case 'order':
      return { kind: 'order', steps: all(quiz, '.quiz-steps > [data-step]').map((one) => one.dataset['step'] ?? '') };
    case 'fill-in':
      return { kind: 'text', text: inputs(quiz)[0]?.value ?? '' };
  }
}

/** Puts a kept answer back where it was given; parts that the item no longer has are passed over. */
export function putGiven(quiz: HTMLElement, answer: Answer): void {
  switch (answer.kind) {
    case 'option':
    case 'options': {
      const chosen = answer.kind === 'option' ? [answer.option] : answer.options;
      for (const input of inputs(quiz)) input.checked = chosen.includes(input.value);
      return;
    }
    case 'order': {
      const list = quiz.querySelector('.quiz-steps');
      const steps = list ? all(list, '[data-step]') : [];
      for (const id of answer.steps) list?.append(...steps.filter((step) => step.dataset['step'] === id));
      return;
    }
    case 'text':
      for (const input of inputs(quiz)) input.value = answer.text;
  }
}
