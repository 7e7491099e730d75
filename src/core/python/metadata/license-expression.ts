// Licence expressions, as `License-Expression` holds them: identifiers of the SPDX license list joined by AND, OR, WITH and
// parentheses. Reading goes through the words once. Follows the licence expression specification (PEP 639), "SPDX", and the
// core metadata specification, "License-Expression".
import { type Parsed, type Part, type Problem, problemAt } from '../problem';
import { adviseLicense, adviseUnknownLicense } from './license-advice';
import { findException, findLicense } from './license-list';
import { splitWords } from './python-text';

/** A licence as the expression names it: from the list, or the project's own, whose text is in a file of it. */
export type NamedLicense =
  | {
      readonly kind: 'listed';
      readonly id: string;
      /** `+` after the identifier: this version or a later one. */
      readonly orLater: boolean;
      readonly deprecated: boolean;
      readonly exception: string | undefined;
    }
  | { readonly kind: 'reference'; readonly id: string; readonly exception: string | undefined };

/** A licence expression. */
export interface LicenseExpression {
  /** Identifiers as the list spells them, operators in capitals, single spaces. Parentheses are kept. */
  readonly normalized: string;
  /** The licences in the order in which they are named. */
  readonly licenses: readonly NamedLicense[];
}

export type LicensePart = 'license' | 'reference' | 'exception' | 'operator' | 'parenthesis';

/** Deeper parentheses are refused, as the reference implementation does; they protect readers that work by recursion. */
export const MAX_LICENSE_DEPTH = 200;

/** Looking for the identifier that was meant takes a walk through the list, so it is done for so many words at most. */
const MAX_ADVISED = 8;

/** So many problems are told, and no more: past that, the text is something else. */
const MAX_PROBLEMS = 50;

/**
 * Reads a licence expression. Deprecated identifiers are valid; letter case doesn't matter.
 *
 * Problems: `license/empty`, `license/unknown`, `license/unknown-exception`, `license/reference`, `license/operator`,
 * `license/operand`, `license/with`, `license/parenthesis`, `license/nesting`. Follows (Core metadata, "License-Expression").
 *
 * @example parseLicenseExpression('mit or (apache-2.0 with llvm-exception)').value.normalized // → 'MIT OR (Apache-2.0 WITH LLVM-exception)'
 */
export function parseLicenseExpression(text: string): Parsed<LicenseExpression, LicensePart> {
  const words = wordsOf(text);
  if (words.length === 0) {
    const message = 'There is no licence here: write an SPDX identifier such as MIT or Apache-2.0.';
    return { value: undefined, parts: [], problems: [problemAt('license/empty', 0, text.length, message)] };
  }
  const reading = new Reading(text, words);
  for (const [index, word] of words.entries()) reading.take(word, index);
  reading.finish();
  const { parts, problems } = reading;
  return { value: problems.length === 0 ? reading.value() : undefined, parts, problems };
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Words stand between white space and parentheses, and parentheses are words of their own. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const add = (word: string, start: number) =>
    words.push({ text: word, lower: word.toLowerCase(), start, end: start + word.length });
  for (const { word, start } of splitWords(text)) {
    let from = 0;
    for (let at = 0; at < word.length; at++) {
      if (word[at] !== '(' && word[at] !== ')') continue;
      if (at > from) add(word.slice(from, at), start + from);
      add(word.charAt(at), start + at);
      from = at + 1;
    }
    if (from < word.length) add(word.slice(from), start + from);
  }
  return words;
}

const OPERATORS: readonly string[] = ['and', 'or', 'with'];
const REFERENCE = 'licenseref-';

/** What the word before was: a licence may take WITH, a group or an exception may not. */
type Before = 'nothing' | 'license' | 'exception' | 'group';

/** Goes through the words, and knows what may come next. */
class Reading {
  readonly parts: Part<LicensePart>[] = [];
  readonly problems: Problem[] = [];
  private readonly written: string[] = [];
  private readonly licenses: NamedLicense[] = [];
  private readonly open: Word[] = [];
  private readonly references: ReadonlyMap<string, string>;
  private before: Before = 'nothing';
  private awaitsException = false;
  private advised = 0;

  constructor(
    private readonly source: string,
    private readonly words: readonly Word[],
  ) {
    // One reference has one spelling in the normal form: the last one.
    const references = words.filter(({ lower }) => lower.startsWith(REFERENCE));
    this.references = new Map(references.map(({ lower, text }) => [lower, text.slice(REFERENCE.length)]));
  }

  take(word: Word, index: number): void {
    const isParenthesis = word.text === '(' || word.text === ')';
    if (this.awaitsException && (isParenthesis || OPERATORS.includes(word.lower))) {
      this.report('license/with', word, 'After WITH comes the identifier of an exception, such as LLVM-exception.');
      this.awaitsException = false;
      this.before = 'exception';
    }
    if (word.text === '(') this.takeOpen(word);
    else if (word.text === ')') this.takeClose(word);
    else if (OPERATORS.includes(word.lower)) this.takeOperator(word);
    else if (this.awaitsException) this.takeException(word);
    else this.takeLicense(word, index);
  }

