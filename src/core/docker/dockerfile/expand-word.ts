// Variables in the words of an instruction: Dockerfile reference, “Environment replacement”. Which words of which instruction are
// expanded is for expand-instruction.ts to say.
import type { Environment, Expansion } from './environment';
import { quote } from './quote';
import { type Lexed, type Lexing, lexShell } from './shell-lex';

function expansionOf(source: string, { text, used, missing, problem }: Lexed): Expansion {
  const sentence = problem === undefined ? undefined : `failed to process ${quote(source)}: ${problem}`;
  return { text, used, missing, problem: sentence };
}

/**
 * One word with quotes and escapes taken out and values in the place of variables.
 *
 * @example expandWord('${app:-web}/"$dir"', new Map([['dir', 'src']]), '\\').text // → 'web/src'
 */
export function expandWord(word: string, environment: Environment, escaping: '\\' | '`'): Expansion {
  return expansionOf(word, lexShell(word, { escape: escaping, environment }));
}

/** A word that may become several, as for EXPOSE: what a variable brings is split at its white space. */
export function expandWords(
  word: string,
  environment: Environment,
  escaping: '\\' | '`',
): Expansion & { readonly words: readonly string[] } {
  const lexed = lexShell(word, { escape: escaping, environment });
  return { ...expansionOf(word, lexed), words: lexed.words };
}

/** The lines of a heredoc that COPY or ADD writes: quotes are characters like others, and a backslash escapes in any file. */
export function expandHeredoc(content: string, environment: Environment): Expansion {
  return expansionOf(content, lexShell(content, { escape: '\\', environment, ignoreQuotes: true }));
}

/** How the log shows a text; one that can’t be expanded stays as it is. For RUN, all but set variables stays as written. */
export function expandLabel(text: string, environment: Environment, escaping: '\\' | '`', isRun: boolean): string {
  const raw: Partial<Lexing> = isRun ? { rawQuotes: true, rawEscapes: true, keepUnset: true } : {};
  const { text: label, problem } = lexShell(text, { escape: escaping, environment, ...raw });
  return problem === undefined ? label : text;
}
