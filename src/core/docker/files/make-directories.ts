// Making a folder with all its parents, as WORKDIR does and COPY for its destination (tonistiigi/fsutil copy/mkdir.go): folders that
// are there stay as they are; new ones get the mode and the owner that the step asks for.
import { type FolderMaking, putNode } from './draft';
import type { FileProblem } from './file-problem';
import { type LayerDraft, noteWrite } from './layer';
import { resolveLinks } from './resolve-link';
import { MAX_DEPTH, nodeAt } from './tree';

/** Makes the folder at `path`, links on the way followed inside the root. The problem where a file stands in the way. */
export function makeDirectories(draft: LayerDraft, path: string, made: FolderMaking): FileProblem | undefined {
  const resolved = resolveLinks(draft.root, path, true);
  if (resolved === undefined) return { code: 'files/too-many-links', path, message: `${path}: too many links` };
  const { names } = resolved;
  if (names.length > MAX_DEPTH) return { code: 'files/too-deep', path, message: `mkdir ${path}: file name too long` };
  for (let depth = 1; depth <= names.length; depth++) {
    const way = names.slice(0, depth);
    const node = nodeAt(draft.root, way);
    if (node?.kind === 'dir') continue;
    if (node !== undefined) {
      const blocked = `/${way.join('/')}`;
      return { code: 'files/not-a-directory', path: blocked, message: `mkdir ${blocked}: not a directory` };
    }
    putNode(draft, way, { kind: 'dir', ...made, entries: new Map() });
    noteWrite(draft, way, 'alone');
  }
  return undefined;
}
