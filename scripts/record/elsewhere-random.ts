// Random scenarios of other ecosystems, each in its own notation: small indexes with ranges that meet, miss and overlap. The same seed gives
// the same scenarios.

import type { Tool } from './elsewhere-tools.ts';

type Random = (below: number) => number;

/** Marsaglia's xorshift, 32 bits. */
function randomFrom(seed: number): Random {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let i = 0; i < 8; i++) next();
  return (below) => next() % below;
}

const NAMES = ['atlas', 'beacon', 'cable', 'delta', 'ember', 'forge', 'grove', 'harbor', 'inlet', 'jetty'];

/** A scenario's TOML, without what it expects. */
export function randomScenario(tool: Tool, seed: number): string {
  const random = randomFrom(seed);
  const head = `name = "random-${tool}-${seed}"\ndescription = "A random index."\n\n[shipshape]\necosystem = "${tool}"\n\n`;
  return head + { npm: randomNpm, cargo: randomCargo, go: randomGo }[tool](random);
}

const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)] as T;
const chance = (random: Random, percent: number): boolean => random(100) < percent;

/** Distinct versions, ascending: majors 0 to 2, some pre-releases. */
function randomVersions(random: Random, most: number): readonly string[] {
  const all = new Set<string>();
  const count = 1 + random(most);
  const zero = chance(random, 20);
  for (let i = 0; i < count; i++) {
    const [major, minor, patch] = zero ? [0, random(3), random(3)] : [1 + random(3), random(3), random(2)];
    all.add(`${major}.${minor}.${patch}${chance(random, 6) ? `-rc.${random(3)}` : ''}`);
  }
  return [...all];
}

function some<T>(random: Random, from: readonly T[], most: number): readonly T[] {
  const left = [...from];
  const taken: T[] = [];
  for (let count = random(most + 1); count > 0 && left.length > 0; count--) {
    taken.push(...left.splice(random(left.length), 1));
  }
  return taken;
}

const table = (pairs: readonly (readonly [string, string])[]): string =>
  `{ ${pairs.map(([name, range]) => `${name} = "${range}"`).join(', ')} }`;

function randomGo(random: Random): string {
  const paths = NAMES.slice(0, 2 + random(7)).map((name) => `example.com/${name}`);
  const modules = new Map<string, readonly string[]>();
  for (const path of paths) {
    for (const version of randomVersions(random, 5)) {
      const major = Number(version.split('.')[0]);
      const own = major > 1 ? `${path}/v${major}` : path;
      const written = chance(random, 5) ? `${version.split('-')[0]}-0.2026010${random(9)}000000-abcdefabcdef` : version;
      modules.set(own, [...new Set([...(modules.get(own) ?? []), `v${written}`])]);
    }
  }
  const all = [...modules].flatMap(([path, versions]) => versions.map((version) => `${path} ${version}`));
  const require = (most: number): readonly string[] => {
    const wanted = some(random, all, most);
    const known = new Map(wanted.map((one) => [one.split(' ')[0], one]));
    const missing = chance(random, 1) ? ['example.com/nowhere v1.0.0'] : [];
    return [...known.values(), ...missing];
  };
  const list = (lines: readonly string[]): string => `[${lines.map((line) => `"${line}"`).join(', ')}]`;
  let text = `[shipshape.go]\nrequire = ${list(require(4))}\n`;
  const excluded = chance(random, 25) ? some(random, all, 2) : [];
  if (excluded.length > 0) text += `exclude = ${list(excluded)}\n`;
  const replaced = chance(random, 25) ? some(random, all, 1) : [];
  const replacements = replaced.map((one) => {
    const [path = ''] = one.split(' ');
    const same = all.filter((other) => other.split(' ')[0] === path);
    return `${chance(random, 50) ? one : path} => ${pick(random, same)}`;
  });
  if (replacements.length > 0) text += `replace = ${list(replacements)}\n`;
  for (const [path, versions] of modules) {
    for (const version of versions) {
      const others = require(3).filter((one) => one.split(' ')[0] !== path);
      text += `\n[shipshape.go.modules."${path}"."${version}"]\n`;
      if (others.length > 0) text += `require = ${list(others)}\n`;
    }
  }
  return text;
}

