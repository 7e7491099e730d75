// A file of a tree as a fact, so that a command can write it again.
import { sha256Of, sizeOf, textOf } from '../files/content';
import type { FileNode } from '../files/node';
import type { FileFact } from './run-effect';

/** Text up to this size goes along, so that later commands can read it. */
const MAX_TEXT = 1 << 16;

/** @example factOfNode({ kind: 'symlink', uid: 0, gid: 0, target: 'a' }) // → { type: 'symlink', uid: 0, gid: 0, target: 'a' } */
export function factOfNode(node: FileNode): FileFact {
  const { uid, gid } = node;
  if (node.kind === 'symlink') return { type: 'symlink', uid, gid, target: node.target };
  const mode = `0${node.mode.toString(8).padStart(3, '0')}`;
  if (node.kind === 'dir') return { type: 'dir', mode, uid, gid };
  const { content } = node;
  const text = content.kind === 'text' ? textOf(content, MAX_TEXT) : undefined;
  if (text !== undefined) return { type: 'file', mode, uid, gid, content: text };
  return { type: 'file', mode, uid, gid, size: sizeOf(content), sha256: sha256Of(content) };
}
