/** Text in lines, at build and in the page alike: words stay whole where they can, and what has no room is told by an ellipsis. */
import { type Run, widthOf } from './text-width';

/** Runs in one line. */
export type Line = readonly Run[];

const widthOfLine = (line: Line): number => line.reduce((sum, run) => sum + widthOf(run), 0);

/** Letters that belong together: runs without a space between them. */
type Word = Line;
interface Spaced {
  readonly word: Word;
  /** The space before it, none at the start. */
  readonly space: Line;
}

/** More of a text than any picture has lines for. */
const longest = 2_000;

function wordsOf(runs: readonly Run[]): readonly Spaced[] {
  const words: { word: Run[]; space: Line }[] = [];
  let space: Line = [];
  let joins = false;
  for (const run of runs) {
    for (const text of run.text.slice(0, longest).match(/\s+|\S+/g) ?? []) {
      if (text.trim() === '') {
        space = [{ ...run, text: text.replace(/[ \t\r\n]+/g, ' ') }];
        joins = false;
        continue;
      }
      if (joins) words.at(-1)?.word.push({ ...run, text });
      else words.push({ word: [{ ...run, text }], space: words.length === 0 ? [] : space });
      joins = true;
    }
  }
  return words;
}

/** Characters after which a file name may be cut. */
const goodBreak = /[-._/:@=]/;

/** As much of a word as has room, at least a character, and the rest of it; broken after a sign where one is near. */
function broken(word: Word, room: number): readonly [Word, Word] {
  const letters = word.flatMap((run) => [...run.text].map((text): Run => ({ ...run, text })));
  let used = 0;
  let fit = 0;
  for (const letter of letters) {
    used += widthOf(letter);
    if (used > room && fit > 0) break;
    fit++;
  }
  for (let at = fit; at > fit * 0.6 && fit < letters.length; at--) {
    if (!goodBreak.test(letters[at - 1]?.text ?? '')) continue;
    fit = at;
    break;
  }
  return [joined(letters.slice(0, fit)), joined(letters.slice(fit))];
}

/** Neighbours of one look as one run. */
function joined(line: Line): Line {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    const same = last && last.family === run.family && last.bold === run.bold && last.fill === run.fill;
    if (last && same && last.size === run.size) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

/** A line with an ellipsis at its end, and with as little taken from it as makes room for that. */
function cut(line: Line, room: number): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const dots: Run = { ...last, text: '…' };
  let kept = line;
  while (widthOfLine(kept) + widthOf(dots) > room && kept.length > 0) {
    const end = kept.at(-1);
    const text = [...(end?.text ?? '')].slice(0, -1).join('');
    kept = end === undefined || text === '' ? kept.slice(0, -1) : [...kept.slice(0, -1), { ...end, text }];
  }
  return joined([...kept, dots]);
}

/**
 * Runs → the lines that they take in a room, at most so many; what is left is told by an ellipsis. No line is wider than the room
 * unless one character is.
 */
export function wrap(runs: readonly Run[], room: number, mostLines: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  for (const { word, space } of wordsOf(runs)) {
    let rest = word;
    const spaced = line.length === 0 ? [] : space;
    if (widthOfLine([...line, ...spaced, ...rest]) <= room) {
      line = [...line, ...spaced, ...rest];
      continue;
    }
    if (line.length > 0) lines.push(joined(line));
    for (let part: Word; widthOfLine(rest) > room && lines.length <= mostLines; lines.push(part)) {
      [part, rest] = broken(rest, room);
    }
    line = rest;
    if (lines.length > mostLines) break;
  }
  if (line.length > 0) lines.push(joined(line));
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), cut(lines[mostLines - 1] ?? [], room)];
}

/** Parts of the room that are tried, the narrowest first. */
const narrower = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const;

/** The same in lines of about one length: no word alone on the last, and no more lines than `wrap` takes. */
export function balanced(runs: readonly Run[], room: number, mostLines: number): readonly Line[] {
  const lines = wrap(runs, room, mostLines);
  if (lines.length < 2) return lines;
  // What is whole in the room stays whole in a narrower one.
  const widths = wordsOf(runs).map(({ word }) => widthOfLine(word));
  const widest = Math.max(...widths.filter((width) => width <= room));
  const rooms = narrower.map((part) => room * part).filter((narrow) => narrow >= widest);
  // One line more than there are tells whether a narrower room takes more.
  const fits = rooms.map((narrow) => wrap(runs, narrow, lines.length + 1));
  return fits.find(({ length }) => length <= lines.length) ?? lines;
}
