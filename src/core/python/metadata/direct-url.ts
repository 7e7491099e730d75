// direct_url.json: where an installed project came from, if not from an index by name and version. This file has the value and
// how it is checked and written; its text is read in direct-url-text.ts. Follows the direct URL data structure (PEP 610),
// "Specification", and the recording of it, "The direct_url.json file".
import { joinUrl, splitUrl } from './url-parts';

/** Anything that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What the URL leads to. */
export type DirectUrlSource =
  | {
      /** An archive: a wheel or a source distribution. */
      readonly kind: 'archive';
      /** Digests by the name of their algorithm; `undefined` if the document names none. */
      readonly hashes: ReadonlyMap<string, string> | undefined;
    }
  | {
      readonly kind: 'vcs';
      /** `git`, `hg`, `bzr`, `svn`, or another. */
      readonly vcs: string;
      readonly commitId: string;
      readonly requestedRevision: string | undefined;
    }
  | { readonly kind: 'directory'; readonly editable: boolean | undefined };

/** Where a project came from. */
export interface DirectUrl {
  /** As the document has it; with a password in it, it is not to be written again. */
  readonly url: string;
  readonly source: DirectUrlSource;
  readonly subdirectory: string | undefined;
}

/** What is wrong with a document: `path` are the keys that lead to it, none if it is the document as a whole. */
export interface DirectUrlProblem {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

export type DirectUrlReading =
  | { readonly directUrl: DirectUrl; readonly problem?: never }
  | { readonly directUrl?: never; readonly problem: DirectUrlProblem };

type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Reads the document, as `JSON.parse` gives it. The first problem is told; keys that the standard doesn't know are left out.
 *
 * Problems: `direct-url/object`, `direct-url/missing`, `direct-url/type`, `direct-url/hash`, `direct-url/hash-differs`,
 * `direct-url/one-source`, `direct-url/directory-url`, `direct-url/url`. Follows (Direct URL data structure, "Specification").
 *
 * @example readDirectUrl({ url: 'file:///kit', dir_info: { editable: true } }).directUrl.source // → { kind: 'directory', editable: true }
 */
export function readDirectUrl(document: JsonValue): DirectUrlReading {
  if (!isObject(document)) {
    return refuse('direct-url/object', [], 'The document is an object, such as {"url": …, "archive_info": {}}.');
  }
  const url = required(document, 'url', []);
  if (typeof url !== 'string') return url;
  const sources: DirectUrlSource[] = [];
  for (const [key, read] of SOURCES) {
    const given = document[key] ?? undefined;
    if (given === undefined) continue;
    if (!isObject(given)) return wrongType([key], given, 'an object');
    const source = read(given, key);
    if ('problem' in source) return source;
    sources.push(source);
  }
  const subdirectory = optional(document, 'subdirectory', []);
  if (typeof subdirectory === 'object') return subdirectory;
  const [source] = sources;
  if (source === undefined || sources.length > 1) {
    const message = 'Exactly one of archive_info, vcs_info and dir_info says what the URL leads to.';
    return refuse('direct-url/one-source', [], message);
  }
  const problem = urlProblem(url, source);
  return problem === undefined ? { directUrl: { url, source, subdirectory } } : { problem };
}

type Refused = { readonly problem: DirectUrlProblem };

const SOURCES: readonly (readonly [string, (given: JsonObject, key: string) => DirectUrlSource | Refused])[] = [
  ['archive_info', readArchive],
  ['vcs_info', readVcs],
  ['dir_info', readDirectory],
];

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(code: string, path: readonly string[], message: string): Refused {
  return { problem: { code, path, message } };
}

function wrongType(path: readonly string[], value: JsonValue, wanted: string): Refused {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : WORDS[typeof value];
  return refuse('direct-url/type', path, `${path.join('.')} is ${wanted}, and here is ${kind}.`);
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

/** A text that may be missing; null counts as missing. */
function optional(object: JsonObject, key: string, path: readonly string[]): string | undefined | Refused {
  const value = object[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  return wrongType([...path, key], value, 'a text');
}

function required(object: JsonObject, key: string, path: readonly string[]): string | Refused {
  const place = [...path, key];
  return optional(object, key, path) ?? refuse('direct-url/missing', place, `The key ${place.join('.')} is missing.`);
}

function readVcs(given: JsonObject, key: string): DirectUrlSource | Refused {
  const vcs = required(given, 'vcs', [key]);
  if (typeof vcs !== 'string') return vcs;
  const requestedRevision = optional(given, 'requested_revision', [key]);
  if (typeof requestedRevision === 'object') return requestedRevision;
  const commitId = required(given, 'commit_id', [key]);
  if (typeof commitId !== 'string') return commitId;
  return { kind: 'vcs', vcs, commitId, requestedRevision };
}

function readDirectory(given: JsonObject, key: string): DirectUrlSource | Refused {
  const editable = given['editable'] ?? undefined;
  if (editable === undefined || typeof editable === 'boolean') return { kind: 'directory', editable };
  return wrongType([key, 'editable'], editable, 'true or false');
}

/** The older `hash`, `sha256=…`, is one of `hashes`, or stands for them. */
function readArchive(given: JsonObject, key: string): DirectUrlSource | Refused {
  const hashes = given['hashes'] ?? undefined;
  let digests: Map<string, string> | undefined;
  if (hashes !== undefined) {
    if (!isObject(hashes)) return wrongType([key, 'hashes'], hashes, 'an object');
    digests = new Map();
    for (const [algorithm, digest] of Object.entries(hashes)) {
      if (typeof digest !== 'string') {
        return refuse(
          'direct-url/type',
          [key, 'hashes'],
          'Each of archive_info.hashes is a text, the digest in hexadecimal digits.',
        );
      }
      digests.set(algorithm, digest);
    }
  }
  const hash = optional(given, 'hash', [key]);
  if (typeof hash === 'object') return hash;
  if (hash === undefined) return { kind: 'archive', hashes: digests };
  const equals = hash.indexOf('=');
  if (equals === -1) {
    return refuse('direct-url/hash', [key, 'hash'], 'archive_info.hash is algorithm and digest, such as sha256=2cf2….');
  }
  const algorithm = hash.slice(0, equals);
  const digest = hash.slice(equals + 1);
  if (digests === undefined) return { kind: 'archive', hashes: new Map([[algorithm, digest]]) };
  const known = digests.get(algorithm);
  if (known === undefined) {
    const message = `The algorithm of archive_info.hash, ${algorithm.slice(0, 20)}, is missing in archive_info.hashes.`;
    return refuse('direct-url/hash-differs', [key, 'hashes'], message);
  }
  if (known === digest) return { kind: 'archive', hashes: digests };
  const message = 'archive_info.hash and archive_info.hashes give different digests: keep hashes, and leave hash out.';
  return refuse('direct-url/hash-differs', [key, 'hash'], message);
}

function urlProblem(url: string, source: DirectUrlSource): DirectUrlProblem | undefined {
  const parts = splitUrl(url);
  if (parts === undefined) {
    return refuse(
      'direct-url/url',
      ['url'],
      'The brackets in the URL’s host are not a pair: [ and ] stand around an IPv6 address.',
    ).problem;
  }
  if (source.kind !== 'directory' || (parts.scheme === 'file' && parts.path.startsWith('/'))) return undefined;
  const message = 'A local directory has a file URL with an absolute path, such as file:///home/ada/kit.';
  return refuse('direct-url/directory-url', ['url'], message).problem;
}

/** Names of users that are no secret. */
const SAFE_USERS: readonly string[] = ['git'];

/** Environment variables in place of user and password. */
const VARIABLES = /^\$\{[A-Za-z0-9_-]+\}(?::\$\{[A-Za-z0-9_-]+\})?$/;

/**
 * The URL without user and password, unless these are environment variables or `git` ("Security Considerations").
 *
 * @example withoutCredentials('https://ada:secret@example.org/kit.whl') // → 'https://example.org/kit.whl'
 */
export function withoutCredentials(url: string): string {
  const parts = splitUrl(url);
  // A host that can't be told from a password isn't kept.
  if (parts === undefined) return url.replace(/\/\/[^/?#]*@/, '//');
  const at = parts.network.lastIndexOf('@');
  const user = parts.network.slice(0, Math.max(at, 0));
  const keeps = at === -1 || SAFE_USERS.includes(user) || VARIABLES.test(user);
  return joinUrl(keeps ? parts : { ...parts, network: parts.network.slice(at + 1) });
}

/**
 * The document to be written: credentials are gone from the URL, a legacy `hash` is one of `hashes` (Direct URL data structure,
 * "Specification").
 *
 * @example directUrlDocument(readDirectUrl({ url: 'https://me@example.org/a.zip', archive_info: { hash: 'md5=00' } }).directUrl) // → { url: 'https://example.org/a.zip', archive_info: { hashes: { md5: '00' } } }
 */
export function directUrlDocument({ url, source, subdirectory }: DirectUrl): JsonObject {
  const rest = { url: withoutCredentials(url), ...(subdirectory === undefined ? {} : { subdirectory }) };
  switch (source.kind) {
    case 'archive': {
      const hashes = source.hashes && Object.fromEntries(source.hashes);
      return { ...rest, archive_info: hashes === undefined ? {} : { hashes } };
    }
    case 'vcs': {
      const { vcs, commitId, requestedRevision } = source;
      const revision = requestedRevision === undefined ? {} : { requested_revision: requestedRevision };
      return { ...rest, vcs_info: { vcs, commit_id: commitId, ...revision } };
    }
    case 'directory':
      return { ...rest, dir_info: source.editable === undefined ? {} : { editable: source.editable } };
  }
}

/**
 * Writes direct_url.json; the same value gives the same text (Recording the direct URL origin of installed distributions, "Specification").
 *
 * @example formatDirectUrl(readDirectUrl({ dir_info: {}, url: 'file:///kit' }).directUrl) // → '{"url":"file:///kit","dir_info":{}}'
 */
export function formatDirectUrl(directUrl: DirectUrl): string {
  return JSON.stringify(directUrlDocument(directUrl));
}
