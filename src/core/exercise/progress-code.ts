/**
 * Progress as a code to paste into another device: `shipshape2.<base64url of the JSON, with short keys>.<CRC-32>`. Characters
 * that survive a mail, a chat and an address; the checksum tells a damaged code from a good one (CRC-32 as in RFC 1952, 8).
 */
import { isObject, isTooDeep, type Json, parseJson } from './json';
import { currentSchema } from './migrations';
import type { Progress } from './progress';
import {
  largestFile,
  parseProgress,
  progressDocument,
  type ReadProgress,
  readDocument,
  refused,
  tooLarge,
} from './progress-file';

/** Long keys and their short forms. Only ever added to: an old code must stay readable. */
const shortKeys: ReadonlyMap<string, string> = new Map([
  ['format', 'f'],
  ['schema', 'v'],
  ['records', 'R'],
  ['kind', 'k'],
  ['id', 'i'],
  ['given', 'g'],
  ['answer', 'a'],
  ['verdict', 'V'],
  ['revision', 'r'],
  ['at', 't'],
  ['attempts', 'n'],
  ['solved', 's'],
  ['first', 'b'],
  ['last', 'l'],
  ['option', 'o'],
  ['options', 'O'],
  ['steps', 'S'],
  ['text', 'x'],
  ['finished', 'e'],
  ['place', 'p'],
  ['heading', 'h'],
]);
const longKeys: ReadonlyMap<string, string> = new Map([...shortKeys].map(([long, short]) => [short, long]));

/** A strange key that looks like a short one gets a tilde before it, and so does one with a tilde. */
const shorten = (key: string): string =>
  shortKeys.get(key) ?? (longKeys.has(key) || key.startsWith('~') ? `~${key}` : key);
const lengthen = (key: string): string => (key.startsWith('~') ? key.slice(1) : (longKeys.get(key) ?? key));

function withKeys(json: Json, rename: (key: string) => string): Json {
  if (Array.isArray(json)) return json.map((inner: Json) => withKeys(inner, rename));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [rename(key), withKeys(value, rename)]));
}

function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws on text that is no base64url or no UTF-8. */
function fromBase64url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
  );
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const checksum = (payload: string): string => crc32(payload).toString(36).padStart(7, '0');

/**
 * Progress → the code to paste.
 *
 * @example progressCode(noProgress) // 'shipshape2.eyJmIjoic2hpcHNoYXBlLXByb2dyZXNzIiwidiI6MiwiUiI6W119.…'
 */
export function progressCode(progress: Progress): string {
  const payload = base64url(new TextEncoder().encode(JSON.stringify(withKeys(progressDocument(progress), shorten))));
  return `shipshape${currentSchema}.${payload}.${checksum(payload)}`;
}

const cutOrChanged = refused(
  'progress/damaged',
  'This code is damaged: it was cut short or changed on the way. Copy it once more, from “shipshape” to its end.',
);

function parseCode(code: string): ReadProgress {
  const schema = Number(/^shipshape(\d{1,6})\./.exec(code)?.[1]);
  if (schema > currentSchema) {
    return refused(
      'progress/newer',
      `This code was made by a newer version of the course (schema ${schema}, this page knows ${currentSchema}): reload this page, then import again.`,
    );
  }
  const [, payload = '', sum = ''] = /^shipshape\d+\.([\w-]*)\.([0-9a-z]{7})$/.exec(code) ?? [];
  if (!schema || checksum(payload) !== sum) return cutOrChanged;
  try {
    const json = parseJson(fromBase64url(payload));
    return json === undefined || isTooDeep(json) ? cutOrChanged : readDocument(withKeys(json, lengthen));
  } catch {
    // No base64url or no UTF-8, though the checksum is right: somebody made this by hand.
    return cutOrChanged;
  }
}

/**
 * What a reader chose or pasted, file or code → its progress and what was wrong. White space that a mail put into a code is
 * ignored.
 */
export function importProgress(text: string): ReadProgress {
  if (text.length > largestFile) return tooLarge;
  const start = text.trimStart();
  if (start.startsWith('shipshape')) return parseCode(start.replace(/\s+/g, ''));
  if (start.startsWith('{')) return parseProgress(start);
  return refused(
    'progress/foreign',
    'This is neither a code nor a file of this course: a code begins with “shipshape”, a file with a curly bracket.',
  );
}
