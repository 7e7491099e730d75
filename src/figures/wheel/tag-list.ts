/** The machine's ordered list of tags, folded by Python and ABI tag, the lit tag marked. */
import { type SupportedTags, tagRuns } from '@/core/python';

/** Neighbours of the list that share Python and ABI tag. */
export interface TagRow {
  /** `1–41` */
  readonly places: string;
  /** `cp313-cp313` */
  readonly stem: string;
  /** `41 platforms`, or the platform itself. */
  readonly says: string;
  /** The platform tags in order: before the lit one, it, and after it; all are before if none is lit. */
  readonly before: readonly string[];
  readonly lit: string | undefined;
  readonly after: readonly string[];
}

export interface TagList {
  readonly count: number;
  readonly rows: readonly TagRow[];
  /** On Linux, where the reference library and the installers order differently. */
  readonly hasPlainLinux: boolean;
}

/** @param lit the place of the lit tag, from 0 */
export function tagListOf(supported: SupportedTags, lit: number | undefined): TagList {
  const rows = tagRuns(supported).map(({ python, abi, from, platforms }): TagRow => {
    const at = lit === undefined ? -1 : lit - from;
    const isHere = at >= 0 && at < platforms.length;
    const [first, last] = [from + 1, from + platforms.length].map((place) => place.toLocaleString('en'));
    return {
      places: platforms.length === 1 ? `${first}` : `${first}–${last}`,
      stem: `${python}-${abi}`,
      says: platforms.length === 1 ? (platforms[0] ?? '') : `${platforms.length} platforms`,
      before: isHere ? platforms.slice(0, at) : platforms,
      lit: isHere ? platforms[at] : undefined,
      after: isHere ? platforms.slice(at + 1) : [],
    };
  });
  const { kind } = supported.environment.platform;
  return { count: supported.tags.length, rows, hasPlainLinux: kind === 'linux' || kind === 'musl' };
}
