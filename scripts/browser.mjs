/**
 * The browser that tests, diagrams and pictures use: an installed Chromium or Chrome, else Playwright's own download, else the
 * distribution's package (Debian without internet). Says what it did.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** Chromium without a window of its own comes first: it does the same in half the processor's time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const places = [
  '/usr/bin/chromium',
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

/** The browsers that are there, the preferred one first: `PW_CHROMIUM`, Playwright's own download, installed ones. */
function browsers() {
  const asked = process.env['PW_CHROMIUM'];
  if (asked) return [asked];
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [
    chromium.executablePath(),
    ...names.flatMap((name) => onPath.filter((file) => basename(file) === name)),
    ...places,
  ].filter(runs);
}

/** The path of a browser that is there, or undefined. */
export const findBrowser = () => browsers()[0];

/**
 * A browser that is there may still not start: a stub that only says how to install it, or libraries that are missing.
 * Windows opens a window when asked, so there it is believed.
 * @param {string} file
 */
const starts = (file) =>
  process.platform === 'win32' || spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;

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
  const found = browsers().find(starts);
  if (found) {
    console.log(`browser: found ${found}`);
    return found;
  }
  const asked = process.env['PW_CHROMIUM'];
  if (asked)
    throw new Error(
      `PW_CHROMIUM is ${asked}, which does not start: give the path of a Chromium or Chrome, or unset it.`,
    );
  console.log('browser: none installed; trying Playwright’s download');
  const program = [
    fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url)),
    'install',
    'chromium',
  ];
  spawnSync(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 });
  const downloaded = browsers().find(starts);
  if (downloaded) {
    console.log(`browser: downloaded ${downloaded}`);
    return downloaded;
  }
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    console.log('browser: the download failed or does not start; installing the distribution’s package');
    /** @param {readonly string[]} words */
    const packages = (...words) => {
      const [command = '', ...rest] = [...sudo, '/usr/bin/apt-get', ...words];
      const { status } = spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        timeout: 600_000,
      });
      return status === 0;
    };
    packages('update', '-qq');
    // Older distributions have the whole browser only.
    packages('install', '-y', '-qq', 'chromium-headless-shell') || packages('install', '-y', '-qq', 'chromium');
    const installed = browsers().find(starts);
    if (installed) {
      console.log(`browser: installed ${installed}`);
      return installed;
    }
  }
  throw new Error(
    'No Chromium or Chrome was found, and neither Playwright’s download nor apt-get could install one. Install Chromium, or set PW_CHROMIUM to its path.',
  );
}

if (import.meta.main) {
  try {
    execFileSync(ensureBrowser(), ['--version'], { stdio: 'inherit' });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
