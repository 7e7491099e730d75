/**
 * Holds the built pages against the bars (docs/architecture.md). For each page: every byte that a browser fetches without scroll or
 * input, on a phone and on a laptop, as gzip -9 would pack it, fonts apart; and how far it moves meanwhile (stillness.mjs). No script
 * may hold the first paint back.
 *   node scripts/budgets.mjs
 */
import './check-node.mjs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser } from './browser.mjs';
import { pagesOf, redirectOf, tags } from './built-site.mjs';
import { home } from './programs.mjs';
import { freePort, serve } from './serve.mjs';
import { lateFonts, shiftOf, shiftProblems } from './stillness.mjs';

const kilo = 1000;
const fontsAllowed = 120 * kilo;
/** A figure on a slide: at rest, and then where the first control of its stage is pressed that changes something. */
const slide = { name: 'slide', viewport: { width: 1280, height: 720 } };
const tapped = 'slide after its first tap';
const screens = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'laptop', viewport: { width: 1440, height: 900 } },
];

/** The bytes that a page may fetch, fonts apart. @param {string} path from the site's root */
export const allowedFor = (path) => (isExercise(path) ? 160 : path === '/' || isFigure(path) ? 150 : 60) * kilo;

/** Is the page a figure with an exercise around it: its tasks, and what keeps a reader's progress? @param {string} path */
const isExercise = (path) => /^\/exercises\/./.test(path);

/** Is the page a figure at work, which needs React from the start? @param {string} path */
const isFigure = (path) => /^\/labs\/.|^\/embed\//.test(path);

/**
 * @typedef {{ path: string, screen: string, bytes: number, fonts: number, heaviest: readonly { url: string, bytes: number }[] }} Weight
 * @typedef {Weight & { shift: number, moved: readonly string[] }} Measured
 */

/** In kilobytes, where it is more than for others. @type {Readonly<Record<string, number>>} */
const AFTER_TAP = { resolver: 210, 'layer-cache': 175, 'package-builder': 280 };

/**
 * What an embed may have fetched after its first tap: a slide with bad Wi-Fi waits for it. The solver of the resolver playground, the
 * builder of the layer cache, and most of all what the package builder knows (TOML, metadata, three backends, an installer, Python’s
 * imports) are larger than all else there; on a slide they are fetched while the page is at rest.
 * @param {string} path
 */
export const allowedAfterTap = (path) =>
  (Object.entries(AFTER_TAP).find(([figure]) => path.includes(`/${figure}/`))?.[1] ?? 150) * kilo;

/** @param {string} path @param {string} screen */
const allowedOn = (path, screen) => (screen === tapped ? allowedAfterTap(path) : allowedFor(path));

/**
 * What is too heavy, a sentence each.
 * @param {readonly Weight[]} weights
 * @returns {string[]}
 */
export function budgetProblems(weights) {
  return weights.flatMap(({ path, screen, bytes, fonts, heaviest }) => [
    ...(bytes > allowedOn(path, screen)
      ? [
          `${path} on a ${screen} fetches ${bytes} bytes, and ${allowedOn(path, screen)} are allowed; the heaviest: ${heaviest
            .slice(0, 3)
            .map((file) => `${file.url} (${file.bytes})`)
            .join(', ')}.`,
        ]
      : []),
    ...(fonts > fontsAllowed
      ? [`${path} on a ${screen} fetches fonts of ${fonts} bytes, and ${fontsAllowed} are allowed.`]
      : []),
  ]);
}

/**
 * Scripts that a page waits for before it paints: in the head, with an address, and neither a module nor deferred nor async.
 * @param {string} html @returns {string[]}
 */
export function blockingScripts(html) {
  const head = html.slice(0, html.indexOf('</head>'));
  return tags(head)
    .filter(({ name, attributes }) => name === 'script' && attributes.has('src'))
    .filter(
      ({ attributes }) => attributes.get('type') !== 'module' && !attributes.has('defer') && !attributes.has('async'),
    )
    .map(({ attributes }) => attributes.get('src') ?? '');
}

/**
 * A lab’s examples and a topic’s exercises fetch what their kind does, and text of their own: one screen tells.
 * @param {string} path
 */
const screensFor = (path) => {
  // An embed fetches on a laptop what it does on a slide.
  if (/^\/embed\/v1\/[^/]+\/$/.test(path)) return [...screens.slice(0, 1), slide];
  return /^\/(labs|exercises)\/[^/]+\/[^/]+\//.test(path) ? screens.slice(0, 1) : screens;
};

/**
 * The pages that are weighed: all, save for a lab's examples and a topic's exercises, of which the one with the heaviest text stands
 * for the others.
 * @template {{ path: string, html: string }} Page
 * @param {readonly Page[]} pages @returns {Page[]}
 */
export function weighedOf(pages) {
  /** @type {Map<string, { page: Page, bytes: number }[]>} */
  const folders = new Map();
  for (const page of pages) {
    const [folder] = /^\/(?:labs|exercises)\/[^/]+\/(?=[^/]+\/$)/.exec(page.path) ?? [];
    if (folder === undefined) continue;
    const others = folders.get(folder) ?? [];
    folders.set(folder, [...others, { page, bytes: gzipSync(page.html, { level: 9 }).length }]);
  }
  const light = [...folders.values()].flatMap((some) => some.sort((one, other) => other.bytes - one.bytes).slice(1));
  return pages.filter((page) => !light.some((one) => one.page === page));
}

/** Pages weighed at once. */
const atOnce = 6;

/** How long a page must ask for nothing until all is there, in milliseconds. */
const quiet = 500;

