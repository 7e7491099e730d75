// Paths of an archive beside each other: the same twice, the same on a disk that doesn’t tell case, a file where another needs a folder.
// Which of two files with one path counts, readers decide differently.
import { type FindingList, shownPath } from './finding-list';

interface Named {
  readonly index: number;
  readonly path: string;
  readonly kind: string;
}

/** Tells which entries get in each other’s way. */
export function checkNames(entries: readonly Named[], findings: FindingList): void {
  const exact = new Map<string, Named>();
  const folded = new Map<string, Named>();
  for (const entry of entries) {
    if (entry.kind === 'folder') continue;
    const { path } = entry;
    const key = path.normalize('NFC').toLowerCase();
    const same = exact.get(path);
    const alike = folded.get(key);
    if (same !== undefined) {
      const message = `${shownPath(path)} is there already, as entry ${same.index + 1}: readers differ in which one they take.`;
      findings.entry('entry/duplicate', entry, message);
    } else if (alike !== undefined) {
      const message = `${shownPath(path)} and ${shownPath(alike.path)} are one file where case and spelling aren’t told apart, as on macOS and Windows.`;
      findings.entry('entry/duplicate-case', entry, message);
    }
    if (same === undefined) exact.set(path, entry);
    if (alike === undefined) folded.set(key, entry);
  }
  for (const entry of entries) {
    const { path } = entry;
    if (entry.kind === 'folder' && exact.has(path.slice(0, -1))) {
      findings.entry('entry/file-and-folder', entry, `${shownPath(path)} is a folder, and a file has the same path.`);
    }
    const above = ancestorIn(path, exact);
    if (above !== undefined) {
      const message = `${shownPath(path)} lies in ${shownPath(above)}, which is a file.`;
      if (exact.get(above)?.kind === 'file') findings.entry('entry/file-and-folder', entry, message);
    }
  }
}

/** How many levels up a path is followed: deeper ones are a finding anyway. */
const LEVELS = 64;

/** The nearest of a path’s folders that is in the map. */
export function ancestorIn(path: string, known: ReadonlyMap<string, unknown>): string | undefined {
  let end = path.length - (path.endsWith('/') ? 1 : 0);
  for (let level = 0; level < LEVELS; level++) {
    end = path.lastIndexOf('/', end - 1);
    if (end <= 0) return undefined;
    const above = path.slice(0, end);
    if (known.has(above)) return above;
  }
  return undefined;
}
