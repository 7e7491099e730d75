// Patterns of COPY and ADD sources: Go’s filepath.Match (`*` and `?` stop at a slash; `[…]` with ranges and `^` doesn’t; `\` takes a
// character as it is). A pattern that can’t be read matches nothing.

/** Does the whole of `name` match? Undefined: the pattern is malformed. Linear in practice: a star never looks back past the one before it. */
export function matchPattern(pattern: string, name: string): boolean | undefined {
  const letters = [...name];
  const tokens = readTokens(pattern);
  if (tokens === undefined) return undefined;
  let token = 0;
  let letter = 0;
  let star = -1;
  let starAt = 0;
  while (letter < letters.length) {
    const here = tokens[token];
    const now = letters[letter] as string;
    if (here?.kind === 'star') {
      star = token++;
      starAt = letter;
    } else if (here !== undefined && takes(here, now)) {
      token++;
      letter++;
    } else if (star >= 0 && letters[starAt] !== '/') {
      token = star + 1;
      letter = ++starAt;
    } else return false;
  }
  while (tokens[token]?.kind === 'star') token++;
  return token === tokens.length;
}

/** Whether the builder takes the path as a pattern: it holds `*`, `?` or `[` that no backslash takes as it is. */
export function hasWildcard(path: string): boolean {
  for (let at = 0; at < path.length; at++) {
    const letter = path[at];
    if (letter === '\\') at++;
    else if (letter === '*' || letter === '?' || letter === '[') return true;
  }
  return false;
}

type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] };

function takes(token: Token, letter: string): boolean {
  switch (token.kind) {
    case 'star':
      return false;
    case 'any':
      return letter !== '/';
    case 'letter':
      return token.letter === letter;
    case 'class': {
      const code = letter.codePointAt(0) ?? 0;
      const isIn = token.ranges.some(
        ([low, high]) => (low.codePointAt(0) ?? 0) <= code && code <= (high.codePointAt(0) ?? 0),
      );
      return isIn !== token.isNegated;
    }
  }
}

function readTokens(pattern: string): readonly Token[] | undefined {
  const letters = [...pattern];
  const tokens: Token[] = [];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] as string;
    if (letter === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (letter === '?') tokens.push({ kind: 'any' });
    else if (letter === '\\') {
      const taken = letters[++at];
      if (taken === undefined) return undefined;
      tokens.push({ kind: 'letter', letter: taken });
    } else if (letter === '[') {
      const read = readClass(letters, at + 1);
      if (read === undefined) return undefined;
      tokens.push(read.token);
      at = read.end;
    } else tokens.push({ kind: 'letter', letter });
  }
  return tokens;
}

function readClass(
  letters: readonly string[],
  start: number,
): { readonly token: Token; readonly end: number } | undefined {
  let at = start;
  const isNegated = letters[at] === '^';
  if (isNegated) at++;
  const ranges: (readonly [string, string])[] = [];
  while (letters[at] !== ']' || ranges.length === 0) {
    const low = readBound(letters, at);
    if (low === undefined) return undefined;
    at = low.next;
    let high = low;
    if (letters[at] === '-') {
      const bound = readBound(letters, at + 1);
      if (bound === undefined) return undefined;
      high = bound;
      at = bound.next;
    }
    if (at >= letters.length) return undefined;
    ranges.push([low.letter, high.letter]);
  }
  return { token: { kind: 'class', isNegated, ranges }, end: at };
}

function readBound(
  letters: readonly string[],
  at: number,
): { readonly letter: string; readonly next: number } | undefined {
  const letter = letters[at];
  if (letter === undefined || letter === '-' || letter === ']') return undefined;
  if (letter !== '\\') return { letter, next: at + 1 };
  const taken = letters[at + 1];
  return taken === undefined ? undefined : { letter: taken, next: at + 2 };
}
