/** The file’s tree as rows: all of a small file; of a large one the folders, and what is in those that lead to the open file. */
import { bytesWord } from '@/figures/layer-cache/amounts';
import type { Mark, TreeRow } from './picture';
import type { FileReport, TreeLine } from './report';
import { RECORD_WORDS, WEIGHT_WORDS } from './wording';

/** Up to so many lines, every folder is open. */
const SMALL = 60;
const MOST_ROWS = 300;

export interface TreeChoice {
  readonly open: string | undefined;
  readonly marked: readonly string[];
  readonly isCovered: boolean;
}

export function treePicture(
  report: FileReport,
  { open, marked, isCovered }: TreeChoice,
): { readonly rows: readonly TreeRow[]; readonly more: string | undefined } {
  const { tree, files } = report;
  const isSmall = tree.length <= SMALL;
  const shown = isSmall ? tree : tree.filter((line) => isInSight(line, open ?? ''));
  const stand = isCovered ? () => undefined : standingIn(report);
  const rows = shown.slice(0, MOST_ROWS).map((line): TreeRow => {
    const isFolder = line.kind === 'folder';
    const [mark, word] = stand(line.path) ?? ['plain', ''];
    return {
      kind: isFolder ? 'folder' : 'file',
      path: line.path,
      name: line.name === '' ? '(no name)' : line.name,
      depth: Math.min(line.depth, 12),
      mark,
      word,
      size: isFolder && !isSmall ? `${line.files.toLocaleString('en')} files` : bytesWord(line.size),
      isOpen: line.path === open,
      isMarked: marked.includes(line.path),
      ...(isFolder && isSmall ? {} : { event: { kind: 'opened', path: line.path } }),
    };
  });
  const listed = tree.reduce((sum, { kind }) => sum + (kind === 'folder' ? 0 : 1), 0);
  const left = shown.length - rows.length;
  if (left > 0) return { rows, more: `${left.toLocaleString('en')} more lines aren’t drawn.` };
  const more = files > listed ? `${(files - listed).toLocaleString('en')} more files aren’t listed.` : undefined;
  return { rows, more };
}

/** Whether every folder above it is one that leads to the open path, or is it. */
function isInSight({ path, kind }: TreeLine, open: string): boolean {
  const own = kind === 'folder' ? path.slice(0, -1) : path;
  const slash = own.lastIndexOf('/');
  return slash === -1 || open.startsWith(own.slice(0, slash + 1));
}

/** What RECORD says of a path, or where nothing does, the findings. */
function standingIn(report: FileReport): (path: string) => readonly [Mark, string] | undefined {
  const stand = new Map<string, readonly [Mark, string]>();
  for (const { path, weight } of report.findings) {
    if (path !== undefined && !stand.has(path) && weight !== 'note') stand.set(path, WEIGHT_WORDS[weight]);
  }
  for (const { path, kind } of report.kind === 'wheel' ? report.record : []) {
    const said = RECORD_WORDS[kind];
    if (said[0] === 'well' ? !stand.has(path) : said[0] !== 'plain') stand.set(path, said);
  }
  return (path) => stand.get(path);
}