  finish(): void {
    const last = this.words.at(-1);
    if (last === undefined) return;
    if (this.awaitsException) {
      this.report('license/with', last, 'After WITH comes the identifier of an exception, such as LLVM-exception.');
    } else if (this.before === 'nothing') {
      this.report('license/operand', last, `After ${last.text.toUpperCase()} a licence is missing.`);
    }
    for (const word of this.open) this.report('license/parenthesis', word, 'This parenthesis is not closed.');
    // One word too many is often the name of a licence, written out: then that is what is wrong.
    const advice = this.problems.length === 0 ? undefined : adviseLicense(this.source);
    if (advice === undefined) return;
    const first = this.words[0]?.start ?? 0;
    this.problems.splice(0, this.problems.length, problemAt('license/unknown', first, last.end, advice));
  }

  value(): LicenseExpression {
    const normalized = this.written.join(' ').replaceAll('( ', '(').replaceAll(' )', ')');
    return { normalized, licenses: this.licenses };
  }

  private takeOpen(word: Word): void {
    this.note('parenthesis', word);
    if (this.before !== 'nothing') {
      this.report('license/operator', word, 'Between a licence and a parenthesis comes AND or OR.');
    }
    if (this.open.length === MAX_LICENSE_DEPTH) {
      this.report('license/nesting', word, `Parentheses may be ${MAX_LICENSE_DEPTH} deep at most.`);
    }
    this.open.push(word);
    this.before = 'nothing';
  }

  private takeClose(word: Word): void {
    this.note('parenthesis', word);
    if (this.before === 'nothing') {
      this.report('license/operand', word, 'Before this parenthesis a licence is missing.');
    }
    if (this.open.pop() === undefined) this.report('license/parenthesis', word, 'This parenthesis was not opened.');
    this.before = 'group';
  }

  private takeOperator(word: Word): void {
    this.note('operator', word);
    const operator = word.lower.toUpperCase();
    if (word.lower === 'with') {
      if (this.before !== 'license') {
        this.report('license/with', word, 'WITH follows a single licence, such as Apache-2.0 WITH LLVM-exception.');
      }
      this.awaitsException = true;
    } else if (this.before === 'nothing') {
      this.report('license/operand', word, `Before ${operator} a licence is missing.`);
    }
    this.before = 'nothing';
  }

  private takeException(word: Word): void {
    this.awaitsException = false;
    this.before = 'exception';
    const exception = findException(word.lower);
    this.note('exception', word, exception?.id);
    if (exception === undefined) {
      const message = `The SPDX list has no exception “${shorten(word.text)}”: after WITH comes one such as LLVM-exception.`;
      this.report('license/unknown-exception', word, message);
      return;
    }
    const license = this.licenses.pop();
    if (license !== undefined) this.licenses.push({ ...license, exception: exception.id });
  }

  private takeLicense(word: Word, index: number): void {
    if (this.before !== 'nothing') {
      const previous = this.words[index - 1];
      const message = `Between “${shorten(previous?.text ?? '')}” and “${shorten(word.text)}” comes AND or OR.`;
      this.report('license/operator', word, message);
    }
    this.before = 'license';
    if (word.lower.startsWith(REFERENCE)) {
      this.takeReference(word);
      return;
    }
    const orLater = word.lower.endsWith('+');
    const license = findLicense(orLater ? word.lower.slice(0, -1) : word.lower);
    const id = license === undefined ? word.text : license.id + (orLater ? '+' : '');
    this.note('license', word, id);
    if (license === undefined) this.reportUnknown(word);
    else {
      const { deprecated } = license;
      this.licenses.push({ kind: 'listed', id: license.id, orLater, deprecated, exception: undefined });
    }
  }

  private takeReference(word: Word): void {
    const id = `LicenseRef-${this.references.get(word.lower) ?? ''}`;
    this.note('reference', word, id);
    this.licenses.push({ kind: 'reference', id, exception: undefined });
    // The word as it is written: the Kelvin sign is no “k”, although it is one in lower case.
    if (/^[A-Za-z0-9.-]+$/.test(word.text.slice(REFERENCE.length))) return;
    const message =
      'After LicenseRef- come ASCII letters, digits, “.” and “-”, and no “+”, such as LicenseRef-Proprietary.';
    this.report('license/reference', word, message);
  }

  private reportUnknown(word: Word): void {
    this.advised++;
    const advice = this.advised > MAX_ADVISED ? undefined : adviseUnknownLicense(word.text);
    const message = `The SPDX list has no licence “${shorten(word.text)}”: ${advice ?? 'look its identifier up there, or write LicenseRef- and a name of your own.'}`;
    this.report('license/unknown', word, message);
  }

  private note(kind: LicensePart, { start, end, text }: Word, written?: string): void {
    this.parts.push({ kind, at: { start, end }, text });
    this.written.push(written ?? text.toUpperCase());
  }

  private report(code: string, word: Word, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problemAt(code, word.start, word.end, message));
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
