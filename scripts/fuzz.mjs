/**
 * `npm run fuzz`: the property tests again, each with many more cases (100,000, or FUZZ_RUNS). A property test needs nothing for
 * it: fast-check's own number of runs is raised (scripts/fuzz-runs.ts). One that names `numRuns` itself keeps to it. Then the
 * end-to-end tests that ask for FUZZ_RUNS, with 10,000 at most: a browser is slower. They need the built site.
 *   npm run fuzz                             every test file that uses fast-check
 *   FUZZ_RUNS=1000 npm run fuzz -- version   those whose path holds a word
 */
import './check-node.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './built-site.mjs';
import { home, run } from './programs.mjs';

const words = process.argv.slice(2);
const mostInBrowser = 10_000;
/** @param {string} folder @param {RegExp} name @param {string} mark what a file must hold to be one of them */
const filesWith = (folder, name, mark) =>
  filesBelow(join(home, folder))
    .map((file) => `${folder}/${file}`)
    .filter((file) => name.test(file) && readFileSync(join(home, file), 'utf8').includes(mark))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
const files = ['src', 'scripts', 'content'].flatMap((folder) =>
  filesWith(folder, /\.test\.(ts|tsx|mjs)$/, "from 'fast-check'"),
);
const inBrowser = filesWith('e2e', /\.spec\.ts$/, "process.env['FUZZ_RUNS']");
const cases = process.env['FUZZ_RUNS'] ?? '100000';
if (!/^[1-9]\d*$/.test(cases)) throw new Error(`FUZZ_RUNS is "${cases}": give a number of cases.`);
if (files.length + inBrowser.length === 0) throw new Error(`No property test has ${words.join(' or ')} in its path.`);
if (files.length > 0) {
  console.log(`fuzz: ${cases} cases for each property of ${files.length} files`);
  process.exitCode = await run('vitest', ['run', '--config', 'scripts/fuzz.config.ts', ...files], { FUZZ_RUNS: cases });
}
if (inBrowser.length > 0) {
  const fewer = `${Math.min(Number(cases), mostInBrowser)}`;
  console.log(`fuzz: ${fewer} cases in a browser for ${inBrowser.length} files`);
  const status = await run('playwright', ['test', '--project=site', ...inBrowser], { FUZZ_RUNS: fewer });
  process.exitCode ||= status;
}
