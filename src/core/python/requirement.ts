// Requirements, as `Requires-Dist` and requirements files have them: the dependency specifiers specification (PEP 508).
import { Cursor } from './cursor';
import { formatMarker, type Marker } from './marker';
import { type MarkerPart, type MarkerReading, readMarker } from './marker-parse';
import { type NormalizedName, normalizeName } from './name';
import { type Parsed, type Part, type Problem, partAt, problemAt } from './problem';
import { ANY_VERSION, canonicalClause, formatSpecifierSet, type SpecifierSet } from './specifier';
import { parseSpecifierSetIn, readSpecifierSet, type SpecifierPart, scanClause } from './specifier-parse';
import { compareText, isWhiteSpace } from './text';

/** A requirement: a project, which of its extras, which of its versions or a URL, and where it counts. */
export interface Requirement {
  /** The name as written. */
  readonly name: string;
  readonly normalizedName: NormalizedName;
  /** As written, sorted, each once. */
  readonly extras: readonly string[];
  readonly specifier: SpecifierSet;
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
}

export type RequirementPart = 'name' | 'extra' | 'url' | 'separator' | SpecifierPart | MarkerPart;

/**
 * Reads a requirement, with a specifier or a URL ("Grammar"; "Names", "Extras", "Versions").
 *
 * Problems: `requirement/name`, `requirement/extras`, `requirement/url`, `requirement/parenthesis`,
 * `requirement/unexpected`, and those of specifiers and markers.
 *
 * @example parseRequirement('urllib3[socks]<3,>=1.26').value.extras // → ['socks']
 */
export function parseRequirement(text: string): Parsed<Requirement, RequirementPart> {
  const cursor = new Cursor(text);
  const parts: Part<RequirementPart>[] = [];
  const read = readRequirement(cursor, parts);
  if ('problems' in read) return { value: undefined, parts, problems: read.problems };
  return { value: read.requirement, parts, problems: [] };
}

/**
 * Writes a requirement in canonical form ("Grammar"): the name as written, extras and clauses sorted, no white space that
 * need not be.
 *
 * @example formatRequirement(parseRequirement('a [y,x] (>=1 , <2) ;os_name=="nt"').value) // → 'a[x,y]<2,>=1; os_name == "nt"'
 */
export function formatRequirement(requirement: Requirement): string {
  const { name, extras, specifier, url, marker } = requirement;
  let text = name;
  if (extras.length > 0) text += `[${extras.join(',')}]`;
  text += formatSpecifierSet(specifier);
  if (url !== undefined) text += marker === undefined ? ` @ ${url}` : ` @ ${url} `;
  if (marker !== undefined) text += `; ${formatMarker(marker)}`;
  return text;
}

/**
 * Whether two requirements say the same ("Names", "Extras", "Versions"): names and extras by their normal forms, the same
 * clauses in any order and spelling of their versions, the same URL, and markers that are written the same. Markers that
 * only mean the same are `isSameSet`'s.
 *
 * @example isSameRequirement(parseRequirement('Foo[B]>=1.0').value, parseRequirement('foo[b] >= 1').value) // → true
 */
export function isSameRequirement(left: Requirement, right: Requirement): boolean {
  return canonicalRequirement(left) === canonicalRequirement(right);
}

/** Text that is the same for requirements that say the same. */
function canonicalRequirement({ normalizedName, extras, specifier, url, marker }: Requirement): string {
  const names = new Set(extras.map(normalizeName));
  const clauses = new Set(specifier.clauses.map(canonicalClause));
  const written = marker && formatMarker(marker);
  return JSON.stringify([normalizedName, [...names].sort(), [...clauses].sort(), url ?? null, written ?? null]);
}

type Reading<T> = T | { readonly problems: readonly Problem[] };
type Parts = Part<RequirementPart>[];

function failed(problem: Problem): { readonly problems: readonly Problem[] } {
  return { problems: [problem] };
}

