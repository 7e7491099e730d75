import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig, fontProviders } from 'astro/config';
import redirects from './content/redirects.json' with { type: 'json' };
import { lookupData } from './scripts/lookup-data.mjs';
import { plainScripts } from './scripts/plain-script.mjs';
import { authorIds } from './src/markdown/author-ids.mjs';
import { codeFrame } from './src/markdown/code-frame.mjs';
import { pageLinks } from './src/markdown/page-links.mjs';
import { phoneTables } from './src/markdown/phone-tables.mjs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22)
  throw new Error(
    `Astro needs Node 22.12 or newer, this is ${process.version}: use the npm scripts, which bring Node 24.`,
  );

/** The path that the site lives under, with both slashes: `/` or `/course/`. */
const base = `/${(process.env['BASE_PATH'] ?? '/').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
const sha256 = (/** @type {string} */ text) =>
  /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`);
const site = process.env['SITE_URL'] ?? 'http://127.0.0.1:4321';
const early = readFileSync(new URL('./src/components/theme/early.js', import.meta.url), 'utf8').trim();

/** @type {(file: string, weight: string, style?: 'normal' | 'italic') => { src: [URL]; weight: string; style: 'normal' | 'italic' }} */
const cut = (file, weight, style = 'normal') => ({
  src: [new URL(`./.cache/fonts/${file}.woff2`, import.meta.url)],
  weight,
  style,
});
if (!existsSync(new URL('./.cache/fonts/mono.woff2', import.meta.url)))
  throw new Error('The subset fonts are missing: run `npm run fonts` first.');

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  output: 'static',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'auto', assets: '_a' },
  compressHTML: true,
  integrations: [mdx(), react()],
  redirects: Object.fromEntries(Object.entries(redirects).map(([from, to]) => [from, `${base.slice(0, -1)}${to}`])),
  markdown: {
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [pageLinks(base), phoneTables(), authorIds()],
    }),
    shikiConfig: { theme: 'css-variables', transformers: codeFrame() },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Shipshape Serif',
      cssVariable: '--font-serif',
      fallbacks: ['Georgia', 'serif'],
      display: 'optional',
      options: { variants: [cut('serif', '400 700'), cut('serif-italic', '400', 'italic')] },
    },
    {
      provider: fontProviders.local(),
      name: 'Shipshape Sans',
      cssVariable: '--font-sans',
      fallbacks: ['system-ui', 'sans-serif'],
      display: 'optional',
      options: { variants: [cut('sans', '400 700')] },
    },
    {
      provider: fontProviders.local(),
      name: 'Shipshape Mono',
      cssVariable: '--font-mono',
      fallbacks: ['ui-monospace', 'monospace'],
      display: 'optional',
      options: { variants: [cut('mono', '400')] },
    },
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [sha256(early)] },
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
  vite: {
    plugins: [lookupData(), plainScripts({ SITE: JSON.stringify(new URL(base, site).href) })],
    worker: { format: 'es' },
    environments: {
      client: {
        build: {
          // React's modules are fetched together or not at all, and pack better as one file.
          rolldownOptions: {
            output: {
              codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// }] },
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 1024,
      // The core is pure, so what a page doesn't use of a core folder needn't come along with its face.
      rollupOptions: { treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] } },
    },
  },
});
