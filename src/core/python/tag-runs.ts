// The ordered list of a machine's tags, gathered: neighbours that differ in the platform alone are a run. A list of a thousand
// tags has a few dozen runs.
import type { SupportedTags } from './wheel-choice';

/** Tags that follow each other in the list and share Python tag and ABI tag. */
export interface TagRun {
  readonly python: string;
  readonly abi: string;
  /** The place of the first, from 0. */
  readonly from: number;
  readonly platforms: readonly string[];
}

/**
 * The list of a machine's tags as runs, in order (PEP 425, "Use").
 *
 * @example tagRuns(arrangeTags(LINUX_312))[1].abi // → 'abi3'
 */
export function tagRuns({ tags }: SupportedTags): readonly TagRun[] {
  const runs: { python: string; abi: string; from: number; platforms: string[] }[] = [];
  for (const [place, { python, abi, platform }] of tags.entries()) {
    const last = runs.at(-1);
    if (last?.python === python && last.abi === abi) last.platforms.push(platform);
    else runs.push({ python, abi, from: place, platforms: [platform] });
  }
  return runs;
}
