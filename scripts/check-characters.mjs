/**
 * Every character that a reader sees on the built site is drawn by one of our fonts: by the face that its text is set in, or by
 * the mono that stands behind the others for arrows and boxes. A character that none has would come from whatever font the
 * reader's machine finds, or as an empty box. The remedy is a character in scripts/fonts.mjs, or another in the text.
 */
import './check-node.mjs';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { create } from 'fontkitten';
import { pagesOf, parts } from './built-site.mjs';
import { home } from './programs.mjs';

/** Elements whose text is set in the mono. */
const code = new Set(['code', 'pre', 'kbd', 'samp']);
/** Elements whose text isn't drawn on the page. */
const unseen = new Set(['title', 'desc', 'head']);
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Attributes that a style sheet or the browser itself draws. */
const drawn = ['data-label', 'data-title', 'placeholder', 'value', 'alt', 'title'];

/** @typedef {'text' | 'code'} Face */
/** @typedef {{ face: Face, text: string }} Seen */
/** @typedef {{ character: string, face: Face, page: string, context: string }} Missing */

/** The texts that a page shows, each with the kind of face it is set in. @param {string} html @returns {Seen[]} */
export function seenTexts(html) {
  /** @type {Seen[]} */
  const seen = [];
  /** @type {string[]} */
  const open = [];
  for (const part of parts(html)) {
    const face = open.some((name) => code.has(name)) ? 'code' : 'text';
    if (part.kind === 'text') {
      if (part.text.trim() !== '' && !open.some((name) => unseen.has(name))) seen.push({ face, text: part.text });
    } else if (part.kind === 'open') {
      for (const key of drawn) {
        const text = part.attributes.get(key);
        if (text && !open.some((name) => unseen.has(name))) seen.push({ face: 'text', text });
      }
      if (!part.empty && !empty.has(part.name)) open.push(part.name);
    } else {
      const at = open.lastIndexOf(part.name);
      if (at >= 0) open.length = at;
    }
  }
  return seen;
}

/**
 * The texts that style sheets write before or after an element.
 * @param {string} css
 * @example styledTexts('a::before{content:"● "/""}') // ['● ', '']
 */
export const styledTexts = (css) =>
  [...css.matchAll(/content:\s*([^;}]*)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
      text.replace(/\\([\da-f]{1,6}) ?/gi, (_, point) => String.fromCodePoint(Number.parseInt(point, 16))),
    ),
  );

/**
 * The characters that no font of ours draws.
 * @param {readonly { path: string, html: string }[]} pages
 * @param {Record<Face, (point: number) => boolean>} draws
 * @returns {Missing[]} each character once a page, with some of the text around it
 */
export function missingCharacters(pages, draws) {
  return pages.flatMap(({ path, html }) => {
    /** @type {Map<string, Missing>} */
    const missing = new Map();
    for (const { face, text } of seenTexts(html)) {
      for (const character of text) {
        const point = character.codePointAt(0) ?? 0;
        if (/\s/.test(character) || draws[face](point) || missing.has(character)) continue;
        const at = text.indexOf(character);
        missing.set(character, {
          character,
          face,
          page: path,
          context: text.slice(Math.max(0, at - 20), at + 20).trim(),
        });
      }
    }
    return [...missing.values()];
  });
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {Missing} missing @returns {string} */
export const describeMissing = ({ character, face, page, context }) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} “${character}” on ${page} in ${face === 'code' ? 'code' : 'text'} (…${context}…) is in none of our fonts.`;

/** @param {string} name a file of .cache/fonts, without its ending */
function font(name) {
  const read = create(readFileSync(new URL(`../.cache/fonts/${name}.woff2`, import.meta.url)));
  if (!('hasGlyphForCodePoint' in read)) throw new Error(`${name}.woff2 holds several fonts.`);
  return read;
}

if (import.meta.main) {
  const texts = ['serif', 'serif-italic', 'sans'].map(font);
  const mono = font('mono');
  const dist = resolve(home, 'dist');
  const pages = pagesOf(dist);
  const sheets = globSync('**/*.css', { cwd: dist }).map((file) => ({
    path: `/${file}`,
    html: styledTexts(readFileSync(join(dist, file), 'utf8'))
      .map(escaped)
      .join('\n'),
  }));
  const missing = missingCharacters([...pages, ...sheets], {
    text: (point) => texts.every((face) => face.hasGlyphForCodePoint(point)) || mono.hasGlyphForCodePoint(point),
    code: (point) => mono.hasGlyphForCodePoint(point),
  });
  for (const character of missing) console.error(`characters: ${describeMissing(character)}`);
  const distinct = new Set(pages.flatMap(({ html }) => seenTexts(html).flatMap(({ text }) => [...text])));
  console.log(
    `characters: ${distinct.size} different ones on ${pages.length} pages and in ${sheets.length} style sheets, ${missing.length} without a font`,
  );
  process.exitCode = missing.length === 0 && distinct.size > 0 ? 0 : 1;
}
