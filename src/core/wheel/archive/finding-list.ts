// A list of findings that can’t grow without end, and what passes through it in a hostile archive.
import { type ArchiveFinding, type ArchiveFindingCode, archiveFinding, entryFinding } from './finding';
import { MAX_FINDINGS } from './limits';

/** Takes findings while an archive is looked through. */
export interface FindingList {
  readonly all: readonly ArchiveFinding[];
  /** About the archive as a whole. */
  archive(code: ArchiveFindingCode, message: string): void;
  /** About one entry. */
  entry(code: ArchiveFindingCode, entry: { readonly index: number; readonly path: string }, message: string): void;
}

/** A new list; what comes past its bound is dropped. */
export function findingList(): FindingList {
  const all: ArchiveFinding[] = [];
  const add = (finding: ArchiveFinding): void => {
    if (all.length < MAX_FINDINGS) all.push(finding);
  };
  return {
    all,
    archive: (code, message) => add(archiveFinding(code, message)),
    entry: (code, entry, message) => add(entryFinding(code, entry, message)),
  };
}

/** How a path stands in a sentence: short, and with every character that can’t be seen written out. */
export function shownPath(path: string): string {
  const short = path.length > 80 ? `${path.slice(0, 40)}…${path.slice(-39)}` : path;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
