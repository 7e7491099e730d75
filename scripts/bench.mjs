/**
 * `npm run bench`: the packaging standards of the core beside Python's packaging (bench-standards.mjs); the resolver beside pip's and the
 * pubgrub crate (bench-resolver.mjs); a rebuild of the Dockerfile simulator (bench-docker.mjs). Then Lighthouse on a simulated phone, in all four categories, on the built site served by `npm run serve`'s server.
 * Fails under 99. Then each figure of lecture 1: the time from its coming into view until it can be used (its code being in the
 * browser's cache), against the bar of 300 ms; and each figure of every page operated, against the bars of a frame for an answer and
 * 50 ms for holding the main thread: reported and not judged. Times depend on the machine: run it on one that does
 * nothing else.
 *   npm run bench                 all; of pages those of the list below, three runs each, the middle one counts
 *   npm run bench -- /glossary/   the pages named
 *   npm run bench -- standards    the packaging standards alone; this needs no built site
 *   npm run bench -- resolver     the resolver alone, likewise
 *   npm run bench -- docker       a rebuild of the Dockerfile simulator alone, likewise
 */
import './check-node.mjs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { figureInputs, figurePages } from './bench-figures.mjs';
import { browserArguments, ensureBrowser } from './browser.mjs';
import { pagesOf } from './built-site.mjs';
import { home } from './programs.mjs';
import { freePort, serve } from './serve.mjs';

const least = 99;
const runs = 3;
const listed = ['/', '/lectures/', '/lectures/works-on-my-machine/', '/glossary/'];
const categories = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo']);

/** @typedef {Record<typeof categories[number], number>} Scores */

/** The middle of some numbers. @param {readonly number[]} numbers @example middle([3, 1, 2]) // 2 */
export const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** @param {Scores} scores @returns {string} */
const row = (scores) => categories.map((category) => `${category} ${scores[category]}`).join(', ');

/**
 * @param {string} address @param {number} port of the browser
 * @returns {Promise<{ scores: Scores, complaints: string[] }>}
 */
async function lighthouseOf(address, port) {
  const { default: lighthouse } = await import('lighthouse');
  const answer = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
  });
  if (!answer) throw new Error(`Lighthouse gave no answer for ${address}.`);
  const { categories: found, audits } = answer.lhr;
  /** @param {string} category */
  const score = (category) => Math.round((found[category]?.score ?? 0) * 100);
  const scores = {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
  const complaints = categories
    .filter((category) => scores[category] < least)
    .flatMap((category) => found[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.99)
    .map(({ id }) => `${id}: ${audits[id]?.title ?? ''} ${audits[id]?.displayValue ?? ''}`.trim());
  return { scores, complaints };
}

/**
 * Milliseconds from coming into view until a figure can be used, on a second visit, for each figure of a page.
 * @param {string} page @param {import('@playwright/test').Browser} browser
 * @returns {Promise<{ id: string, milliseconds: number }[]>}
 */
async function figureTimes(page, browser) {
  const tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
  /** @type {{ id: string, milliseconds: number }[]} */
  const times = [];
  for (let visit = 0; visit < 2; visit++) {
    await tab.goto(page, { waitUntil: 'networkidle' });
    times.length = 0;
    for (const figure of await tab.locator('section.figure').all()) {
      const milliseconds = await figure.evaluate(
        (element) =>
          /** @type {Promise<number>} */ (
            new Promise((answer) => {
              const start = performance.now();
              new MutationObserver((_, observer) => {
                if (element.getAttribute('data-live') !== 'true') return;
                observer.disconnect();
                answer(performance.now() - start);
              }).observe(element, { attributes: true });
              element.scrollIntoView();
            })
          ),
      );
      times.push({ id: (await figure.getAttribute('id')) ?? '', milliseconds: Math.round(milliseconds) });
    }
  }
  await tab.close();
  return times;
}

/** @returns {Promise<boolean>} whether the core is fast enough */
const standardsAreFast = async () => (await import('./bench-standards.mjs')).benchStandards();

/** @returns {Promise<boolean>} whether the resolver is fast enough */
const resolverIsFast = async () => (await import('./bench-resolver.mjs')).benchResolver();

/** @returns {Promise<boolean>} whether a rebuild fits into a frame */
const rebuildsAreFast = async () => (await import('./bench-docker.mjs')).benchDocker();

if (import.meta.main && process.argv[2] === 'standards') {
  process.exit((await standardsAreFast()) ? 0 : 1);
} else if (import.meta.main && process.argv[2] === 'resolver') {
  process.exit((await resolverIsFast()) ? 0 : 1);
} else if (import.meta.main && process.argv[2] === 'docker') {
  process.exit((await rebuildsAreFast()) ? 0 : 1);
} else if (import.meta.main) {
  const asked = process.argv.slice(2);
  const areFast =
    asked.length > 0 ||
    [await standardsAreFast(), await resolverIsFast(), await rebuildsAreFast()].every((isFast) => isFast);
  const pages = asked.length === 0 ? listed : asked;
  const { address, stop } = await serve({ port: await freePort(4600), base: '/' });
  const port = await freePort(9300);
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  let low = 0;
  for (const path of pages) {
    /** @type {Awaited<ReturnType<typeof lighthouseOf>>[]} */
    const answers = [];
    for (let run = 0; run < runs; run++) answers.push(await lighthouseOf(address + path.slice(1), port));
    const scores = /** @type {Scores} */ (
      Object.fromEntries(
        categories.map((category) => [category, middle(answers.map((answer) => answer.scores[category]))]),
      )
    );
    const enough = categories.every((category) => scores[category] >= least);
    if (!enough) low += 1;
    console.log(`bench: ${path}: ${row(scores)}${enough ? '' : `  (under ${least})`}`);
    if (!enough)
      for (const complaint of new Set(answers.flatMap((answer) => answer.complaints)))
        console.log(`bench:   ${complaint}`);
  }
  if (asked.length === 0)
    for (const { id, milliseconds } of await figureTimes(`${address}lectures/works-on-my-machine/`, browser))
      console.log(`bench: figure ${id}: usable ${milliseconds} ms after coming into view (bar 300)`);
  if (asked.length === 0)
    for (const path of figurePages(pagesOf(join(home, 'dist'))))
      for (const slowdown of [1, 4])
        for (const { id, inputs, middle, slowest, slowestAt, longest } of await figureInputs(
          address + path.slice(1),
          browser,
          { slowdown },
        )) {
          const machine = slowdown === 1 ? 'this machine' : `one ${slowdown} times slower`;
          const held = longest === 0 ? 'never held over 50 ms' : `held ${longest} ms (bar 50)`;
          const at = slowestAt === '' ? '' : ` at “${slowestAt}”`;
          console.log(
            `bench: ${path} ${id} on ${machine}: ${inputs} inputs, answered in ${middle} ms, slowest ${slowest}${at}; ${held}`,
          );
        }
  await browser.close();
  await stop();
  console.log(`bench: ${pages.length} pages, ${low} under ${least}`);
  process.exit(low === 0 && areFast ? 0 : 1); // Lighthouse leaves handles open
}
