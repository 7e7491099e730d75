// Patterns of paths: the glob patterns specification (PEP 639) for `license-files`, Python’s `glob`, and what .gitignore makes of them. A
// pattern is matched part by part, with one place to go back to, so that no pattern takes long; a counter ends what would take long in sum.

/** How a tool reads patterns. */
export interface GlobStyle {
  /** Whether `**` is any number of folders, or no more than `*`. */
  readonly stars: 'flat' | 'recursive';
  /** Whether `*` and `?` take a name that begins with a dot. */
  readonly dots: 'hidden' | 'plain';
  /** Whether a backslash takes the meaning from the character after it. */
  readonly backslash: 'escape' | 'plain';
}

/** Python’s `glob.glob` without `recursive`, and with it; .gitignore. */
export const FLAT_GLOB: GlobStyle = { stars: 'flat', dots: 'hidden', backslash: 'plain' };
export const RECURSIVE_GLOB: GlobStyle = { stars: 'recursive', dots: 'hidden', backslash: 'plain' };
export const GITIGNORE_GLOB: GlobStyle = { stars: 'recursive', dots: 'plain', backslash: 'escape' };

/** Comparisons that one build may take: a thousand times what a project of a hundred files does. */
const MAX_EFFORT = 20_000_000;

/** Counts comparisons, so that hostile patterns end. Past its bound, nothing matches any more. */
export class Effort {
  private steps = 0;

  take(): boolean {
    this.steps++;
    return this.steps <= MAX_EFFORT;
  }

  get isSpent(): boolean {
    return this.steps > MAX_EFFORT;
  }
}

/**
 * The paths that a pattern matches, in their order.
 *
 * @example pathsLike('LICEN[CS]E*', ['LICENCE', 'docs/LICENSE', 'LICENSE.txt'], FLAT_GLOB, new Effort()) // → ['LICENCE', 'LICENSE.txt']
 */
export function pathsLike(
  pattern: string,
  paths: readonly string[],
  style: GlobStyle,
  effort: Effort,
): readonly string[] {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  return paths.filter((path) => matchesParts(parts, path.split('/'), style, effort));
}

/** Whether the parts of a pattern match the parts of a path, all of them. */
export function matchesParts(
  parts: readonly string[],
  path: readonly string[],
  style: GlobStyle,
  effort: Effort,
): boolean {
  const isStars = (part: string | undefined) => part === '**' && style.stars === 'recursive';
  const isHidden = (name: string | undefined) => style.dots === 'hidden' && name?.startsWith('.') === true;
  let [part, at] = [0, 0];
  let back: { readonly part: number; readonly at: number } | undefined;
  while (at < path.length) {
    if (!effort.take()) return false;
    const wanted = parts[part];
    if (isStars(wanted)) {
      back = { part, at };
      part++;
    } else if (wanted !== undefined && matchesName(wanted, path[at] ?? '', style, effort)) {
      part++;
      at++;
    } else if (back !== undefined && !isHidden(path[back.at])) {
      back = { part: back.part, at: back.at + 1 };
      part = back.part + 1;
      at = back.at;
    } else return false;
  }
  return parts.slice(part).every(isStars);
}

/** One part of a pattern against the name of a folder or file: `*`, `?` and `[…]`. */
function matchesName(pattern: string, name: string, style: GlobStyle, effort: Effort): boolean {
  if (style.dots === 'hidden' && name.startsWith('.') && !pattern.startsWith('.')) return false;
  let [at, here] = [0, 0];
  let star: { readonly at: number; readonly here: number } | undefined;
  while (here < name.length) {
    if (!effort.take()) return false;
    const isStar = pattern.charAt(at) === '*';
    const next = isStar ? undefined : stepAt(pattern, at, name.charAt(here), style);
    if (isStar) {
      star = { at, here };
      at++;
    } else if (next !== undefined) {
      at = next;
      here++;
    } else if (star !== undefined) {
      star = { at: star.at, here: star.here + 1 };
      at = star.at + 1;
      here = star.here;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

/** Where the pattern goes on after it has taken the character; `undefined` if it doesn’t take it. */
function stepAt(pattern: string, at: number, character: string, style: GlobStyle): number | undefined {
  const wanted = pattern.charAt(at);
  if (wanted === '?') return at + 1;
  if (wanted === '\\' && style.backslash === 'escape' && at + 1 < pattern.length) {
    return pattern.charAt(at + 1) === character ? at + 2 : undefined;
  }
  // `[]a]` has the bracket in it: the first character after `[` never closes.
  const close = wanted === '[' ? pattern.indexOf(']', at + 2) : -1;
  if (close === -1) return wanted === character && wanted !== '' ? at + 1 : undefined;
  const range = pattern.slice(at + 1, close);
  const isNegated = /^[!^]/.test(range);
  return isInRange(isNegated ? range.slice(1) : range, character) === isNegated ? undefined : close + 1;
}

function isInRange(range: string, character: string): boolean {
  for (let at = 0; at < range.length; at++) {
    const first = range.charAt(at);
    if (range.charAt(at + 1) === '-' && at + 2 < range.length) {
      if (first <= character && character <= range.charAt(at + 2)) return true;
      at += 2;
    } else if (first === character) return true;
  }
  return false;
}
