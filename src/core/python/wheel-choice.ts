// Which of a release's files an installer takes: the file that fits by the interpreter's most preferred tag, and of those
// the one with the highest build tag (PEP 425, "Use"; PEP 427, "File name convention"). Each file that does not fit has
// its reasons, as structure.
import type { TagSets } from './format-filename';
import { readPlatformTag } from './platform-tag';
import { ownPythonTag, STABLE_ABIS, supportedTags, type Tag, type TagEnvironment } from './tags';
import { compareBuildTags, readWheelFilename, type WheelFilename } from './wheel-filename';

/** A list of tags that an environment supports, arranged to look places up. */
export interface SupportedTags {
  readonly environment: TagEnvironment;
  readonly tags: readonly Tag[];
  /** Python tag → ABI tag → platform tag → place in `tags`, from 0. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
  /** Every platform tag of the list, and the families that they are of. */
  readonly platforms: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** The tag by which a wheel fits, and its place in the environment's list, from 0. */
export interface FittingTag {
  readonly tag: Tag;
  readonly place: number;
}

/** Why a wheel does not fit. `wants` is what the wheel is built for, `has` what this environment is, best first. */
export type Mismatch =
  | { readonly kind: 'python'; readonly wants: readonly string[]; readonly has: string }
  | { readonly kind: 'abi'; readonly wants: readonly string[]; readonly has: readonly string[] }
  | {
      readonly kind: 'platform';
      readonly wants: readonly string[];
      readonly has: string;
      /** What differs first: the system, its C library, the architecture, or only the version, which is too new. */
      readonly differs: 'system' | 'libc' | 'architecture' | 'version';
    };

export type WheelFit =
  | { readonly kind: 'fits'; readonly best: FittingTag }
  | { readonly kind: 'mismatch'; readonly mismatches: readonly Mismatch[] };

export interface RankedWheel {
  readonly filename: string;
  readonly wheel: WheelFilename;
  readonly best: FittingTag;
}

/** A release's files in the order of preference, and the ones that do not fit in the order given. */
export interface WheelRanking {
  readonly ranked: readonly RankedWheel[];
  readonly incompatible: readonly {
    readonly filename: string;
    readonly wheel: WheelFilename;
    readonly mismatches: readonly Mismatch[];
  }[];
  /** Names that are no file names of wheels: source distributions and others. */
  readonly others: readonly string[];
}

/**
 * The tags of an environment, made ready for many look-ups (PEP 425, "Use"). Without a list of tags, such as `installerTags`
 * makes, it is that of `supportedTags`.
 *
 * @example arrangeTags(LINUX_312).places.get('py3').get('none').get('any') // → arrangeTags(LINUX_312).tags.findIndex((tag) => tag.python === 'py3' && tag.platform === 'any')
 */
export function arrangeTags(
  environment: TagEnvironment,
  tags: readonly Tag[] = supportedTags(environment),
): SupportedTags {
  const places = new Map<string, Map<string, Map<string, number>>>();
  for (const [place, tag] of tags.entries()) {
    const abis = places.get(tag.python) ?? new Map<string, Map<string, number>>();
    places.set(tag.python, abis);
    const platforms = abis.get(tag.abi) ?? new Map<string, number>();
    abis.set(tag.abi, platforms);
    platforms.set(tag.platform, place);
  }
  const platforms = new Set(tags.map(({ platform }) => platform));
  const families = new Set([...platforms].flatMap((platform) => (platform === 'any' ? [] : familyOf(platform))));
  return { environment, tags, places, platforms, families };
}

/**
 * Ranks the wheels of one release, best first: by the earliest tag in the list (PEP 425, "Use"), then by the higher build tag
 * (binary distribution format, "File name convention"). Of equals, the later in the list goes first, as with pip.
 *
 * @example rankWheels(['a-1-py3-none-any.whl', 'a-1-cp312-abi3-win32.whl'], arrangeTags(LINUX_312)).ranked[0].best.tag.python // → 'py3'
 */
export function rankWheels(filenames: readonly string[], supported: SupportedTags): WheelRanking {
  const ranked: RankedWheel[] = [];
  const incompatible: WheelRanking['incompatible'][number][] = [];
  const others: string[] = [];
  for (const filename of filenames) {
    const wheel = readWheelFilename(filename);
    if (wheel === undefined) {
      others.push(filename);
      continue;
    }
    const fit = fitWheel(wheel, supported);
    if (fit.kind === 'fits') ranked.push({ filename, wheel, best: fit.best });
    else incompatible.push({ filename, wheel, mismatches: fit.mismatches });
  }
  ranked
    .reverse()
    .sort((left, right) => left.best.place - right.best.place || compareBuildTags(right.wheel.build, left.wheel.build));
  return { ranked, incompatible, others };
}

/**
 * Whether a wheel fits an environment and by which tag, or why not (PEP 425, "Use").
 *
 * @example fitWheel(readWheelFilename('a-1-cp312-cp312-win32.whl'), arrangeTags(LINUX_312)).mismatches[0].differs // → 'system'
 */
export function fitWheel(wheel: WheelFilename, supported: SupportedTags): WheelFit {
  const best = bestTag(wheel, supported);
  if (best !== undefined) return { kind: 'fits', best };
  return { kind: 'mismatch', mismatches: mismatchesOf(wheel, supported) };
}

/**
 * The wheel's tag with the lowest place in the list (PEP 425, "Use"); undefined if none is in it.
 *
 * @example bestTag(readWheelFilename('a-1-py2.py3-none-any.whl'), arrangeTags(LINUX_312)).tag // → { python: 'py3', abi: 'none', platform: 'any' }
 */
export function bestTag(sets: TagSets, supported: SupportedTags): FittingTag | undefined {
  const places = placesOf(sets, supported);
  if (places.length === 0) return undefined;
  const place = places.reduce((lowest, one) => Math.min(lowest, one));
  const tag = supported.tags[place];
  return tag && { tag, place };
}

/**
 * The places, from 0 and in no order, of those of a wheel's tags that are in the list (PEP 425, "Compressed Tag Sets"). Only tags that
 * the environment knows are combined, so no compressed tag set is too long.
 *
 * @example placesOf(readWheelFilename('a-1-py2.py3-none-any.whl'), arrangeTags(LINUX_312)).length // → 1
 */
export function placesOf({ pythons, abis, platforms }: TagSets, { places }: SupportedTags): readonly number[] {
  const found: number[] = [];
  const [ownAbis, ownPlatforms] = [new Set(abis), new Set(platforms)];
  for (const python of new Set(pythons)) {
    const known = places.get(python);
    if (known === undefined) continue;
    for (const abi of ownAbis) {
      const listed = known.get(abi);
      if (listed === undefined) continue;
      for (const platform of ownPlatforms) {
        const place = listed.get(platform);
        if (place !== undefined) found.push(place);
      }
    }
  }
  return found;
}

/**
 * Why a wheel does not fit, part by part (PEP 425, "Python Tag", "ABI Tag", "Platform Tag"); asked only of one that does not.
 *
 * @example mismatchesOf(readWheelFilename('a-1-cp311-cp311-any.whl'), arrangeTags(LINUX_312))[0] // → { kind: 'python', wants: ['cp311'], has: 'cp312' }
 */
export function mismatchesOf(wheel: TagSets, supported: SupportedTags): readonly Mismatch[] {
  const { places, environment } = supported;
  const own = ownPythonTag(environment);
  const mismatches: Mismatch[] = [];

  // Another version's tag serves this Python only if it is generic (py3) or comes with a stable ABI (cp39-abi3): that
  // cp311 is in the list, for abi3, makes cp311-cp311 no better.
  const isStable = wheel.abis.some((abi) => STABLE_ABIS.has(abi));
  const serving = wheel.pythons.filter(
    (python) => python === own || (places.has(python) && (isStable || python.startsWith('py'))),
  );
  if (serving.length === 0) mismatches.push({ kind: 'python', wants: wheel.pythons, has: own });
  // The ABI belongs to the Python: it is asked for only if the Python fits.
  else if (!serving.some((python) => wheel.abis.some((abi) => places.get(python)?.has(abi)))) {
    mismatches.push({ kind: 'abi', wants: wheel.abis, has: [...(places.get(own)?.keys() ?? [])] });
  }

  const { platforms } = supported;
  if (!wheel.platforms.some((platform) => platforms.has(platform))) {
    const has = supported.tags.find((tag) => tag.platform !== 'any')?.platform ?? 'any';
    mismatches.push({ kind: 'platform', wants: wheel.platforms, has, differs: platformDifference(wheel, supported) });
  }
  // Each part is known, but not together: cp39-abi3-any, where the stable ABI comes with a platform only.
  if (mismatches.length === 0) mismatches.push({ kind: 'abi', wants: wheel.abis, has: ['none'] });
  return mismatches;
}

/** What platform tags share whose versions alone differ: the system, then with its C library, then with the processor. */
type PlatformFamily = readonly [system: string, libc: string, arch: string];

/** The families of a platform tag; linux_* is of either C library. */
function familyOf(platform: string): PlatformFamily {
  const tag = readPlatformTag(platform);
  switch (tag.kind) {
    case 'manylinux':
      return ['linux', 'linux glibc', `linux glibc ${tag.arch}`];
    case 'musllinux':
      return ['linux', 'linux musl', `linux musl ${tag.arch}`];
    case 'linux':
    case 'windows':
    case 'android':
    case 'freebsd':
      return [tag.kind, `${tag.kind} -`, `${tag.kind} - ${tag.arch}`];
    case 'macos':
      return [tag.kind, 'macos -', `macos - ${tag.format}`];
    case 'ios':
      return [tag.kind, 'ios -', `ios - ${tag.arch}_${tag.sdk}`];
    case 'webassembly':
      return [tag.kind, 'webassembly -', `webassembly - ${tag.runtime}`];
    case 'any':
    case 'unknown':
      return [`? ${platform}`, `? ${platform} -`, `? ${platform} - -`];
  }
}

/** Looks for the nearest of the wheel's platforms, and says what still differs with it. */
function platformDifference(
  wheel: TagSets,
  { families }: SupportedTags,
): 'system' | 'libc' | 'architecture' | 'version' {
  const there = wheel.platforms.map(familyOf);
  if (!there.some(([system]) => families.has(system))) return 'system';
  if (!there.some(([_, libc]) => families.has(libc))) return 'libc';
  return there.some(([_, __, arch]) => families.has(arch)) ? 'version' : 'architecture';
}
