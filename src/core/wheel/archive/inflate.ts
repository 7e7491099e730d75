// Unpacking deflate and gzip with a bound: the packed bytes decide how much comes out, so it is counted while it comes and stopped when
// it is too much. Follows RFC 1951 and RFC 1952 by pako, a port of zlib.
import { Inflate } from 'pako';
import { joinPieces } from './join-pieces';

/** What came out. `used` is how many of the packed bytes were read: fewer than there are if something stands behind them. */
export type Inflated =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly used: number }
  /** More than the bound would come out. */
  | { readonly kind: 'too-much' }
  /** With the bytes that came before it broke. */
  | { readonly kind: 'broken'; readonly why: string; readonly bytes: Uint8Array };

/** Output comes in pieces of this size; the bound is overshot by at most one. */
const PIECE = 65_536;

/** What stops pako from inside, where nothing else can. */
const STOP = Symbol('too much');

const NONSENSE = 'the packed bytes make no sense';

const NOTHING = /* @__PURE__ */ new Uint8Array(0);

/**
 * Inflates at most `most` bytes of raw deflate or of a gzip file, whose checksum and length are checked then.
 *
 * @example inflate(new Uint8Array([3, 0]), 10, 'raw') // → { kind: 'whole', bytes: new Uint8Array(0), used: 2 }
 */
export function inflate(packed: Uint8Array, most: number, form: 'raw' | 'gzip'): Inflated {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let remaining = () => 0;
  let unfinished = () => NOTHING;
  const inflator = new Inflate({ windowBits: form === 'raw' ? -15 : 31, chunkSize: PIECE });
  inflator.onStart = (stream) => {
    remaining = () => stream.avail_in;
    unfinished = () => stream.output?.subarray(0, stream.next_out) ?? NOTHING;
  };
  inflator.onData = (piece) => {
    size += piece.length;
    if (size > most) throw STOP;
    pieces.push(piece);
  };
  inflator.onEnd = () => {};
  const broken = (why: string): Inflated => {
    const last = unfinished();
    return { kind: 'broken', why, bytes: joinPieces([...pieces, last], size + last.length) };
  };
  try {
    inflator.push(packed, true);
  } catch (stopped) {
    if (stopped === STOP) return { kind: 'too-much' };
    return broken(NONSENSE);
  }
  if (inflator.err !== 0) return broken(inflator.msg || NONSENSE);
  if (!inflator.ended) return broken('the packed bytes end too early');
  return { kind: 'whole', bytes: joinPieces(pieces, size), used: packed.length - remaining() };
}