function readRequirement(cursor: Cursor, parts: Parts): Reading<{ readonly requirement: Requirement }> {
  const { text } = cursor;
  cursor.skipBlanks();
  const nameStart = cursor.at;
  const name = cursor.takeIdentifier();
  if (name === undefined) {
    const message = 'A requirement begins with the name of a project: ASCII letters, digits, “-”, “_” and “.”.';
    return failed(problemAt('requirement/name', nameStart, cursor.done ? nameStart : cursor.endOfWord(), message));
  }
  parts.push(partAt('name', text, nameStart, cursor.at));
  cursor.skipBlanks();
  const extras = readExtras(cursor, parts);
  if ('problems' in extras) return extras;
  cursor.skipBlanks();

  let url: string | undefined;
  let specifier = ANY_VERSION;
  const detailsStart = cursor.at;
  if (cursor.take('@')) {
    parts.push(partAt('separator', text, detailsStart, cursor.at));
    const address = readUrl(cursor, parts);
    if ('problems' in address) return address;
    url = address.url;
  } else {
    const clauses = readSpecifier(cursor, parts);
    if ('problems' in clauses) return clauses;
    specifier = clauses.specifier;
    cursor.skipBlanks();
  }
  const marker = readTail(cursor, parts, url !== undefined);
  if ('problems' in marker) return marker;
  const unique = [...new Set(extras.names)].sort(compareText);
  return {
    requirement: { name, normalizedName: normalizeName(name), extras: unique, specifier, url, marker: marker.marker },
  };
}

function readExtras(cursor: Cursor, parts: Parts): Reading<{ readonly names: readonly string[] }> {
  const names: string[] = [];
  const open = cursor.at;
  if (!cursor.take('[')) return { names };
  parts.push(partAt('separator', cursor.text, open, cursor.at));
  cursor.skipBlanks();
  for (;;) {
    const start = cursor.at;
    const name = cursor.takeIdentifier();
    if (name === undefined) {
      if (names.length === 0 && cursor.isAt(']')) break;
      const message = 'Between the brackets stand names of extras, separated by commas: name[one,two].';
      return failed(problemAt('requirement/extras', start, cursor.done ? start : cursor.endOfWord(), message));
    }
    names.push(name);
    parts.push(partAt('extra', cursor.text, start, cursor.at));
    cursor.skipBlanks();
    const comma = cursor.at;
    if (!cursor.take(',')) break;
    parts.push(partAt('comma', cursor.text, comma, cursor.at));
    cursor.skipBlanks();
  }
  const close = cursor.at;
  if (!cursor.take(']')) {
    const message = 'Names of extras are separated by commas, and the list is closed by “]”.';
    return failed(problemAt('requirement/extras', open, cursor.done ? cursor.at : cursor.endOfWord(), message));
  }
  parts.push(partAt('separator', cursor.text, close, cursor.at));
  return { names };
}

/** A URL goes up to the next white space of any kind; so a marker after it needs a blank before its semicolon. */
function readUrl(cursor: Cursor, parts: Parts): Reading<{ readonly url: string }> {
  cursor.skipBlanks();
  const start = cursor.at;
  while (!cursor.done && !isWhiteSpace(cursor.text.charCodeAt(cursor.at))) cursor.at++;
  if (cursor.at === start) {
    return failed(
      problemAt('requirement/url', start, start, 'After “@” comes a URL, such as https://example.org/a.whl.'),
    );
  }
  parts.push(partAt('url', cursor.text, start, cursor.at));
  const url = cursor.text.slice(start, cursor.at);
  cursor.skipBlanks();
  return { url };
}

