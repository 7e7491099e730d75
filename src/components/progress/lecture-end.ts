/** <ship-lecture-end>: reaching it finishes the lecture; leaving the page before keeps the place. It counts the answers, too. */
import { countItems, progress } from './here';

class LectureEnd extends HTMLElement {
  connectedCallback(): void {
    const id = this.dataset['lecture'] ?? '';
    this.#show();
    addEventListener('shipshape:progress', () => this.#show());
    progress.visitLecture(id);
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      progress.finishLecture(id);
    });
    observer.observe(this);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') progress.visitLecture(id, this.#heading());
    });
  }

  /** The last heading that the reader has passed. */
  #heading(): string | undefined {
    return [...document.querySelectorAll<HTMLElement>('article h2[id]')]
      .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
      .at(-1)?.id;
  }

  #show(): void {
    const { answered, alone, total } = countItems(this.dataset['items']);
    this.textContent =
      answered === 0
        ? `This lecture has ${total} questions. What you answer is kept on this device.`
        : `You answered ${answered} of ${total} questions on this device, ${alone} right before you saw the answer.`;
  }
}

export const startLectureEnd = (): void => customElements.define('ship-lecture-end', LectureEnd);
