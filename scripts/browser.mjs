/**
 * The browser that tests, diagrams and pictures use: an installed Chromium or Chrome, else Playwright's own download, else the
 * distribution's package (Debian without internet). Says what it did.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser that is there, or undefined. `PW_CHROMIUM` wins. */
export function findBrowser() {
  const asked = process.env['PW_CHROMIUM'];
  if (asked) return asked;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [...onPath, ...places].find(runs);
}

/** Root can't use Chromium's sandbox; the other switches keep it from asking hosts that a test machine doesn't reach. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Finds a browser or installs one; throws a sentence that says what was tried. @returns {string} */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) {
    console.log(`browser: found ${found}`);
    return found;
  }
  console.log('browser: none installed; trying Playwright’s download');
  const download = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  if (download.status === 0 && findBrowser()) {
    console.log('browser: Playwright’s Chromium was downloaded');
    return /** @type {string} */ (findBrowser());
  }
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    console.log('browser: the download failed; installing the distribution’s package chromium');
    for (const words of [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', 'chromium']]) {
      const [command = '', ...rest] = [...sudo, ...words];
      spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 });
    }
    const installed = findBrowser();
    if (installed) {
      console.log(`browser: installed ${installed}`);
      return installed;
    }
  }
  throw new Error('No Chromium or Chrome was found, and neither Playwright’s download nor apt-get could install one. Install Chromium, or set PW_CHROMIUM to its path.');
}

if (process.argv[1] === new URL(import.meta.url).pathname) execFileSync(ensureBrowser(), ['--version'], { stdio: 'inherit' });
