/** What was changed between two builds, in a sentence. */
import type { Words } from '@/figures/frame/Words';
import { changesSince } from './changes';
import type { Setup } from './scenario';

/** Changes that are named; of more the number is said. */
const MOST_NAMED = 4;

/** @example changesBefore(first, second) // → [{ code: 'app.py' }, ' edited', '.'] */
export function changesBefore(before: Setup | undefined, now: Setup | undefined): Words {
  if (before === undefined || now === undefined) return [];
  const changes = changesSince(before, now);
  const named = changes.slice(0, MOST_NAMED).map(({ words }) => words);
  const more = changes.length - named.length;
  const all: readonly Words[] = [...named, ...(more === 0 ? [] : [[`${more} more changes`]])];
  if (all.length === 0) return ['Nothing changed.'];
  return [...all.flatMap((words, at) => (at === 0 ? words : [', ', ...words])), '.'];
}
