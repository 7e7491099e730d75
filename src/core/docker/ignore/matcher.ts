// The patterns of an ignore file together: the last one that matches a path or a folder above it decides (moby/patternmatcher,
// New and MatchesOrParentMatches).
import { trimSpace } from '../dockerfile';
import { cleanPath, foldersAbove } from './clean-path';
import { isMalformed } from './glob-syntax';
import { type IgnorePattern, patternOf } from './pattern';

export interface IgnoreMatcher {
  readonly patterns: readonly IgnorePattern[];
  /** There is an exception among them. */
  readonly hasExceptions: boolean;
}

/** What the builder says of patterns that it can’t use. */
export interface RefusedPatterns {
  readonly problem: string;
}

export const BAD_PATTERN = 'syntax error in pattern';

/** Makes a matcher of patterns, or says which problem the builder has with them. */
export function compileIgnore(written: readonly string[]): IgnoreMatcher | RefusedPatterns {
  const patterns: IgnorePattern[] = [];
  for (const text of written) {
    const trimmed = trimSpace(text);
    if (trimmed === '') continue;
    const cleaned = cleanPath(trimmed);
    const isException = cleaned.startsWith('!');
    if (cleaned === '!') return { problem: 'illegal exclusion pattern: "!"' };
    const pattern = isException ? cleaned.slice(1) : cleaned;
    if (isMalformed(pattern)) return { problem: BAD_PATTERN };
    patterns.push(patternOf(pattern, isException));
  }
  return { patterns, hasExceptions: patterns.some(({ isException }) => isException) };
}

/** What becomes of a path, and the index of the pattern that decides it; none decides a path that nothing matches. */
export interface IgnoreVerdict {
  readonly isIgnored: boolean;
  readonly by: number | undefined;
}

/** Judges one path by itself. A pattern that can’t be used is the builder’s problem when it is reached. */
export function judgePath(matcher: IgnoreMatcher, path: string): IgnoreVerdict | RefusedPatterns {
  const above = foldersAbove(path);
  let isIgnored = false;
  let by: number | undefined;
  for (const [index, { isException, test }] of matcher.patterns.entries()) {
    // One that would change nothing isn’t looked at.
    if (isException !== isIgnored) continue;
    if (test === undefined) return { problem: BAD_PATTERN };
    if (!test(path) && !above.some(test)) continue;
    isIgnored = !isException;
    by = index;
  }
  return { isIgnored, by };
}
