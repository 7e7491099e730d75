/**
 * Builds the site: fonts, pages, search index.
 *   npm run build                                          → dist/, for the root of a host
 *   BASE_PATH=/course/ SITE_URL=https://… npm run build    → dist/, for a path below it
 *   node scripts/build.mjs --base /course/ --out folder    → the same, elsewhere (the tests do)
 */
import './check-node.mjs';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
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

rmSync(out, { recursive: true, force: true });
await must(run('scripts/fonts.mjs'));
await must(run('astro', ['build', '--outDir', out], settings));
await must(run('pagefind', ['--site', out, '--quiet']));

const search = join(out, 'pagefind');
for (const name of readdirSync(search)) if (!engine.test(name)) rmSync(join(search, name), { recursive: true });
