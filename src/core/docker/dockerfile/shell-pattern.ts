// The patterns of `${name#pattern}`, `${name%pattern}` and `${name/pattern/with}`: buildkit frontend/dockerfile/shell. `?` is one
// character, `*` any number of them, neither crosses a line end; there are no classes. Matching prefers as Go’s regular
// expressions do, in time that grows with pattern times value, whatever the pattern.

/** Pattern times value that is matched at most; a Dockerfile’s words stay far below. */
export const MOST_CELLS = 4_000_000;

/** Letters of an expanded text at most: a variable that doubles itself thirty times would fill any memory. */
export const MOST_TEXT = 1 << 18;
export const TOO_LONG = `what the variables stand for is longer than ${MOST_TEXT} letters and isn’t read here`;

type Token = { readonly kind: 'any' } | { readonly kind: 'star' } | { readonly kind: 'is'; readonly character: string };

interface Pattern {
  readonly tokens: readonly Token[];
}

/** A pattern that can’t be read, or a text that is too large; the sentence is the builder’s for the former. */
export interface Refused {
  readonly problem: string;
}

/** Where the pattern matches in the characters of a value. */
interface Match {
  readonly start: number;
  readonly end: number;
}

function readPattern(written: readonly string[]): Pattern | Refused {
  const tokens: Token[] = [];
  for (let i = written[0] === '\ufeff' ? 1 : 0; i < written.length; i++) {
    let character = written[i] ?? '';
    if (character === '*') tokens.push({ kind: 'star' });
    else if (character === '?') tokens.push({ kind: 'any' });
    else {
      if (character === '\\') {
        const escaped = written[i + 1];
        // The backslash before } and / belongs to ${} and not to the pattern.
        if (escaped === '}' || escaped === '/') continue;
        if (escaped !== '*' && escaped !== '?' && escaped !== '\\') {
          const pattern = written.join('');
          return {
            problem: `invalid pattern (${pattern}) in substitution: invalid escape '\\${escaped ?? '\ufffd'}'`,
          };
        }
        character = escaped;
        i++;
      }
      tokens.push({ kind: 'is', character });
    }
  }
  return { tokens };
}

/** The first match at or after `from`, as a leftmost-first search finds it. */
class Matcher {
  readonly #width: number;
  /** Whether the tokens from the i-th on match from the j-th character on, to any end. */
  readonly #fits: Uint8Array;

  constructor(
    readonly pattern: Pattern,
    readonly value: readonly string[],
    readonly greedy: boolean,
  ) {
    this.#width = value.length + 1;
    this.#fits = new Uint8Array((pattern.tokens.length + 1) * this.#width).fill(1, pattern.tokens.length * this.#width);
    for (let i = pattern.tokens.length - 1; i >= 0; i--) {
      for (let j = value.length; j >= 0; j--) {
        const token = pattern.tokens[i];
        const goesOn = j < value.length && this.#passes(token, j);
        const fits =
          token?.kind === 'star'
            ? this.#isFit(i + 1, j) || (goesOn && this.#isFit(i, j + 1))
            : goesOn && this.#isFit(i + 1, j + 1);
        this.#fits[i * this.#width + j] = fits ? 1 : 0;
      }
    }
  }

