// Whether a pattern is well-formed: what Go’s `filepath.Match(pattern, ".")` says of it. It stops at the first part that doesn’t
// match, so that a fault behind it is found only when a path is compared.

interface Chunk {
  readonly star: boolean;
  readonly chunk: string;
  readonly rest: string;
}

/** Whether the builder refuses the pattern before it has seen any path. */
export function isMalformed(pattern: string): boolean {
  let name = '.';
  let rest = pattern;
  while (rest !== '') {
    const next = takeChunk(rest);
    rest = next.rest;
    if (next.star && next.chunk === '') return false;
    const matched = firstMatch(next, name);
    if (matched === 'malformed') return true;
    if (matched === undefined) return false;
    name = matched;
  }
  return false;
}

/** What is left of the name behind the chunk; with a star before it, behind the first place where it fits. */
function firstMatch({ star, chunk, rest }: Chunk, name: string): string | undefined | 'malformed' {
  for (let skip = 0; skip <= (star ? name.length : 0); skip++) {
    const left = matchChunk(chunk, name.slice(skip));
    if (left === 'malformed') return left;
    if (left !== undefined && (left.left === '' || rest !== '')) return left.left;
  }
  return undefined;
}

function takeChunk(pattern: string): Chunk {
  let start = 0;
  while (pattern[start] === '*') start++;
  let inClass = false;
  for (let at = start; at < pattern.length; at++) {
    const unit = pattern[at];
    if (unit === '\\') at++;
    else if (unit === '[') inClass = true;
    else if (unit === ']') inClass = false;
    else if (unit === '*' && !inClass) {
      return { star: start > 0, chunk: pattern.slice(start, at), rest: pattern.slice(at) };
    }
  }
  return { star: start > 0, chunk: pattern.slice(start), rest: '' };
}

/** Compares a chunk with the beginning of a name; a chunk that doesn’t match is still read to its end. */
function matchChunk(chunk: string, name: string): { readonly left: string } | undefined | 'malformed' {
  let at = 0;
  let here = 0;
  let failed = false;
  while (at < chunk.length) {
    failed ||= here >= name.length;
    const unit = chunk[at];
    if (unit === '[') {
      const read = readClass(chunk, at + 1, failed ? 0 : name.charCodeAt(here));
      if (read === undefined) return 'malformed';
      failed ||= !read.matches;
      at = read.end;
    } else {
      if (unit === '\\') at++;
      if (at >= chunk.length) return 'malformed';
      if (unit !== '?') failed ||= chunk[at] !== name[here];
      at++;
    }
    here++;
  }
  return failed ? undefined : { left: name.slice(here) };
}

function readClass(
  chunk: string,
  start: number,
  code: number,
): { readonly end: number; readonly matches: boolean } | undefined {
  const negated = chunk[start] === '^';
  let at = negated ? start + 1 : start;
  let matches = false;
  for (let ranges = 0; !(chunk[at] === ']' && ranges > 0); ranges++) {
    const low = readMember(chunk, at);
    if (low === undefined) return undefined;
    const high = chunk[low.end] === '-' ? readMember(chunk, low.end + 1) : low;
    if (high === undefined) return undefined;
    matches ||= low.code <= code && code <= high.code;
    at = high.end;
  }
  return { end: at + 1, matches: matches !== negated };
}

/** A character of a class, which must not be its last. */
function readMember(chunk: string, start: number): { readonly end: number; readonly code: number } | undefined {
  const unit = chunk[start];
  if (unit === undefined || unit === '-' || unit === ']') return undefined;
  const at = unit === '\\' ? start + 1 : start;
  const code = chunk.codePointAt(at);
  const end = at + (code !== undefined && code > 0xffff ? 2 : 1);
  return code === undefined || end >= chunk.length ? undefined : { end, code };
}
