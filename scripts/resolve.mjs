/**
 * `npm run -s resolve -- <scenario.toml>… [--strategy pubgrub|backtracking] [--json]`: resolves scenario files
 * (docs/resolver-scenarios.md) and prints what comes of each, in the order given.
 *   --json   a line of JSON per file: { file, satisfiable, packages, forks, counts, explanation, problems }
 * Exit status: 0 every file was read, whatever its answer; 2 one wasn’t, or the command can’t be understood.
 */
import './check-node.mjs';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.mjs';

const usage = 'Usage: npm run -s resolve -- <scenario.toml>… [--strategy pubgrub|backtracking] [--json]';

/** The largest file that is read; a scenario of all of an index’s newest releases is smaller. */
const LARGEST = 64 * 2 ** 20;

/** Where the person stood who called npm. @param {string} path */
const fromCaller = (path) => resolve(process.env['INIT_CWD'] ?? '.', path);

/**
 * @param {readonly string[]} strategies
 * @returns {{ files: string[], strategy: string, json: boolean } | string} or what is wrong with the command
 */
function command(strategies) {
  try {
    const options = /** @type {const} */ ({
      strategy: { type: 'string', default: 'pubgrub' },
      json: { type: 'boolean', default: false },
    });
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0) return 'Give a scenario file, or several.';
    if (!strategies.includes(values.strategy)) return `There is no strategy “${values.strategy}”.`;
    return { files: positionals, ...values };
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
}

/** The text of a file, or why there is none. @param {string} file @returns {{ text: string } | { message: string }} */
function textOf(file) {
  const path = fromCaller(file);
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { message: 'There is no such file.' };
    if (stat.isDirectory()) return { message: 'This is a folder: give the files in it.' };
    if (stat.size > LARGEST) return { message: `The file is too large: up to ${LARGEST} bytes are read.` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { message: 'The file isn’t text in UTF-8.' };
    return { message: `The file can’t be read: ${error instanceof Error ? error.message : error}` };
  }
}

const { answerScenario, reportAnswer, STRATEGIES, unreadableFile } = await loadModule('src/check/resolve/index.ts');
const asked = command(STRATEGIES);
if (typeof asked === 'string') {
  console.error(`resolve: ${asked}\n${usage}`);
  process.exit(2);
}
const { files, strategy, json } = asked;

/** The answer to one file. What goes wrong with it is told in its place, so that the others are answered. @param {string} file */
function answerFile(file) {
  const read = textOf(file);
  if ('message' in read) return unreadableFile(file, [{ line: 1, column: 1, message: read.message }]);
  try {
    return answerScenario(file, read.text, strategy);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    return unreadableFile(file, [{ line: 1, column: 1, message: `A fault of ours, please report it: ${reason}` }]);
  }
}

for (const file of files) {
  const answer = answerFile(file);
  console.log(json ? JSON.stringify(answer) : reportAnswer(answer));
  if (answer.problems.length > 0) process.exitCode = 2;
}
