/**
 * Builds the site: fonts, pages, search index. Before that, the resolver’s scenarios are held against what they expect.
 *   npm run build                                          → dist/, for the root of a host
 *   BASE_PATH=/course/ SITE_URL=https://… npm run build    → dist/, for a path below it
 *   node scripts/build.mjs --base /course/ --out folder    → the same, elsewhere (the tests do)
 */
import './check-node.mjs';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.mjs';
import { home, run } from './programs.mjs';

/** Pagefind writes several ready-made search boxes beside its index. Ours needs the engine alone. */
const engine =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[\w-]+\.pf_meta|wasm\.(en|unknown)\.pagefind|index|fragment|filter)$/;

const { values } = parseArgs({ options: { base: { type: 'string' }, out: { type: 'string', default: 'dist' } } });
const out = resolve(home, values.out);
/** @type {Record<string, string>} */
const settings = values.base === undefined ? {} : { BASE_PATH: values.base };

/** @param {Promise<number>} step */
async function must(step) {
  const status = await step;
  if (status !== 0) process.exit(status);
}

// What the pages say of the resolver rests on these files.
const { checkResolverScenarios } = await loadModule('src/check/resolver-scenarios.ts');
const scenarios = 'content/scenarios/resolver';
const apart = checkResolverScenarios(
  readdirSync(join(home, scenarios))
    .filter((name) => name.endsWith('.toml'))
    .map((name) => ({ path: `${scenarios}/${name}`, text: readFileSync(join(home, scenarios, name), 'utf8') })),
);
for (const { file, line, reason, remedy } of apart) console.error(`${file}:${line}: ${reason} ${remedy}`);
if (apart.length > 0) process.exit(1);

rmSync(out, { recursive: true, force: true });
await must(run('scripts/fonts.mjs'));
await must(run('astro', ['build', '--outDir', out], settings));
await must(run('pagefind', ['--site', out, '--quiet']));

const search = join(out, 'pagefind');
for (const name of readdirSync(search)) if (!engine.test(name)) rmSync(join(search, name), { recursive: true });
