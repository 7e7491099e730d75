// From the syntax tree of a document to its values: which table each key belongs to, and which tables may still be added
// to (TOML 1.0.0, "Table", "Inline Table" and "Array of Tables"). What the library lets through and Python's own reader
// refuses is found here.
import type { AST } from 'toml-eslint-parser';
import type { Numeral } from '../numeral';
import { type Problem, problemAt, type Span } from '../problem';
import { MAX_TOML_DEPTH, tooDeep } from './nesting';
import type { TomlDateKind, TomlEntry, TomlTable, TomlValue } from './toml-value';

/** A table while it is filled. `origin` decides who may add to it. */
interface OpenTable {
  readonly kind: 'table';
  readonly entries: Map<string, OpenEntry>;
  at: Span;
  /** Made by a header, by a longer header only, by a dotted key, or closed: an inline table. */
  origin: 'header' | 'implied' | 'dotted' | 'closed';
  /** The header or inline table in which a dotted key made it: only there more keys may be added so. */
  madeIn: object | undefined;
}

/** An array of tables, made by headers; other arrays are closed values. */
interface OpenTables {
  readonly kind: 'tables';
  readonly items: OpenTable[];
  readonly at: Span;
}

interface OpenEntry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: OpenTable | OpenTables | { readonly kind: 'closed'; readonly value: TomlValue };
}

/** Thrown inside this file only, to leave the tree at the first problem; `buildTomlTree` catches it. */
class TreeProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** The values of a document that the library has read, or the first problem of its meaning. */
export function buildTomlTree(program: AST.TOMLProgram): TomlTable | Problem {
  try {
    const root = openTable({ start: program.range[0], end: program.range[1] }, 'header', undefined);
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLKeyValue') {
        addKeyValue(root, node, root, 0);
        continue;
      }
      const depth = node.key.keys.length;
      if (depth > MAX_TOML_DEPTH) fail(tooDeep(...node.key.range));
      const table = openHeader(root, node);
      for (const entry of node.body) addKeyValue(table, entry, node, depth);
    }
    return closeTable(root);
  } catch (error) {
    if (error instanceof TreeProblem) return error.problem;
    throw error;
  }
}

function openTable(at: Span, origin: OpenTable['origin'], madeIn: object | undefined): OpenTable {
  return { kind: 'table', entries: new Map(), at, origin, madeIn };
}

function fail(problem: Problem): never {
  throw new TreeProblem(problem);
}

function duplicate(at: Span): never {
  const message = 'This key or table is defined already: keep one of the two.';
  return fail(problemAt('toml/duplicate-key', at.start, at.end, message));
}

