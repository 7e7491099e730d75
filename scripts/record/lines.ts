// From what two streams wrote to the lines of a recording; leaving lines out and shortening them, always marked.

import type { RecordedLine } from './recording.ts';
import type { Chunk } from './sandbox.ts';
import type { Keep, SessionStep } from './session.ts';

type WrittenLine = Extract<RecordedLine, { readonly stream: 'out' | 'err' }>;

/** Cuts chunks into lines. A line stands where its end arrived; what has no line end comes last.
 * Of a line end with carriage return (as in RECORD) a terminal shows no trace, and none is kept. */
function written(chunks: readonly Chunk[]): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  const open = { out: '', err: '' };
  for (const { stream, text } of chunks) {
    const parts = (open[stream] + text).split('\n');
    open[stream] = parts.pop() ?? '';
    for (const part of parts) lines.push({ stream, text: part.replace(/\r$/, '') });
  }
  for (const stream of ['out', 'err'] as const) if (open[stream] !== '') lines.push({ stream, text: open[stream] });
  return lines;
}

/**
 * Which lines of a builder's plain progress tell the steps of the Dockerfile: `#7 [3/4] RUN …` and how such a step ended. What a
 * step printed isn't among them, nor what the builder does beside (`#1 [internal] …`). Empty lines stay between kept ones.
 */
function tellSteps(lines: readonly WrittenLine[]): readonly boolean[] {
  const steps = new Set<string>();
  let before = false;
  return lines.map(({ text }) => {
    const [, number = '', rest = ''] = /^#(\d+) (.*)$/.exec(text) ?? [];
    if (/^\[(?:\S+ )?\d+\/\d+\] /.test(rest)) steps.add(number);
    const isStep = steps.has(number) && /^(?:\[|CACHED$|DONE |ERROR)/.test(rest);
    before = isStep || (text === '' && before);
    return before;
  });
}

/**
 * The lines of a step. With `keep`, lines that none of its rules names become one `…` line for each gap, which says how
 * many they were. With `shorten`, patterns are replaced and the lines say so.
 *
 * `toLines([{ stream: 'out', text: 'a\nb\nc\n' }], { first: 1 })` is
 * `[{ stream: 'out', text: 'a' }, { stream: 'elided', text: '…', lines: 2 }]`.
 */
export function toLines(
  chunks: readonly Chunk[],
  keep?: Keep,
  shorten?: SessionStep['shorten'],
): readonly RecordedLine[] {
  const lines = written(chunks);
  const steps = keep?.buildSteps ? tellSteps(lines) : [];
  const isKept = (line: WrittenLine, position: number) =>
    keep === undefined ||
    steps[position] === true ||
    position < (keep.first ?? 0) ||
    position >= lines.length - (keep.last ?? 0) ||
    (keep.matching !== undefined && new RegExp(keep.matching).test(line.text));

  const result: RecordedLine[] = [];
  for (const [position, line] of lines.entries()) {
    if (isKept(line, position)) {
      const text = (shorten ?? []).reduce((left, { from, to }) => left.replace(new RegExp(from, 'g'), to), line.text);
      result.push(text === line.text ? line : { stream: line.stream, text, shortened: true });
      continue;
    }
    const last = result.at(-1);
    if (last?.stream === 'elided') result[result.length - 1] = { ...last, lines: last.lines + 1 };
    else result.push({ stream: 'elided', text: '…', lines: 1 });
  }
  return result;
}
