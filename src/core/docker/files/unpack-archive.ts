// ADD of a tar archive: its members are put below the destination, which is a folder whatever its name ends in. What a file is called
// doesn’t matter, nor whether it is compressed; the builder looks at its bytes.
import type { CopySource } from './copy-files';
import { changeFolder, putNode, removeNode } from './draft';
import type { FileProblem } from './file-problem';
import { type LayerDraft, noteWrite } from './layer';
import { makeDirectories } from './make-directories';
import type { Directory } from './node';
import { resolveLinks } from './resolve-link';
import { nodeAt, walk } from './tree';

/** Unpacks the members; files in the way are replaced, folders merged. The problem where the destination is a file. */
export function unpackArchive(
  draft: LayerDraft,
  members: Directory,
  { destination, owner, ownsUnpacked }: Pick<CopySource, 'destination' | 'owner' | 'ownsUnpacked'>,
): FileProblem | undefined {
  const problem = makeDirectories(draft, destination, { mode: 0o755, ...(owner ?? { uid: 0, gid: 0 }) });
  if (problem !== undefined) return problem;
  const base = resolveLinks(draft.root, destination, true)?.names ?? [];
  for (const { path, node } of walk(members)) {
    const target = [...base, ...path.split('/')];
    const there = nodeAt(draft.root, target);
    const { uid, gid } = (ownsUnpacked ? owner : undefined) ?? node;
    if (node.kind === 'dir' && there?.kind === 'dir') changeFolder(draft, target, { mode: node.mode, uid, gid });
    else {
      if (there !== undefined) removeNode(draft, target);
      putNode(draft, target, node.kind === 'dir' ? { ...node, uid, gid, entries: new Map() } : { ...node, uid, gid });
    }
    noteWrite(draft, target, 'alone');
  }
  return undefined;
}
