/**
 * What a person does, in a real browser, against the built site. Two servers: the site at the root of a host, and the same site
 * below a path. `npm test` builds both; for `npm run e2e` alone, run `npm run build` and `npm run build:course` first.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { courseBuild } from './scripts/course-build.mjs';

const executablePath = findBrowser();
/** Each clone has its own two ports, so that tests of one never meet the site of another. */
const port =
  20_000 +
  (createHash('sha256')
    .update(import.meta.dirname)
    .digest()
    .readUInt16BE() %
    5_000) *
    2;
const root = `http://127.0.0.1:${port}/`;
const course = `http://127.0.0.1:${port + 1}${courseBuild.base}`;
const inCi = process.env['CI'] !== undefined;

for (const out of ['dist', courseBuild.out]) {
  if (!existsSync(`${out}/index.html`))
    throw new Error(`There is no built site in ${out}: run "npm run build" and "npm run build:course".`);
}

/** Names that lead nowhere: whatever a page asks of another host, nothing leaves this machine. */
const noOtherHost = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

const chromium = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1440, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
  // Without a process for a graphics card that nobody has.
  launchOptions: {
    args: [...browserArguments, '--in-process-gpu', noOtherHost],
    ...(executablePath ? { executablePath } : {}),
  },
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  // One more than the processors that we count on: a test waits for a third of its time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: inCi,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'site', testIgnore: 'base-path.spec.ts', use: { ...chromium, baseURL: root } },
    { name: 'below a path', testMatch: 'base-path.spec.ts', use: { ...chromium, baseURL: course } },
  ],
  webServer: [
    { command: `node scripts/serve.mjs --port ${port} --base /`, url: root },
    {
      command: `node scripts/serve.mjs --port ${port + 1} --base ${courseBuild.base} --out ${courseBuild.out}`,
      url: course,
    },
  ],
});
