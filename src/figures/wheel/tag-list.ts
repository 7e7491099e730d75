/** The machine's ordered list of tags, folded by Python and ABI tag: the lit tag, those that files of the release have, the one sought. */
import { formatTag, placesOf, readWheelFilename, type SupportedTags, tagRuns } from '@/core/python';
import { type ReleaseChoice, standingWord } from '@/core/workstation';
import { type TagSearch, tagSearchOf } from './tag-search';

/** A file of the release that has a tag of the list, and how it stands. */
export interface Claim {
  readonly filename: string;
  readonly word: string;
}

/** Tags of a row that nothing is to be said of, or one of which something is. */
export type TagPiece =
  | { readonly kind: 'plain'; readonly from: number; readonly platforms: readonly string[] }
  | {
      readonly kind: 'marked';
      /** From 1, as all places here. */
      readonly place: number;
      readonly platform: string;
      readonly isLit: boolean;
      readonly isSought: boolean;
      readonly claims: readonly Claim[];
    };

/** Neighbours of the list that share Python and ABI tag. */
export interface TagRow {
  /** `1–41` */
  readonly places: string;
  /** `cp313-cp313` */
  readonly stem: string;
  /** `41 platforms`, or the platform itself. */
  readonly says: string;
  readonly pieces: readonly TagPiece[];
  /** How many files of the release have a tag of this row. */
  readonly files: number;
  readonly isLit: boolean;
  readonly isSought: boolean;
}

export interface TagList {
  readonly count: number;
  readonly rows: readonly TagRow[];
  /** On Linux, where the reference library and the installers order differently. */
  readonly hasPlainLinux: boolean;
  readonly search: TagSearch;
  /** The lit tag. */
  readonly lit: string | undefined;
  /** The place of the tag that is sought by its whole name, from 1. */
  readonly place: number | undefined;
}

/** @param choice undefined while the answer is hidden: then nothing is lit, and no file has its place */
export function tagListOf(
  supported: SupportedTags,
  choice: ReleaseChoice | undefined,
  sought: string | undefined,
): TagList {
  const claims = claimsOf(supported, choice);
  const search = tagSearchOf(supported, choice && claims, sought);
  const best = choice?.chosen?.standing.kind === 'chosen' ? choice.chosen.standing.best : undefined;
  const rows = tagRuns(supported).map(({ python, abi, from, platforms }): TagRow => {
    const pieces = piecesOf(platforms, from, claims, best?.place, search.exact);
    const marked = pieces.flatMap((piece) => (piece.kind === 'marked' ? [piece] : []));
    const [first, last] = [from + 1, from + platforms.length].map((place) => place.toLocaleString('en'));
    return {
      places: platforms.length === 1 ? `${first}` : `${first}–${last}`,
      stem: `${python}-${abi}`,
      says: platforms.length === 1 ? (platforms[0] ?? '') : `${platforms.length} platforms`,
      pieces,
      files: new Set(marked.flatMap((piece) => piece.claims.map(({ filename }) => filename))).size,
      isLit: marked.some(({ isLit }) => isLit),
      isSought: marked.some(({ isSought }) => isSought),
    };
  });
  const { kind } = supported.environment.platform;
  return {
    count: supported.tags.length,
    rows,
    hasPlainLinux: kind === 'linux' || kind === 'musl',
    search,
    lit: best && formatTag(best.tag),
    place: search.exact === undefined ? undefined : search.exact + 1,
  };
}

/** Which files have the tag at each place, from 0; those that fit first, in their order. */
function claimsOf(supported: SupportedTags, choice: ReleaseChoice | undefined): ReadonlyMap<number, readonly Claim[]> {
  const claims = new Map<number, Claim[]>();
  const fitting = choice?.fitting ?? [];
  const others = (choice?.files ?? []).filter((file) => !fitting.includes(file));
  for (const { file, standing } of [...fitting, ...others]) {
    const wheel = readWheelFilename(file.filename);
    if (wheel === undefined) continue;
    const claim = { filename: file.filename, word: standingWord(standing) };
    for (const place of placesOf(wheel, supported)) {
      const here = claims.get(place);
      if (here === undefined) claims.set(place, [claim]);
      else here.push(claim);
    }
  }
  return claims;
}

function piecesOf(
  platforms: readonly string[],
  from: number,
  claims: ReadonlyMap<number, readonly Claim[]>,
  lit: number | undefined,
  sought: number | undefined,
): readonly TagPiece[] {
  const pieces: TagPiece[] = [];
  let start = 0;
  const plainUntil = (end: number) => {
    if (end > start) pieces.push({ kind: 'plain', from: from + start + 1, platforms: platforms.slice(start, end) });
  };
  for (const [index, platform] of platforms.entries()) {
    const place = from + index;
    const here = claims.get(place) ?? [];
    if (here.length === 0 && place !== lit && place !== sought) continue;
    plainUntil(index);
    start = index + 1;
    const [isLit, isSought] = [place === lit, place === sought];
    pieces.push({ kind: 'marked', place: place + 1, platform, isLit, isSought, claims: here });
  }
  plainUntil(platforms.length);
  return pieces;
}
