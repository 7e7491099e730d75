// The pieces of Go’s fmt that the builder’s history is written with.

/** `%q` of a list: `["python" "app.py"]`. */
export function quotedList(words: readonly string[]): string {
  return `[${words.map(quoted).join(' ')}]`;
}

function quoted(text: string): string {
  let written = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const short = SHORT.get(letter);
    if (short !== undefined) written += short;
    else if (code < 0x20 || code === 0x7f) written += `\\x${code.toString(16).padStart(2, '0')}`;
    else written += letter;
  }
  return `"${written}"`;
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\v', '\\v'],
]);

/** `%v` of a list: `[/data /logs]`. */
export function plainList(words: readonly string[]): string {
  return `[${words.join(' ')}]`;
}

/** A duration in nanoseconds as Go prints it: `1m30s`, `500ms`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const size = Math.abs(nanoseconds);
  if (size < 1e3) return `${sign}${size}ns`;
  if (size < 1e6) return `${sign}${size / 1e3}µs`;
  if (size < 1e9) return `${sign}${size / 1e6}ms`;
  const seconds = (size % 60e9) / 1e9;
  const minutes = Math.floor(size / 60e9) % 60;
  const hours = Math.floor(size / 3600e9);
  const tail = `${seconds}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${tail}`;
  return minutes > 0 ? `${sign}${minutes}m${tail}` : `${sign}${tail}`;
}
