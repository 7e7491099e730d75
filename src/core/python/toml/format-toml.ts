// Writing TOML 1.0.0 in a layout that is chosen, not guessed, so that the same value is the same text: what the lock file
// specification asks of its writers ("File Format").
import type { Numeral } from '../numeral';
import type { TomlValue } from './toml-value';

/**
 * A value to be written. A map is a table: a section with a header in a section, in braces elsewhere; `inline` puts it in
 * braces in a section too; `tables` are sections with the same header in double brackets.
 */
export type TomlOutput =
  | string
  | boolean
  | Numeral
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'inline'; readonly table: TomlOutputTable }
  | { readonly kind: 'tables'; readonly items: readonly TomlOutputTable[] }
  | readonly TomlOutput[]
  | TomlOutputTable;

export type TomlOutputTable = ReadonlyMap<string, TomlOutput>;

/**
 * Writes a document: first the keys with values, then the sections, each in the order of the map (TOML 1.0.0, "Table"). Text stands in single quotes where it can.
 *
 * @example formatToml(new Map([['a', 1], ['b', new Map([['c', ['x']]])]])) // → "a = 1\n\n[b]\nc = ['x']\n"
 */
export function formatToml(document: TomlOutputTable): string {
  const lines: string[] = [];
  writeSection(document, [], lines);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/**
 * A value that was read, to be written again (TOML 1.0.0, "Key/Value Pair"). Its layout is chosen anew; its value is the same.
 *
 * @example outputOfToml(parseToml('a = [1, 2.0]').value).get('a') // → [1, { kind: 'float', value: 2 }]
 */
export function outputOfToml(value: TomlValue): TomlOutput {
  switch (value.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
      return value.value;
    case 'float':
      return { kind: 'float', value: value.value };
    case 'array':
      return value.items.map(outputOfToml);
    case 'table':
      return new Map([...value.entries.values()].map((entry) => [entry.key, outputOfToml(entry.value)]));
    default:
      return { kind: 'date', text: value.text };
  }
}

type Section = { readonly header: string; readonly path: readonly string[]; readonly table: TomlOutputTable };

function writeSection(table: TomlOutputTable, path: readonly string[], lines: string[]): void {
  const sections: Section[] = [];
  for (const [key, value] of table) {
    const inner = [...path, formatKey(key)];
    if (isTable(value)) sections.push({ header: `[${inner.join('.')}]`, path: inner, table: value });
    else if (typeof value === 'object' && 'kind' in value && value.kind === 'tables') {
      // An array without items has no header that could say so.
      if (value.items.length === 0) lines.push(`${formatKey(key)} = []`);
      for (const item of value.items) sections.push({ header: `[[${inner.join('.')}]]`, path: inner, table: item });
    } else lines.push(`${formatKey(key)} = ${formatValue(value)}`);
  }
  for (const section of sections) {
    // A section that holds sections only needs no header of its own.
    const holdsOnlySections = section.table.size > 0 && [...section.table.values()].every(isSection);
    if (section.header.startsWith('[[') || !holdsOnlySections) {
      if (lines.length > 0) lines.push('');
      lines.push(section.header);
    }
    writeSection(section.table, section.path, lines);
  }
}

function isSection(value: TomlOutput): boolean {
  if (isTable(value)) return true;
  return typeof value === 'object' && 'kind' in value && value.kind === 'tables' && value.items.length > 0;
}

function isTable(value: TomlOutput): value is TomlOutputTable {
  return value instanceof Map;
}

function formatValue(value: TomlOutput): string {
  if (typeof value === 'string') return formatString(value);
  if (typeof value !== 'object') return String(value);
  if (isTable(value)) return formatInline(value);
  if (!('kind' in value)) return formatArray(value);
  switch (value.kind) {
    case 'float':
      return formatFloat(value.value);
    case 'date':
      return value.text;
    case 'inline':
      return formatInline(value.table);
    case 'tables':
      return formatArray(value.items);
  }
}

/** Tables in an array stand one a line, so that a difference of two files shows what changed. */
function formatArray(items: readonly TomlOutput[]): string {
  const written = items.map(formatValue);
  if (items.some(isTable)) return `[\n${written.map((item) => `  ${item},\n`).join('')}]`;
  return `[${written.join(', ')}]`;
}

function formatInline(table: TomlOutputTable): string {
  const written = [...table].map(([key, value]) => `${formatKey(key)} = ${formatInBraces(value)}`);
  return `{${written.join(', ')}}`;
}

/** Inside braces everything stays on one line. */
function formatInBraces(value: TomlOutput): string {
  if (Array.isArray(value)) return `[${value.map(formatInBraces).join(', ')}]`;
  return formatValue(value);
}

function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function formatKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : formatString(key);
}

/** What a string in single quotes cannot hold: its quote, and control characters other than the tab. */
const NEEDS_ESCAPES = /['\p{Cs}]|[^\P{Cc}\t]/u;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

function formatString(text: string): string {
  if (!NEEDS_ESCAPES.test(text)) return `'${text}'`;
  const escaped = text.replace(/[\\"]|\p{Cc}/gu, escapeCharacter);
  // Half a character cannot be written in TOML; it becomes the replacement character, as in UTF-8.
  return `"${escaped.replace(/\p{Cs}/gu, '\ufffd')}"`;
}

function escapeCharacter(character: string): string {
  return SHORT_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
