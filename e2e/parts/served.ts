/**
 * Serves page.tsx on the site's own origin and under the site's own policy, bundled as the site is: parts of the frame can be
 * operated in a browser by themselves, whatever figure uses them.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const home = fileURLToPath(new URL('../../', import.meta.url));
const types = new Map([
  ['js', 'text/javascript'],
  ['css', 'text/css'],
]);

type Files = ReadonlyMap<string, string>;

/** The page's files by name: `page.js`, `page.css`, its chunks and workers. */
export async function bundled(): Promise<Files> {
  const built = await build({
    root: home,
    configFile: false,
    publicDir: false,
    base: '/parts/',
    logLevel: 'warn',
    resolve: { alias: { '@': `${home}src` } },
    worker: { format: 'es' },
    build: {
      write: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: `${home}e2e/parts/page.tsx`,
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : `${file.source}`] as const),
    ),
  );
}

/** The page's files that are asked for from now on, by name: what has been fetched, and when. */
export async function openParts(page: Page, files: Files): Promise<readonly string[]> {
  const site = await (await page.request.get('/')).text();
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(site)?.[0] ?? '';
  if (policy === '') throw new Error('The start page has no Content-Security-Policy to test under.');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy}<title>Parts</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/parts/page.css"></head>
    <body><main></main><script type="module" src="/parts/page.js"></script></body></html>`;
  const asked: string[] = [];
  await page.route('/parts/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/parts/'.length);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    asked.push(name);
    const body = files.get(name);
    const contentType = types.get(name.split('.').at(-1) ?? '') ?? 'text/plain';
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType, body });
  });
  await page.goto('/parts/');
  return asked;
}
