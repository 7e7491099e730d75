/** Copy buttons on code blocks and console blocks. A console block copies its commands only. */
async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // No clipboard (an old browser, plain http, a refused permission): select the text, so that one key copies it.
    const block = button.closest('[data-copies]')?.querySelector('pre');
    if (block) getSelection()?.selectAllChildren(block);
    button.textContent = 'Press Ctrl+C';
  }
  setTimeout(() => {
    button.textContent = before;
  }, 1600);
}

function button(label: string, text: () => string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copy';
  made.textContent = 'Copy';
  made.setAttribute('aria-label', label);
  made.addEventListener('click', () => copy(text(), made));
  return made;
}

export function startCopyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLElement>('pre[data-code]')) {
    const frame = document.createElement('div');
    frame.className = 'code-frame';
    frame.dataset['copies'] = '';
    pre.replaceWith(frame);
    frame.append(
      pre,
      button('Copy this code', () => pre.innerText),
    );
  }
  for (const block of document.querySelectorAll<HTMLElement>('.console')) {
    const commands = () =>
      [...block.querySelectorAll<HTMLElement>('[data-command]')].map((line) => line.textContent ?? '').join('\n');
    block.dataset['copies'] = '';
    block.querySelector('header')?.append(button('Copy the commands', commands));
  }
}
