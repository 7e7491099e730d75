// The options of a line: long names, which may be cut short as far as they stay clear, and letters, with values after `=`,
// in the same word or in the next (pip's documentation, "Requirements File Format", "Supported options").
import { type Problem, problemAt } from '../../problem';
import type { GivenOption } from './requirements-file';
import { optionByLetter, optionByName } from './requirements-options';
import type { ShellWord } from './shell-words';

/** The options, and words that are none: pip passes those over. Or the first problem. */
export type LineOptions =
  | { readonly options: readonly GivenOption[]; readonly others: readonly ShellWord[]; readonly problem?: never }
  | { readonly problem: Problem };

/** Reads the words after a line's requirement. */
export function readLineOptions(words: readonly ShellWord[]): LineOptions {
  const options: GivenOption[] = [];
  const others: ShellWord[] = [];
  for (let next = 0; next < words.length; next++) {
    const word = words[next];
    if (word === undefined) break;
    if (word.text === '--') {
      others.push(...words.slice(next + 1));
      break;
    }
    if (!word.text.startsWith('-') || word.text === '-') {
      others.push(word);
      continue;
    }
    const read = word.text.startsWith('--') ? readLong(word, words[next + 1]) : readLetters(word, words[next + 1]);
    if ('problem' in read) return read;
    options.push(...read.options);
    if (read.tookNext) next++;
  }
  return { options, others };
}

type Reading = { readonly options: readonly GivenOption[]; readonly tookNext: boolean } | { readonly problem: Problem };

function unknown({ text, at }: ShellWord, candidates: readonly string[]): Reading {
  const shown = text.slice(0, 40);
  const message =
    candidates.length > 1
      ? `“${shown}” begins ${candidates.length} options: write one out, such as ${candidates[0]}.`
      : `“${shown}” is no option of a requirements file: take it out, or give it to the installer on the command line.`;
  return { problem: problemAt('requirements/option', at.start, at.end, message) };
}

function valueMissing({ at }: ShellWord, name: string): Reading {
  return { problem: problemAt('requirements/option-value', at.start, at.end, `After ${name} comes a value.`) };
}

function readLong(word: ShellWord, following: ShellWord | undefined): Reading {
  const equals = word.text.indexOf('=');
  const name = equals === -1 ? word.text : word.text.slice(0, equals);
  const known = optionByName(name);
  if (!('option' in known)) return unknown(word, known);
  const { option, takesValue } = known;
  if (!takesValue) {
    if (equals === -1) return { options: [{ option, value: '', at: word.at }], tookNext: false };
    const message = `${option} takes no value: end it before the “=”.`;
    return { problem: problemAt('requirements/option-value', word.at.start, word.at.end, message) };
  }
  if (equals !== -1) return { options: [{ option, value: word.text.slice(equals + 1), at: word.at }], tookNext: false };
  if (following === undefined) return valueMissing(word, option);
  const at = { start: word.at.start, end: following.at.end };
  return { options: [{ option, value: following.text, at }], tookNext: true };
}

/** `-rother.txt` and `-r other.txt`. All letters take a value, so the rest of the word is it. */
function readLetters(word: ShellWord, following: ShellWord | undefined): Reading {
  const known = optionByLetter(word.text.charAt(1));
  if (known === undefined) return unknown(word, []);
  if (word.text.length > 2) {
    return { options: [{ option: known.option, value: word.text.slice(2), at: word.at }], tookNext: false };
  }
  if (following === undefined) return valueMissing(word, known.option);
  const at = { start: word.at.start, end: following.at.end };
  return { options: [{ option: known.option, value: following.text, at }], tookNext: true };
}
