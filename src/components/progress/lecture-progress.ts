/** <ship-lecture-progress>: "7 of 19 answered", where lectures are listed. Follows what is kept. */
import { countItems } from './here';

class LectureProgress extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    addEventListener('shipshape:progress', () => this.#show());
  }

  #show(): void {
    const { answered, total } = countItems(this.dataset['items']);
    this.textContent = answered > 0 ? `${answered} of ${total} answered` : '';
  }
}

export const startLectureProgress = (): void => customElements.define('ship-lecture-progress', LectureProgress);
