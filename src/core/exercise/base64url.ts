/**
 * Bytes as characters that survive an address, a mail and a chat: base64url without padding (RFC 4648, section 5). By hand over
 * `btoa`, until every runtime that the course is tested with has `Uint8Array.prototype.toBase64`.
 */

/** Bytes → text. @example toBase64url(new Uint8Array([255, 238])) // '_-4' */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Text → its bytes, or undefined when it is no base64url or not as `toBase64url` writes it: no bit of it may be changed and
 * go unseen.
 *
 * @example fromBase64url('_-4') // Uint8Array [255, 238]
 * @example fromBase64url('_-5') // undefined: the last two bits belong to no byte
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : undefined;
}
