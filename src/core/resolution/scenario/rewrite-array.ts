// Putting an item into an array of a TOML document, and taking items out (TOML 1.0.0, "Array"): the others, their layout and every
// comment stay. An item goes with its comma, and with its line where nothing else stands there.
import type { Span, TomlArray } from '@/core/python';
import { lineEnd, lineStart, type Rewrite } from './rewrite';

/** Takes the items at these places out. */
export function leaveOut(text: string, array: TomlArray, places: readonly number[]): readonly Rewrite[] {
  const { items } = array;
  const gone = new Set(places.filter((place) => place in items));
  const rewrites: Rewrite[] = [];
  const cut = ({ start, end }: Span) => rewrites.push({ start, end, text: '' });
  // The last one that stays needs no comma where the last one of all had none.
  const kept = items.findLastIndex((_, place) => !gone.has(place));
  const comma = kept === -1 || commaAfter(text, array, items.length - 1) !== undefined ? undefined : kept;
  const tail = comma === undefined ? undefined : tailOf(text, items, comma);
  for (const place of gone) {
    if (tail === undefined || place < kept) for (const span of spansOf(text, array, place)) cut(span);
  }
  if (tail !== undefined) cut(tail);
  else if (comma !== undefined && gone.has(items.length - 1)) {
    const at = commaAfter(text, array, comma);
    if (at !== undefined) cut({ start: at, end: at + 1 });
  }
  return rewrites;
}

/** All behind an item up to the last one, where that is one stretch of a line. */
function tailOf(text: string, items: TomlArray['items'], kept: number): Span | undefined {
  const [start, end] = [items[kept]?.at.end, items.at(-1)?.at.end];
  if (start === undefined || end === undefined || kept === items.length - 1) return undefined;
  const between = items.slice(kept + 1).some(({ at }, place) => {
    const before = items[kept + place]?.at.end ?? start;
    return /[#\n]/.test(text.slice(before, at.start));
  });
  return between ? undefined : { start, end };
}

/** An item with its comma. */
function spansOf(text: string, array: TomlArray, place: number): readonly Span[] {
  const item = array.items[place];
  if (item === undefined) return [];
  const comma = commaAfter(text, array, place);
  if (comma === undefined) return [widened(text, item.at, array.at)];
  if (text.slice(item.at.end, comma).trim() === '') {
    return [widened(text, { start: item.at.start, end: comma + 1 }, array.at)];
  }
  // A comment stands between the item and its comma.
  return [item.at, { start: comma, end: comma + 1 }];
}

/** Puts an item, as TOML, behind the others: on a line of its own where they stand so. */
export function putIn(text: string, array: TomlArray, item: string): readonly Rewrite[] {
  const { items, at } = array;
  const last = items.at(-1);
  if (last === undefined) return [{ start: at.start + 1, end: at.start + 1, text: item }];
  const end = last.at.end;
  const comma = commaAfter(text, array, items.length - 1);
  const begin = lineStart(text, last.at.start);
  const indent = text.slice(begin, last.at.start);
  if (indent.trim() !== '' || begin <= at.start) {
    if (comma === undefined) return [{ start: end, end, text: `, ${item}` }];
    return [{ start: comma + 1, end: comma + 1, text: ` ${item},` }];
  }
  // Behind the comment that stands beside the last one. A bracket on the same line stays behind the new item.
  const from = comma === undefined ? end : comma + 1;
  const rest = text.slice(from, lineEnd(text, from));
  const isFree = /^[ \t]*(#.*)?$/.test(rest) && from + rest.length < at.end;
  const place = isFree ? from + rest.length : from;
  const added = { start: place, end: place, text: `\n${indent}${item}${comma === undefined ? '' : ','}` };
  if (comma !== undefined) return [added];
  return place === end ? [{ ...added, text: `,${added.text}` }] : [{ start: end, end, text: ',' }, added];
}

/** The comma behind an item, not one in a comment. */
function commaAfter(text: string, { items, at }: TomlArray, place: number): number | undefined {
  let offset = items[place]?.at.end ?? at.end;
  const end = items[place + 1]?.at.start ?? at.end;
  while (offset < end) {
    const character = text.charAt(offset);
    if (character === ',') return offset;
    offset = character === '#' ? lineEnd(text, offset) : offset + 1;
  }
  return undefined;
}

/** With the whole line where nothing else stands in it, or else with the spaces on one side. */
function widened(text: string, { start, end }: Span, array: Span): Span {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isAlone = text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '' && from > array.start;
  if (isAlone && to < array.end - 1) return { start: from, end: text.indexOf('\n', to) + 1 };
  const isFirstInLine = text.slice(Math.max(from, array.start + 1), start).trim() === '';
  const after = /^[ \t]*/.exec(text.slice(end, array.end))?.[0].length ?? 0;
  if (isFirstInLine || text.charAt(end + after) !== '#') {
    if (after > 0 || isFirstInLine) return { start, end: end + after };
  }
  const before = /[ \t]*$/.exec(text.slice(array.start, start))?.[0].length ?? 0;
  return { start: start - before, end };
}
