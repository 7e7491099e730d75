// “did you mean”: buildkit util/suggest. The nearest of the known words, if one is nearer than three edits.

/** Words that are longer than any known one by so much can’t be near; it bounds the work for a hostile word. */
const MOST_EDITS = 2;

/**
 * The known word that `written` is likely meant to be, or undefined. Where two are equally near, the builder takes either;
 * this takes the first.
 *
 * @example suggest('form', ['from', 'chown']) // → 'from'
 */
export function suggest(written: string, known: readonly string[], caseMatters: boolean): string | undefined {
  const wanted = caseMatters ? written : written.toLowerCase();
  let best: string | undefined;
  let fewest = MOST_EDITS + 1;
  for (const option of known) {
    const word = caseMatters ? option : option.toLowerCase();
    if (word === wanted) return undefined;
    if (Math.abs(word.length - wanted.length) > 2 * MOST_EDITS) continue;
    const edits = distance(wanted, word);
    if (edits >= fewest) continue;
    fewest = edits;
    best = caseMatters ? word : inCaseOf(written, word);
  }
  return best === '' ? undefined : best;
}

/** A message with the suggestion after it, if there is one. */
export function withSuggestion(message: string, written: string, known: readonly string[], caseMatters = true): string {
  const meant = suggest(written, known, caseMatters);
  return meant === undefined ? message : `${message} (did you mean ${meant}?)`;
}

function inCaseOf(written: string, word: string): string {
  if (written === written.toLowerCase()) return word.toLowerCase();
  return written === written.toUpperCase() ? word.toUpperCase() : word;
}

/** Levenshtein’s distance, in characters. */
function distance(left: string, right: string): number {
  const to = [...right];
  let row = to.map((_, i) => i + 1);
  let i = 0;
  for (const character of left) {
    let diagonal = i++;
    let before = i;
    row = to.map((other, j) => {
      const above = row[j] ?? 0;
      const here = Math.min(above + 1, before + 1, diagonal + (character === other ? 0 : 1));
      diagonal = above;
      before = here;
      return here;
    });
  }
  return to.length === 0 ? i : (row[to.length - 1] ?? 0);
}
