/** Tells the reader, once and calmly, that answers are not kept, and offers them as a code before the page is closed. */
import type { Trouble } from './store';

const sentences: Readonly<Record<Trouble, string>> = {
  blocked: 'This browser keeps nothing for this site. Your answers stay on this page until you close it.',
  full: 'This browser’s storage is full. New answers stay on this page until you close it; older ones are safe.',
  newer:
    'A newer version of the course kept your progress. Reload to go on; until then new answers stay on this page only.',
};

/** Copies a text; where the clipboard is out of reach, shows it selected in a field. */
export async function copyText(text: string, beside: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    beside.textContent = 'Copied';
  } catch {
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', 'Your progress as a code');
    beside.after(field);
    field.select();
  }
}

function button(label: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', () => act(made));
  return made;
}

/** Shows the notice at the foot of the page; `code` is asked for when the reader wants it. */
export function showNotice(trouble: Trouble, code: () => string): void {
  const notice = document.createElement('aside');
  notice.className = 'storage-notice';
  notice.setAttribute('aria-label', 'About your answers');
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'status');
  notice.append(
    sentence,
    button('Copy them as a code', (made) => copyText(code(), made)),
    button('Close', () => notice.remove()),
  );
  document.body.append(notice);
  // A live region speaks of what comes into it after it was there.
  requestAnimationFrame(() => {
    sentence.textContent = sentences[trouble];
  });
}
