/**
 * Progress as a code to paste into another device: `shipshape2.<base64url of the JSON, with short keys>.<CRC-32>`. Characters
 * that survive a mail, a chat and an address; the checksum tells a damaged code from a good one (CRC-32 as in RFC 1952, 8).
 * Reading it is import-progress.ts.
 */
import { toBase64url } from './base64url';
import { isObject, type Json } from './json';
import { currentSchema } from './migrations';
import type { Progress } from './progress';
import { progressDocument } from './progress-document';

/** Long keys, each with its short form after it. Only ever added to: an old code must stay readable. */
const keys =
  'format f schema v records R kind k id i given g answer a verdict V revision r at t attempts n solved s first b last l option o options O steps S text x finished e place p heading h tasks T hints H';
const keyPairs = (): (readonly [string, string])[] =>
  [...keys.matchAll(/(\w+) (\w)/g)].map(([, long = '', short = '']) => [long, short]);

/** Gives each key its short form. A strange key that looks like a short one gets a tilde before it, and so does one with a tilde. */
function shortening(): (key: string) => string {
  const short = new Map(keyPairs());
  const taken = new Set(short.values());
  return (key) => short.get(key) ?? (taken.has(key) || key.startsWith('~') ? `~${key}` : key);
}

/** Gives each key of a code the key that it stands for. */
export function lengthening(): (key: string) => string {
  const long = new Map(keyPairs().map(([from, to]) => [to, from]));
  return (key) => (key.startsWith('~') ? key.slice(1) : (long.get(key) ?? key));
}

/** JSON with all its keys renamed. */
export function withKeys(json: Json, rename: (key: string) => string): Json {
  if (Array.isArray(json)) return json.map((inner: Json) => withKeys(inner, rename));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [rename(key), withKeys(value, rename)]));
}

/** Seven characters that change when the payload does. */
export function checksum(payload: string): string {
  let crc = -1;
  for (let i = 0; i < payload.length; i++) {
    crc ^= payload.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(36).padStart(7, '0');
}

/**
 * Progress → the code to paste.
 *
 * @example progressCode(noProgress) // 'shipshape2.eyJmIjoic2hpcHNoYXBlLXByb2dyZXNzIiwidiI6MiwiUiI6W119.…'
 */
export function progressCode(progress: Progress): string {
  const payload = toBase64url(
    new TextEncoder().encode(JSON.stringify(withKeys(progressDocument(progress), shortening()))),
  );
  return `shipshape${currentSchema}.${payload}.${checksum(payload)}`;
}
