/**
 * `npm test`: everything that must hold before a change is let in, one part after the other; a part that fails doesn't stop the
 * others. The last line adds up the real results: `N passed, N failed`.
 *   npm test                    everything
 *   npm test -- links budgets   the parts whose names hold one of these words
 */
import './check-node.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { courseBuild } from './course-build.mjs';
import { home, run } from './programs.mjs';
import { countOfCheck, countOfPlaywright, countOfVitest, summary, total } from './test-tally.mjs';

const reports = new URL('../.cache/reports/', import.meta.url);

/** @typedef {import('./programs.mjs').Program} Program */
/**
 * @typedef {object} Part
 * @property {string} name
 * @property {Program} program
 * @property {readonly string[]} [words]
 * @property {'vitest' | 'playwright'} [counts] whose report is added up; else the part is one check
 * @property {readonly string[]} [needs] parts without which it can't be run
 */

const { base, out } = courseBuild;
const course = ['--out', out, '--base', base];
const built = ['Build', 'Build below a path'];

/** @type {readonly Part[]} */
const parts = [
  { name: 'Lock file', program: 'scripts/check-lock.mjs' },
  { name: 'Fonts', program: 'scripts/fonts.mjs' },
  { name: 'Types', program: 'astro', words: ['check'], needs: ['Fonts'] },
  { name: 'Lint and format', program: 'biome', words: ['ci', '.'] },
  {
    name: 'Unit and property tests',
    program: 'vitest',
    words: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=.cache/reports/vitest.json`],
    counts: 'vitest',
  },
  { name: 'Build', program: 'scripts/build.mjs' },
  { name: 'Build below a path', program: 'scripts/build.mjs', words: course },
  { name: 'Links', program: 'scripts/links.mjs', needs: ['Build'] },
  { name: 'Links below a path', program: 'scripts/links.mjs', words: course, needs: ['Build below a path'] },
  { name: 'Published addresses', program: 'scripts/addresses.mjs', needs: ['Build'] },
  { name: 'Every character has a font', program: 'scripts/check-characters.mjs', needs: ['Build'] },
  { name: 'Byte budgets', program: 'scripts/budgets.mjs', needs: ['Build'] },
  { name: 'End-to-end tests', program: 'playwright', words: ['test'], counts: 'playwright', needs: built },
];

/** @param {string} name @returns {unknown} */
function report(name) {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, reports), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {Part} part @param {readonly import('./test-tally.mjs').Result[]} before @returns {Promise<import('./test-tally.mjs').Count>} */
async function count({ program, words = [], counts, needs = [] }, before) {
  const missing = before.filter((result) => needs.includes(result.name) && result.count.failed > 0);
  if (missing.length > 0) {
    console.error(`Not run, because this failed: ${missing.map((result) => result.name).join(', ')}.`);
    return countOfCheck(1);
  }
  const status = await run(program, words).catch((/** @type {unknown} */ error) => {
    console.error(error);
    return 1;
  });
  if (counts === 'vitest') return countOfVitest(report('vitest'), status);
  if (counts === 'playwright') return countOfPlaywright(report('playwright'), status);
  return countOfCheck(status);
}

process.chdir(home);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
/** @type {import('./test-tally.mjs').Result[]} */
const results = [];
try {
  process.env['PW_CHROMIUM'] = ensureBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  results.push({ name: 'Browser', seconds: 0, count: countOfCheck(1) });
}
const asked = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen =
  asked.length === 0 ? parts : parts.filter(({ name }) => asked.some((word) => name.toLowerCase().includes(word)));
for (const part of chosen) {
  console.log(`\n──── ${part.name} ${'─'.repeat(Math.max(0, 70 - part.name.length))}\n`);
  const start = performance.now();
  const counted = await count(part, results);
  results.push({ name: part.name, seconds: (performance.now() - start) / 1000, count: counted });
}
console.log(`\n──── Together ${'─'.repeat(62)}\n`);
console.log(summary(results));
process.exitCode = total(results).failed === 0 && results.length > 0 ? 0 : 1;
