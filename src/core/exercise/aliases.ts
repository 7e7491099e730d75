/** Renamed ids: what a reader did under an old name is found under the new one. */
import { mergeRecords } from './merge';
import { type Progress, type ProgressRecord, progressOf, renamed } from './progress';

/** Old id → new id, as the content's files list them. */
export type Aliases = ReadonlyMap<string, string>;

/** The id that a name has now. A name that was changed twice is followed twice. Circles are refused when the content is checked; here one
 * only has an end. */
export function currentId(id: string, aliases: Aliases): string {
  let current = id;
  for (const _ of aliases) {
    const next = aliases.get(current);
    if (next === undefined || next === id) break;
    current = next;
  }
  return current;
}

/** Progress with every record under its current id; where the old and the new one both exist they are merged. */
export function underCurrentIds(progress: Progress, aliases: Aliases): Progress {
  const records = new Map<string, ProgressRecord>();
  for (const record of progress.records.values()) {
    const id = currentId(record.id, aliases);
    const key = `${record.kind}:${id}`;
    const there = records.get(key);
    records.set(key, there ? mergeRecords(there, renamed(record, id)) : renamed(record, id));
  }
  return progressOf(records.values(), progress.more);
}