/** Clauses, bare or in parentheses. Where they end is told by reading them: `===` takes commas too. */
function readSpecifier(cursor: Cursor, parts: Parts): Reading<{ readonly specifier: SpecifierSet }> {
  const { text } = cursor;
  const open = cursor.at;
  const parenthesis = cursor.take('(');
  if (parenthesis) parts.push(partAt('separator', text, open, cursor.at));
  cursor.skipBlanks();
  const start = cursor.at;
  skipClauses(cursor);
  const parsed = parseSpecifierSetIn(text, start, cursor.at);
  parts.push(...parsed.parts);
  if (parsed.value === undefined) return { problems: parsed.problems };
  if (!parenthesis) return { specifier: parsed.value };
  cursor.skipBlanks();
  const close = cursor.at;
  if (!cursor.take(')')) {
    const message = 'This parenthesis is not closed, or what stands in it is not clauses separated by commas.';
    return failed(problemAt('requirement/parenthesis', open, cursor.done ? close : cursor.endOfWord(), message));
  }
  parts.push(partAt('separator', text, close, cursor.at));
  return { specifier: parsed.value };
}

/** Goes past clauses and the commas between them. A clause that cannot be read is taken whole, to be told as a problem. */
function skipClauses(cursor: Cursor): void {
  if (skipSet(cursor)) return;
  while (/[<>=!~]/.test(cursor.text.charAt(cursor.at))) {
    const scanned = scanClause(cursor.text, cursor.at, cursor.text.length);
    cursor.at = scanned.problem === undefined ? scanned.end : endOfClause(cursor.text, cursor.at);
    // What follows a clause directly belongs to it, and makes it wrong: `>=1.0.*`, `<=1.0+local`, `==1.0foo`.
    const next = cursor.text.charAt(cursor.at);
    const ends = next === '' || ',;)'.includes(next) || isWhiteSpace(next.charCodeAt(0));
    if (!ends) cursor.at = endOfClause(cursor.text, cursor.at);
    cursor.skipBlanks();
    if (!cursor.take(',')) return;
    cursor.skipBlanks();
  }
}

/**
 * Goes past all that stands before the end, a semicolon or a parenthesis, if its commas separate clauses and nothing else:
 * so a comma after `===1` ends that clause where clauses follow. One comma may stand behind the last. Without a `===` this
 * and reading clause by clause are the same.
 */
function skipSet(cursor: Cursor): boolean {
  const { text } = cursor;
  let end = cursor.at;
  while (end < text.length && isSetCharacter(text.charCodeAt(end))) end++;
  const behind = text.charAt(end);
  const written = text.slice(cursor.at, end);
  if (!written.includes('===') || (behind !== '' && behind !== ';' && behind !== ')')) return false;
  const clauses = readSpecifierSet(written)?.clauses ?? [];
  if (clauses.some((clause) => clause.operator === '===' && clause.written === '')) return false;
  const items = written.split(',');
  if (items.at(-1)?.trim() === '') items.pop();
  if (clauses.length === 0 || clauses.length !== items.length) return false;
  cursor.at = end;
  return true;
}

/** Printable ASCII and tabs, but for what ends clauses. */
function isSetCharacter(code: number): boolean {
  return code === 9 || (code >= 32 && code < 127 && code !== 41 && code !== 59);
}

function endOfClause(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[,;)]/.test(text.charAt(at))) at++;
  return at;
}

/** The marker after a semicolon, if there is one, up to the end of the text. */
function readTail(cursor: Cursor, parts: Parts, afterUrl: boolean): Reading<{ readonly marker: Marker | undefined }> {
  if (cursor.done) return { marker: undefined };
  const start = cursor.at;
  if (!cursor.take(';')) return failed(unexpected(cursor, afterUrl));
  parts.push(partAt('separator', cursor.text, start, cursor.at));
  const read: MarkerReading = readMarker(cursor, parts);
  if (read.problem !== undefined) return failed(read.problem);
  cursor.skipBlanks();
  if (cursor.done) return { marker: read.marker };
  const message = 'The marker ends before this: join two comparisons by “and” or “or”.';
  return failed(problemAt('marker/unexpected', cursor.at, cursor.text.length, message));
}

function unexpected(cursor: Cursor, afterUrl: boolean): Problem {
  const message = afterUrl
    ? 'After a URL and a blank comes nothing, or “;” and a marker.'
    : 'After the name come, if anything, extras in brackets, clauses such as >=1.0 with commas between them, and “;” with a marker.';
  return problemAt('requirement/unexpected', cursor.at, cursor.text.length, message);
}
