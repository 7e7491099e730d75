/**
 * A sentence with code in it: what describe.ts writes, ready to be drawn or to be spoken.
 */

/** Code is kept apart from words, so that nobody has to take the sentence apart to draw it. */
export type Sentence = readonly (string | { readonly code: string })[];

/** A piece of code inside a sentence. */
export function code(text: string): { readonly code: string } {
  return { code: text };
}

/**
 * A sentence from a template; its holes take words, code and other sentences.
 * @example say`bash takes ${code('/usr/bin/python3')}.`
 */
export function say(
  words: TemplateStringsArray,
  ...holes: readonly (string | number | { readonly code: string } | Sentence)[]
): Sentence {
  const parts: (string | { readonly code: string })[] = [];
  for (const [index, word] of words.entries()) {
    if (word !== '') parts.push(word);
    const hole = holes[index];
    if (hole === undefined) continue;
    if (typeof hole === 'string' || typeof hole === 'number') parts.push(String(hole));
    else if ('code' in hole) parts.push(hole);
    else parts.push(...hole);
  }
  return parts;
}

/** Sentences one after the other, with a blank between them. */
export function together(...sentences: readonly Sentence[]): Sentence {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((each, index) => (index === 0 ? each : [' ', ...each]));
}

/**
 * The sentence as plain text, for a live region or a test.
 * @example plainText(say`It is ${code('ls')}.`) // 'It is ls.'
 */
export function plainText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
