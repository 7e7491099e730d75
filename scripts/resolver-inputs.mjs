/**
 * What the bench of the resolver is run on: indexes that are drawn, the same each time. An index is plain data that every side reads
 * into its own form before its time is taken; as a scenario's text it is read by the core like any other.
 */

/** @typedef {{ version: string, requires: readonly string[] }} DrawnRelease */
/** @typedef {{ name: string, root: readonly string[], packages: Readonly<Record<string, readonly DrawnRelease[]>>, universal?: boolean }} DrawnIndex */

/** Whole numbers below a limit, always the same ones (mulberry32). @param {number} seed */
export function drawer(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/**
 * An index whose packages are all required by the root. Each release requires up to twice `requires` others, mostly from some version on,
 * and as often as `tightness` says (in percent) up to a later one as well. `end` tells what such an upper bound goes by: the requiring
 * release's own place, so that the newest releases fit one another; a choice of versions that was drawn beforehand, which is a solution;
 * or nothing, so that mostly there is none.
 *
 * @param {{ name: string, seed: number, packages: number, releases: number, requires: number, tightness: number, end: 'own' | 'planted' | 'any' }} shape
 * @returns {DrawnIndex}
 */
export function drawnIndex({ name, seed, packages, releases, requires, tightness, end }) {
  const draw = drawer(seed);
  const nameOf = (/** @type {number} */ at) => `p${String(at).padStart(3, '0')}`;
  const versionAt = (/** @type {number} */ place) => `${1 + (place >> 2)}.${place & 3}.0`;
  const planted = Array.from({ length: packages }, () => draw(releases));
  /** @type {Record<string, DrawnRelease[]>} */
  const index = {};
  for (let at = 0; at < packages; at++) {
    index[nameOf(at)] = Array.from({ length: releases }, (_, place) => {
      const others = new Set(Array.from({ length: draw(2 * requires + 1) }, () => draw(packages)));
      others.delete(at);
      const isPlanted = end === 'planted' && place === planted[at];
      const required = [...others].map((other) => {
        const near = end === 'own' ? place : isPlanted ? (planted[other] ?? 0) : draw(releases);
        const from = `${nameOf(other)}>=${versionAt(Math.max(0, near - draw(4)))}`;
        return draw(100) < tightness ? `${from},<=${versionAt(near + draw(3))}` : from;
      });
      return { version: versionAt(place), requires: required };
    });
  }
  return { name, root: Object.keys(index), packages: index };
}

/** An index as a scenario's text. @param {DrawnIndex} index @returns {string} */
export function scenarioText({ name, root, packages, universal = false }) {
  const lines = [`name = ${JSON.stringify(name)}`, '[root]', `requires = ${JSON.stringify(root)}`];
  if (universal) lines.push('[resolver_options]', 'universal = true');
  for (const [project, releases] of Object.entries(packages)) {
    for (const { version, requires } of releases) {
      lines.push(`[packages.${project}.versions.${JSON.stringify(version)}]`, `requires = ${JSON.stringify(requires)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Each package requires the next one. @param {number} packages @returns {DrawnIndex} */
export function chain(packages) {
  const rows = Array.from({ length: packages }, (_, at) => {
    const requires = at + 1 < packages ? [`p${at + 1}>=1`] : [];
    return /** @type {const} */ ([
      `p${at}`,
      [
        { version: '1.0', requires },
        { version: '1.1', requires },
      ],
    ]);
  });
  return { name: `a chain of ${packages}`, root: ['p0'], packages: Object.fromEntries(rows) };
}

/** One package requires all others. @param {number} packages @returns {DrawnIndex} */
export function fan(packages) {
  const names = Array.from({ length: packages - 1 }, (_, at) => `p${at + 1}`);
  const rows = names.map(
    (name) =>
      /** @type {const} */ ([
        name,
        [
          { version: '1.0', requires: [] },
          { version: '1.1', requires: [] },
        ],
      ]),
  );
  const hub = { version: '1.0', requires: names.map((name) => `${name}>=1`) };
  return { name: `a fan of ${packages}`, root: ['p0'], packages: { p0: [hub], ...Object.fromEntries(rows) } };
}
