/**
 * `npm run -s conformance -- <folder>`: holds the core against files of reference cases (docs/conformance.md) and prints a line of
 * JSON per suite: { suite, cases, agree, apart, apartAgree, seconds }. Cases marked `quirk` or `versionDependent` are counted apart.
 *   --report <file>   each disagreement as a line of JSON: { suite, file, line, apart, case, expected, got }
 * Exit status: 0 all agree; 1 one doesn't, or something could not be read (said on stderr); 2 the command can't be understood.
 */
import './check-node.mjs';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.mjs';

const usage = 'Usage: npm run -s conformance -- <folder> [--report <file>]';

/** Where the person stood who called npm. @param {string} path */
const fromCaller = (path) => resolve(process.env['INIT_CWD'] ?? '.', path);

/** The files below a folder, in order of their names; what lies in a folder called support is no case. @param {string} folder @returns {string[]} */
const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!statSync(path).isDirectory()) return [path];
      return entry.name === 'support' || entry.name.startsWith('.') ? [] : filesOf(path);
    });

/** @returns {{ folder: string, report: string | undefined } | string} or what is wrong with the command */
function command() {
  try {
    const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) return 'Give one folder.';
    const path = fromCaller(folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder ${path}.`;
    return { folder: path, report: values.report === undefined ? undefined : fromCaller(values.report) };
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
}

const asked = command();
if (typeof asked === 'string') {
  console.error(`conformance: ${asked}\n${usage}`);
  process.exit(2);
}
const { fails, isCaseFile, runSuites } = await loadModule('src/check/conformance/index.ts');
/** @type {{ path: string, text: string }[]} */
const files = [];
/** @type {{ file: string, line: number, reason: string }[]} */
const unread = [];
for (const path of filesOf(asked.folder)) {
  const name = relative(asked.folder, path);
  if (!isCaseFile(name.split(/[\\/]/).at(-1) ?? '')) continue;
  try {
    files.push({ path: name, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) });
  } catch (error) {
    unread.push({ file: name, line: 1, reason: error instanceof Error ? error.message : `${error}` });
  }
}
const ran = runSuites(files, () => performance.now());
const conformance = { ...ran, faults: [...unread, ...ran.faults] };
if (files.length + unread.length === 0)
  conformance.faults.push({ file: asked.folder, line: 1, reason: 'The folder holds no file of cases.' });
for (const result of conformance.results) console.log(JSON.stringify(result));
for (const { file, line, reason } of conformance.faults) console.error(`conformance: ${file}:${line}: ${reason}`);
if (asked.report !== undefined)
  writeFileSync(
    asked.report,
    conformance.disagreements.map((/** @type {unknown} */ one) => `${JSON.stringify(one)}\n`).join(''),
  );
process.exitCode = fails(conformance) ? 1 : 0;
