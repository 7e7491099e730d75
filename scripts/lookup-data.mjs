/**
 * A scenario of the lookup figures as a module: what the figure is sent, read and checked at build. A lecture's figure has it in its
 * own code, so that the page carries nothing of it. In a component: `import data from '~content/scenarios/lookup/one-laptop.yaml?command'`.
 */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { loadModule } from './load-module.mjs';
import { home } from './programs.mjs';

/** @typedef {typeof import('../src/figures/lookup/read-scenario')} Reader */

const asked = /\/content\/scenarios\/lookup\/[\w-]+\.yaml\?(command|module)$/;

/** Vite's part of it. @returns {NonNullable<import('astro').ViteUserConfig['plugins']>[number]} */
export const lookupData = () => ({
  name: 'shipshape:lookup-data',
  enforce: 'pre',
  async load(id) {
    const part = asked.exec(id)?.[1];
    if (part === undefined) return undefined;
    const [path = ''] = id.split('?');
    const { readScenario, forCommands, forModules } = /** @type {Reader} */ (
      await loadModule('src/figures/lookup/read-scenario.ts')
    );
    const read = readScenario(relative(home, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    if (read.kind === 'faulty') throw new Error(read.problems.join('\n'));
    const data = part === 'command' ? forCommands(read.scenario) : forModules(read.scenario);
    if (data === undefined) throw new Error(`${path} has nothing for the ${part} figure.`);
    this.addWatchFile(path);
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
  },
});
