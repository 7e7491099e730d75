// Patterns that select what is below a folder: `--parents`, `--exclude` and .dockerignore (moby/patternmatcher,
// MatchesUsingParentResults). The last pattern that matches decides; what matched a folder matches all in it.
import { compileIgnore, type IgnoreMatcher } from '../ignore';

/** What each pattern said of a folder. */
export interface PatternState {
  readonly matched: readonly boolean[];
}

/** Nothing has been said yet. */
export const NO_PATTERNS: PatternState = { matched: [] };

export interface PathPatterns {
  /** One of them begins with `!`, so that something below a folder that matches may not. */
  readonly hasExceptions: boolean;
  /** Whether a path matches, given what was said of the folder that it is in. */
  readonly decide: (path: string, folder: PatternState) => { readonly isMatch: boolean; readonly state: PatternState };
}

/** Patterns that are read already, by their text. */
const known = new Map<string, PathPatterns>();

/** Lists of patterns that are kept. */
const MAX_KNOWN = 64;

/** Reads patterns; those that can’t be used match nothing. */
export function pathPatterns(written: readonly string[]): PathPatterns {
  const key = written.join('\n');
  let patterns = known.get(key);
  if (patterns === undefined) {
    const compiled = compileIgnore(written);
    patterns = patternsOf('problem' in compiled ? { patterns: [], hasExceptions: false } : compiled);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, patterns);
  }
  return patterns;
}

function patternsOf({ patterns, hasExceptions }: IgnoreMatcher): PathPatterns {
  return {
    hasExceptions,
    decide: (path, folder) => {
      const matched: boolean[] = [];
      let isMatch = false;
      for (const [at, { isException, test }] of patterns.entries()) {
        let matches = folder.matched[at] ?? false;
        // One that would change nothing isn’t looked at.
        if (!matches && isException === isMatch) matches = test?.(path) === true;
        matched.push(matches);
        if (matches) isMatch = !isException;
      }
      return { isMatch, state: { matched } };
    },
  };
}
