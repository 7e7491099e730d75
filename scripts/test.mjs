/**
 * `npm test`: everything that must hold before a change is let in; a part that fails doesn't stop the others. What the site is made
 * to be stands beside what its code does, so that two processors have work; the browser has both to itself. The last line adds up
 * the real results: `N passed, N failed`.
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

/** What all else needs. @type {readonly Part[]} */
const first = [
  { name: 'Lock file', program: 'scripts/check-lock.mjs' },
  { name: 'Fonts', program: 'scripts/fonts.mjs' },
];

/** @type {readonly Part[]} */
const site = [
  { name: 'Types', program: 'astro', words: ['check'], needs: ['Fonts'] },
  { name: 'Build', program: 'scripts/build.mjs' },
  { name: 'Links', program: 'scripts/links.mjs', needs: ['Build'] },
  { name: 'Published addresses', program: 'scripts/addresses.mjs', needs: ['Build'] },
  { name: 'Every character has a font', program: 'scripts/check-characters.mjs', needs: ['Build'] },
  { name: 'Budgets and stillness', program: 'scripts/budgets.mjs', needs: ['Build'] },
];

/** @type {readonly Part[]} */
const code = [
  { name: 'Lint and format', program: 'biome', words: ['ci', '--colors=off', '.'] },
  {
    name: 'Unit and property tests',
    program: 'vitest',
    words: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=.cache/reports/vitest.json`],
    counts: 'vitest',
  },
  // The same of the site again stands here because this row would be done before the other.
  { name: 'Build below a path', program: 'scripts/build.mjs', words: course },
  { name: 'Links below a path', program: 'scripts/links.mjs', words: course, needs: ['Build below a path'] },
];

/** @type {readonly Part[]} */
const reader = [
  { name: 'End-to-end tests', program: 'playwright', words: ['test'], counts: 'playwright', needs: built },
];

/** Stages come one after the other; of a stage the rows stand side by side, and the parts of a row come one after the other. */
const stages = [[first], [site, code], [reader]];

/** @param {string} name @returns {unknown} */
function report(name) {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, reports), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {Part} part @param {readonly import('./test-tally.mjs').Result[]} before @param {((said: string) => void) | undefined} heard
 * @returns {Promise<import('./test-tally.mjs').Count>}
 */
async function count({ program, words = [], counts, needs = [] }, before, heard) {
  const missing = before.filter((result) => needs.includes(result.name) && result.count.failed > 0);
  if (missing.length > 0) {
    (heard ?? console.error)(`Not run, because this failed: ${missing.map((result) => result.name).join(', ')}.\n`);
    return countOfCheck(1);
  }
  const status = await run(program, words, {}, heard).catch((/** @type {unknown} */ error) => {
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
/** @param {Part} part */
const isChosen = ({ name }) => asked.length === 0 || asked.some((word) => name.toLowerCase().includes(word));

/** @param {string} name */
const heading = (name) => `\n──── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}\n`;

/** Parts one after the other. @param {readonly Part[]} row @param {boolean} isAlone whether what they print is shown as it comes */
async function runRow(row, isAlone) {
  for (const part of row) {
    /** @type {string[]} */
    const said = [];
    if (isAlone) console.log(heading(part.name));
    const start = performance.now();
    const heard = isAlone ? undefined : (/** @type {string} */ text) => void said.push(text);
    const counted = await count(part, results, heard);
    if (!isAlone) console.log(`${heading(part.name)}\n${said.join('')}`);
    results.push({ name: part.name, seconds: (performance.now() - start) / 1000, count: counted });
  }
}

for (const stage of stages) {
  const rows = stage.map((row) => row.filter(isChosen)).filter((row) => row.length > 0);
  await Promise.all(rows.map((row) => runRow(row, rows.length === 1)));
}
console.log(heading('Together'));
console.log(summary(results));
process.exitCode = total(results).failed === 0 && results.length > 0 ? 0 : 1;
