/** The tree of a file as lines, each folder followed by what is in it, with the beginnings of the texts. */
import { type ArchiveEntry, readEntry, shownPath, type TreeNode } from '@/core/wheel';
import type { TreeLine } from './report';

/** Lines that a page is given; a larger tree ends there. */
const MOST_LINES = 4_000;
/** Files that are larger aren’t read for their beginnings. */
const LARGEST_TEXT = 256 * 1024;
const LONGEST_TEXT = 1_600;
/** Characters of all beginnings together, and of those with metadata, which have a room of their own. */
const ALL_TEXTS = 400_000;
const METADATA = /(?:\.dist-info\/[^/]+|^[^/]+\/(?:PKG-INFO|pyproject\.toml))$/;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @param root the tree as `fileTree` gives it: its own line is left out */
export function treeLines(root: TreeNode): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const room = { metadata: ALL_TEXTS, others: ALL_TEXTS };
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
      lines.push({ kind: 'folder', path, name: shownPath(name), depth, files, size });
      put(node, depth + 1);
      continue;
    }
    const { entry, name } = node;
    const kind = METADATA.test(entry.path) ? 'metadata' : 'others';
    const beginning = room[kind] > 0 ? beginningOf(entry) : undefined;
    room[kind] -= beginning?.text.length ?? 0;
    const { path, size } = entry;
    lines.push({ kind: kindOf(entry), path, ...shownOf(path), name: shownPath(name), depth, size, ...beginning });
  }
  return lines;
}

/** How a path is shown, where that isn’t the path itself. */
export function shownOf(path: string): { readonly shown?: string } {
  const shown = shownPath(path);
  return shown === path ? {} : { shown };
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
