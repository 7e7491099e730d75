// What a source of ADD is: a path of the context, an address to download, or a git repository. buildkit
// frontend/dockerfile/dfgitutil, util/gitutil.
import { cut } from './characters';
import { type GitSource, readGit } from './git-source';
import type { Refused } from './shell-pattern';

/** A source of ADD. `name` is what a download is called in the image when the destination doesn’t say. */
export type AddSource = { readonly kind: 'path' } | { readonly kind: 'url'; readonly name: string } | GitSource;

const PATH: AddSource = { kind: 'path' };
const SCHEME = /^([a-zA-Z0-9]+):\/\//;
const SCP = /^[a-zA-Z0-9_-]+@[a-zA-Z0-9.-]+:/;

/** What a source is; a git source whose options can’t be read is refused in the builder’s words. */
export function addSource(source: string): AddSource | Refused {
  if (source.startsWith('./') || source.startsWith('../')) return PATH;
  if (source.startsWith('github.com/')) {
    // Once a repository, now a path; its options are still looked at.
    const git = readGit(source);
    return 'problem' in git ? git : PATH;
  }
  const scheme = SCHEME.exec(source)?.[1]?.toLowerCase();
  if (scheme === undefined) return SCP.test(source) && !source.includes('\n') ? readGit(source) : PATH;
  const isWeb = scheme === 'http' || scheme === 'https';
  if (!isWeb && scheme !== 'ssh' && scheme !== 'git') return PATH;
  const asUrl: AddSource = /^https?:\/\//.test(source) ? { kind: 'url', name: downloadName(source) } : PATH;
  if (!isAddress(source)) return asUrl;
  return isWeb && !pathOf(source).endsWith('.git') ? asUrl : readGit(source);
}

/** Whether Go’s `url.Parse` takes it, as far as it matters: no control characters, no blank in the host, sound escapes. */
function isAddress(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code < 32 || code === 127) return false;
  }
  const host = /^[^/]*\/\/([^/?#]*)/.exec(source)?.[1] ?? '';
  const withoutUser = host.slice(host.lastIndexOf('@') + 1);
  if (/[\s<>"^`{}|\\]|%[0-7]/.test(withoutUser) || withoutUser.includes('[', 1)) return false;
  const port = withoutUser.startsWith('[')
    ? withoutUser.slice(withoutUser.indexOf(']') + 1)
    : withoutUser.slice(colonOf(withoutUser));
  if (!/^(?::\d*)?$/.test(port)) return false;
  const beforeQuery = source.split(/[?]/, 1)[0] ?? '';
  return !/%(?![0-9a-fA-F]{2})/.test(`${beforeQuery}${cut(source, '#')[1] ?? ''}`);
}

/** Where the port of a host begins, its colon included. */
function colonOf(host: string): number {
  const colon = host.lastIndexOf(':');
  return colon < 0 ? host.length : colon;
}

function withoutOptions(source: string): string {
  return source.split(/[?#]/, 1)[0] ?? '';
}

/** The path of an address, with its escapes decoded. */
function pathOf(source: string): string {
  const rest = withoutOptions(source).replace(SCHEME, '');
  const slash = rest.indexOf('/');
  const path = slash < 0 ? '' : rest.slice(slash);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function downloadName(source: string): string {
  if (!isAddress(source)) return '__unnamed__';
  const base = pathOf(source).replace(/\/+$/, '').split('/').at(-1) ?? '';
  return base === '' || base === '.' ? '__unnamed__' : base;
}
