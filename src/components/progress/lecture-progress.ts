/** <ship-lecture-progress>, <ship-resume>, <ship-lecture-end>: how far the reader is, where lectures are listed and where one ends. */
import { countItems } from './counted';
import { progress } from './here';

/** An element whose text follows what is kept. */
abstract class Following extends HTMLElement {
  connectedCallback(): void {
    this.show();
    addEventListener('shipshape:progress', () => this.show());
  }

  abstract show(): void;
}

class LectureProgress extends Following {
  show(): void {
    const { answered, total } = countItems(this.dataset['items']);
    this.textContent = answered > 0 ? `${answered} of ${total} answered` : '';
  }
}

/** The link of a lecture that can be gone on with, out of all that the page lists (without script they are hidden). */
class Resume extends Following {
  show(): void {
    const last = progress.lastLecture();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-lecture]')) {
      const isLast = link.dataset['lecture'] === last?.id;
      link.hidden = !isLast;
      if (isLast && last?.place) link.hash = last.place.heading;
    }
  }
}

/** The end of a lecture: reaching it finishes the lecture; leaving the page before keeps the place. */
class LectureEnd extends Following {
  override connectedCallback(): void {
    super.connectedCallback();
    const id = this.dataset['lecture'] ?? '';
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

  show(): void {
    const said = this.querySelector('p');
    const { answered, alone, total } = countItems(this.dataset['items']);
    if (!said) return;
    said.textContent =
      answered === 0
        ? `This lecture has ${total} questions. What you answer is kept on this device.`
        : `You answered ${answered} of ${total} questions on this device, ${alone} right before you saw the answer.`;
  }
}

export function startLectureProgress(): void {
  if (customElements.get('ship-resume')) return;
  customElements.define('ship-lecture-progress', LectureProgress);
  customElements.define('ship-resume', Resume);
  customElements.define('ship-lecture-end', LectureEnd);
}
