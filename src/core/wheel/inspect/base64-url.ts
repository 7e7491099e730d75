// Bytes in the base64 of URLs (RFC 4648, section 5), without `=` at the end, as RECORD writes digests.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes → text. @example toBase64Url(new Uint8Array([0xfb, 0xff])) // → '-_8' */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >>> shift) & 63]).join('');
    text += digits.slice(0, Math.min(bytes.length - at, 3) + 1);
  }
  return text;
}
