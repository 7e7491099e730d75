// Tags and the ordered list of those that an interpreter supports: the platform compatibility tags specification
// (PEP 425), with the stable ABI (PEP 384) and that of free-threaded builds (PEP 703, PEP 803). The order is that of the
// reference implementation; what pip and uv make of it is installer-tags.ts's.
import { type Platform, platformTags, type VersionPair } from './platform-tags';

/** ABI tags of the stable ABI (PEP 384) and of its free-threaded form (PEP 803), which later versions go on to support. */
export const STABLE_ABIS: ReadonlySet<string> = new Set(['abi3', 'abi3t']);

/** A tag: which Python, which binary interface, which platform. */
export interface Tag {
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

/** An interpreter on a machine, as far as tags depend on it. */
export interface TagEnvironment {
  readonly id?: string;
  /** `cp`, `pp`, or the long name of another implementation, such as `graalpy`. */
  readonly implementation: string;
  readonly python: VersionPair;
  /** The ABIs that it can load, or null for the interpreter's own. */
  readonly abis: readonly string[] | null;
  readonly platform: Platform;
  readonly freeThreaded: boolean;
  readonly debug?: boolean;
}

/**
 * Writes a tag: its three parts joined by dashes (PEP 425, "Overview"). Takes what is a tag, so it has no problems.
 *
 * @example formatTag({ python: 'py3', abi: 'none', platform: 'any' }) // → 'py3-none-any'
 */
export function formatTag(tag: Tag): string {
  return `${tag.python}-${tag.abi}-${tag.platform}`;
}

/**
 * The tags that an interpreter supports, most preferred first, complete, without repeats (PEP 425, "Use"; platform
 * compatibility tags, "Use"). A system older than every tag has none for its platform. No problems: an environment is what it
 * says it is.
 *
 * @example supportedTags(LINUX_312).map(formatTag).slice(0, 2) // → ['cp312-cp312-linux_x86_64', 'cp312-cp312-manylinux_2_36_x86_64']
 */
export function supportedTags(environment: TagEnvironment): readonly Tag[] {
  const own = environment.implementation === 'cp' ? ownPythonTag(environment) : undefined;
  const pureOf = environment.implementation === 'pp' ? 'pp3' : own;
  return tagsOver(environment, platformTags(environment.platform), pureOf);
}

/**
 * The list with platforms of the caller's choice; `pureOf` is the Python tag whose `none-any` goes before those of any
 * implementation. Installers differ in both.
 */
export function tagsOver(
  environment: TagEnvironment,
  platforms: readonly string[],
  pureOf: string | undefined,
): readonly Tag[] {
  const tags =
    environment.implementation === 'cp' ? cpythonTags(environment, platforms) : genericTags(environment, platforms);
  const unique = new Map<string, Tag>();
  for (const tag of [...tags, ...compatibleTags(environment, platforms, pureOf)]) {
    const text = formatTag(tag);
    if (!unique.has(text)) unique.set(text, tag);
  }
  return [...unique.values()];
}

/**
 * The Python tag of an interpreter itself, from the name of its implementation and its version (PEP 425, "Python Tag").
 *
 * @example ownPythonTag({ ...LINUX_312, implementation: 'pp', python: [3, 10] }) // → 'pp310'
 */
export function ownPythonTag({ implementation, python }: TagEnvironment): string {
  return `${implementation}${python[0]}${python[1]}`.toLowerCase();
}

/**
 * The ABIs of a CPython itself, the preferred one first (PEP 425, "ABI Tag"): flags for free threading, debugging, and in old
 * versions pymalloc (`m`) and wide unicode (`u`, taken as true on Linux and false elsewhere).
 *
 * @example cpythonAbis({ ...LINUX_312, python: [3, 13], freeThreaded: true, debug: true }) // → ['cp313td', 'cp313t']
 */
export function cpythonAbis(environment: TagEnvironment): readonly string[] {
  const { python, platform, debug = false } = environment;
  const threaded = environment.freeThreaded && isFrom(python, [3, 13]) ? 't' : '';
  const release = `cp${python[0]}${python[1]}${threaded}`;
  const own = release + (debug ? 'd' : '');
  // A debug build of 3.8 or later loads extensions of release builds too.
  if (isFrom(python, [3, 8])) return debug ? [own, release] : [own];
  const isLinux = platform.kind === 'linux' || platform.kind === 'musl';
  return [`${own}m${!isFrom(python, [3, 3]) && isLinux ? 'u' : ''}`];
}

function isFrom(python: VersionPair, first: VersionPair): boolean {
  return python[0] > first[0] || (python[0] === first[0] && python[1] >= first[1]);
}

/** Own ABIs, then the stable ABI, then none, then the stable ABI of older versions. */
function cpythonTags(environment: TagEnvironment, platforms: readonly string[]): readonly Tag[] {
  const python = ownPythonTag(environment);
  const given = (environment.abis ?? cpythonAbis(environment)).map((abi) => abi.toLowerCase());
  const isThreaded = isThreadedCpython(given);
  const stable = isThreaded ? 'abi3t' : 'abi3';
  const abis = withoutFirst(withoutFirst(isThreaded ? withoutFirst(given, 'abi3') : given, stable), 'none');
  const hasStable = isFrom(environment.python, [3, 2]);
  const tags = [...abis, ...(hasStable ? [stable] : []), 'none'].flatMap((abi) => forEach(platforms, python, abi));
  if (!hasStable) return tags;
  const [major, minor] = environment.python;
  for (let older = minor - 1; older >= 2; older--) tags.push(...forEach(platforms, `cp${major}${older}`, stable));
  return tags;
}

/** The first ABI of one version decides, or `abi3t`; `abi3`, `none` and foreign names in front say nothing. */
function isThreadedCpython(abis: readonly string[]): boolean {
  return abis.find((abi) => abi === 'abi3t' || /^cp\d/.test(abi))?.match(/^(?:abi3|cp\d+.*)t/) != null;
}

/** The list without the first of its items that equals `item`. */
function withoutFirst(items: readonly string[], item: string): readonly string[] {
  const at = items.indexOf(item);
  return at === -1 ? items : [...items.slice(0, at), ...items.slice(at + 1)];
}

/** Implementations other than CPython: the ABIs that they name, and none. */
function genericTags(environment: TagEnvironment, platforms: readonly string[]): readonly Tag[] {
  const given = (environment.abis ?? []).map((abi) => abi.toLowerCase());
  const abis = given.includes('none') ? given : [...given, 'none'];
  return abis.flatMap((abi) => forEach(platforms, ownPythonTag(environment), abi));
}

/** Pure Python: for every version of this major one, first with binaries for the platform, then for any. */
function compatibleTags(
  { python: [major, minor] }: TagEnvironment,
  platforms: readonly string[],
  pureOf: string | undefined,
): readonly Tag[] {
  const pythons = [`py${major}${minor}`, `py${major}`];
  for (let older = minor - 1; older >= 0; older--) pythons.push(`py${major}${older}`);
  return [
    ...pythons.flatMap((python) => forEach(platforms, python, 'none')),
    ...(pureOf === undefined ? [] : forEach(['any'], pureOf, 'none')),
    ...pythons.flatMap((python) => forEach(['any'], python, 'none')),
  ];
}

function forEach(platforms: readonly string[], python: string, abi: string): Tag[] {
  return platforms.map((platform) => ({ python, abi, platform }));
}