function spanOf(node: AST.TOMLNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** The header of a table, without the lines under it. */
function headerSpan(node: AST.TOMLTable): Span {
  return { start: node.range[0], end: node.key.range[1] + (node.kind === 'array' ? 2 : 1) };
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

/** The table that a header opens. Headers on the way may be implied; the last one must be new, or only implied so far. */
function openHeader(root: OpenTable, node: AST.TOMLTable): OpenTable {
  let table = root;
  const last = node.key.keys.length - 1;
  for (const [index, key] of node.key.keys.entries()) {
    const name = nameOf(key);
    const keyAt = spanOf(key);
    const found = table.entries.get(name)?.value;
    if (index < last) {
      table = stepInto(table, name, keyAt, found, node);
      continue;
    }
    if (node.kind === 'array') return appendTable(table, name, keyAt, found, node);
    if (found === undefined) {
      const made = openTable(headerSpan(node), 'header', undefined);
      table.entries.set(name, { key: name, keyAt, value: made });
      return made;
    }
    if (found.kind !== 'table' || found.origin !== 'implied') return duplicate(keyAt);
    found.origin = 'header';
    found.at = headerSpan(node);
    return found;
  }
  return table;
}

function stepInto(
  table: OpenTable,
  name: string,
  keyAt: Span,
  found: OpenEntry['value'] | undefined,
  node: AST.TOMLTable,
): OpenTable {
  if (found === undefined) {
    const made = openTable(headerSpan(node), 'implied', undefined);
    table.entries.set(name, { key: name, keyAt, value: made });
    return made;
  }
  if (found.kind === 'tables') return found.items[found.items.length - 1] ?? duplicate(keyAt);
  if (found.kind === 'closed' || found.origin === 'closed') return duplicate(keyAt);
  return found;
}

function appendTable(
  table: OpenTable,
  name: string,
  keyAt: Span,
  found: OpenEntry['value'] | undefined,
  node: AST.TOMLTable,
): OpenTable {
  const item = openTable(headerSpan(node), 'header', undefined);
  if (found === undefined) {
    table.entries.set(name, { key: name, keyAt, value: { kind: 'tables', items: [item], at: headerSpan(node) } });
  } else if (found.kind === 'tables') found.items.push(item);
  else duplicate(keyAt);
  return item;
}

/** Adds `key = value`, with the tables that a dotted key makes on its way. */
function addKeyValue(start: OpenTable, node: AST.TOMLKeyValue, scope: object, depth: number): void {
  const { keys } = node.key;
  const inner = depth + keys.length;
  if (inner > MAX_TOML_DEPTH) fail(tooDeep(...node.key.range));
  let table = start;
  for (const [index, key] of keys.entries()) {
    const name = nameOf(key);
    const keyAt = spanOf(key);
    const found = table.entries.get(name)?.value;
    if (index === keys.length - 1) {
      if (found !== undefined) duplicate(keyAt);
      table.entries.set(name, { key: name, keyAt, value: { kind: 'closed', value: readValue(node.value, inner) } });
    } else if (found === undefined) {
      const made = openTable(keyAt, 'dotted', scope);
      table.entries.set(name, { key: name, keyAt, value: made });
      table = made;
    } else {
      // A dotted key adds to tables that dotted keys made under the same header, and to no others.
      if (found.kind !== 'table' || !isOpenTo(found, scope)) duplicate(keyAt);
      found.origin = 'dotted';
      found.madeIn = scope;
      table = found;
    }
  }
}

function isOpenTo(table: OpenTable, scope: object): boolean {
  return table.origin === 'implied' || (table.origin === 'dotted' && table.madeIn === scope);
}

function readValue(node: AST.TOMLContentNode, depth: number): TomlValue {
  const at = spanOf(node);
  if (node.type === 'TOMLArray') {
    return { kind: 'array', items: node.elements.map((element) => readValue(element, depth + 1)), at };
  }
  if (node.type === 'TOMLInlineTable') {
    const table = openTable(at, 'closed', undefined);
    for (const entry of node.body) addKeyValue(table, entry, table, depth);
    return closeTable(table);
  }
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: node.value, at };
    case 'integer':
      return { kind: 'integer', value: integerOf(node), at };
    case 'float':
      return { kind: 'float', value: node.value, at };
    case 'boolean':
      return { kind: 'boolean', value: node.value, at };
    default:
      return dateOf(node.kind, node.datetime, at);
  }
}

/** How many digits an integer may have. Python reads no more, and longer ones take long to convert. */
const MAX_DIGITS = 4300;

function integerOf(node: AST.TOMLIntegerValue): Numeral {
  return Number.isSafeInteger(node.value) ? node.value : node.bigint;
}

/** Numbers that are too long, found before the library converts them. */
export function longNumberProblem(text: string): Problem | undefined {
  const found = new RegExp(`[0-9_]{${MAX_DIGITS + 1},}`).exec(text);
  if (found === null) return undefined;
  const message = `A number here has more than ${MAX_DIGITS} digits: put quotes around it if it is text.`;
  return problemAt('toml/number', found.index, found.index + found[0].length, message);
}

/** A date with the checks that Python adds: years from 1, and no leap seconds. */
function dateOf(kind: TomlDateKind, text: string, at: Span): TomlValue {
  if (/^0000-/.test(text)) {
    fail(problemAt('toml/date', at.start, at.end, 'There is no year 0: write a year from 0001 on.'));
  }
  if (/:60(?:[.Zz+-]|$)/.test(text)) {
    fail(problemAt('toml/time', at.start, at.end, 'Seconds go up to 59: write the next minute.'));
  }
  return { kind, text, at };
}

function closeTable(table: OpenTable): TomlTable {
  const entries = new Map<string, TomlEntry>();
  for (const { key, keyAt, value } of table.entries.values()) {
    entries.set(key, { key, keyAt, value: closeValue(value) });
  }
  return { kind: 'table', entries, at: table.at };
}

function closeValue(value: OpenEntry['value']): TomlValue {
  switch (value.kind) {
    case 'closed':
      return value.value;
    case 'table':
      return closeTable(value);
    case 'tables':
      return { kind: 'array', items: value.items.map(closeTable), at: value.at };
  }
}
