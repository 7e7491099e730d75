/**
 * Follows every address inside the built site: pages, files, fragments, redirects, and the ids that attributes name. It asks no
 * other host; a foreign address only has to be https.
 *   node scripts/links.mjs [--out dist] [--base /]
 */
import './check-node.mjs';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, pagesOf, redirectOf, tags } from './built-site.mjs';
import { home } from './programs.mjs';

/** Attributes that hold an address. */
const addresses = ['href', 'src', 'action', 'poster', 'component-url', 'renderer-url', 'data-search', 'xlink:href'];
/** Attributes that hold ids of the same page. */
const idLists = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'popovertarget', 'list'];
const host = 'https://site.invalid';

/** @typedef {import('./built-site.mjs').Page} Page */
/** @typedef {{ pages: readonly Page[], files: ReadonlySet<string>, styles: readonly { file: string, css: string }[], base: string }} Site */

/** @param {Page} page */
function namesOf(page) {
  const ids = tags(page.html).flatMap((tag) => tag.attributes.get('id') ?? []);
  return { ids: new Set(ids), twice: ids.filter((id, i) => ids.indexOf(id) !== i) };
}

/**
 * What is wrong with the addresses of a site, a sentence each.
 * @param {Site} site `files`: every file of it, with its path; `base`: where it is served, `/` or `/course/`
 * @returns {{ problems: string[], followed: number }}
 */
export function linkProblems({ pages, files, styles, base }) {
  /** @type {string[]} */
  const problems = [];
  const names = new Map(pages.map((page) => [page.file, namesOf(page)]));
  let followed = 0;

  /** @param {string} from @param {string} at @param {string} address */
  const follow = (from, at, address) => {
    if (/^(mailto:|data:|blob:)/.test(address)) return;
    followed += 1;
    const url = new URL(address, `${host}${base}${at}`);
    if (url.origin !== host) {
      if (url.protocol !== 'https:') problems.push(`${from} leads to ${address}, which isn't https.`);
      return;
    }
    if (!url.pathname.startsWith(base)) {
      problems.push(
        `${from} leads to ${address}, out of the base path ${base}: write it with href() or from the site's root in Markdown.`,
      );
      return;
    }
    const path = decodeURIComponent(url.pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(file)) {
      problems.push(
        `${from} leads to ${address}, and there is no ${file}${files.has(`${path}/index.html`) ? ': a slash is missing at the end' : ''}.`,
      );
      return;
    }
    const fragment = decodeURIComponent(url.hash.slice(1));
    const ids = names.get(file)?.ids;
    if (fragment !== '' && ids && !ids.has(fragment))
      problems.push(`${from} leads to ${address}, and nothing on that page has the id "${fragment}".`);
  };

  for (const page of pages) {
    const at = page.file.replace(/index\.html$/, '');
    const own = names.get(page.file);
    for (const id of own?.twice ?? []) problems.push(`${page.path} has the id "${id}" twice.`);
    for (const tag of tags(page.html)) {
      for (const key of addresses) {
        const address = tag.attributes.get(key);
        if (address === undefined || tag.attributes.get('rel') === 'canonical') continue;
        follow(page.path, at, address);
      }
      for (const candidate of tag.attributes.get('srcset')?.split(',') ?? [])
        follow(page.path, at, candidate.trim().split(' ')[0] ?? '');
      for (const key of idLists) {
        for (const id of tag.attributes.get(key)?.split(/\s+/).filter(Boolean) ?? []) {
          if (!own?.ids.has(id))
            problems.push(`${page.path}: ${tag.name} names the id "${id}" in ${key}, and the page has none.`);
        }
      }
    }
    const onward = redirectOf(page.html);
    if (onward !== undefined) follow(`${page.path} (a redirect)`, at, onward);
  }
  for (const { file, css } of styles) {
    for (const [, address = ''] of css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
      if (!address.startsWith('#')) follow(file, file, address);
    }
  }
  return { problems, followed };
}

/** Reads a built site. @param {string} folder @param {string} base @returns {Site} */
export function siteAt(folder, base) {
  const files = filesBelow(folder);
  const pages = pagesOf(folder);
  const sheets = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => ({ file, css: readFileSync(join(folder, file), 'utf8') }));
  const inline = pages.map(({ file, html }) => ({
    file,
    css: [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((found) => found[1]).join('\n'),
  }));
  return { pages, files: new Set(files), styles: [...sheets, ...inline], base };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, base: { type: 'string', default: '/' } },
  });
  const site = siteAt(resolve(home, values.out), values.base);
  const { problems, followed } = linkProblems(site);
  for (const problem of problems) console.error(`links: ${problem}`);
  console.log(
    `links: ${site.pages.length} pages under ${values.base}, ${followed} addresses followed, ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 && site.pages.length > 0 ? 0 : 1;
}
