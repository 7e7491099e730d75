// One pattern of an ignore file, ready to compare paths with it: moby/patternmatcher, Pattern.compile. Plain names, beginnings and
// endings are compared as they are; all else becomes a regular expression, with the odd meanings that this brings.
import { automaton, type PathTest } from './automaton';
import { readExpression } from './expression';

export interface IgnorePattern {
  /** Cleaned, without the `!`. */
  readonly text: string;
  /** `!`: what it matches is taken back in. */
  readonly isException: boolean;
  /** Undefined where the pattern can’t be used: the builder fails at the first path that it compares with it. */
  readonly test: PathTest | undefined;
}

/** Signs of regular expressions that mean nothing in a pattern. `|`, `{` and `}` should be among them, and aren’t in effect. */
const PLAIN = new Set('.+()$');

/** The pattern of a cleaned text. */
export function patternOf(text: string, isException: boolean): IgnorePattern {
  return { text, isException, test: testOf(text) };
}

function testOf(text: string): PathTest | undefined {
  let expression = '^';
  let kind: 'exact' | 'beginning' | 'ending' | 'expression' = 'exact';
  for (let at = 0, tokens = 0; at < text.length; tokens++) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length;
    if (character === '*' && text[at] === '*') {
      at++;
      if (text[at] === '/') at++;
      if (at < text.length) {
        expression += '(.*/)?';
        kind = 'expression';
      } else if (kind === 'exact') kind = 'beginning';
      else {
        expression += '.*';
        kind = 'expression';
      }
      if (tokens === 0) kind = 'ending';
    } else if (character === '*' || character === '?') {
      expression += character === '*' ? '[^/]*' : '[^/]';
      kind = 'expression';
    } else if (PLAIN.has(character)) expression += `\\${character}`;
    else if (character === '\\' && at < text.length) {
      const escaped = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += escaped.length;
      expression += `\\${escaped}`;
      kind = 'expression';
    } else {
      expression += character;
      if (character === '[' || character === ']') kind = 'expression';
    }
  }
  if (kind === 'exact') return (path) => path === text;
  if (kind === 'beginning') return (path) => path.startsWith(text.slice(0, -2));
  if (kind === 'ending') {
    const ending = text.slice(2);
    // **/name is also the name itself.
    return (path) => path.endsWith(ending) || (ending.startsWith('/') && path === ending.slice(1));
  }
  const alternatives = readExpression(`${expression}$`);
  return alternatives && automaton(alternatives);
}
