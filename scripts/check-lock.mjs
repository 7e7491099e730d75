/**
 * Holds package-lock.json and package.json to what `npm ci` needs on every machine: no download addresses (a lock made behind a
 * mirror would send others there), a checksum for each package, nothing missing for other platforms (a package published for
 * Linux only makes a lock that `npm ci` refuses), exact versions, and a known answer for every install script.
 */
import './check-node.mjs';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {{ packages: Record<string, LockEntry> }} Lock */
/** @typedef {{ devDependencies?: Record<string, string>, dependencies?: Record<string, string>, allowScripts?: Record<string, boolean> }} Manifest */

/** Where Node would look for a package, from inside `place` outwards. @param {string} place @param {string} name */
function lookups(place, name) {
  const inside = place === '' ? [] : place.split('/node_modules/');
  const outwards = inside.map((_, i) => inside.slice(0, inside.length - i).join('/node_modules/'));
  return [...outwards, ''].map((folder) => (folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`));
}

/**
 * The problems of a lock file, a sentence each.
 * @param {{ lock: Lock, manifest: Manifest, npmrc: string }} given
 * @returns {string[]}
 * @example lockProblems({ lock: { packages: { '': {}, 'node_modules/a': { resolved: 'https://…' } } }, manifest: {}, npmrc: '' })
 */
export function lockProblems({ lock, manifest, npmrc }) {
  const problems = [];
  if (!/^omit-lockfile-registry-resolved=true$/m.test(npmrc)) {
    problems.push(
      '.npmrc does not say omit-lockfile-registry-resolved=true: the next install would write download addresses into the lock.',
    );
  }
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue;
    if (entry.resolved !== undefined) problems.push(`${place} has a download address (resolved): delete it.`);
    if (entry.integrity === undefined) problems.push(`${place} has no checksum (integrity).`);
    for (const [kind, wanted] of /** @type {const} */ ([
      ['', entry.dependencies],
      ['optional ', entry.optionalDependencies],
    ])) {
      for (const [name, range] of Object.entries(wanted ?? {})) {
        if (lookups(place, name).some((at) => at in lock.packages)) continue;
        problems.push(
          `${place} names the ${kind}package ${name} ${range}, which isn't in the lock: npm ci would refuse it on some platform. Pin a version of ${place.split('node_modules/').pop()} whose packages are all published.`,
        );
      }
    }
    const name = place.split('node_modules/').pop() ?? '';
    if (entry.hasInstallScript && manifest.allowScripts?.[name] === undefined) {
      problems.push(
        `${place} runs a script when it is installed: say in package.json, under allowScripts, whether it may.`,
      );
    }
  }
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      problems.push(`package.json asks for ${name} ${version}: name one version exactly.`);
    const locked = lock.packages[`node_modules/${name}`]?.version;
    if (locked !== version)
      problems.push(`package.json asks for ${name} ${version}, the lock has ${locked ?? 'none'}: run npm install.`);
  }
  return problems;
}

if (import.meta.main) {
  /** @param {string} path */
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const lock = JSON.parse(read('../package-lock.json'));
  const problems = lockProblems({ lock, manifest: JSON.parse(read('../package.json')), npmrc: read('../.npmrc') });
  for (const problem of problems) console.error(`lock: ${problem}`);
  console.log(`lock: ${Object.keys(lock.packages).length - 1} packages, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
