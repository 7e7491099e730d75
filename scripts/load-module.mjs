/**
 * A TypeScript module of the project, for scripts that Node runs itself: the site's modules name each other by alias and without ending,
 * so they are made one file first. What comes from node_modules stays outside.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { home } from './programs.mjs';

/**
 * @param {string} file its path from the project's folder
 * @returns {Promise<Record<string, any>>} what it exports
 */
export async function loadModule(file) {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    absWorkingDir: home,
    alias: { '@': join(home, 'src'), '~content': join(home, 'content') },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const folder = join(home, '.cache', 'modules');
  mkdirSync(folder, { recursive: true });
  // A name of its own, so that two scripts at once don't meet.
  const made = join(folder, `${file.replaceAll(/\W+/g, '-')}-${process.pid}.mjs`);
  writeFileSync(made, outputFiles[0]?.text ?? '');
  try {
    return await import(pathToFileURL(made).href);
  } finally {
    rmSync(made);
  }
}
