// Bytes that came piece by piece, as one.

/** Takes the pieces in their order and the bytes that they have together. One piece alone is given back as it is. */
export function joinPieces(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
