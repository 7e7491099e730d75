// The SHA-256 of one text over and over, as files that are known by their size alone are filled. All files of the same text begin alike,
// so the hash is taken once as far as the longest of them goes, and the others are ends of it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

type Hash = ReturnType<typeof sha256.create>;

/** What has been hashed of one text: after each whole number of pieces, the hash so far. */
interface Run {
  readonly piece: Uint8Array;
  readonly hashes: Hash[];
  /** By the size of the file. */
  readonly digests: Map<number, string>;
}

/** A piece is about this many bytes. */
const PIECE = 65_536;
/** Texts whose hashes are kept; a project fills its files with one. */
const MOST_RUNS = 16;
/** Sizes whose digests are kept for a text. */
const MOST_DIGESTS = 10_000;

const runs = new Map<string, Run>();

/** Content of more bytes than this isn’t hashed byte by byte: at some 100 MB a second a page would stand still. */
export const MOST_HASHED = 1 << 26;

/** How many bytes have been hashed so far. For tests: what is shared can be counted, and time can’t be trusted. */
export const hashedBytes = { count: 0 };

/**
 * The digest of `size` bytes of the text over and over. Beyond MOST_HASHED it is a sentence instead that is equal for equal bytes of that
 * kind; `isDigest` (content.ts) tells them apart.
 *
 * @example digestOfRepeated('ab', 3) === digestOfRepeated('aba', 3) // → true
 */
export function digestOfRepeated(unit: string, size: number): string {
  if (unit === '' || size <= 0) return bytesToHex(sha256(new Uint8Array(0)));
  if (size > MOST_HASHED) return `repeated ${size} ${period(unit)}`;
  const run = runOf(unit);
  let digest = run.digests.get(size);
  if (digest === undefined) {
    digest = digestIn(run, size);
    if (run.digests.size < MOST_DIGESTS) run.digests.set(size, digest);
  }
  return digest;
}

function runOf(unit: string): Run {
  let run = runs.get(unit);
  if (run === undefined) {
    if (runs.size >= MOST_RUNS) runs.delete(runs.keys().next().value ?? '');
    const bytes = utf8ToBytes(unit);
    const piece = new Uint8Array(bytes.length * Math.max(1, Math.ceil(PIECE / bytes.length)));
    for (let at = 0; at < piece.length; at += bytes.length) piece.set(bytes, at);
    run = { piece, hashes: [sha256.create()], digests: new Map() };
    runs.set(unit, run);
  }
  return run;
}

function digestIn({ piece, hashes }: Run, size: number): string {
  const whole = Math.floor(size / piece.length);
  for (let last = hashes.at(-1); hashes.length <= whole && last !== undefined; last = hashes.at(-1)) {
    hashedBytes.count += piece.length;
    hashes.push(last.clone().update(piece));
  }
  const rest = piece.subarray(0, size - whole * piece.length);
  hashedBytes.count += rest.length;
  return bytesToHex((hashes[whole] ?? sha256.create()).clone().update(rest).digest());
}

/** The shortest text that gives the same bytes over and over: `abab` is `ab`. Its length divides the text’s (Knuth, Morris and Pratt). */
function period(text: string): string {
  const borders = [0];
  for (let at = 1, border = 0; at < text.length; at++) {
    while (border > 0 && text[at] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[at] === text[border]) border++;
    borders.push(border);
  }
  const length = text.length - (borders.at(-1) ?? 0);
  return text.length % length === 0 ? text.slice(0, length) : text;
}
