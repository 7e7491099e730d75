/**
 * Permanent addresses. content/addresses.json lists every address that was ever published: pages, and the ids on them that an
 * author chose. The check fails when one is gone (and no redirect leads on), and when a new one isn't listed yet.
 *   node scripts/addresses.mjs            the check, on dist/
 *   npm run addresses                     adds what is new; it never takes one away
 */
import './check-node.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pagesOf, redirectOf, tags } from './built-site.mjs';
import { home } from './programs.mjs';

const list = new URL('../content/addresses.json', import.meta.url);

/**
 * The addresses of a site: each page, and each chosen id on it.
 * @param {readonly import('./built-site.mjs').Page[]} pages
 * @returns {string[]} sorted
 */
export function addressesOf(pages) {
  const own = pages.filter(({ path, html }) => !path.endsWith('.html') && redirectOf(html) === undefined);
  return own
    .flatMap(({ path, html }) => [path, ...placesOf(html).map((id) => `${path}#${id}`)])
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Elements whose id is a place to link to; other ids name a part to a label or a description. */
const places = new Set(['h2', 'h3', 'section', 'article', 'figure', 'ship-quiz']);

/**
 * The places of a page, an entry of a list of definitions (a `div` around its `dt`) among them. A figure's heading names the
 * figure (`x-title` in `x`) and is no place beside it.
 * @param {string} html
 */
function placesOf(html) {
  const ids = tags(html.slice(Math.max(0, html.indexOf('<main'))))
    .filter(({ name }, i, all) => places.has(name) || (name === 'div' && all[i + 1]?.name === 'dt'))
    .flatMap(({ attributes }) => attributes.get('id') ?? []);
  return ids.filter((id) => !(id.endsWith('-title') && ids.includes(id.slice(0, -'-title'.length))));
}

/**
 * What is wrong with today's addresses, a sentence each.
 * @param {{ published: readonly string[], present: readonly string[], redirects: Readonly<Record<string, string>> }} given
 * @returns {string[]}
 */
export function addressProblems({ published, present, redirects }) {
  const here = new Set(present);
  const gone = published.filter((address) => {
    const [page = '', id] = address.split('#');
    const moved = redirects[page];
    if (moved !== undefined) return !here.has(moved);
    return !here.has(address) && !(id === undefined && here.has(page));
  });
  const fresh = present.filter((address) => !published.includes(address));
  return [
    ...gone.map(
      (address) =>
        `${address} was published and is gone: bring it back, or let content/redirects.json lead on from it.`,
    ),
    ...fresh.map(
      (address) =>
        `${address} is new: run "npm run addresses" to keep it for good, or choose another id while you still can.`,
    ),
  ];
}

if (import.meta.main) {
  const present = addressesOf(pagesOf(resolve(home, 'dist')));
  /** @type {string[]} */
  const published = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  if (process.argv.includes('--write')) {
    const all = [...new Set([...published, ...present])].sort((a, b) => (a < b ? -1 : 1));
    writeFileSync(list, `${JSON.stringify(all, undefined, 2)}\n`);
    console.log(`addresses: ${all.length} kept for good, ${all.length - published.length} of them new`);
  } else {
    const redirects = JSON.parse(readFileSync(new URL('../content/redirects.json', import.meta.url), 'utf8'));
    const problems = addressProblems({ published, present, redirects });
    for (const problem of problems) console.error(`addresses: ${problem}`);
    console.log(`addresses: ${published.length} published, ${problems.length} problems`);
    process.exitCode = problems.length === 0 && published.length > 0 ? 0 : 1;
  }
}
