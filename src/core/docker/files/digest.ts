// Content digests as the builder’s cache takes them (buildkit cache/contenthash): a file counts with its content, mode and owner, a
// link with its target, a folder with its own mode and owner and the names and digests of all in it. Times don’t count, and the name
// of the thing itself doesn’t. The digests are not BuildKit’s bytes; they are equal when BuildKit’s are.
import { digestOfText, sha256Of } from './content';
import type { Directory, FileNode } from './node';
import { namesIn } from './tree';

const digests = new WeakMap<Directory, string>();

/** The digest of a node and all below it. Trees are bounded in depth, so this may recurse; folders that are shared cost nothing. */
export function digestOf(node: FileNode): string {
  if (node.kind !== 'dir') return headDigest(node);
  let digest = digests.get(node);
  if (digest === undefined) {
    const lines = [headDigest(node)];
    for (const name of namesIn(node)) lines.push(name, digestOf(node.entries.get(name) as FileNode));
    digest = digestOfText(lines.join('\0'));
    digests.set(node, digest);
  }
  return digest;
}

/** The digest of the node alone: of a folder, its mode and owner without what is in it. */
export function headDigest(node: FileNode): string {
  switch (node.kind) {
    case 'file':
      return `file ${node.mode.toString(8)} ${node.uid} ${node.gid} ${sha256Of(node.content)}`;
    case 'symlink':
      return `link ${node.uid} ${node.gid} ${node.target}`;
    case 'dir':
      return `dir ${node.mode.toString(8)} ${node.uid} ${node.gid}`;
  }
}
