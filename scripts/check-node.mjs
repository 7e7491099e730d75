/**
 * Astro needs a newer Node than many machines have. The project brings its own (the devDependency `node`), npm scripts find it
 * first, and this file, imported before anything else, stops with a helpful sentence where that didn't happen.
 * The version that is wanted stands in package.json, under `shipshape.node`.
 */
import { existsSync, readFileSync } from 'node:fs';

/** @param {string} version */
const numbers = (version) => (/^v?(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);

/**
 * What is wrong with the Node that runs, in words that say what to do; undefined when nothing is.
 * @param {{ version: string, wanted: string, brought: boolean }} given `brought`: is the project's own Node in node_modules
 * @returns {string | undefined}
 * @example nodeProblem({ version: 'v24.21.0', wanted: '24.2', brought: true }) // undefined
 */
export function nodeProblem({ version, wanted, brought }) {
  const [major = 0, minor = 0] = numbers(version);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(wanted);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  const needed = `This is Node ${version}, and Shipshape needs ${wanted} or newer.`;
  if (brought)
    return `${needed} The project's own Node is installed: start things by "npm run …", "npm test" or "npm start", which use it.`;
  return (
    `${needed} The project brings its own in the package "node", but npm did not run that package's install script. ` +
    'Allow scripts (npm config delete ignore-scripts), run "npm ci" again; or install a newer Node yourself.'
  );
}

const { shipshape } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const own = ['../node_modules/node/bin/node', '../node_modules/node/bin/node.exe'];
const problem = nodeProblem({
  version: process.version,
  wanted: shipshape.node,
  brought: own.some((path) => existsSync(new URL(path, import.meta.url))),
});
if (problem) {
  console.error(problem);
  process.exit(1);
}
