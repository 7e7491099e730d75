// The images that a build may start from. There is no registry here: who asks for a build says what each name stands for at that time.
import { changeFolder, draftOf, putNode, removeNode } from '../files/draft';
import { type Directory, EMPTY_DIRECTORY } from '../files/node';
import { nodeAt, walk } from '../files/tree';
import type { ImageConfig } from './image-config';

/** A layer of a base image. `id` is the same for the same layer in another image; links and files are in `files`. */
export interface BaseLayer {
  readonly id: string;
  readonly files: Directory;
  readonly size: number;
}

export interface BaseImage {
  readonly layers: readonly BaseLayer[];
  readonly config: ImageConfig;
  /** The digest of its manifest: another one as soon as anything in the image is different, a label too. */
  readonly digest: string;
}

/** Names as they are written in the Dockerfile (`python:3.12-slim`) → the image that they stand for now. */
export type ImageCatalog = ReadonlyMap<string, BaseImage>;

const roots = new WeakMap<BaseImage, Directory>();

/** All files of the image: its layers, one over the other. */
export function filesOfImage(image: BaseImage): Directory {
  let root = roots.get(image);
  if (root === undefined) {
    root = image.layers.reduce((below, layer) => laidOver(below, layer.files), EMPTY_DIRECTORY);
    roots.set(image, root);
  }
  return root;
}

/** One tree over another: files replace, folders are merged and take the mode and owner of the upper one. */
export function laidOver(below: Directory, above: Directory): Directory {
  if (below.entries.size === 0) return { ...above, mode: below.mode };
  const draft = draftOf(below);
  for (const { path, node } of walk(above)) {
    const names = path.split('/');
    const there = nodeAt(draft.root, names);
    if (node.kind === 'dir' && there?.kind === 'dir') {
      if (node.mode !== there.mode || node.uid !== there.uid || node.gid !== there.gid) {
        changeFolder(draft, names, { mode: node.mode, uid: node.uid, gid: node.gid });
      }
      continue;
    }
    if (there !== undefined) removeNode(draft, names);
    putNode(draft, names, node.kind === 'dir' ? { ...node, entries: new Map() } : node);
  }
  return draft.root;
}
