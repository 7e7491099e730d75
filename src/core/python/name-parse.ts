// A name's value and what is wrong with it: the names and normalization specification, "Name format".
import { type NormalizedName, normalizeName } from './name';
import { type Parsed, problemAt } from './problem';
import { CHAR, isAlphanumeric } from './text';

/**
 * Reads a project name ("Name format") into its normal form.
 *
 * Problems: `name/empty`, `name/edge` (it begins or ends with something else than a letter or digit), `name/character`.
 *
 * @example parseName('flask_').problems.map((problem) => problem.code) // → ['name/edge']
 */
export function parseName(text: string): Parsed<NormalizedName, 'name'> {
  const parts = [{ kind: 'name', at: { start: 0, end: text.length }, text }] as const;
  const problem = nameProblem(text);
  return problem === undefined
    ? { value: normalizeName(text), parts, problems: [] }
    : { value: undefined, parts, problems: [problem] };
}

function nameProblem(text: string) {
  if (text === '') return problemAt('name/empty', 0, 0, 'There is no name here: write one such as requests.');
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code) || code === CHAR.dot || code === CHAR.dash || code === CHAR.underscore) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    const message = `“${character}” cannot stand in a name: ASCII letters, digits, “-”, “_” and “.” can.`;
    return problemAt('name/character', at, at + character.length, message);
  }
  for (const at of [0, text.length - 1]) {
    if (isAlphanumeric(text.charCodeAt(at))) continue;
    return problemAt('name/edge', at, at + 1, 'A name begins and ends with an ASCII letter or digit.');
  }
  return undefined;
}
