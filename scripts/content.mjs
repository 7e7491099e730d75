/**
 * `npm run content`: checks what authors write (lectures, quizzes, exercises, misconceptions, scenarios, the glossary, console
 * sessions) in seconds, without building the site, and says of each fault the file, the line, the reason and the remedy.
 *   npm run content                          everything
 *   npm run content -- content/quiz/*.yaml   what is wrong with the files named; all are read, because they name each other, but
 *                                            only the scenarios and exercises named are tried
 */
import './check-node.mjs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { loadModule } from './load-module.mjs';
import { home } from './programs.mjs';

/** What the checks read. */
const wanted =
  /^content\/(?!index\/).*\.(?:yaml|mdx|md|mmd|json|toml)$|^src\/figures\/.*\.test\.tsx?$|^src\/core\/docker\/conformance\/buildkit\/.*\.json$/;

/** @param {string} path @returns the path from the repository's root, with slashes */
const named = (path) => relative(home, path).split(sep).join('/');

/** Every file that the checks read, by its path from the repository's root. */
export const contentFiles = () =>
  ['content', 'src/figures', 'src/core/docker/conformance/buildkit']
    .flatMap((folder) =>
      readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        named(join(home, folder, name)),
      ),
    )
    .filter((path) => wanted.test(path))
    .map((path) => ({ path, text: readFileSync(join(home, path), 'utf8') }));

/**
 * What is wrong with the files named, or with all.
 * @param {readonly string[]} paths from the repository's root
 */
async function problemsOf(paths) {
  const checks = /** @type {typeof import('../src/check/course')} */ (await loadModule('src/check/course.ts'));
  const problems = await checks.checkCourse(contentFiles(), paths.length === 0 ? undefined : new Set(paths));
  const strange = paths.filter((path) => checks.kindOf(path) === undefined).map(checks.unknownKind);
  return [...strange, ...problems];
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  const missing = given.filter((path) => !existsSync(path));
  for (const path of missing) console.error(`content: there is no file ${path}.`);
  const paths = given.filter((path) => existsSync(path)).map((path) => named(resolve(path)));
  const problems = missing.length > 0 && paths.length === 0 ? [] : await problemsOf(paths);
  for (const { file, line, reason, remedy } of problems) console.error(`${file}:${line}: ${reason} ${remedy}`);
  const told = paths.length === 0 ? 'all files' : paths.length === 1 ? '1 file' : `${paths.length} files`;
  if (missing.length === 0 || paths.length > 0)
    console.log(`content: ${told} checked, ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`);
  process.exitCode = problems.length + missing.length === 0 ? 0 : 1;
}
