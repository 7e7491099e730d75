/**
 * `npm run record:version-claims`: asks packaging, node-semver and Cargo's semver crate what lectures and quiz items claim of versions
 * and specifiers, and writes src/components/versions/recorded.json.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import { parse } from 'yaml';
import { loadModule } from '../load-module.mjs';
import { home } from '../programs.mjs';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';

/** @typedef {import('../../src/components/versions/claim').Question} Question */
/** @typedef {import('../../src/components/versions/claim').VersionClaim} VersionClaim */

const { expectationsOf, keyOf, versionClaimSchema } = await loadModule('src/components/versions/claim.ts');
const { claimsIn } = await loadModule('src/components/versions/claims-in.ts');

const here = fileURLToPath(new URL('.', import.meta.url));
/** @param {string} folder */
const textsOf = (folder) =>
  readdirSync(join(home, folder))
    .filter((name) => !name.endsWith('.md'))
    .map((name) => readFileSync(join(home, folder, name), 'utf8'));

/** @returns {readonly VersionClaim[]} */
function claims() {
  const written = textsOf('content/lectures').flatMap((text) => claimsIn(text));
  const broken = written.find(({ claim }) => claim === undefined);
  if (broken !== undefined) throw new Error('A lecture has a claim that is none: npm run content says where.');
  const proofs = textsOf('content/quiz')
    .flatMap((text) => parse(text).items)
    .flatMap((item) => {
      const { success, data } = versionClaimSchema.safeParse(item.proof);
      return success ? [data] : [];
    });
  return [...written.map(({ claim }) => claim), ...proofs];
}

/** @type {Map<string, Question>} */
const questions = new Map(
  claims()
    .flatMap((claim) => expectationsOf(claim))
    .map(({ question }) => [keyOf(question), question]),
);

/** @param {readonly Question[]} asked */
function askPackaging(asked) {
  const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1' };
  const input = JSON.stringify(asked);
  const told = JSON.parse(execFileSync(toolsPython(), [join(here, 'version-claims.py')], { env, input }).toString());
  return told;
}

/** @param {readonly any[]} asked */
function askNpm(asked) {
  const { version } = createRequire(import.meta.url)('semver/package.json');
  const answers = asked.map((question) => {
    if ('left' in question) {
      const isRead = valid(question.left) && valid(question.right);
      return isRead ? (['<', '=', '>'][compare(question.left, question.right) + 1] ?? '') : 'invalid';
    }
    if (!('specifier' in question)) return valid(question.version) ?? 'invalid';
    if (validRange(question.specifier) === null) return 'invalid';
    if (!('version' in question)) return 'valid';
    if (valid(question.version) === null) return 'invalid';
    return satisfies(question.version, question.specifier) ? 'admitted' : 'refused';
  });
  return { tool: `node-semver ${version}`, answers };
}

/** @param {readonly any[]} asked */
function askCargo(asked) {
  const folder = process.env['SHIPSHAPE_RECORD_CRATE'] ?? '/var/tmp/shipshape-record-semver';
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(here, 'version-claims.rs'), join(folder, 'src/main.rs'));
  writeFileSync(
    join(folder, 'Cargo.toml'),
    '[package]\nname = "version-claims"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nsemver = "1"\n',
  );
  const lines = asked.map((question) => {
    if ('left' in question) return ['order', question.left, question.right];
    if (!('specifier' in question)) return ['spells', question.version];
    return 'version' in question ? ['admits', question.specifier, question.version] : ['reads', question.specifier];
  });
  const input = `${lines.map((words) => words.join('\t')).join('\n')}\n`;
  const told = execFileSync('cargo', ['run', '--quiet'], { cwd: folder, input }).toString().trimEnd().split('\n');
  const [, version = ''] =
    /name = "semver"\nversion = "([^"]+)"/.exec(readFileSync(join(folder, 'Cargo.lock'), 'utf8')) ?? [];
  return { tool: `Cargo’s semver crate ${version}`, answers: told };
}

/** @type {Record<string, string>} */
const recordedWith = {};
/** @type {[string, string][]} */
const answers = [];
for (const [notation, ask] of /** @type {const} */ ([
  ['python', askPackaging],
  ['npm', askNpm],
  ['cargo', askCargo],
])) {
  const asked = [...questions].filter(([, question]) => question.notation === notation);
  const told = ask(asked.map(([, question]) => question));
  recordedWith[notation] = told.tool;
  answers.push(...asked.map(([key], at) => /** @type {[string, string]} */ ([key, told.answers[at]])));
}
answers.sort(([one], [other]) => (one < other ? -1 : 1));
const file = join(home, 'src/components/versions/recorded.json');
writeFileSync(file, `${JSON.stringify({ recordedWith, answers: Object.fromEntries(answers) }, null, 2)}\n`);
process.stdout.write(`${answers.length} answers in src/components/versions/recorded.json\n`);
