/** <ship-progress-panel>: export, import with a look before the merge, and erasing with a question before. */
import {
  type Aliases,
  formatProgress,
  importProgress,
  type Progress,
  progressCode,
  underCurrentIds,
} from '@/core/exercise';
import { describeImport, describeKeptHere } from './describe-progress';
import { progress } from './here';
import { copyText } from './notice';

/** A file larger than this, in bytes, isn't even read: the text bound of the import is far below. */
const largestRead = 4_000_000;

class ProgressPanel extends HTMLElement {
  #coming: Progress | undefined;

  connectedCallback(): void {
    this.#count();
    addEventListener('shipshape:progress', () => this.#count());
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
      if (button) this.#act(button);
    });
    const field = this.querySelector('textarea');
    this.querySelector('.progress-import')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field?.value.trim()) this.#preview(field.value);
      else this.#say('Choose a file or paste a code first.');
    });
    this.querySelector('input[type=file]')?.addEventListener('change', (event) => this.#readFile(event.target));
    this.querySelector('dialog')?.addEventListener('close', (event) => {
      if (event.target instanceof HTMLDialogElement && event.target.returnValue === 'erase') this.#erase();
    });
  }

  #say(sentence: string): void {
    const said = this.querySelector('.progress-said');
    if (said) said.textContent = sentence;
  }

  #count(): void {
    const sentence = describeKeptHere(progress.all());
    for (const counts of this.querySelectorAll('.progress-counts')) counts.textContent = sentence;
  }

  #act(button: HTMLElement): void {
    switch (button.dataset['act']) {
      case 'save':
        this.#save();
        return;
      case 'copy':
        copyText(progressCode(progress.all()), button);
        return;
      case 'merge':
        if (this.#coming) progress.add(this.#coming);
        this.#close('Merged. Both are here now.');
        return;
      case 'leave':
        this.#close('Nothing was changed.');
        return;
      case 'ask': {
        const dialog = this.querySelector('dialog');
        if (!dialog) return;
        dialog.returnValue = 'keep';
        dialog.showModal();
      }
    }
  }

  #save(): void {
    const address = URL.createObjectURL(new Blob([formatProgress(progress.all())], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `shipshape-progress-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    this.#say(`Saved as ${link.download}.`);
  }

  async #readFile(input: EventTarget | null): Promise<void> {
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    if (!file) return;
    try {
      this.#preview(file.size > largestRead ? ' '.repeat(largestRead) : await file.text());
    } catch {
      this.#say('The browser couldn’t read that file: choose it once more.');
    }
  }

  #preview(text: string): void {
    const read = importProgress(text);
    const names = (this.dataset['aliases'] ?? '').split(' ').map((pair) => pair.split(','));
    const aliases: Aliases = new Map(names.flatMap(([old, current]) => (old && current ? [[old, current]] : [])));
    this.#coming = read.value && underCurrentIds(read.value, aliases);
    const box = this.querySelector<HTMLElement>('.progress-preview');
    const sentence = box?.querySelector('p');
    const list = box?.querySelector('ul');
    if (!box || !sentence || !list) return;
    sentence.textContent = this.#coming
      ? describeImport(progress.all(), this.#coming)
      : (read.problems[0]?.message ?? '');
    const problems = this.#coming ? read.problems : [];
    list.replaceChildren(
      ...problems.slice(0, 20).map((problem) => {
        const item = document.createElement('li');
        item.textContent = problem.message;
        return item;
      }),
    );
    for (const button of box.querySelectorAll('button')) button.hidden = !this.#coming?.records.size;
    box.hidden = false;
    this.#say('');
    sentence.focus();
  }

  /** Puts the preview away; the focus goes back to where importing begins. */
  #close(sentence: string): void {
    this.#coming = undefined;
    const box = this.querySelector<HTMLElement>('.progress-preview');
    if (box) box.hidden = true;
    const form = this.querySelector<HTMLFormElement>('.progress-import');
    form?.reset();
    form?.querySelector('textarea')?.focus();
    this.#say(sentence);
  }

  #erase(): void {
    progress.erase();
    delete document.documentElement.dataset['theme'];
    this.#say('Erased. Nothing is kept here now.');
  }
}

export const startProgressPanel = (): void => customElements.define('ship-progress-panel', ProgressPanel);