  #isFit(i: number, j: number): boolean {
    return this.#fits[i * this.#width + j] === 1;
  }

  #passes(token: Token | undefined, j: number): boolean {
    return token?.kind === 'is' ? this.value[j] === token.character : this.value[j] !== '\n';
  }

  /** The end of the preferred match that begins at `start`, if one does. */
  endFrom(start: number): number | undefined {
    if (!this.#isFit(0, start)) return undefined;
    let end = start;
    this.pattern.tokens.forEach((token, i) => {
      if (token.kind !== 'star') {
        end++;
        return;
      }
      let last = end;
      for (let j = end; ; j++) {
        if (this.#isFit(i + 1, j)) {
          last = j;
          if (!this.greedy) break;
        }
        if (j >= this.value.length || !this.#passes(token, j)) break;
      }
      end = last;
    });
    return end;
  }

  find(from: number): Match | undefined {
    for (let start = from; start <= this.value.length; start++) {
      const end = this.endFrom(start);
      if (end !== undefined) return { start, end };
    }
    return undefined;
  }
}

function matcherOf(written: readonly string[], value: readonly string[], greedy: boolean): Matcher | Refused {
  const pattern = readPattern(written);
  if ('problem' in pattern) return pattern;
  if ((pattern.tokens.length + 1) * (value.length + 1) > MOST_CELLS) {
    return { problem: 'this pattern and value are too large to be matched here' };
  }
  return new Matcher(pattern, value, greedy);
}

/** `${name#pattern}` (shortest) and `${name##pattern}` (greedy): the value without what matches at its beginning. */
export function trimPrefix(pattern: string, value: string, greedy: boolean): string | Refused {
  return cutPrefix([...pattern], [...value], greedy, (rest) => rest.join(''));
}

/** `${name%pattern}` and `${name%%pattern}`: the same from the end, found by turning pattern and value round. */
export function trimSuffix(pattern: string, value: string, greedy: boolean): string | Refused {
  return cutPrefix(turned([...pattern]), [...value].reverse(), greedy, (rest) => [...rest].reverse().join(''));
}

function cutPrefix(
  pattern: readonly string[],
  value: readonly string[],
  greedy: boolean,
  joined: (rest: readonly string[]) => string,
): string | Refused {
  const matcher = matcherOf(pattern, value, greedy);
  return 'problem' in matcher ? matcher : joined(value.slice(matcher.endFrom(0) ?? 0));
}

/** The characters of a pattern from behind; a backslash stays before what it escapes. */
function turned(pattern: readonly string[]): string[] {
  const parts: string[][] = [];
  for (let i = 0; i < pattern.length; i++) {
    const escaped = pattern[i] === '\\' && i < pattern.length - 1;
    parts.push(pattern.slice(i, escaped ? i + 2 : i + 1));
    if (escaped) i++;
  }
  return parts.reverse().flat();
}

/** `${name/pattern/with}` replaces the first match, `${name//pattern/with}` all. */
export function replacePattern(pattern: string, value: string, replacement: string, all: boolean): string | Refused {
  const characters = [...value];
  const matcher = matcherOf([...pattern], characters, true);
  if ('problem' in matcher) return matcher;
  if (!all) {
    const found = matcher.find(0);
    if (found === undefined) return value;
    return characters.slice(0, found.start).join('') + replacement + characters.slice(found.end).join('');
  }
  let replaced = '';
  let kept = 0;
  for (let from = 0; from <= characters.length; ) {
    const found = matcher.find(from);
    if (found === undefined) break;
    replaced += characters.slice(kept, found.start).join('');
    const filled = replacement.includes('$') ? replacement.length * (1 + found.end - found.start) : replacement.length;
    if (filled > MOST_CELLS || replaced.length > MOST_TEXT) return { problem: TOO_LONG };
    // An empty match right behind another match isn’t replaced.
    if (found.end > kept || found.start === 0) {
      replaced += filledIn(replacement, characters.slice(found.start, found.end).join(''));
    }
    kept = found.end;
    from = Math.max(found.end, from + 1);
  }
  return replaced + characters.slice(kept).join('');
}

const TEMPLATE = /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

/** Go’s templates act in a replacement of all: `$0` is the match, other groups are empty, `$$` is a dollar sign. */
function filledIn(replacement: string, match: string): string {
  return replacement.replace(TEMPLATE, (_, dollar: string | undefined, braced?: string, bare?: string) => {
    if (dollar !== undefined) return '$';
    return /^0+$/.test(braced ?? bare ?? '') ? match : '';
  });
}
