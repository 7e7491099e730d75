/**
 * A page that was left open over a deploy asks for files that are gone. It says so in one calm line, keeps everything that the
 * reader did (answers are in storage, written at once), and offers to reload; it never reloads by itself.
 */
let told = false;

/** Says that a part of the page could not be loaded. Figures call it too, by the event `shipshape:part-missing`. */
export function tellStale(): void {
  if (told) return;
  told = true;
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent =
    'A part of this page could not be loaded: the course may have been updated while the page was open, or you may be offline. Your answers are kept.';
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = 'Reload the page';
  reload.addEventListener('click', () => location.reload());
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Not now';
  close.addEventListener('click', () => {
    notice.remove();
    told = false;
  });
  notice.append(text, reload, close);
  document.body.append(notice);
}

export function watchForStaleParts(): void {
  document.addEventListener('astro:hydration-error', tellStale);
  addEventListener('vite:preloadError', (event) => {
    event.preventDefault();
    tellStale();
  });
  addEventListener('shipshape:part-missing', tellStale);
}
