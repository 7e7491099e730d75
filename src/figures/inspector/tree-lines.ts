/** The tree of a file as lines, each folder followed by what is in it, with the beginnings of the texts. */
import { type ArchiveEntry, readEntry, type TreeNode } from '@/core/wheel';
import type { TreeLine } from './report';

/** Lines that a page is given; a larger tree ends there. */
const MOST_LINES = 4_000;
/** Files that are larger aren’t read for their beginnings. */
const LARGEST_TEXT = 256 * 1024;
const LONGEST_TEXT = 1_600;
/** Characters of all beginnings together. */
const ALL_TEXTS = 400_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @param root the tree as `fileTree` gives it: its own line is left out */
export function treeLines(root: TreeNode): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  let room = ALL_TEXTS;
  const waiting: { readonly node: TreeNode; readonly depth: number }[] = [];
  const put = (node: TreeNode, depth: number) => {
    if (node.kind === 'folder') {
      for (const child of node.children.toReversed()) waiting.push({ node: child, depth });
    }
  };
  put(root, 0);
  for (let next = waiting.pop(); next !== undefined && lines.length < MOST_LINES; next = waiting.pop()) {
    const { node, depth } = next;
    if (node.kind === 'folder') {
      const { path, name, files, size } = node;
      lines.push({ kind: 'folder', path, name, depth, files, size });
      put(node, depth + 1);
      continue;
    }
    const { entry, name } = node;
    const beginning = room > 0 ? beginningOf(entry) : undefined;
    room -= beginning?.text.length ?? 0;
    lines.push({ kind: kindOf(entry), path: entry.path, name, depth, size: entry.size, ...beginning });
  }
  return lines;
}

function kindOf({ kind }: ArchiveEntry): 'file' | 'link' | 'special' {
  if (kind === 'symbolic-link' || kind === 'hard-link') return 'link';
  return kind === 'special' ? 'special' : 'file';
}

/** None of what is large, can’t be read, or is no text: not UTF-8, or with zeros in it. */
function beginningOf(entry: ArchiveEntry): { readonly text: string; readonly isCut?: true } | undefined {
  if (entry.kind !== 'file' || entry.size > LARGEST_TEXT) return undefined;
  const content = readEntry(entry);
  if (content.kind !== 'read') return undefined;
  try {
    const text = decoder.decode(content.bytes);
    if (text.includes('\0')) return undefined;
    return text.length > LONGEST_TEXT ? { text: text.slice(0, LONGEST_TEXT), isCut: true } : { text };
  } catch {
    return undefined;
  }
}
