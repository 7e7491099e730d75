/**
 * How a recorded log and ours are compared. Real logs differ from run to run, so both are brought into one form first:
 *
 * - seconds aren’t compared (`DONE 0.3s`, `exporting layers 1.6s done`), and digests and references of a run are one sign;
 * - what the builder says in pieces is joined: a thing that is left (`#4 ...`) and gone on with, or ended twice, stands once, with its last
 *   end; of a line that is printed again as it grows, the last one counts;
 * - `#0 building with …`, which names the reader’s own builder, isn’t compared;
 * - pulling isn’t modelled: lines of downloads and unpacking are left out, and how that FROM ended isn’t compared, nor in a first build;
 * - what commands print isn’t known: those lines are left out;
 * - a step whose source is missing is `CANCELED` or has its error, as the race goes: it counts as an error without a text, and the block
 *   `> [2/2] COPY …:` that only the latter has isn’t compared then;
 * - numbers aren’t compared. The order is, where the builder doesn’t race: what is `[internal]` and FROM as a set, the steps of each stage
 *   that ran in their order, cached ones as a set, then the export, the warnings and the error.
 */
export interface ComparableLog {
  /** What is loaded, with what was said of it; sorted. */
  readonly loaded: readonly (readonly string[])[];
  /** Steps with their end; those that were cached sorted, the others in their order within their stage. */
  readonly cached: readonly string[];
  readonly ran: Readonly<Record<string, readonly string[]>>;
  readonly exported: readonly string[];
  /** Warnings, excerpt, error: as they are. */
  readonly after: readonly string[];
}

interface Part {
  readonly title: string;
  readonly said: string[];
  end: string;
}

export function comparable(lines: readonly string[]): ComparableLog {
  const parts = new Map<string, Part>();
  const after: string[] = [];
  for (const raw of lines) {
    const line = raw
      .replace(/sha256:[0-9a-f]{64}/g, 'sha256:…')
      .replace(/of ref \S+: /, 'of ref …: ')
      .replace(/ \d+\.\ds( done)?$/, '$1');
    const [, number, text = ''] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (number === undefined) {
      if (line !== '') after.push(line);
      continue;
    }
    if (number === '0') continue;
    const part = parts.get(number);
    if (part === undefined) parts.set(number, { title: text, said: [], end: '' });
    else if (text !== part.title) say(part, text);
  }
  const all = [...parts.values()];
  const isStep = ({ title }: Part) => title.startsWith('[') && !title.startsWith('[internal]') && !isBase(title);
  const steps = all.filter(isStep);
  const ran: Record<string, string[]> = {};
  for (const { title, end } of steps.filter((step) => step.end !== 'CACHED')) {
    const stage = /^\[(.*?) *\d+\/\d+\]/.exec(title)?.[1] ?? '';
    ran[stage] = [...(ran[stage] ?? []), `${title}: ${end}`];
  }
  const isRace = steps.some(({ end }) => end === 'ERROR');
  return {
    loaded: all
      .filter((part) => !isStep(part) && part.title !== 'exporting to image')
      .map(({ title, said, end }) => [title, ...said, end])
      .sort((left, right) => (left.join() < right.join() ? -1 : 1)),
    cached: steps.flatMap(({ title, end }) => (end === 'CACHED' ? [title] : [])).sort(),
    ran,
    exported: all.filter(({ title }) => title === 'exporting to image').flatMap(({ said, end }) => [...said, end]),
    after: isRace ? after.filter((line) => line !== '------' && !line.startsWith(' > ')) : after,
  };
}

const isBase = (title: string): boolean => /^(\[[^\]]*\] )?FROM /.test(title);

function say(part: Part, text: string): void {
  if (text === '...' || /^\d+\.\d+ /.test(text)) return;
  if (/^(sha256:…|extracting) ?/.test(text)) {
    part.end = 'pulled';
    return;
  }
  if (/^(DONE|CACHED|CANCELED|ERROR)/.test(text)) {
    if (part.end === 'pulled') return;
    part.end = text === 'CANCELED' || text.startsWith('ERROR: failed to calculate checksum') ? 'ERROR' : text;
    return;
  }
  const last = part.said.at(-1);
  const grows = last !== undefined && (text.startsWith(last) || last.startsWith(text));
  if (grows) part.said.pop();
  part.said.push(text);
}
