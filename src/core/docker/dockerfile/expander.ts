// One instruction’s words on their way through expansion, one after the other.
import type { Environment, Expansion } from './environment';
import { expandHeredoc, expandWord, expandWords } from './expand-word';
import { type Mount, readMount } from './mount';
import type { Refused } from './shell-pattern';
import type { Word } from './word';

/** Expands one word after the other and keeps what they asked for; after a problem it does nothing more. */
export class Expander {
  readonly used = new Set<string>();
  readonly missing = new Set<string>();
  /** The same for each word that had such variables. */
  readonly missingByWord: ReadonlySet<string>[] = [];
  problem: string | undefined;

  constructor(
    readonly environment: Environment,
    readonly escaping: '\\' | '`',
  ) {}

  #take<Read extends Expansion>(read: () => Read): Read | undefined {
    if (this.problem !== undefined) return undefined;
    const expansion = read();
    for (const name of expansion.used) this.used.add(name);
    for (const name of expansion.missing) this.missing.add(name);
    if (expansion.missing.size > 0) this.missingByWord.push(expansion.missing);
    this.problem = expansion.problem;
    return expansion;
  }

  readonly text = (written: string): string =>
    this.#take(() => expandWord(written, this.environment, this.escaping))?.text ?? '';

  readonly word = (word: Word): Word => ({ ...word, text: this.text(word.text) });

  words(written: string): readonly string[] {
    return this.#take(() => expandWords(written, this.environment, this.escaping))?.words ?? [];
  }

  heredoc(content: string): string {
    return this.#take(() => expandHeredoc(content, this.environment))?.text ?? '';
  }

  mount(written: string): Mount | undefined {
    if (this.problem !== undefined) return undefined;
    const mount = readMount(written, (value): string | Refused => {
      const text = this.text(value);
      return this.problem === undefined ? text : { problem: this.problem };
    });
    if (!('problem' in mount)) return mount;
    this.problem = mount.problem;
    return undefined;
  }

  refuse(problem: string | undefined): void {
    this.problem ??= problem;
  }
}
