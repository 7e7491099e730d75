/** Keeps that a lecture was opened, the section that was reached, and that its end was seen. */
import { progress } from './here';

class LectureEnd extends HTMLElement {
  connectedCallback(): void {
    const id = this.dataset['lecture'];
    if (!id) return;
    progress.visitLecture(id);
    addEventListener('shipshape:section', (event) => progress.visitLecture(id, event.detail));
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      progress.finishLecture(id);
    });
    seen.observe(this);
  }
}

customElements.define('ship-lecture-end', LectureEnd);
