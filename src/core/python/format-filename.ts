// Writing the file names of wheels and source distributions: the binary distribution format specification, "Escaping and Unicode",
// and the source distribution format specification, "Source distribution file name" (PEP 625).
import type { NormalizedName } from './name';
import type { SdistFilename } from './sdist-filename';
import type { Tag } from './tags';
import { compareText } from './text';
import { formatVersion } from './version';
import { expandTags, type WheelFilename } from './wheel-filename';

/**
 * Writes the file name of a wheel in normal form (binary distribution format, "Escaping and Unicode"): the name and the version
 * normalised, `-` in the name as `_`, and each tag set sorted and without repeats (PEP 425, "Compressed Tag Sets").
 *
 * @example formatWheelFilename(readWheelFilename('Foo.Bar-01.0-2b-py3.py2-none-any.whl')) // → 'foo_bar-1.0-2b-py2.py3-none-any.whl'
 */
export function formatWheelFilename({ name, version, build, ...tags }: WheelFilename): string {
  const parts = [escapeName(name), formatVersion(version), ...(build ? [`${build.number}${build.rest}`] : [])];
  return `${[...parts, formatTagSet(tags)].join('-')}.whl`;
}

/**
 * Writes the file name of a source distribution in the form of the standard (source distribution format, "Source distribution
 * file name"), whatever the older name was.
 *
 * @example formatSdistFilename(parseSdistFilename('Foo.Bar-1.0RC1.zip').value) // → 'foo_bar-1.0rc1.tar.gz'
 */
export function formatSdistFilename({ name, version }: SdistFilename): string {
  return `${escapeName(name)}-${formatVersion(version)}.tar.gz`;
}

function escapeName(name: NormalizedName): string {
  return name.replaceAll('-', '_');
}

/** Three tag sets, as they stand in the name of a wheel. */
export type TagSets = Pick<WheelFilename, 'pythons' | 'abis' | 'platforms'>;

/**
 * Writes compressed tag sets: each sorted, without repeats, joined by dots (PEP 425, "Compressed Tag Sets").
 *
 * @example formatTagSet({ pythons: ['py3', 'py2'], abis: ['none'], platforms: ['any'] }) // → 'py2.py3-none-any'
 */
export function formatTagSet({ pythons, abis, platforms }: TagSets): string {
  return [pythons, abis, platforms].map((tags) => sortedSet(tags).join('.')).join('-');
}

function sortedSet(tags: Iterable<string>): readonly string[] {
  return [...new Set(tags)].sort(compareText);
}

/**
 * The compressed tag sets that stand for these tags and for no others (PEP 425, "Compressed Tag Sets"); undefined if there are
 * none, because sets stand for every combination: cp312-cp312-win32 and py3-none-any in one name would also be py3-cp312-win32.
 *
 * @example compressTags([{ python: 'py2', abi: 'none', platform: 'any' }, { python: 'py3', abi: 'none', platform: 'any' }]) // → { pythons: ['py2', 'py3'], abis: ['none'], platforms: ['any'] }
 */
export function compressTags(tags: readonly Tag[]): TagSets | undefined {
  if (tags.length === 0) return undefined;
  const sets: TagSets = {
    pythons: sortedSet(tags.map(({ python }) => python)),
    abis: sortedSet(tags.map(({ abi }) => abi)),
    platforms: sortedSet(tags.map(({ platform }) => platform)),
  };
  const given = new Map<string, Map<string, Set<string>>>();
  for (const { python, abi, platform } of tags) {
    const abis = given.get(python) ?? new Map<string, Set<string>>();
    given.set(python, abis);
    abis.set(abi, (abis.get(abi) ?? new Set<string>()).add(platform));
  }
  // The first combination that is missing ends the search, so it takes no longer than there are tags.
  for (const { python, abi, platform } of expandTags(sets)) {
    if (given.get(python)?.get(abi)?.has(platform) !== true) return undefined;
  }
  return sets;
}
