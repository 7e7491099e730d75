import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const home = new URL('../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, home), 'utf8');
/** @type {Record<string, string>} */
const commands = JSON.parse(read('package.json')).scripts;

describe('the commands of package.json', () => {
  it.each(Object.entries(commands))('%s runs files that are there', (_, command) => {
    const files = [...command.matchAll(/\bnode (\S+\.(?:mjs|ts))/g)].map((found) => found[1] ?? '');
    expect(files.filter((file) => !existsSync(new URL(file, home)))).toEqual([]);
  });

  it('need no feature of one system’s shell', () => {
    expect(Object.values(commands).filter((command) => /[;|$'"`]|\bNODE_ENV=|&(?!&)\b/.test(command))).toEqual([]);
  });

  const papers = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(new URL('docs', home))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  it.each(papers)('are all there that %s names', (paper) => {
    const named = [...read(paper).matchAll(/npm run ([a-z][\w:-]*)/g)].map((found) => found[1] ?? '');
    expect(named.filter((name) => !(name in commands))).toEqual([]);
  });
});
