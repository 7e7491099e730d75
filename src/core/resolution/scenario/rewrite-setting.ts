// Setting one key of a table in a TOML document, or taking it out (TOML 1.0.0, "Keys", "Table"): only what says it is written anew.
// A table that isn't there yet gets a header of its own, where no other line comes to belong to it.
import { parseToml, type TomlEntry, type TomlTable } from '@/core/python';
import { lineEnd, lineStart, type Rewrite } from './rewrite';

/** Writes `value`, as TOML, for a key of a table at the document's top; undefined where something else than a table is there. */
export function setKey(
  text: string,
  file: TomlTable,
  table: string,
  key: string,
  value: string,
): readonly Rewrite[] | undefined {
  const found = file.entries.get(table);
  if (found === undefined) return [newTable(text, file, `[${table}]\n${key} = ${value}\n`)];
  if (found.value.kind !== 'table') return undefined;
  const known = found.value.entries.get(key);
  if (known !== undefined) return [{ ...known.value.at, text: value }];
  const { at } = found.value;
  const line = `${key} = ${value}`;
  switch (styleOf(text, table, found.value)) {
    case 'header': {
      const end = lineEnd(text, at.end);
      return [{ start: end, end, text: `\n${line}` }];
    }
    case 'inline': {
      const isEmpty = found.value.entries.size === 0;
      return [{ start: at.start + 1, end: at.start + 1, text: isEmpty ? ` ${line} ` : ` ${line},` }];
    }
    case 'dotted': {
      const start = lineStart(text, found.keyAt.start);
      return [{ start, end: start, text: `${table}.${line}\n` }];
    }
    case 'implied':
      return [newTable(text, file, `[${table}]\n${line}\n`)];
  }
}

/** Takes a key out of a table at the document's top; a comment beside it stays. Nothing to write where there is none. */
export function removeKey(text: string, file: TomlTable, table: string, key: string): readonly Rewrite[] {
  const found = file.entries.get(table)?.value;
  const known = found?.kind === 'table' ? found.entries.get(key) : undefined;
  if (found?.kind !== 'table' || known === undefined) return [];
  if (styleOf(text, table, found) === 'inline') return [inlineRemoval(found, known)];
  const start = lineStart(text, known.keyAt.start);
  const end = lineEnd(text, known.value.at.end);
  const comment = text.slice(known.value.at.end, end).trim();
  if (comment !== '') return [{ start, end, text: comment }];
  const next = text.indexOf('\n', end);
  return [{ start, end: next === -1 ? end : next + 1, text: '' }];
}

/** How the table is written: `[table]`, `table = {…}`, `table.key = …`, or through a longer header such as `[table.key]`. */
function styleOf(text: string, name: string, { at }: TomlTable): 'header' | 'inline' | 'dotted' | 'implied' {
  const first = text.charAt(at.start);
  if (first === '{') return 'inline';
  if (first !== '[') return 'dotted';
  const own = parseToml(text.slice(at.start, at.end)).value?.entries.get(name)?.value;
  return own?.kind === 'table' && own.entries.size === 0 ? 'header' : 'implied';
}

/** Before the packages, which are long, if they have headers; else at the end. */
function newTable(text: string, file: TomlTable, table: string): Rewrite {
  const packages = file.entries.get('packages')?.value;
  if (packages === undefined || text.charAt(packages.at.start) !== '[') {
    const gap = text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
    return { start: text.length, end: text.length, text: gap + table };
  }
  let start = lineStart(text, packages.at.start);
  // Comments right above a header are about it.
  while (start > 0 && text.startsWith('#', lineStart(text, start - 1))) start = lineStart(text, start - 1);
  return { start, end: start, text: `${table}\n` };
}

/** `{ a = 1, b = 2 }` without one of them, and without the comma that it leaves over. */
function inlineRemoval(table: TomlTable, { key, keyAt, value }: TomlEntry): Rewrite {
  const entries = [...table.entries.values()];
  const place = entries.findIndex((entry) => entry.key === key);
  const next = entries[place + 1];
  if (next !== undefined) return { start: keyAt.start, end: next.keyAt.start, text: '' };
  const before = entries[place - 1];
  if (before !== undefined) return { start: before.value.at.end, end: value.at.end, text: '' };
  return { start: table.at.start + 1, end: table.at.end - 1, text: '' };
}
