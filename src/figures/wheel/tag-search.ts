/** A tag looked for in the machine's list: at which places it stands, or why it doesn't; and before that, where the files stand. */
import { describeMismatch, formatTag, type SupportedTags, seekTag } from '@/core/python';
import type { Words } from '@/figures/frame/Words';
import type { Claim } from './tag-list';

/** A tag of the list that the search shows. */
export interface TagHit {
  readonly place: string;
  readonly tag: string;
  readonly claims: readonly Claim[];
}

export interface TagSearch {
  /** What stands in the field. */
  readonly text: string;
  readonly says: Words;
  readonly hits: readonly TagHit[];
  /** How many more there are. */
  readonly more: number;
  /** The place of the tag that is just the text, from 0. */
  readonly exact: number | undefined;
}

/** Hits that are shown at once. */
export const HITS_SHOWN = 8;

/** @param claims which files have the tag at each place, from 0; undefined while the answer is hidden */
export function tagSearchOf(
  supported: SupportedTags,
  claims: ReadonlyMap<number, readonly Claim[]> | undefined,
  sought: string | undefined,
): TagSearch {
  const text = sought ?? '';
  const shown = (says: Words, places: readonly number[], exact?: number): TagSearch => {
    const hits = places.slice(0, HITS_SHOWN).flatMap((place): TagHit[] => {
      const tag = supported.tags[place];
      if (tag === undefined) return [];
      return [{ place: (place + 1).toLocaleString('en'), tag: formatTag(tag), claims: claims?.get(place) ?? [] }];
    });
    return { text, says, hits, more: places.length - hits.length, exact };
  };
  if (text.trim() === '') {
    if (claims === undefined) return shown(['Which file has the earliest of these tags? The answer is hidden.'], []);
    const places = [...claims.keys()].sort((left, right) => left - right);
    return shown(firstWords(places.length), places);
  }
  const found = seekTag(text, supported);
  switch (found.kind) {
    case 'found': {
      const { places, exact } = found;
      return shown(
        foundWords(text, places, exact, supported.tags.length),
        exact === undefined ? places : [exact],
        exact,
      );
    }
    case 'missing':
      return shown(
        [{ code: text.trim() }, ` isn’t in the list. ${found.mismatches.map(describeMismatch).join(' ')}`],
        [],
      );
    case 'unknown':
      return shown(['No tag of this machine has ', { code: text.trim() }, ' in it.'], []);
  }
}

function firstWords(claimed: number): Words {
  switch (claimed) {
    case 0:
      return ['No file of the release has a tag of this list.'];
    case 1:
      return ['Files of the release have one of these tags:'];
    default:
      return [`Files of the release have ${claimed.toLocaleString('en')} of these tags, the first ones first:`];
  }
}

function foundWords(text: string, places: readonly number[], exact: number | undefined, all: number): Words {
  const count = all.toLocaleString('en');
  if (exact !== undefined) return [`Place ${(exact + 1).toLocaleString('en')} of ${count}.`];
  const [first = 0] = places;
  const number = places.length === 1 ? 'One' : places.length.toLocaleString('en');
  const has = places.length === 1 ? 'has' : 'have';
  return [
    `${number} of the ${count} tags ${has} `,
    { code: text.trim() },
    ` in ${places.length === 1 ? 'it' : 'them'}, the first at place ${(first + 1).toLocaleString('en')}.`,
  ];
}
