// How a zip’s files lie one after another: two that share bytes make a small archive unpack to a large one, and bytes that belong to
// no file may be a file that only some readers see. Follows APPNOTE.TXT, 4.3.6.
import { type FindingList, shownPath } from './finding-list';
import type { LocalPlace } from './zip-local';

/** A file and where it lies. */
export interface LaidEntry {
  readonly index: number;
  readonly path: string;
  readonly flags: number;
  readonly place: LocalPlace;
}

/** Checksum and sizes after a file’s bytes, with or without a signature, in the wide form of zip64 or not. */
const DESCRIPTORS: readonly number[] = [12, 16, 20, 24];
const SIZES_FOLLOW = 0x8;

/** Tells overlaps and gaps. `first` is where the files begin, `end` where the directory does. */
export function checkLayout(entries: readonly LaidEntry[], end: number, findings: FindingList): void {
  const inOrder = entries.toSorted((left, right) => left.place.header - right.place.header);
  let reached = inOrder[0]?.place.header ?? end;
  let before: LaidEntry | undefined;
  let gap = 0;
  const leaveGap = (size: number): void => {
    if (size === 0 || (before !== undefined && (before.flags & SIZES_FOLLOW) !== 0 && DESCRIPTORS.includes(size)))
      return;
    gap += size;
  };
  for (const entry of inOrder) {
    const { header, end: entryEnd } = entry.place;
    if (header < reached) {
      const message = `${shownPath(entry.path)} and ${shownPath(before?.path ?? '')} share bytes of the archive.`;
      findings.entry('entry/overlap', entry, message);
    } else leaveGap(header - reached);
    if (entryEnd >= reached) {
      reached = entryEnd;
      before = entry;
    }
  }
  if (before !== undefined) leaveGap(Math.max(0, end - reached));
  if (gap > 0) {
    findings.archive(
      'archive/gap',
      `Between the files lie ${gap} bytes that belong to none: some readers may find a file there.`,
    );
  }
}
