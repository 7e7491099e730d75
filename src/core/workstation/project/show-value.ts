// How Python shows a value: as `str` and as `repr` do. Follows the library reference of Python 3.13, “Built-in Functions”.
import type { Value } from './python-value';

/**
 * What `str` makes of it; `undefined` where that is made while it runs.
 * @example strOf({ kind: 'constant', value: null }) // → 'None'
 */
export function strOf(value: Value): string | undefined {
  return value.kind === 'text' ? value.text : reprOf(value);
}

/**
 * What `repr` makes of it.
 * @example reprOf({ kind: 'text', text: 'a' }) // → "'a'"
 */
export function reprOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
      return quoted(value.text);
    case 'constant':
      if (value.value === null) return 'None';
      return typeof value.value === 'boolean' ? (value.value ? 'True' : 'False') : String(value.value);
    case 'tuple':
      return inBrackets('(', value.items, value.items.length === 1 ? ',)' : ')');
    case 'object':
      if (value.shown !== undefined) return value.shown;
      if (value.contents?.items === undefined) return undefined;
      if (value.type === 'list') return inBrackets('[', value.contents.items, ']');
      return value.type === 'dict' ? inBraces(value.contents.items) : undefined;
    default:
      return undefined;
  }
}

function inBrackets(open: string, items: readonly Value[], close: string): string | undefined {
  const shown = items.map(reprOf);
  return shown.every((item) => item !== undefined) ? `${open}${shown.join(', ')}${close}` : undefined;
}

/** Keys and values in turn; the same key twice is one. */
function inBraces(items: readonly Value[]): string | undefined {
  const shown = items.map(reprOf);
  if (!shown.every((item) => item !== undefined)) return undefined;
  const pairs = new Map<string, string>();
  for (let at = 0; at < shown.length; at += 2) pairs.set(shown[at] ?? '', shown[at + 1] ?? '');
  return `{${[...pairs].map(([key, item]) => `${key}: ${item}`).join(', ')}}`;
}

/** Letters outside of ASCII are shown as they are or by number, which depends on tables that aren’t here. */
function quoted(text: string): string | undefined {
  if (/[^\x20-\x7e\n\t]/.test(text)) return undefined;
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

/** Python’s name of a value’s type, as its messages have it; `undefined` where it isn’t known. */
export function typeName(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
      return 'str';
    case 'constant':
      if (value.value === null) return 'NoneType';
      return typeof value.value === 'boolean' ? 'bool' : 'int';
    case 'function':
      return value.self === undefined ? 'function' : 'method';
    case 'class':
      return value.isOpen ? undefined : 'type';
    case 'instance':
      return value.of.name;
    case 'object':
    case 'exception':
      return value.type;
    case 'tuple':
    case 'module':
    case 'property':
      return value.kind;
    case 'unknown':
    case 'library':
    case 'path':
    case 'method':
      return undefined;
  }
}
