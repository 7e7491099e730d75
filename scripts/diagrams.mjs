/**
 * Draws content/diagrams/*.mmd with mermaid itself, in Chromium, to SVG beside the source. Text stays text, colours are the
 * site's (mermaid's own style sheet is left out: src/styles/diagram.css dresses the drawing in both themes), and the source's
 * hash is kept in the file, so that a test tells a stale drawing. A source begins with `%% title:` and `%% description:` lines.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser } from './browser.mjs';
import { slimSvg } from './slim-svg.mjs';

const home = new URL('../', import.meta.url);
const folder = new URL('content/diagrams/', home);

/** What a drawing depends on: its source. @param {string} source */
export const hashOf = (source) => createHash('sha256').update(source).digest('hex').slice(0, 16);

/** @param {string} source @param {string} key */
export function note(source, key) {
  const found = new RegExp(`^%% ${key}: (.+)$`, 'm').exec(source)?.[1];
  if (!found) throw new Error(`A diagram needs a line "%% ${key}: …"`);
  return found;
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The classes that src/styles/diagram.css dresses; mermaid’s others are left out. */
const dressed = new Set(['node', 'edgeLabel', 'flowchart-link', 'arrowMarkerPath', 'background']);

/** @param {string} svg @param {string} name @param {string} source */
export function dress(svg, name, source) {
  const size = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '';
  const [x = 0, y = 0, width = 0, height = 0] = size.split(' ').map(Number);
  const body = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<(title|desc)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/ style="[^"]*"/g, '')
    .replace(/ (data-[\w-]+|look)="[^"]*"/g, '')
    // Positions and sizes alone: a label’s 2.34.2 is a version.
    .replace(/<[^>]*>/g, (tag) => tag.replace(/(\d+\.\d)\d+/g, '$1'))
    .replace(/<tspan font-style="normal" class="text-inner-tspan" font-weight="normal">([^<]*)<\/tspan>/g, '$1')
    .replace(/ class="([^"]*)"/g, (_, names) => {
      const kept = String(names)
        .split(/\s+/)
        .filter((name) => dressed.has(name));
      return kept.length > 0 ? ` class="${kept.join(' ')}"` : '';
    })
    .replace(/ (fill|stroke)="[^"]*"/g, '')
    .replace(/<(rect|path)><\/\1>/g, '')
    .replace(/<marker id="([^"]+)"[\s\S]*?<\/marker>/g, (marker, id) => (svg.includes(`url(#${id})`) ? marker : ''))
    .replace(/<defs><filter[\s\S]*?<\/defs>|<linearGradient[\s\S]*?<\/linearGradient>/g, '')
    .replace(/<g>\s*<\/g>|<g class="[\w\s-]*"><\/g>/g, '')
    .replaceAll(`d-${name}_flowchart-v2-pointEnd-margin`, `d-${name}-end`);
  const title = `d-${name}-title`;
  const description = `d-${name}-description`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="img" aria-labelledby="${title} ${description}" data-source="${hashOf(source)}" ` +
    `viewBox="${[x, y, width, height].map((n) => Math.round(n * 10) / 10).join(' ')}" style="max-width:${Math.round(width)}px">` +
    `<title id="${title}">${escaped(note(source, 'title'))}</title><desc id="${description}">${escaped(note(source, 'description'))}</desc>${slimSvg(body.trim())}</svg>\n`
  );
}

async function draw() {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
  const page = await browser.newPage();
  const font = readFileSync(new URL('.cache/fonts/sans.woff2', home)).toString('base64');
  await page.setContent(
    `<style>@font-face{font-family:Inter;src:url(data:font/woff2;base64,${font});font-weight:400 700}body{font:15px Inter}</style><p>ready</p>`,
  );
  await page.evaluate(() => document.fonts.load('15px Inter'));
  await page.addScriptTag({ path: new URL('node_modules/mermaid/dist/mermaid.min.js', home).pathname });
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.mmd'))
    .sort()) {
    const name = file.slice(0, -4);
    const source = readFileSync(new URL(file, folder), 'utf8');
    const svg = await page.evaluate(
      async ([id, text]) => {
        const mermaid = /** @type {any} */ (window).mermaid;
        mermaid.initialize({
          startOnLoad: false,
          theme: 'base',
          layout: 'dagre',
          htmlLabels: false,
          fontFamily: 'Inter',
          themeVariables: { fontSize: '15px', fontFamily: 'Inter' },
          flowchart: { htmlLabels: false, padding: 12, nodeSpacing: 32, rankSpacing: 44, curve: 'basis' },
        });
        return (await mermaid.render(id, text)).svg;
      },
      [`d-${name}`, source],
    );
    writeFileSync(new URL(`${name}.svg`, folder), dress(svg, name, source));
    console.log(`diagrams: ${name}.svg`);
  }
  await browser.close();
}

if (import.meta.main) await draw();