/**
 * Waits until a page has asked for nothing for a while. Playwright's `networkidle` is reached once, and says nothing of what comes
 * after it: on a busy machine a figure asks for its code later.
 * @param {import('@playwright/test').Page} page @returns {() => Promise<void>}
 */
function quietOf(page) {
  let asked = 0;
  let last = performance.now();
  /** @param {number} more */
  const count = (more) => () => {
    asked += more;
    last = performance.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return async () => {
    // What has just been done may take a while until it asks.
    last = performance.now();
    while (asked > 0 || performance.now() - last < quiet) await page.waitForTimeout(50);
  };
}

/**
 * The bytes of files by their addresses: what several pages fetch is packed once.
 * @type {Map<string, Promise<number>>}
 */
const sizes = new Map();

/** @param {import('@playwright/test').Response} response @param {boolean} font @returns {Promise<number>} */
function sizeOf(response, font) {
  const size =
    sizes.get(response.url()) ??
    response.body().then((body) => (font ? body.length : gzipSync(body, { level: 9 }).length));
  sizes.set(response.url(), size);
  return size;
}

/**
 * @param {import('@playwright/test').Browser} browser @param {string} address where the site is served
 * @param {string} path @param {typeof screens[number]} screen @returns {Promise<Measured[]>}
 */
async function measure(browser, address, path, screen) {
  const context = await browser.newContext({ viewport: screen.viewport });
  const page = await context.newPage();
  /** @type {Promise<{ url: string, bytes: number, font: boolean }>[]} */
  const fetched = [];
  /** @param {import('@playwright/test').Response} response */
  const weighed = (response) => {
    const url = response.url();
    if (!url.startsWith('http')) return;
    const font = response.request().resourceType() === 'font' || url.endsWith('.woff2');
    fetched.push(sizeOf(response, font).then((bytes) => ({ url: url.slice(address.length - 1), bytes, font })));
  };
  page.on('response', weighed);
  await lateFonts(page);
  const isQuiet = quietOf(page);
  const isSlide = screen === slide;
  await page.goto(address + path.slice(1) + (isSlide ? '?density=stage' : ''), { waitUntil: 'load' });
  await isQuiet();
  // A figure that is in view asks for more once it is alive.
  await page.waitForFunction(() => {
    const waiting = [...document.querySelectorAll('astro-island[ssr], [data-live="false"]')];
    return waiting.every(
      (one) =>
        ((one.matches('astro-island') ? one.firstElementChild : one)?.getBoundingClientRect().top ?? 0) >= innerHeight,
    );
  });
  await isQuiet();
  const weigh = async (
    /** @type {string} */ name,
    still = { shift: 0, moved: /** @type {readonly string[]} */ ([]) },
  ) => {
    const files = await Promise.all(fetched);
    /** @param {boolean} font */
    const sum = (font) => files.filter((file) => file.font === font).reduce((bytes, file) => bytes + file.bytes, 0);
    const heaviest = files.filter((file) => !file.font).sort((a, b) => b.bytes - a.bytes);
    return { path, screen: name, bytes: sum(false), fonts: sum(true), heaviest, ...still };
  };
  // A frame has the size that its slide gives it: what moves in it is seen on a phone.
  const weights = [await weigh(screen.name, isSlide ? undefined : await shiftOf(page))];
  if (isSlide) {
    const usable = ':is(button:not([aria-disabled]), input:not(:checked))';
    const onStage = page.locator(`.figure[data-live=true] .figure-stage ${usable}`);
    const any = page.locator(`.figure[data-live=true] .figure-controls ${usable}`);
    const control = (await onStage.count()) > 0 ? onStage : any;
    await control.first().evaluate((/** @type {HTMLElement} */ element) => element.click());
    await isQuiet();
    weights.push(await weigh(tapped));
  }
  // What comes after this counts no more, and its body would be gone with the page.
  page.off('response', weighed);
  await context.close();
  return weights;
}

if (import.meta.main) {
  const pages = pagesOf(resolve(home, 'dist')).filter((page) => redirectOf(page.html) === undefined);
  const { address, stop } = await serve({ port: await freePort(4500), base: '/' });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserArguments, '--in-process-gpu'],
  });
  /** @type {Measured[]} */
  const weights = [];
  // Weighing is mostly waiting for what else may be fetched, so a few pages are weighed side by side.
  const weighed = weighedOf(pages);
  for (let at = 0; at < weighed.length; at += atOnce) {
    const some = weighed.slice(at, at + atOnce);
    const measured = some.flatMap(({ path }) =>
      screensFor(path).map((screen) => measure(browser, address, path, screen)),
    );
    weights.push(...(await Promise.all(measured)).flat());
  }
  await browser.close();
  await stop();
  for (const { path, screen, bytes, fonts, shift } of weights) {
    console.log(
      `budgets: ${path} on a ${screen}: ${(bytes / kilo).toFixed(1)} kB of ${allowedOn(path, screen) / kilo}, fonts ${(fonts / kilo).toFixed(1)} kB of ${fontsAllowed / kilo}, moved by ${shift.toFixed(3)}`,
    );
  }
  const problems = [
    ...budgetProblems(weights),
    ...shiftProblems(weights),
    ...pages.flatMap(({ path, html }) =>
      blockingScripts(html).map(
        (src) => `${path} waits for the script ${src} before it paints: make it a module, or defer it.`,
      ),
    ),
  ];
  for (const problem of problems) console.error(`budgets: ${problem}`);
  console.log(
    `budgets: ${weighed.length} of ${pages.length} pages weighed on ${screens.length} screens, ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 && pages.length > 0 ? 0 : 1;
}
