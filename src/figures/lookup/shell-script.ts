/**
 * Pieces of a POSIX shell script that lays a described machine out below a temporary folder, `$d`. What it prints has that
 * folder's name taken off again.
 */

/**
 * A word of a shell script, in quotes where it needs them.
 * @example quoted("it's") // `'it'\''s'`
 */
export function quoted(word: string): string {
  return /^[\w/.,:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

const END = 'END_OF_FILE';

/** Writes a file by a here-document; a text without a line end at its end goes through printf. */
export function written(path: string, text: string): readonly string[] {
  if (text === '') return [`: > ${quoted(path)}`];
  if (!text.endsWith('\n') || text.includes(END)) return [`printf %s ${quoted(text)} > ${quoted(path)}`];
  return [`cat > ${quoted(path)} <<'${END}'`, `${text}${END}`];
}

/** A path of the machine, below the temporary folder. */
export function below(path: string): string {
  return `"$d"${quoted(path)}`;
}

/** Makes a temporary folder that is gone when the script ends, and takes its name off what is printed. */
export const temporaryFolder = ['d=$(cd "$(mktemp -d)" && pwd -P) || exit', `trap 'rm -rf "$d"' EXIT`] as const;

/** A command over many words, broken into lines that a terminal shows whole. */
export function wrapped(command: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = command;
  for (const word of words) {
    if (line.length + word.length > 100) {
      lines.push(`${line} \\`);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
