// Which files of a folder reach the builder: tonistiigi/fsutil, filter.go. It goes down folder by folder, remembers what each
// pattern said of the folders above, and doesn’t enter an ignored folder that no exception can reach.
import { foldersAbove } from './clean-path';
import { BAD_PATTERN, type IgnoreMatcher, type IgnoreVerdict, type RefusedPatterns } from './matcher';

/** Signs that make a pattern more than a path. */
const SIGNS = /[*[\]?^\\]/;

/** What is known of a folder: its verdict, what each pattern said, and whether the walk goes into it. */
interface Folder extends IgnoreVerdict {
  readonly matched: readonly boolean[];
  readonly isEntered: boolean;
}

/** The walk through a build context. */
export interface IgnoreWalk {
  /** The verdicts of the files asked for, in their order; a folder that is asked for with a slash at its end counts as one. */
  readonly verdicts: readonly IgnoreVerdict[];
  readonly problem: RefusedPatterns | undefined;
}

/**
 * Judges the paths of a context in one walk. Paths are relative, with slashes, and cleaned; a folder ends with a slash. A folder
 * that is ignored still reaches the builder when something in it does.
 */
export function walkIgnoring(matcher: IgnoreMatcher, paths: readonly string[]): IgnoreWalk {
  const folders = new Map<string, Folder>();
  const exceptions = matcher.patterns
    .filter(({ isException }) => isException)
    .map(({ text }) => withoutTrailingGlob(text));
  const canBeLeftOut = !exceptions.some((text) => SIGNS.test(text));
  const top: Folder = { isIgnored: false, by: undefined, matched: [], isEntered: true };

  const judge = (path: string, parent: Folder): Omit<Folder, 'isEntered'> | undefined => {
    const matched: boolean[] = [];
    let isIgnored = false;
    let by: number | undefined;
    for (let i = 0; i < matcher.patterns.length; i++) {
      const pattern = matcher.patterns[i];
      let matches = parent.matched[i] ?? false;
      if (pattern !== undefined && !matches && pattern.isException === isIgnored) {
        if (pattern.test === undefined) return undefined;
        matches = pattern.test(path);
      }
      matched.push(matches);
      if (!matches || pattern === undefined) continue;
      isIgnored = !pattern.isException;
      by = i;
    }
    return { isIgnored, by, matched };
  };
  /** What is known of the folder that a path lies in, with those above it. */
  const folderOf = (path: string): Folder | undefined => {
    const name = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    let folder = name === '' ? top : folders.get(name);
    if (folder !== undefined) return folder;
    folder = top;
    for (const above of [...foldersAbove(name), name]) {
      const parent: Folder = folder;
      if (!parent.isEntered) break;
      const known = folders.get(above);
      const judged = known ?? judge(above, parent);
      if (judged === undefined) return undefined;
      const reached = exceptions.some((text) => `${text}/`.startsWith(`${above}/`));
      folder = known ?? { ...judged, isEntered: !judged.isIgnored || !canBeLeftOut || reached };
      folders.set(above, folder);
    }
    folders.set(name, folder);
    return folder;
  };

  const verdicts: IgnoreVerdict[] = [];
  for (const path of paths) {
    const folder = folderOf(path);
    if (folder === undefined) return { verdicts, problem: { problem: BAD_PATTERN } };
    // A folder itself, and all in a folder that isn’t entered, have the folder’s verdict.
    const isDone = path.endsWith('/') || !folder.isEntered;
    const judged = isDone ? folder : judge(path, folder);
    if (judged === undefined) return { verdicts, problem: { problem: BAD_PATTERN } };
    verdicts.push({ isIgnored: judged.isIgnored, by: judged.by });
  }
  return { verdicts, problem: undefined };
}

function withoutTrailingGlob(text: string): string {
  return text.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
}
