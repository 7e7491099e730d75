/** The pages of the built site, so that a new page is tested without being listed anywhere. */
import { fileURLToPath } from 'node:url';
import { pagesOf, redirectOf } from '../scripts/built-site.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const built = pagesOf(dist);

/** An address for `page.goto`, relative to where the site is served. */
const toGo = (path: string): string => `.${path}`;

/** Every page that is read: redirects apart, and the 404 page by its file, so that it is served with status 200. */
export const everyPage: readonly string[] = built
  .filter((page) => redirectOf(page.html) === undefined)
  .map((page) => toGo(page.path));

/** What a page is an example of: pages of one kind (a lab and its examples, a topic’s exercises) differ only by an author’s file. */
const kindOf = (path: string): string => path.replace(/^(\.\/(?:labs|exercises)\/[^/]+\/)[^/]+\/$/, '$1');

/** One page of each kind, for tests that take seconds a page. */
export const eachKind: readonly string[] = everyPage.filter(
  (path, at) => everyPage.findIndex((other) => kindOf(other) === kindOf(path)) === at,
);

/** Has a page the site’s header and footer? A figure in a frame has none. */
export const isFurnished = (path: string): boolean => !path.startsWith('./embed/');

export const everyLecture: readonly string[] = everyPage.filter((page) => /^\.\/lectures\/.+/.test(page));

/** The lecture that the tests of the reading experience read. */
export const lecture = './lectures/works-on-my-machine/';
