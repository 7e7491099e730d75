/**
 * The built site as its checks see it: the pages in a folder, and a page as a row of tags and texts. Astro writes well-formed
 * HTML with quoted attributes, so that a scanner suffices where a parser would be a further dependency.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * @typedef {{ kind: 'open', name: string, attributes: Map<string, string>, empty: boolean }} Open
 * @typedef {{ kind: 'close', name: string }} Close
 * @typedef {{ kind: 'text', text: string }} Text
 * @typedef {{ path: string, file: string, html: string }} Page `path` from the site's root, with a slash at both ends: `/glossary/`
 */

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Text as a reader sees it. @param {string} text @example unescaped('a &lt; b') // 'a < b' */
export const unescaped = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return entities.get(name) ?? whole;
  });

const token =
  /<!--[\s\S]*?-->|<![^>]*>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/g;
const attribute = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** What stands inside these is no text of the page. */
const raw = new Set(['script', 'style', 'template']);

/**
 * A page's tags and texts in their order; the insides of scripts, styles and templates are left out.
 * @param {string} html @returns {Generator<Open | Close | Text>}
 */
export function* parts(html) {
  let at = 0;
  token.lastIndex = 0;
  const find = new RegExp(token);
  for (let found = find.exec(html); found; found = find.exec(html)) {
    if (found.index > at) yield { kind: 'text', text: unescaped(html.slice(at, found.index)) };
    at = find.lastIndex;
    const [, closed, opened, written = '', slash = ''] = found;
    if (closed) yield { kind: 'close', name: closed.toLowerCase() };
    if (!opened) continue;
    const name = opened.toLowerCase();
    const attributes = new Map(
      [...written.matchAll(attribute)].map(([, key = '', a, b, c]) => [
        key.toLowerCase(),
        unescaped(a ?? b ?? c ?? ''),
      ]),
    );
    yield { kind: 'open', name, attributes, empty: slash !== '' };
    if (!raw.has(name) || slash !== '') continue;
    const end = html.indexOf(`</${name}`, at);
    at = end < 0 ? html.length : end;
    find.lastIndex = at;
  }
  if (at < html.length) yield { kind: 'text', text: unescaped(html.slice(at)) };
}

/** A page's opening tags. @param {string} html @returns {Open[]} */
export const tags = (html) => [...parts(html)].filter((part) => part.kind === 'open');

/** The files below a folder, by their paths with forward slashes, sorted. @param {string} folder @returns {string[]} */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();

/** The address of a file of pages. @param {string} file @example addressOf('a/index.html') // '/a/' */
const addressOf = (file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** The pages of a built site. @param {string} folder @returns {Page[]} */
export const pagesOf = (folder) =>
  filesBelow(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: addressOf(file), file, html: readFileSync(join(folder, file), 'utf8') }));

/** Where a page sends on at once, if it does: Astro writes a redirect as a page with a refresh. @param {string} html */
export const redirectOf = (html) =>
  tags(html)
    .filter((tag) => tag.name === 'meta' && tag.attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    .map((tag) => /url=(.*)$/i.exec(tag.attributes.get('content') ?? '')?.[1])[0];
