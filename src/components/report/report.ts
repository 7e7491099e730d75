/** Fills the report in: the page that the reader came from, the state of its figure, the version, the browser's own name. Sends nothing. */
class Report extends HTMLElement {
  connectedCallback(): void {
    const what = this.querySelector<HTMLTextAreaElement>('#report-what');
    const text = this.querySelector<HTMLTextAreaElement>('#report-text');
    const open = this.querySelector<HTMLAnchorElement>('[data-open]');
    const said = this.querySelector<HTMLElement>('.report-said');
    if (!what || !text) return;
    const asked = new URLSearchParams(location.search);
    const named = asked.get('page') ?? '';
    const page = /^\/?[\w\-./#]{0,200}$/.test(named) ? named : '(unknown)';
    // A figure in its state: the page with this fragment shows it again.
    const state = /^#\d+\.[\w-]{1,8192}$/.exec(asked.get('state') ?? '')?.[0] ?? '';
    const repository = this.dataset['repository'];

    const fill = () => {
      text.value = [
        what.value.trim(),
        '',
        `Page: ${page}${state}`,
        `Version: ${this.dataset['version'] ?? ''}`,
        `Browser: ${navigator.userAgent}`,
      ]
        .join('\n')
        .trim();
      if (open && repository) {
        open.href = `${repository}/issues/new?title=${encodeURIComponent(`Mistake on ${page}`)}&body=${encodeURIComponent(text.value)}`;
      }
    };
    what.addEventListener('input', fill);
    fill();
    this.querySelector('[data-copy]')?.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        if (said) said.textContent = 'Copied.';
      } catch {
        text.select();
        if (said) said.textContent = 'Press Ctrl+C to copy the marked text.';
      }
    });
  }
}

customElements.define('ship-report', Report);
