/**
 * A ladder of hints: the last is the answer, and marks its words in bold or as code; none before it gives one of them away.
 */

/** The words of a Markdown text that are set in bold or as code: `**Alpine**`, `` `-P` ``. */
export const marked = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*/g)].map(([, code, bold]) => code ?? bold?.replaceAll('`', '') ?? '');

/**
 * The marked words of the last hint that the exercise's own words don't hold yet: what the reader is to find.
 * @param known all that is said before any hint
 */
export function answerWords(hints: readonly string[], known: string): readonly string[] {
  return marked(hints.at(-1) ?? '').filter((word) => !holds(known, word));
}

/** The places (from 0) of hints that give the answer away before the last one does, with the word. */
export function givenAway(
  hints: readonly string[],
  known: string,
): readonly { readonly hint: number; readonly word: string }[] {
  const words = answerWords(hints, known);
  return hints.slice(0, -1).flatMap((text, hint) => {
    const word = words.find((one) => holds(text, one));
    return word === undefined ? [] : [{ hint, word }];
  });
}

/** Whether a text holds a word as a word of its own, whatever its case. */
function holds(text: string, word: string): boolean {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
