// `Description-Content-Type`: the markup of the description. The specification gives it the format of a MIME content type;
// what is taken here is what Python's `email` reads without a complaint, but for the split and encoded parameters of RFC 2231.
// Follows the core metadata specification, "Description-Content-Type", and RFC 2045, "Syntax of the Content-Type Header Field".
import { type Problem, problemAt } from '../problem';
import { isWhiteSpace } from '../text';
import { hasLoneSurrogate, lineBreakIn, strip } from './python-text';

const TYPES: readonly string[] = ['text/plain', 'text/x-rst', 'text/markdown'];
const VARIANTS: readonly string[] = ['GFM', 'CommonMark'];

/** What the header says, with what the standard assumes where it is silent. */
export interface ContentType {
  readonly type: 'text/plain' | 'text/x-rst' | 'text/markdown';
  /** Of Markdown only. */
  readonly variant: 'GFM' | 'CommonMark' | undefined;
}

export type ContentTypeReading =
  | { readonly contentType: ContentType; readonly problem?: never }
  | { readonly problem: Problem };

/** Reads the value of the header; the place of a problem is a place in it. */
export function readContentType(value: string): ContentTypeReading {
  const syntax = (start: number, end: number) => {
    const message =
      'Write a content type such as “text/markdown; charset=UTF-8; variant=GFM”: parameters are name=value, each once, after a semicolon.';
    return { problem: problemAt('metadata/content-type', start, end, message) };
  };
  const lineBreak = lineBreakIn(value);
  if (hasLoneSurrogate(value) || (lineBreak !== -1 && lineBreak < value.length - 1)) return syntax(0, value.length);
  const semicolon = value.indexOf(';');
  const typeEnd = semicolon === -1 ? value.length : semicolon;
  const type = TYPES.find((known) => known === strip(value.slice(0, typeEnd)).toLowerCase());
  if (type === undefined) {
    const message = 'The description is text/plain, text/x-rst or text/markdown.';
    return { problem: problemAt('metadata/content-type', 0, typeEnd, message) };
  }
  if (!isPlainType(value, typeEnd)) return syntax(0, typeEnd);
  const parameters = readParameters(value, Math.min(typeEnd + 1, value.length));
  if (typeof parameters === 'number') return syntax(parameters, value.length);
  const charset = parameters.get('charset');
  if (charset !== undefined && charset.value.toLowerCase() !== 'utf-8') {
    const message = 'The description is UTF-8: write charset=UTF-8, or leave the charset out.';
    return { problem: problemAt('metadata/charset', charset.start, charset.end, message) };
  }
  const variant = parameters.get('variant');
  if (type !== 'text/markdown') return { contentType: { type: asType(type), variant: undefined } };
  if (variant !== undefined && !VARIANTS.includes(variant.value)) {
    const message = 'The variant of Markdown is GFM or CommonMark, in these letters.';
    return { problem: problemAt('metadata/markdown-variant', variant.start, variant.end, message) };
  }
  return { contentType: { type, variant: variant?.value === 'CommonMark' ? 'CommonMark' : 'GFM' } };
}

function asType(type: string): ContentType['type'] {
  return type === 'text/x-rst' || type === 'text/markdown' ? type : 'text/plain';
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function isControl(code: number): boolean {
  return code < 32 || code === 127;
}

/** Whether nothing but white space stands around the type; control characters are white space after a blank only. */
function isPlainType(value: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    if (isBlank(value.charAt(at))) return skipBlanks(value, at) === end;
    if (isControl(value.charCodeAt(at))) return false;
  }
  return true;
}

/** Goes past a blank and any white space that follows it. */
function skipBlanks(value: string, at: number): number {
  if (!isBlank(value.charAt(at))) return at;
  let here = at;
  while (here < value.length && isWhiteSpace(value.charCodeAt(here))) here++;
  return here;
}

/** Goes past blanks and comments, which stand in parentheses and nest; the place where that fails is negative. */
function skipComments(value: string, at: number): number {
  let here = at;
  let depth = 0;
  while (here < value.length) {
    const character = value.charAt(here);
    if (isBlank(character)) here = skipBlanks(value, here);
    else if (character === '(') {
      depth++;
      here++;
    } else if (depth === 0) return here;
    else if (character === ')') {
      depth--;
      here++;
    } else {
      if (isControl(value.charCodeAt(here))) return -1;
      // A backslash takes the next character along, but not a blank.
      here += character === '\\' && here + 1 < value.length && !isBlank(value.charAt(here + 1)) ? 2 : 1;
    }
  }
  return depth === 0 ? here : -1;
}

interface Parameter {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The parameters by name in lower case, or the place of what is none. */
function readParameters(value: string, from: number): ReadonlyMap<string, Parameter> | number {
  const parameters = new Map<string, Parameter>();
  const names = new Set<string>();
  let at = from;
  while (at < value.length) {
    const start = skipComments(value, at);
    if (start < 0) return at;
    if (start === value.length) break;
    const nameEnd = skipAttribute(value, start, '');
    const equals = nameEnd === start || nameEnd < 0 ? -1 : skipComments(value, nameEnd);
    if (equals < 0 || value[equals] !== '=') return start;
    const name = strip(value.slice(start, nameEnd));
    const content = skipComments(value, equals + 1);
    const read = content < 0 || content === value.length ? undefined : readParameterValue(value, content);
    const end = read === undefined ? -1 : skipComments(value, read.end);
    if (read === undefined || end < 0 || (end < value.length && value[end] !== ';') || names.has(name)) return start;
    names.add(name);
    parameters.set(name.toLowerCase(), { value: read.value, start: content, end: read.end });
    at = end + 1;
  }
  return parameters;
}

/** The end of a run of characters that a name or a bare value may have, or a negative number. */
function skipAttribute(value: string, start: number, also: string): number {
  let at = start;
  while (
    at < value.length &&
    (also.includes(value.charAt(at)) || !' \t()<>@,:;\\"[]/?=*\'%'.includes(value.charAt(at)))
  ) {
    if (isControl(value.charCodeAt(at))) return -1;
    at++;
  }
  return at;
}

function readParameterValue(value: string, start: number): { value: string; end: number } | undefined {
  if (value[start] === '"') return readQuoted(value, start + 1);
  const end = skipAttribute(value, start, '%');
  return end <= start ? undefined : { value: value.slice(start, end), end };
}

/** A quoted string: runs of white space are one space in it, and a backslash takes the next character as it is. */
function readQuoted(value: string, start: number): { value: string; end: number } | undefined {
  let text = '';
  let at = start;
  let pieceStarts = true;
  while (at < value.length && value[at] !== '"') {
    if (isBlank(value.charAt(at))) {
      at = skipBlanks(value, at);
      text += ' ';
      pieceStarts = true;
      continue;
    }
    // An encoded word has no place in a quoted string.
    if (pieceStarts && /^=\?[^?\s]*\?[bqBQ]\?[^?]*\?=/.test(value.slice(at, at + 200))) return undefined;
    if (isControl(value.charCodeAt(at))) return undefined;
    pieceStarts = false;
    if (value[at] === '\\') {
      at++;
      if (at >= value.length || isBlank(value.charAt(at))) continue;
      if (isControl(value.charCodeAt(at))) return undefined;
    }
    text += value.charAt(at);
    at++;
  }
  return at < value.length ? { value: text, end: at + 1 } : undefined;
}
