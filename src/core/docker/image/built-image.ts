// The image that a build makes: its configuration, its history with the layer of each line, its files.

import { changesBetween } from '../files/compare-trees';
import { EMPTY_LAYER, type Layer, type Snapshot, writtenPaths } from '../files/layer';
import { type Directory, EMPTY_DIRECTORY, type FileNode } from '../files/node';
import { walk } from '../files/tree';
import { filesOfImage } from '../plan/base-image';
import type { ImageConfig } from '../plan/image-config';
import type { PlannedImage } from '../plan/plan-dockerfile';
import type { Platform } from '../plan/platform';
import type { HistoryEntry } from '../plan/stage-state';

/** A line of the history above the base image. An empty one has no layer. */
export interface ImageLayer extends HistoryEntry {
  readonly isEmpty: boolean;
  readonly layer: Layer;
  /** The files after it. */
  readonly root: Directory;
}

export interface BuiltImage {
  readonly config: ImageConfig;
  readonly platform: Platform;
  readonly baseReference: string;
  readonly baseLayers: number;
  readonly baseSize: number;
  readonly baseRoot: Directory;
  readonly layers: readonly ImageLayer[];
  readonly root: Directory;
}

/** The image of a plan, from the results of its operations. */
export function builtImage(planned: PlannedImage, resultOf: (operation: number) => Snapshot | undefined): BuiltImage {
  const { image, reference } = planned.base;
  const baseRoot = image === undefined ? EMPTY_DIRECTORY : filesOfImage(image);
  let root = baseRoot;
  const layers = planned.history.map((entry): ImageLayer => {
    const result = entry.operation === undefined ? undefined : resultOf(entry.operation);
    root = result?.root ?? root;
    return { ...entry, isEmpty: entry.operation === undefined, layer: result?.layer ?? EMPTY_LAYER, root };
  });
  return {
    config: planned.config,
    platform: planned.platform,
    baseReference: reference,
    baseLayers: image?.layers.length ?? 0,
    baseSize: image?.layers.reduce((sum, { size }) => sum + size, 0) ?? 0,
    baseRoot,
    layers,
    root: resultOf(planned.operation)?.root ?? root,
  };
}

/** Bytes that the build adds to the base: every layer counts, also what a later one deletes or writes again. */
export function addedBytes({ layers }: BuiltImage): number {
  return layers.reduce((sum, { layer }) => sum + layer.size, 0);
}

/** The paths that a layer writes, folders with all that is in them. */
export function pathsOf({ layer, root }: ImageLayer): readonly string[] {
  return [...writtenPaths({ layer, root })];
}

/** What the image has otherwise than its base: path by path. */
export interface ImageDifference {
  readonly changed: ReadonlyMap<string, FileNode>;
  readonly removed: readonly string[];
}

/** Compares the image’s files with its base’s. */
export function differenceFromBase({ baseRoot, root }: BuiltImage): ImageDifference {
  const changed = new Map<string, FileNode>();
  const removed: string[] = [];
  for (const { path, before, after } of changesBetween(baseRoot, root)) {
    if (path === '') continue;
    if (after === undefined) {
      removed.push(`/${path}`);
      if (before?.kind === 'dir') for (const below of walk(before)) removed.push(`/${path}/${below.path}`);
      continue;
    }
    changed.set(`/${path}`, after);
    if (before?.kind !== 'dir' && after.kind === 'dir') {
      for (const below of walk(after)) changed.set(`/${path}/${below.path}`, below.node);
    }
  }
  return { changed, removed };
}
