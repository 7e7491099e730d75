/**
 * `npm run fuzz`: the property tests again, each with many more cases (100,000, or FUZZ_RUNS). A property test needs nothing for
 * it: fast-check's own number of runs is raised (scripts/fuzz-runs.ts). One that names `numRuns` itself keeps to it.
 *   npm run fuzz                             every test file that uses fast-check
 *   FUZZ_RUNS=1000 npm run fuzz -- version   those whose path holds a word
 */
import './check-node.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './built-site.mjs';
import { home, run } from './programs.mjs';

const words = process.argv.slice(2);
const files = ['src', 'scripts', 'content']
  .flatMap((folder) => filesBelow(join(home, folder)).map((file) => `${folder}/${file}`))
  .filter((file) => /\.test\.(ts|tsx|mjs)$/.test(file))
  .filter((file) => readFileSync(join(home, file), 'utf8').includes("from 'fast-check'"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
const cases = process.env['FUZZ_RUNS'] ?? '100000';
if (!/^[1-9]\d*$/.test(cases)) throw new Error(`FUZZ_RUNS is "${cases}": give a number of cases.`);
if (files.length === 0) throw new Error(`No property test has ${words.join(' or ')} in its path.`);
console.log(`fuzz: ${cases} cases for each property of ${files.length} files`);
process.exitCode = await run('vitest', ['run', '--config', 'scripts/fuzz.config.ts', ...files], { FUZZ_RUNS: cases });
