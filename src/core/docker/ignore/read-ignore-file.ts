// The lines of a .dockerignore file: moby/patternmatcher, ignorefile. Comments begin in the first column; a pattern is trimmed,
// cleaned and made relative to the context.
import { trimSpace } from '../dockerfile';
import { cleanPath } from './clean-path';

/** A pattern, and the line of the file that it stands on, from 1. */
export interface IgnoreLine {
  readonly pattern: string;
  readonly line: number;
}

/** What an ignore file says; `problem` where the builder can’t read it to its end. */
export interface IgnoreFile {
  readonly lines: readonly IgnoreLine[];
  readonly problem: string | undefined;
}

/** UTF-16 units of a line that the builder’s scanner doesn’t take; it counts bytes, of which there are as many at least. */
const LONGEST = 65_536;

/**
 * Reads the text of an ignore file.
 *
 * @example readIgnoreFile('# no\n/build/\n! build/keep\n').lines.map(({ pattern }) => pattern) // → ['build', '!build/keep']
 */
export function readIgnoreFile(text: string): IgnoreFile {
  const lines: IgnoreLine[] = [];
  const written = text.split('\n');
  for (let i = 0; i < written.length; i++) {
    let line = written[i] ?? '';
    if (line.length >= LONGEST) return { lines: [], problem: 'bufio.Scanner: token too long' };
    if (line.endsWith('\r')) line = line.slice(0, -1);
    if (i === 0 && line.startsWith('\ufeff')) line = line.slice(1);
    if (line.startsWith('#')) continue;
    const pattern = readPattern(trimSpace(line));
    if (pattern !== '') lines.push({ pattern, line: i + 1 });
  }
  return { lines, problem: undefined };
}

function readPattern(written: string): string {
  if (!written.startsWith('!')) return written === '' ? '' : relative(written);
  const excepted = trimSpace(written.slice(1));
  return excepted === '' ? '!' : `!${relative(excepted)}`;
}

function relative(pattern: string): string {
  const cleaned = cleanPath(pattern);
  return cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
}
