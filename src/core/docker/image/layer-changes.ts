// What a layer does to the files below it, path by path: what it adds, stores anew and deletes.
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import { type BuiltImage, pathsOf } from './built-image';

export interface LayerChanges {
  /** Paths that weren’t there. A folder is listed, with a slash at its end, where nothing in it is. */
  readonly added: readonly string[];
  /** Paths that were there and are stored again, as a whole. */
  readonly changed: readonly string[];
  /** Paths that are gone: whiteouts. A folder stands for all that was in it. */
  readonly deleted: readonly string[];
}

const NONE: LayerChanges = { added: [], changed: [], deleted: [] };

/** The changes of a layer by its place in `image.layers`. */
export function layerChanges(image: BuiltImage, at: number): LayerChanges {
  const one = image.layers[at];
  if (one === undefined) return NONE;
  const before = image.layers[at - 1]?.root ?? image.baseRoot;
  const added: string[] = [];
  const changed: string[] = [];
  const paths = pathsOf(one);
  for (const [index, path] of paths.entries()) {
    const names = namesOf(path);
    const isFolder = nodeAt(one.root, names)?.kind === 'dir';
    // A folder comes before what is in it.
    if (isFolder && paths[index + 1]?.startsWith(`${path}/`) === true) continue;
    const written = isFolder ? `${path}/` : path;
    if (nodeAt(before, names) === undefined) added.push(written);
    else changed.push(written);
  }
  return { added, changed, deleted: one.layer.deletes };
}
