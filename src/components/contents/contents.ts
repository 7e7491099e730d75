/**
 * The contents follow the reader: the section that is being read is marked (`aria-current`), and told to whoever keeps it
 * (`shipshape:section`, with its id).
 */
declare global {
  interface WindowEventMap {
    'shipshape:section': CustomEvent<string>;
  }
}

export function startContents(): void {
  const list = document.querySelector('[data-contents]');
  if (!list) return;
  const links = new Map(
    [...list.querySelectorAll<HTMLAnchorElement>('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );
  const heads = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  let waiting = false;
  let at: string | undefined;

  const mark = () => {
    waiting = false;
    const line = innerHeight * 0.3;
    const past = heads.filter((head) => head.getBoundingClientRect().top < line);
    const here = past.at(-1)?.id;
    if (here !== undefined && here !== at) {
      at = here;
      dispatchEvent(new CustomEvent('shipshape:section', { detail: here }));
    }
    for (const [id, link] of links) {
      if (id === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  mark();
}
