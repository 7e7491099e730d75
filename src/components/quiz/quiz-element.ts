/**
 * <ship-quiz>: gives a quiz item its verdict. The HTML is whole before this script comes (Quiz.astro); what a state shows is a
 * matter of quiz.css by `data-state`: open, wrong, right, shown; `data-restored` while the page shows what was kept.
 */
import { progress } from '@/components/progress/here';
import { type AnswerRecord, type Grade, grade, hasChanged, type Remark } from '@/core/exercise';
import { type PageItem, putGiven, readGiven, readItem } from './read-item';
import { describeGrade, describeKept } from './verdict';

/** The time within which two clicks are a double click, in milliseconds. */
const doubleClick = 500;

/** What a kept answer and its item give when graded now; undefined where the answer was only looked at. */
function gradeKept(item: PageItem, record: AnswerRecord): Grade | undefined {
  return record.given && grade(item, record.given.answer);
}

class Quiz extends HTMLElement {
  #item: PageItem | undefined;
  #hint = '';
  #commitLabel = '';
  #touched = false;
  #committedAt = 0;

  connectedCallback(): void {
    if (this.#item) return;
    this.#item = readItem(this);
    const button = this.#part<HTMLButtonElement>('.quiz-foot > button');
    const said = this.#part('.quiz-said');
    if (!this.#item || !button || !said) return;
    button.disabled = false;
    this.#commitLabel = button.textContent;
    this.#hint = said.textContent;
    for (const move of this.querySelectorAll('[data-move]')) {
      move.ariaLabel += `: ${move.closest('li')?.querySelector('.quiz-step')?.textContent}`;
    }
    this.#restore();

    this.addEventListener('focusin', () => this.#touch());
    this.addEventListener('pointerdown', () => this.#touch());
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isJudged) this.#again();
      else this.#commit(event.timeStamp);
    });
    this.addEventListener('input', () => this.#open());
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('keydown', (event) => this.#key(event));
    this.#part('.quiz-answer')?.addEventListener('toggle', () => this.#toggled());
    addEventListener('shipshape:progress', ({ detail }) => {
      const isMine = detail.kind === 'everything' || detail.keys.includes(`answer:${this.#item?.id}`);
      if (isMine && !this.#touched) this.#restore();
    });
  }

  #part<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.querySelector<E>(selector);
  }

  get #isJudged(): boolean {
    return this.dataset['state'] === 'wrong' || this.dataset['state'] === 'right';
  }

  get #isUnfolded(): boolean {
    return this.#part<HTMLDetailsElement>('.quiz-answer')?.open ?? false;
  }

  /** The reader is at this item: from now on what it says is read out, and other tabs no longer change it. */
  #touch(): void {
    if (this.#touched) return;
    this.#touched = true;
    this.#part('.quiz-said')?.setAttribute('role', 'status');
  }

  #say(sentence: string): void {
    const said = this.#part('.quiz-said');
    if (said) said.textContent = sentence;
  }

