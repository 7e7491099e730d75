// From what a tool printed to the lines that the clinic shows: its own words about the failure, without progress and without the inside
// of tracebacks. Whatever is left out is marked with a line “…”.

const PROGRESS = [
  /^\* |^ {2}- |^TIP /, // build: its steps, the packages of its environment, its advice
  /^Building (source distribution|wheel)/, // uv
  /^(Using Python|Resolved|Prepared|Installed|Downloading|Successfully) /, // uv, build
  /^(Processing|Collecting|Looking in|Installing collected) /, // pip
  /: (started|finished with status '(done|error)')$/, // pip’s steps
];
const FRAME = /^(\s*)File "/;
const MOST_LINES = 16;
const LONGEST_LINE = 240;

/**
 * The rule: progress and empty lines go; of a traceback its first line and its error stay; of a list of versions the ends stay; of the
 * lines that are left the last sixteen.
 */
export function failureLines(text: string): readonly string[] {
  const kept: string[] = [];
  let frame: number | undefined;
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    const indent = line.length - line.trimStart().length;
    const opens = FRAME.exec(line);
    if (opens !== null) {
      if (frame === undefined) kept.push(`${opens[1] ?? ''}…`);
      frame = indent;
      continue;
    }
    // What is set deeper than its frame is the frame’s code; a traceback ends with its error, set less deep.
    if (frame !== undefined && (line.trim() === '' || indent > frame)) continue;
    if (frame !== undefined && indent >= frame) continue;
    frame = undefined;
    if (line.trim() === '' || PROGRESS.some((pattern) => pattern.test(line))) continue;
    kept.push(shortened(line));
  }
  return kept.length <= MOST_LINES ? kept : ['…', ...kept.slice(-MOST_LINES)];
}

function shortened(line: string): string {
  const versions = line.replace(/\(from versions: (\S+ \S+) .* (\S+)\)/, '(from versions: $1 …, $2)');
  return versions.length <= LONGEST_LINE ? versions : `${versions.slice(0, LONGEST_LINE)}…`;
}
