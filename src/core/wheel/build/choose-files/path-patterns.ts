// Lists of patterns as .gitignore has them (gitignore(5), “PATTERN FORMAT”), and as hatchling’s `include`, `exclude` and `artifacts` are
// read: by pathspec 1.1. A pattern that matches the file itself weighs more than one that matches a folder above it; among equals the last
// one decides.
import { type Effort, GITIGNORE_GLOB, matchesParts } from '../glob';

/** A pattern and where it comes from. */
export interface PathPattern {
  readonly written: string;
  /** `.gitignore`, `exclude`, …: a word that a reason for a reader names. */
  readonly from: string;
}

interface ReadPattern {
  readonly pattern: PathPattern;
  /** `!` takes back what an earlier one takes. */
  readonly takes: boolean;
  readonly parts: readonly string[];
  /** With “/” at its end: folders only. */
  readonly isFolder: boolean;
  /** With `/**` at its end: what lies in the folder, as if each file were named. */
  readonly isInside: boolean;
}

/** A list that can be asked about paths. */
export class PathPatterns {
  private readonly patterns: readonly ReadPattern[];

  constructor(
    patterns: readonly PathPattern[],
    private readonly effort: Effort,
  ) {
    this.patterns = patterns.flatMap((pattern) => readPattern(pattern) ?? []);
  }

  get isEmpty(): boolean {
    return this.patterns.length === 0;
  }

  /** The pattern by which a path is taken, if it is. */
  taking(path: string): PathPattern | undefined {
    const parts = path.split('/');
    let last: ReadPattern | undefined;
    let weight = 0;
    for (const pattern of this.patterns) {
      const found = this.weightOf(pattern, parts);
      if (found === 0 || found < weight) continue;
      last = pattern;
      weight = found;
    }
    return last?.takes ? last.pattern : undefined;
  }

  matches(path: string): boolean {
    return this.taking(path) !== undefined;
  }

  /** 2 if the pattern matches the file, 1 if a folder above it, 0 if neither. The longest way down counts. */
  private weightOf(pattern: ReadPattern, path: readonly string[]): 0 | 1 | 2 {
    const { parts, isFolder, isInside } = pattern;
    for (let length = path.length; length > 0; length--) {
      const isWhole = length === path.length;
      if (isWhole && (isFolder || isInside)) continue;
      if (!matchesParts(parts, path.slice(0, length), GITIGNORE_GLOB, this.effort)) continue;
      return isWhole || isInside ? 2 : 1;
    }
    return 0;
  }
}

function readPattern(pattern: PathPattern): ReadPattern | undefined {
  const line = pattern.written.replace(/[\r\n]+$/, '');
  const trimmed = line.endsWith('\\ ') ? line : line.trimEnd();
  if (trimmed === '' || trimmed === '/' || trimmed.startsWith('#')) return undefined;
  const takes = !trimmed.startsWith('!');
  const text = takes ? trimmed : trimmed.slice(1);
  const isFolder = text.endsWith('/');
  const parts = text.split('/').filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  // With a “/” before its end a pattern begins in the list’s folder, without one anywhere below it.
  const isAnchored = text.slice(0, -1).includes('/');
  const isInside = !isFolder && parts.length > 1 && parts.at(-1) === '**';
  const own = isInside ? parts.slice(0, -1) : parts;
  return { pattern, takes, parts: isAnchored ? own : ['**', ...own], isFolder, isInside };
}
