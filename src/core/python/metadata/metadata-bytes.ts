// The bytes of a metadata file → text. Metadata is UTF-8; a byte that isn't becomes half a character, which no text holds
// otherwise, so that the reader can tell in which field it stands and the rest stays readable. Follows the core metadata
// specification, "Core metadata specifications" (serialisation), and PEP 383.

/**
 * Decodes a metadata file as Python's `surrogateescape` does: the byte `0xE4` alone becomes U+DCE4. `parseMetadata` reports it
 * ("Core metadata specifications").
 *
 * @example decodeMetadata(new Uint8Array([0x4e, 0xc3, 0xa4, 0xe4])) // → 'Nä\udce4'
 */
export function decodeMetadata(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(0xdc00 + (bytes[at] ?? 0)));
    at++;
    from = at;
  }
  pieces.push(decoder.decode(bytes.subarray(from)));
  return pieces.join('');
}

/** How many bytes the character at `at` has (Unicode, table 3-7), or 0 if none begins there. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}
