/** The search dialog: `/` or the button opens it, arrow keys walk the results, Escape closes. */
interface Found {
  url: string;
  meta: { title?: string };
  sub_results: readonly { url: string; title: string; excerpt: string }[];
}
interface Pagefind {
  debouncedSearch(words: string): Promise<{ results: readonly { data(): Promise<Found> }[] } | null>;
}

const most = 8;

async function results(pagefind: Pagefind, words: string): Promise<readonly Found[] | undefined> {
  const answer = await pagefind.debouncedSearch(words);
  if (answer === null) return undefined; // a later keystroke has overtaken this one
  return Promise.all(answer.results.slice(0, most).map((result) => result.data()));
}

/** Excerpts come from our own pages, with <mark> around the words found; everything else is taken as text. */
function excerpt(html: string): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
    const text = new DOMParser().parseFromString(`<p>${marked ?? part}`, 'text/html').body.textContent ?? '';
    if (marked === undefined) made.append(text);
    else made.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return made;
}

function row(found: Found): HTMLLIElement[] {
  const parts = found.sub_results.slice(0, 2);
  return parts.map((part) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = part.url;
    const page = document.createElement('span');
    page.className = 'search-page';
    page.textContent = found.meta.title ?? '';
    const title = document.createElement('b');
    title.textContent = part.title;
    const text = document.createElement('span');
    text.className = 'search-excerpt';
    text.append(excerpt(part.excerpt));
    link.append(title, part.title === found.meta.title ? '' : page, text);
    item.append(link);
    return item;
  });
}

export function startSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  const input = dialog?.querySelector('input');
  const said = dialog?.querySelector<HTMLElement>('.search-said');
  const list = dialog?.querySelector('ol');
  if (!dialog || !input || !said || !list) return;
  let loading: Promise<Pagefind> | undefined;

  const load = () => {
    loading ??= import(/* @vite-ignore */ dialog.dataset['search'] ?? '').catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const open = () => {
    dialog.showModal();
    input.select();
    load().catch(() => undefined);
  };
  const search = async () => {
    const words = input.value.trim();
    if (words === '') {
      list.replaceChildren();
      said.textContent = '';
      return;
    }
    try {
      const found = await results(await load(), words);
      if (found === undefined || words !== input.value.trim()) return;
      const rows = found.flatMap(row);
      list.replaceChildren(...rows);
      said.textContent = rows.length === 0 ? `Nothing found for “${words}”.` : `${rows.length} places found.`;
    } catch {
      said.textContent = 'The search index could not be loaded. Reload the page, or try again when you are online.';
    }
  };

  for (const button of document.querySelectorAll('[data-search-open]')) button.addEventListener('click', open);
  input.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !dialog.open) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      list.querySelector('a')?.click();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const stops = [input, ...list.querySelectorAll('a')];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
    if (event.target instanceof Element && event.target.closest('.search-results a')) dialog.close();
  });
}