function cargoRange(random: Random, versions: readonly string[]): string {
  const version = pick(random, versions);
  const [major = '0', minor = '0', patch = '0'] = (version.split('-')[0] ?? '').split('.');
  const forms = [
    version,
    version,
    `^${version}`,
    `${major}.${minor}`,
    `${major}.${minor}`,
    major,
    `~${major}.${minor}`,
    `~${version}`,
    `=${version}`,
    `=${version}`,
    `>=${version}`,
    `>=${major}.${minor}, <${Number(major) + 1}`,
    `<${version}`,
    `<=${major}.${minor}.${patch}`,
    `>${major}`,
    `${major}.*`,
    `${major}.${minor}.*`,
    '*',
    `=${major}.${minor}`,
  ];
  return pick(random, forms);
}

function randomCargo(random: Random): string {
  const names = NAMES.slice(0, 2 + random(7));
  const versions = new Map(names.map((name) => [name, randomVersions(random, 6)]));
  const dependencies = (most: number, own: string | undefined): string => {
    const wanted = some(
      random,
      names.filter((name) => name !== own),
      most,
    );
    return table(wanted.map((name) => [name, cargoRange(random, versions.get(name) ?? [])]));
  };
  let text = `[shipshape.cargo]\ndependencies = ${dependencies(4, undefined)}\n`;
  for (const [at, name] of names.entries()) {
    for (const version of versions.get(name) ?? []) {
      text += `\n[shipshape.cargo.crates.${name}."${version}"]\n`;
      // Mostly on what comes after, so that there are few cycles.
      const own = chance(random, 92) ? names.slice(at + 1) : names;
      const wanted = some(
        random,
        own.filter((one) => one !== name),
        3,
      );
      const pairs = wanted.map((one) => [one, cargoRange(random, versions.get(one) ?? [])] as const);
      if (pairs.length > 0) text += `dependencies = ${table(pairs)}\n`;
      if (chance(random, 8)) text += 'yanked = true\n';
    }
  }
  return text;
}

function npmRange(random: Random, versions: readonly string[]): string {
  const version = pick(random, versions);
  const [major = '0', minor = '0'] = version.split('.');
  const forms = [
    `^${version}`,
    `^${version}`,
    `^${version}`,
    `~${version}`,
    version,
    version,
    `${major}.x`,
    `${major}.${minor}.x`,
    `^${major}.${minor}`,
    `>=${version}`,
    `>=${version} <${Number(major) + 1}`,
    `<=${version}`,
    `${version} || ^${pick(random, versions)}`,
    '*',
    `${version} - ${Number(major) + 1}`,
  ];
  return pick(random, forms);
}

function randomNpm(random: Random): string {
  const names = NAMES.slice(0, 2 + random(7));
  const versions = new Map(names.map((name) => [name, randomVersions(random, 5)]));
  const hasPeers = chance(random, 50);
  const ranges = (wanted: readonly string[]): string =>
    table(wanted.map((name) => [name, npmRange(random, versions.get(name) ?? [])]));
  let text = `[shipshape.npm]\ndependencies = ${ranges(some(random, names, 4))}\n`;
  for (const name of names) {
    const own = versions.get(name) ?? [];
    if (chance(random, 15))
      text += `\n[shipshape.npm.packages.${name}]\ndist-tags = { latest = "${pick(random, own)}" }\n`;
    for (const version of own) {
      text += `\n[shipshape.npm.packages.${name}.versions."${version}"]\n`;
      const others = some(
        random,
        names.filter((one) => one !== name),
        3,
      );
      const peers = hasPeers ? others.filter(() => chance(random, 35)) : [];
      const dependencies = others.filter((one) => !peers.includes(one));
      if (dependencies.length > 0) text += `dependencies = ${ranges(dependencies)}\n`;
      if (peers.length > 0) text += `peerDependencies = ${ranges(peers)}\n`;
      if (chance(random, 6)) text += 'deprecated = "not any longer"\n';
    }
  }
  return text;
}
