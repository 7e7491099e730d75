/**
 * The rules that keep the core pure and its folders in one direction are shown to fail when broken: each case is a small file of
 * the core in a folder of its own, with our biome.json and lint/ beside it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const biome = join(home, 'node_modules/@biomejs/biome/bin/biome');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipshape-lint-'));
  cpSync(join(home, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(home, 'lint'), join(folder, 'lint'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lints one file. @param {string} path @param {string} text @returns {{ passes: boolean, says: string }} */
function lint(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--colors=off', '--max-diagnostics=none', path],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  rmSync(file);
  return { passes: status === 0, says: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
}

describe('the lint rules of the core', () => {
  it.each([
    [
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
      'The core is pure: nothing from Node, nothing of the screen.',
    ],
    [
      "import { useState } from 'react';\nexport const a = useState;\n",
      'The core is pure: nothing from Node, nothing of the screen.',
    ],
    ["export { x } from 'react-dom/client';\n", 'The core is pure: nothing from Node, nothing of the screen.'],
    ["export const a = await import('@/core/python');\n", 'The core is pure: no dynamic import.'],
    [
      "import { x } from '@/figures/lookup/state';\nexport const a = x;\n",
      'The core imports nothing from the rest of the project.',
    ],
    [
      "import { x } from '../../components/term/term';\nexport const a = x;\n",
      'The core imports nothing from the rest of the project.',
    ],
    [
      "import x from '~content/versions.json';\nexport const a = x;\n",
      'The core imports nothing from the rest of the project.',
    ],
    ['export const a = Math.random();\n', 'The core is pure: no random. Take the numbers as an input.'],
    ['export const a = crypto.randomUUID();\n', 'The core is pure: no random.'],
    ['export const a = new Date();\n', 'The core is pure: no clock. Take the time as an input.'],
    ['export const a = Date.now();\n', 'The core is pure: no clock. Take the time as an input.'],
    ['export const a = performance.now();\n', 'The core is pure: no clock.'],
    ['setTimeout(() => undefined, 1);\nexport const a = 1;\n', 'The core is pure: no clock.'],
    ['export const a = document.title;\n', 'The core is pure: no DOM.'],
    ['export const a = localStorage.length;\n', 'The core is pure: no storage.'],
    ["export const a = fetch('/');\n", 'The core is pure: no network.'],
    ['export const a = process.env;\n', 'The core is pure: no Node.'],
    ['export const a = globalThis;\n', 'The core is pure: no way round.'],
  ])('refuse %j', (text, says) => {
    const result = lint('src/core/python/broken.ts', text);
    expect(result).toEqual({ passes: false, says: expect.stringContaining(says) });
  });

  it.each([
    ['src/core/python/broken.ts', '@/core/workstation', 'src/core/python may import from no other folder of the core'],
    ['src/core/python/broken.ts', '../workstation', 'src/core/python may import from no other folder of the core'],
    [
      'src/core/python/deeper/broken.ts',
      '../../exercise/quiz',
      'src/core/python may import from no other folder of the core',
    ],
    ['src/core/resolution/broken.ts', '@/core/wheel', 'src/core/resolution may import from python of the core'],
    ['src/core/wheel/broken.ts', '@/core/resolution', 'src/core/wheel may import from python of the core'],
    ['src/core/resolution/broken.ts', '@/core/versioning', 'src/core/resolution may import from python of the core'],
    ['src/core/versioning/broken.ts', '@/core/wheel', 'src/core/versioning may import from python, resolution'],
    ['src/core/docker/broken.ts', '@/core/python', 'src/core/docker may import from no other folder of the core'],
    ['src/core/compose/broken.ts', '@/core/docker', 'src/core/compose may import from no other folder of the core'],
    ['src/core/workstation/broken.ts', '@/core/exercise', 'src/core/workstation may import from'],
    [
      'src/core/workstation/broken.ts',
      '@/core/python/version',
      "Import another core folder by its face: '@/core/<folder>'.",
    ],
    ['src/core/exercise/broken.ts', '../python/version', "Import another core folder by its face: '@/core/<folder>'."],
    [
      'src/figures/lookup/View.tsx',
      '@/core/workstation/lookup',
      "Import a core folder by its face: '@/core/<folder>'.",
    ],
    ['src/components/quiz/quiz.ts', '@/core/exercise/quiz', "Import a core folder by its face: '@/core/<folder>'."],
  ])('refuse in %s an import from %s', (path, from, says) => {
    const result = lint(path, `import { x } from '${from}';\nexport const a = x;\n`);
    expect(result).toEqual({ passes: false, says: expect.stringContaining(says) });
  });

  it.each([
    ['src/core/python/clean.ts', "import { parse } from './version-parse';\nexport const a = parse;\n"],
    ['src/core/workstation/clean.ts', "import { parse } from '@/core/python';\nexport const a = parse;\n"],
    ['src/core/workstation/clean.ts', "import { parse } from '../python';\nexport const a = parse;\n"],
    [
      'src/core/exercise/clean.ts',
      "import { a } from '@/core/docker';\nimport { b } from '@/core/resolution';\nexport const c = [a, b];\n",
    ],
    ['src/core/python/clean.ts', 'export const a = Math.max(1, 2);\n'],
    ['src/core/python/clean.test.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"],
    ['src/figures/lookup/clean.ts', "import { a } from '@/core/workstation';\nexport const b = a;\n"],
    ['src/components/clean.ts', 'export const now = Date.now();\n'],
  ])('let %s pass with what it may do', (path, text) => {
    expect(lint(path, text)).toEqual({ passes: true, says: expect.any(String) });
  });
});
