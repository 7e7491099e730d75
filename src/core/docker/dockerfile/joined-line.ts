// An instruction as one line, made of the pieces of the lines that it was written on, and the way back to their places.

/** A piece of the line: from the index `at` of the text on, it stands in the file from `offset` on. */
interface JoinedPiece {
  readonly at: number;
  readonly offset: number;
}

export interface JoinedLine {
  readonly text: string;
  readonly pieces: readonly JoinedPiece[];
}

/** Puts the pieces of a file together; each is given by where it begins and ends there. */
export function joinLine(file: string, stretches: readonly (readonly [number, number])[]): JoinedLine {
  const pieces: JoinedPiece[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    pieces.push({ at, offset: start });
    texts.push(file.slice(start, end));
    at += end - start;
  }
  return { text: texts.join(''), pieces };
}

/** The offset in the file of the character at an index of the line. */
export function offsetAt(line: JoinedLine, index: number): number {
  let low = 0;
  let high = line.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((line.pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const piece = line.pieces[low];
  return piece === undefined ? 0 : piece.offset + index - piece.at;
}

/** The offset behind the character before an index: where a stretch that ends there ends in the file. */
export function endOffsetAt(line: JoinedLine, index: number): number {
  return index === 0 ? offsetAt(line, 0) : offsetAt(line, index - 1) + 1;
}