  #state(state: 'open' | 'wrong' | 'right' | 'shown'): void {
    this.dataset['state'] = state;
    delete this.dataset['restored'];
    const button = this.#part('.quiz-foot > button');
    if (button) {
      button.textContent = this.#isJudged ? (state === 'right' ? 'Answer again' : 'Try again') : this.#commitLabel;
    }
  }

  /** Shows what was kept, without moving the page: reasons stay folded until the reader asks. */
  #restore(): void {
    const item = this.#item;
    const record = item && progress.answer(item);
    if (!item || !record) {
      if (this.dataset['restored'] === undefined) return;
      for (const input of this.querySelectorAll('input')) {
        input.checked = false;
        if (input.type === 'text') input.value = '';
      }
      this.#open();
      return;
    }
    const result = gradeKept(item, record);
    const verdict = hasChanged(record, item.revision) ? 'unfit' : result?.verdict;
    if (record.given && result?.verdict !== 'unfit') putGiven(this, record.given.answer);
    this.#state(verdict === 'right' || verdict === 'wrong' ? verdict : 'open');
    this.#say(describeKept(record, item.revision, result));
    this.dataset['restored'] = '';
  }

  /** Back to the question, as the reader left it. */
  #open(): void {
    for (const part of this.querySelectorAll('[data-clone]')) part.remove();
    for (const step of this.querySelectorAll<HTMLElement>('[data-early]')) delete step.dataset['early'];
    for (const input of this.querySelectorAll('input')) input.removeAttribute('aria-describedby');
    this.#state('open');
    this.#say(this.#hint);
  }

  #commit(at: number): void {
    const item = this.#item;
    if (!item) return;
    const answer = readGiven(this, item.kind);
    const isEmpty = answer.kind === 'option' && answer.option === '';
    const result: Grade = isEmpty ? { verdict: 'unfit', reason: 'nothing-given' } : grade(item, answer);
    this.#open();
    if (result.verdict === 'unfit') {
      this.#say(describeGrade(item.kind, result, false));
      return;
    }
    this.#committedAt = at;
    const wasShown = progress.answer(item)?.solved === 'shown';
    progress.giveAnswer(item, answer, result.verdict);
    this.#state(result.verdict);
    this.#say(describeGrade(item.kind, result, wasShown));
    if (result.verdict === 'wrong') for (const remark of result.remarks) this.#explain(remark);
    if (result.verdict === 'right' || item.kind === 'predict') this.#unfold(true);
  }

  /** Puts the author's sentence for a remark where the wrong answer stands. */
  #explain(remark: Remark): void {
    switch (remark.kind) {
      case 'wrong-option': {
        const input = this.#part(`input[value="${remark.option}"]`);
        const why = input?.closest('.quiz-option')?.querySelector('.quiz-why');
        if (!input || !why) return;
        why.id = `${this.id}-${remark.option}`;
        input.setAttribute('aria-describedby', why.id);
        return;
      }
      case 'too-early': {
        const step = this.#part(`.quiz-steps > [data-step="${remark.step}"]`);
        if (!step) return;
        step.dataset['early'] = '';
        this.#copy(this.#part(`.quiz-right-order > [data-step="${remark.step}"] [data-why]`), step);
        return;
      }
      case 'listed-answer':
        this.#copy([...this.querySelectorAll('dl > dd')][remark.index], this.#part('.quiz-says'));
        return;
      case 'other-answer':
        this.#copy(this.#part('[data-otherwise]'), this.#part('.quiz-says'));
        return;
      case 'left-out':
        return;
    }
  }

  #copy(from: Element | null | undefined, to: Element | null): void {
    if (!from || !to) return;
    const copy = document.createElement('div');
    copy.dataset['clone'] = '';
    copy.className = 'quiz-why';
    copy.append(...[...from.childNodes].map((node) => node.cloneNode(true)));
    to.append(copy);
  }

  #unfold(open: boolean): void {
    const answer = this.#part<HTMLDetailsElement>('.quiz-answer');
    if (answer) answer.open = open;
  }

  /** The reader unfolded the answer before it was earned. */
  #toggled(): void {
    const item = this.#item;
    const { state } = this.dataset;
    if (!item || !this.#isUnfolded || state === 'right' || (state === 'wrong' && item.kind === 'predict')) return;
    progress.showAnswer(item);
    this.#open();
    this.#state('shown');
    this.#say('The answer stands below.');
  }

  #click(event: MouseEvent): void {
    // The second half of a double click on what commits: by then the reasons have moved something else under the pointer.
    if (event.detail > 1 && event.timeStamp - this.#committedAt < doubleClick) {
      event.preventDefault();
      return;
    }
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    if (button) this.#move(button, Number(button.dataset['move']));
  }

  /** A new try, from the answer that was given. */
  #again(): void {
    this.#unfold(false);
    this.#open();
    (this.#part('input:checked') ?? this.#part('input, .quiz-moves > button'))?.focus();
  }

  #key(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    if (by === 0 || !button) return;
    event.preventDefault();
    this.#move(button, by);
  }

  /** Moves the step of a button one place, and says where it is now. */
  #move(button: HTMLElement, by: number): void {
    const step = button.closest<HTMLElement>('[data-step]');
    const list = step?.parentElement;
    const other = by < 0 ? step?.previousElementSibling : step?.nextElementSibling;
    if (!step || !list) return;
    this.#open();
    // The other step moves, so that the focus stays where it is.
    if (other) list.insertBefore(other, by < 0 ? step.nextElementSibling : step);
    button.focus();
    const places = [...list.children];
    const text = step.querySelector('.quiz-step')?.textContent ?? '';
    this.#say(`${text}: place ${places.indexOf(step) + 1} of ${places.length}.`);
  }
}

export const startQuizzes = (): void => customElements.define('ship-quiz', Quiz);
