// What a regular file holds. Content may be a megabyte of one letter or known by its digest alone, so size and digest are asked for,
// computed once for each content and kept.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Directory } from './node';
import { digestOfRepeated, hashedBytes } from './repeated-digest';

/** The bytes of a file: written out, one text over and over, an archive that holds other files, or known by its digest alone. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'repeated'; readonly unit: string; readonly size: number }
  | {
      readonly kind: 'archive';
      readonly size: number;
      readonly sha256: string;
      readonly isGzip: boolean;
      readonly members: Directory;
    }
  | { readonly kind: 'known'; readonly size: number; readonly sha256: string };

const sizes = new WeakMap<FileContent, number>();
const digests = new WeakMap<FileContent, string>();

/** How many bytes the content has. @example sizeOf({ kind: 'text', text: 'é' }) // → 2 */
export function sizeOf(content: FileContent): number {
  if (content.kind !== 'text') return content.size;
  let size = sizes.get(content);
  if (size === undefined) {
    size = utf8Size(content.text);
    sizes.set(content, size);
  }
  return size;
}

/**
 * The SHA-256 of the content, in hexadecimal; equal exactly for equal bytes. Of repeated content beyond MOST_HASHED it is a sentence
 * instead, which isn’t that of the same bytes written out or known by their digest.
 *
 * @example sha256Of({ kind: 'text', text: '' }).slice(0, 8) // → 'e3b0c442'
 */
export function sha256Of(content: FileContent): string {
  if (content.kind === 'archive' || content.kind === 'known') return content.sha256;
  let digest = digests.get(content);
  if (digest === undefined) {
    digest = content.kind === 'text' ? digestOfText(content.text) : digestOfRepeated(content.unit, content.size);
    digests.set(content, digest);
  }
  return digest;
}

/** Whether a digest is that of bytes. Content whose bytes nobody knows has a text instead, which is equal for equal content. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function digestOfText(text: string): string {
  const bytes = utf8ToBytes(text);
  hashedBytes.count += bytes.length;
  return bytesToHex(sha256(bytes));
}

/** The content as text, where it is known and not longer than `limit` bytes. */
export function textOf(content: FileContent, limit: number): string | undefined {
  if (sizeOf(content) > limit) return undefined;
  if (content.kind === 'text') return content.text;
  if (content.kind !== 'repeated') return undefined;
  const bytes = new Uint8Array(content.size);
  const unit = utf8ToBytes(content.unit);
  if (unit.length > 0) for (let at = 0; at < bytes.length; at++) bytes[at] = unit[at % unit.length] ?? 0;
  return new TextDecoder().decode(bytes);
}

/** Content from the fact that a recording states: its text where that is given, else its size and digest. */
export function contentOfFact(fact: {
  readonly content?: string | undefined;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}): FileContent {
  if (fact.content !== undefined) return { kind: 'text', text: fact.content };
  if (fact.sha256 !== undefined) return { kind: 'known', size: fact.size ?? 0, sha256: fact.sha256 };
  return { kind: 'repeated', unit: '\0', size: fact.size ?? 0 };
}

function utf8Size(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) size += 1;
    else if (unit < 0x800) size += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowHalf(text.charCodeAt(at + 1))) {
      size += 4;
      at++;
    } else size += 3;
  }
  return size;
}

const isLowHalf = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
