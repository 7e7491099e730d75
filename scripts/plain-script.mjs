/**
 * A TypeScript module with everything that it imports as one plain script: no imports, nothing global. For the two scripts that Astro
 * can't make: embed.js, which stands at an address of its own for other people's pages, and the inline script of an embed's head,
 * whose hash the Content-Security-Policy must know. In a page: `import text from '@/embed/early.ts?plain'`.
 */
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { home } from './programs.mjs';

/** What the two scripts may count on: the browsers that know light-dark() and popovers. */
const target = ['chrome123', 'firefox125', 'safari17.5'];

/**
 * @param {string} file its path from the project's folder @param {Record<string, string>} [define] names that become values
 * @returns {string}
 */
export function plainScript(file, define = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    absWorkingDir: home,
    alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) },
    define,
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text.trim() ?? '';
}

/** Vite's part of it. @param {Record<string, string>} define @returns {NonNullable<import('astro').ViteUserConfig['plugins']>[number]} */
export const plainScripts = (define) => ({
  name: 'shipshape:plain-scripts',
  enforce: 'pre',
  load(id) {
    const [file = '', query] = id.split('?');
    return query === 'plain' ? `export default ${JSON.stringify(plainScript(file, define))};` : undefined;
  },
});
