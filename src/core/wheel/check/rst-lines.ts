// Lines of reStructuredText: what can’t be a title’s text, what is an underline, how wide a text is. Follows docutils 0.23
// (reStructuredText specification, “Sections”).

/** A line that begins a list, a field, an option, a table, a comment or a quotation. */
export const NO_TITLE = /^(?:[-+*•‣⁃|>:./(]|__ |(?:[0-9]+|[A-Za-z#]|[ivxlcdmIVXLCDM]+)[.)](?: |$))/;

/** A line that prose begins with: a letter, a number, a quotation mark, or inline markup. */
export const PROSE = /^[\p{L}\p{N}"'“‘«`*]/u;

/** A line of one punctuation mark, over and over. */
export const PUNCTUATION = /^([!-/:-@[-`{-~])\1*$/;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** How many columns a text takes: letters of East Asian scripts take two, marks above others none. @example widthOf('部品') // → 4 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
