/** The tools' own programs, run by this same Node and without a shell: so it is the same on Linux, macOS and Windows. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const home = fileURLToPath(new URL('..', import.meta.url));

const entries = {
  astro: 'node_modules/astro/bin/astro.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  pagefind: 'node_modules/pagefind/lib/runner/bin.cjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** @typedef {keyof typeof entries | `scripts/${string}.mjs`} Program */

/**
 * A log keeps no colours: several tools colour whatever they write when CI is set. Playwright sees to that itself, and sets a
 * variable of its own that contradicts this one.
 * @param {Program} program
 */
const plain = (program) =>
  process.stdout.isTTY || program === 'playwright' ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program to its end and gives its exit status; what it prints goes where ours goes, or to `heard`.
 * @param {Program} program
 * @param {readonly string[]} [words] its arguments
 * @param {Record<string, string>} [settings] environment variables besides the present ones
 * @param {(said: string) => void} [heard] takes what it prints
 * @returns {Promise<number>}
 */
export function run(program, words = [], settings = {}, heard = undefined) {
  const entry = program in entries ? entries[/** @type {keyof typeof entries} */ (program)] : program;
  const output = heard === undefined ? 'inherit' : 'pipe';
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: home,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...plain(program), ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      if (heard !== undefined) stream?.on('data', heard);
    }
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}
