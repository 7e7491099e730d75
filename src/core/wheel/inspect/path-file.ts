// `.pth` files: at the top of site-packages, each line is a folder for the search path, or, if it begins with `import`, code that every
// start of Python runs. Follows Python’s library reference, “site”.

/** A line of a `.pth` file. */
export interface PathLine {
  readonly kind: 'path' | 'code' | 'comment';
  readonly text: string;
}

/** A file with its lines, empty ones left out. */
export interface PathFile {
  readonly path: string;
  readonly lines: readonly PathLine[];
}

/** So many lines are told; a real one has a handful. */
const MAX_LINES = 1000;

/** Reads a `.pth` file. @example readPathFile('a.pth', 'import kit\nlib\n').lines.map(({ kind }) => kind) // → ['code', 'path'] */
export function readPathFile(path: string, text: string): PathFile {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_LINES)
    .map((line): PathLine => ({ kind: kindOf(line), text: line.trimEnd() }));
  return { path, lines };
}

function kindOf(line: string): PathLine['kind'] {
  if (line.startsWith('#')) return 'comment';
  return line.startsWith('import ') || line.startsWith('import\t') ? 'code' : 'path';
}
