/**
 * The state of a figure in an address: `#1.` + base64url(zlib(UTF-8 JSON)), RFC 4648 section 5 and RFC 1950. What an address
 * holds is a stranger's: its bounds, its checksum (Adler-32, by the browser) and its shape are checked here, its state by the
 * figure's own `read`.
 */
import { fromBase64url, isObject, isTooDeep, type Json, parseJson, toBase64url } from '@/core/exercise';
import type { FigureName } from './model';

/** What a link holds. */
export interface LinkPayload {
  readonly figure: FigureName;
  /** The model's revision that wrote the state. */
  readonly revision: number;
  /** The scenario's id: `one-laptop`. */
  readonly scenario: string;
  /** What the model's `write` gave. */
  readonly state: Json;
}

/** Of the form of the whole; 1 since the first release. */
const linkVersion = 1;
/** Characters of a fragment with its `#`. More is cut by mail programs and chats. */
export const longestFragment = 8192;
/** Bytes of the JSON. Deflate makes up to 1,032 bytes of one: a short link could fill a phone's memory. */
export const largestJson = 65_536;
const longestScenario = 120;
const mostRevisions = 1_000_000;

export type EncodedLink = { readonly kind: 'link'; readonly fragment: string } | { readonly kind: 'too-large' };

export type DecodedLink =
  /** No link at all: an empty fragment, or the id of a place in the page. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opened'; readonly payload: LinkPayload }
  | { readonly kind: 'refused'; readonly why: 'damaged' | 'too-large' | 'newer' | 'other-figure' };

const refused = (why: 'damaged' | 'too-large' | 'newer' | 'other-figure'): DecodedLink => ({ kind: 'refused', why });

/** All bytes of a stream, or undefined as soon as there are more than `most`. Rejects where the stream fails. */
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const through = (bytes: Uint8Array<ArrayBuffer>, way: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough<Uint8Array>(way);

/**
 * A state → the fragment that opens it, with its `#`; too large when it, or its JSON, is over the bounds.
 *
 * @example await encodeLink({ figure: 'command-lookup', revision: 1, scenario: 'one-laptop', state: {} })
 * // { kind: 'link', fragment: '#1.eJwVyj0OgCAMBtC7fDMMrr1Ng9U0Qkv4cSHc3fjmt3DpPZuAkLwUtjNm92dWBDR5tasb6AjoSYybOghuEjPX4X_qg4eA1t4f5GMaMQ' }
 */
export async function encodeLink(payload: LinkPayload): Promise<EncodedLink> {
  const { figure, revision, scenario, state } = payload;
  const json = new TextEncoder().encode(JSON.stringify({ figure, revision, scenario, state }));
  if (json.length > largestJson) return { kind: 'too-large' };
  const deflated = await bytesOf(through(json, new CompressionStream('deflate')), longestFragment);
  if (deflated === undefined) return { kind: 'too-large' };
  const fragment = `#${linkVersion}.${toBase64url(deflated)}`;
  return fragment.length > longestFragment ? { kind: 'too-large' } : { kind: 'link', fragment };
}

/** JSON of a stranger → the payload that it is; undefined when it is none. */
function readPayload(json: Json | undefined): (Omit<LinkPayload, 'figure'> & { readonly figure: string }) | undefined {
  if (!isObject(json) || isTooDeep(json)) return undefined;
  const { figure, revision, scenario, state } = json;
  if (typeof figure !== 'string' || typeof scenario !== 'string' || state === undefined) return undefined;
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1 || revision > mostRevisions) {
    return undefined;
  }
  // An id becomes part of an address: no dots, no slashes.
  if (scenario.length > longestScenario || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(scenario)) return undefined;
  return { figure, revision, scenario, state };
}

/** An id of a heading or a figure: an address with it points at a place and says nothing of a state. A number alone is a link cut short. */
const isPlace = (name: string): boolean => name.length <= 120 && /^(?!\d+$)[a-z0-9-]*$/.test(name);

/**
 * A fragment, with or without its `#`, → what it opens in a figure. Never throws: what is cut short, changed, too large, of a
 * newer form or of another figure is refused. The state in the payload is still a stranger's: the model's `read` decides.
 *
 * @example await decodeLink('#the-wheel', 'wheel-decoder') // { kind: 'none' }
 * @example await decodeLink('#1.eJyr', 'wheel-decoder') // { kind: 'refused', why: 'damaged' }
 */
export async function decodeLink(fragment: string, figure: FigureName): Promise<DecodedLink> {
  const name = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (isPlace(name)) return { kind: 'none' };
  const [, version = '', packed = ''] = /^([1-9]\d{0,5})\.(.*)$/s.exec(name) ?? [];
  if (version === '') return refused('damaged');
  if (Number(version) > linkVersion) return refused('newer');
  if (name.length + 1 > longestFragment) return refused('too-large');
  const bytes = fromBase64url(packed);
  if (bytes === undefined) return refused('damaged');
  try {
    const inflated = await bytesOf(through(bytes, new DecompressionStream('deflate')), largestJson);
    if (inflated === undefined) return refused('too-large');
    const payload = readPayload(parseJson(new TextDecoder('utf-8', { fatal: true }).decode(inflated)));
    if (payload === undefined) return refused('damaged');
    return payload.figure === figure ? { kind: 'opened', payload: { ...payload, figure } } : refused('other-figure');
  } catch {
    // No zlib stream, one cut short, one whose checksum is wrong, or no UTF-8.
    return refused('damaged');
  }
}
