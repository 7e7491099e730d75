// A script in `.data/scripts` whose first line names a Python gets `#!python` there, which installers replace by the environment’s: the
// binary distribution format specification, “Recommended installer features”; which lines count is hatchling’s matter.

/** Longer first lines no system reads. */
const MAX_LINE = 256;

/** The script with its first line rewritten; `undefined` if it stays as it is. */
export function rewriteScript(bytes: Uint8Array): Uint8Array | undefined {
  const end = bytes.subarray(0, MAX_LINE).indexOf(10);
  const isCut = end === -1 && bytes.length >= MAX_LINE;
  const lineEnd = end === -1 ? bytes.length : end + 1;
  if (isCut) return undefined;
  const line = String.fromCharCode(...bytes.subarray(0, lineEnd));
  // The last name of a Python in the line counts: what stands in front of it is its path.
  const match = /^#!.*(?:pythonw?|pypyw?)[0-9.]*(.*)/s.exec(line);
  if (match === null) return undefined;
  const first = `#!python${match[1] ?? ''}`;
  const rest = bytes.subarray(lineEnd);
  const rewritten = new Uint8Array(first.length + rest.length);
  rewritten.set(Uint8Array.from(first, (character) => character.charCodeAt(0)));
  rewritten.set(rest, first.length);
  return rewritten;
}
