/** Definitions of glossary terms beside the word: on hover, on focus, and on a first tap; Escape closes. */
class Term extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const link = this.querySelector('a');
    const definition = this.querySelector<HTMLElement>('[popover]');
    if (!link || !definition || !('showPopover' in definition)) return;

    const place = () => {
      const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
      const box = definition.getBoundingClientRect();
      const left = Math.max(8, Math.min(word.left, innerWidth - box.width - 8));
      const below = word.bottom + 6;
      const top = below + box.height > innerHeight ? Math.max(8, word.top - box.height - 6) : below;
      definition.style.left = `${left}px`;
      definition.style.top = `${top}px`;
    };
    const open = () => {
      if (definition.matches(':popover-open')) return;
      definition.showPopover();
      place();
    };
    const close = () => {
      if (definition.matches(':popover-open')) definition.hidePopover();
    };
    const soon = (act: () => void, after: number) => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(act, after);
    };

    link.addEventListener('focus', open);
    if (link.matches(':focus')) open(); // the focus was there before this script was
    link.addEventListener('blur', close);
    this.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && soon(open, 120));
    this.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && soon(close, 180));
    link.addEventListener('pointerup', (event) => {
      // A finger has no hover: the first tap shows the definition, the second follows the link.
      if (event.pointerType === 'mouse') return;
      this.dataset['tapped'] =
        definition.matches(':popover-open') && this.dataset['shown'] === 'yes' ? 'follow' : 'show';
    });
    link.addEventListener('click', (event) => {
      if (this.dataset['tapped'] !== 'show') return;
      event.preventDefault();
      open();
      this.dataset['shown'] = 'yes';
    });
    this.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    // Focus scrolls the word into view by itself: the definition goes along with it.
    addEventListener('scroll', () => (document.activeElement === link ? place() : close()), { passive: true });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && this.contains(event.target)) return;
      close();
      this.dataset['shown'] = 'no';
    });
  }
}

export const startTerms = (): void => customElements.define('ship-term', Term);
