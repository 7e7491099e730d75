/** <ship-exercise>: says on its card how far this reader is with an exercise. */
import { progress } from '@/components/progress/here';
import { exerciseHasChanged } from '@/core/exercise';
import { describeResult } from './result-words';

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

class ExerciseCard extends HTMLElement {
  connectedCallback(): void {
    this.append(document.createElement('span'));
    this.#show();
    addEventListener('shipshape:progress', () => this.#show());
  }

  #show(): void {
    const badge = this.querySelector('span');
    const record = progress.exercise({ id: this.#id(), aliases: words(this.dataset['aliases']) });
    if (!badge) return;
    const isChanged = record !== undefined && exerciseHasChanged(record, Number(this.dataset['revision'] ?? 1));
    const isSolved = !isChanged && (record?.solved === 'alone' || record?.solved === 'hints');
    badge.toggleAttribute('data-solved', isSolved);
    badge.textContent = isChanged ? 'Changed since' : record === undefined ? '' : describeResult(record);
  }

  /** The end of the address that the card leads to. */
  #id(): string {
    return this.querySelector('a')?.pathname.split('/').slice(-3, -1).join('/') ?? '';
  }
}

export const startExerciseCards = (): void => customElements.define('ship-exercise', ExerciseCard);
