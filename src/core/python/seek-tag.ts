// A tag looked for in a machine's ordered list, by any part of it; and why one that is whole isn't there. The list is wheel-choice.ts's.
import type { TagSets } from './format-filename';
import { readPlatformTag } from './platform-tag';
import { formatTag, ownPythonTag } from './tags';
import { type Mismatch, mismatchesOf, placesOf, type SupportedTags } from './wheel-choice';

export type SoughtTag =
  /** In the list, at these places, from 0, ascending. `exact` is the place of the tag that is just the text. */
  | { readonly kind: 'found'; readonly places: readonly number[]; readonly exact: number | undefined }
  /** A tag, or a part of one, that this machine has not. */
  | { readonly kind: 'missing'; readonly mismatches: readonly Mismatch[] }
  /** Neither in the list nor a part that a tag could have. */
  | { readonly kind: 'unknown' };

/**
 * Looks for a text in the tags of a machine's list, whatever its case; a compressed tag set such as py2.py3-none-any stands for each of
 * its tags (PEP 425, "Compressed Tag Sets"). Of a tag or a whole part that isn't there it says why.
 *
 * @example seekTag('manylinux_2_36', arrangeTags(LINUX_312)).places[0] // → 1
 * @example seekTag('musllinux_1_2_x86_64', arrangeTags(LINUX_312)).mismatches[0].differs // → 'libc'
 * @example seekTag('linus', arrangeTags(LINUX_312)) // → { kind: 'unknown' }
 */
export function seekTag(text: string, supported: SupportedTags): SoughtTag {
  const wanted = text.trim().toLowerCase();
  const places: number[] = [];
  let exact: number | undefined;
  for (const [place, tag] of supported.tags.entries()) {
    const name = formatTag(tag);
    if (!name.includes(wanted)) continue;
    places.push(place);
    if (name === wanted) exact = place;
  }
  if (places.length > 0) return { kind: 'found', places, exact };
  const sets = setsOf(wanted, ownPythonTag(supported.environment));
  if (sets === undefined) return { kind: 'unknown' };
  const own = placesOf(sets, supported);
  return own.length > 0
    ? { kind: 'found', places: [...own].sort((left, right) => left - right), exact: undefined }
    : { kind: 'missing', mismatches: mismatchesOf(sets, supported) };
}

/** What a text says of a wheel: three parts are a whole tag, one is a Python, an ABI or a platform, and the others then fit. */
function setsOf(text: string, own: string): TagSets | undefined {
  const [python = [], abi, platform, ...rest] = text.split('-').map((part) => part.split('.'));
  if (rest.length > 0 || text.split(/[-.]/).includes('')) return undefined;
  if (abi !== undefined && platform !== undefined) return { pythons: python, abis: abi, platforms: platform };
  const [part = ''] = python;
  if (abi !== undefined || python.length > 1) return undefined;
  if (readPlatformTag(part).kind !== 'unknown') return { pythons: ['py3'], abis: ['none'], platforms: [part] };
  if (/^(?:cp|pp|py|graalpy)\d{1,4}$/.test(part)) return { pythons: [part], abis: ['none'], platforms: ['any'] };
  if (/^(?:cp\d{2,4}[a-z]{1,3}|abi\dt?|pypy\d+_pp\d+|graalpy\d+_\d+_native)$/.test(part)) {
    return { pythons: [own], abis: [part], platforms: ['any'] };
  }
  return undefined;
}
