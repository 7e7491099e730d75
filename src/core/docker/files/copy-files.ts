// Copying as COPY and ADD do (buildkit solver/llbsolver/file, tonistiigi/fsutil copy): the contents of a folder, not the folder;
// files replace files; folders are merged and get the source’s mode; the destination’s parents are made. `--chown` and `--chmod` go for
// all that is copied and for the parents that are made for it.
import type { FileMode } from '../dockerfile';
import { changeFolder, putNode, removeNode } from './draft';
import type { FileProblem } from './file-problem';
import { type LayerDraft, noteWrite } from './layer';
import { makeDirectories } from './make-directories';
import { hasWildcard } from './match';
import { changedMode } from './mode';
import type { Directory, FileNode } from './node';
import type { Owner } from './owner';
import { baseName, cleanPath, parentPath } from './path';
import { NO_PATTERNS, type PathPatterns, type PatternState, pathPatterns } from './path-patterns';
import { resolveLinks } from './resolve-link';
import { namesIn, nodeAt } from './tree';
import { unpackArchive } from './unpack-archive';
import { wildcardMatches } from './wildcard';
import { spend, TOO_LARGE, WORK } from './work';

/** One source of a COPY or ADD. */
export interface CopySource {
  readonly root: Directory;
  readonly path: string;
  /** Absolute; a slash at its end makes it a folder. */
  readonly destination: string;
  readonly owner: Owner | undefined;
  readonly mode: FileMode | undefined;
  readonly allowsWildcard: boolean;
  /** ADD: a tar archive is unpacked at the destination. */
  readonly unpacks: boolean;
  /** What is unpacked gets the owner too; else it keeps the archive’s. */
  readonly ownsUnpacked: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  /** Heredocs and downloads are put under their own name; folders of a context give their contents. */
  readonly copiesContents: boolean;
}

/** Writes the source into the draft, as far as it goes; the problem where it can’t go on. */
export function copyFiles(draft: LayerDraft, source: CopySource): FileProblem | undefined {
  const path = cleanPath(`/${source.path}`);
  const isPattern = source.allowsWildcard && hasWildcard(path);
  const sources = isPattern ? wildcardMatches(source.root, path).map((match) => match.path) : [path];
  for (const one of sources) {
    const problem = copyOne(draft, source, one);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function copyOne(draft: LayerDraft, source: CopySource, path: string): FileProblem | undefined {
  const found = resolveLinks(source.root, path, true);
  const node = found?.node;
  if (source.unpacks && node?.kind === 'file' && node.content.kind === 'archive') {
    return unpackArchive(draft, node.content.members, source);
  }
  const made = { mode: octal(source.mode) ?? 0o755, ...(source.owner ?? { uid: 0, gid: 0 }) };
  const isFolder = /\/\.?$/.test(source.destination);
  const ensured = isFolder ? source.destination : parentPath(source.destination);
  const blocked = makeDirectories(draft, ensured, made);
  if (blocked !== undefined) return blocked;
  if (node === undefined) {
    return { code: 'files/not-found', path, message: `lstat ${path}: no such file or directory` };
  }
  const there = resolveLinks(draft.root, cleanPath(source.destination), true);
  if (there === undefined) return { code: 'files/too-many-links', path, message: 'too many links' };
  let target = [...there.names];
  const intoFolder = there.node?.kind === 'dir' && (node.kind !== 'dir' || !source.copiesContents);
  if (intoFolder) target.push(baseName(path));
  const parent =
    node.kind === 'dir' && source.copiesContents && there.node === undefined ? target : target.slice(0, -1);
  const refused = makeDirectories(draft, `/${parent.join('/')}`, made);
  if (refused !== undefined) return refused;
  target = [...(resolveLinks(draft.root, `/${target.join('/')}`, false)?.names ?? target)];
  return copyTree(draft, source, node, target);
}

const octal = (mode: FileMode | undefined): number | undefined =>
  mode?.kind === 'octal' ? mode.mode & 0o777 : undefined;

interface Pending {
  readonly node: FileNode;
  readonly below: string;
  readonly target: readonly string[];
  readonly included: PatternState;
  readonly excluded: PatternState;
  readonly parents: readonly { readonly node: Directory; readonly target: readonly string[] }[];
}

/** Copies a node to the target; patterns are held against the path below it. */
function copyTree(
  draft: LayerDraft,
  source: CopySource,
  top: FileNode,
  target: readonly string[],
): FileProblem | undefined {
  const include = source.includes.length === 0 ? undefined : pathPatterns(source.includes);
  const exclude = source.excludes.length === 0 ? undefined : pathPatterns(source.excludes);
  const isPlain = include === undefined && exclude === undefined;
  const open: Pending[] = [{ node: top, below: '', target, included: NO_PATTERNS, excluded: NO_PATTERNS, parents: [] }];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { node, below, parents } = here;
    const looks = WORK.path + WORK.match * (source.includes.length + source.excludes.length);
    if (!spend(draft.work, looks)) return { code: 'files/too-large', path: below, message: TOO_LARGE };
    const state = patternStates(here, include, exclude);
    if (!state.isIn && node.kind !== 'dir') continue;
    if (state.isIn) {
      for (const one of parents) {
        const problem = copyFolder(draft, source, one.node, one.target, false);
        if (problem !== undefined) return problem;
      }
      const there = nodeAt(draft.root, here.target);
      if (node.kind !== 'dir' || (there === undefined && isPlain)) {
        const problem = copyWhole(draft, source, node, here.target, there);
        if (problem !== undefined) return problem;
        continue;
      }
      const problem = copyFolder(draft, source, node, here.target, below !== '');
      if (problem !== undefined) return problem;
      if (isPlain && fillFolder(draft, source, node, here.target)) continue;
    }
    if (node.kind !== 'dir' || (state.isExcluded && exclude?.hasExceptions !== true)) continue;
    const above = state.isIn ? [] : [...parents, { node, target: here.target }];
    for (const name of [...namesIn(node)].reverse()) {
      open.push({
        node: node.entries.get(name) as FileNode,
        below: below === '' ? name : `${below}/${name}`,
        target: [...here.target, name],
        included: state.included,
        excluded: state.excluded,
        parents: above,
      });
    }
  }
  return undefined;
}

function patternStates(here: Pending, include: PathPatterns | undefined, exclude: PathPatterns | undefined) {
  if (here.below === '') {
    return { isIn: true, isExcluded: false, included: NO_PATTERNS, excluded: NO_PATTERNS };
  }
  const included = include?.decide(here.below, here.included);
  const excluded = exclude?.decide(here.below, here.excluded);
  const isExcluded = excluded?.isMatch === true;
  return {
    isIn: included?.isMatch !== false && !isExcluded,
    isExcluded,
    included: included?.state ?? NO_PATTERNS,
    excluded: excluded?.state ?? NO_PATTERNS,
  };
}

/** A folder alone: made where it is missing, else merged; `overwrites` gives one that was there the source’s mode and owner. */
function copyFolder(
  draft: LayerDraft,
  source: CopySource,
  node: Directory,
  target: readonly string[],
  overwrites: boolean,
): FileProblem | undefined {
  const there = nodeAt(draft.root, target);
  const path = `/${target.join('/')}`;
  if (there !== undefined && there.kind !== 'dir') {
    return { code: 'files/not-a-directory', path, message: `cannot copy to non-directory: ${path}` };
  }
  const { mode, uid, gid } = settled(node, source) as Directory;
  if (there === undefined) {
    putNode(draft, target, { kind: 'dir', mode, uid, gid, entries: new Map() });
    noteWrite(draft, target, 'alone');
  } else if (overwrites) {
    changeFolder(draft, target, { mode, uid, gid });
    noteWrite(draft, target, 'alone');
  }
  return undefined;
}

/** A folder that is empty takes over all entries at once, shared. False: there is something in it. */
function fillFolder(draft: LayerDraft, source: CopySource, node: Directory, target: readonly string[]): boolean {
  const there = nodeAt(draft.root, target);
  if (there?.kind !== 'dir' || there.entries.size > 0) return false;
  if (node.entries.size === 0) return true;
  const filled: Directory = { ...there, entries: (settledTree(node, source) as Directory).entries };
  if (!putNode(draft, target, filled)) return false;
  noteWrite(draft, target, 'below');
  return true;
}

function copyWhole(
  draft: LayerDraft,
  source: CopySource,
  node: FileNode,
  target: readonly string[],
  there: FileNode | undefined,
): FileProblem | undefined {
  const path = `/${target.join('/')}`;
  if (there?.kind === 'dir' && node.kind !== 'dir') {
    return { code: 'files/is-a-directory', path, message: `cannot replace to directory ${path} with file` };
  }
  if (there !== undefined) removeNode(draft, target);
  if (!putNode(draft, target, settledTree(node, source))) {
    return { code: 'files/not-a-directory', path, message: `mkdir ${path}: not a directory` };
  }
  noteWrite(draft, target, node.kind === 'dir' ? 'all' : 'alone');
  return undefined;
}

/** The node with the mode and owner that the step gives it; the same node where that changes nothing. */
function settled<Node extends FileNode>(node: Node, { owner, mode }: CopySource): Node {
  const uid = owner?.uid ?? node.uid;
  const gid = owner?.gid ?? node.gid;
  if (node.kind === 'symlink') return uid === node.uid && gid === node.gid ? node : { ...node, uid, gid };
  const bits = mode === undefined ? node.mode : changedMode(mode, node.mode, node.kind === 'dir');
  return uid === node.uid && gid === node.gid && bits === node.mode ? node : { ...node, uid, gid, mode: bits };
}

const settledTrees = new WeakMap<Directory, Map<string, Directory>>();

/** The same for all below; kept with the folder, so that a folder copied again with the same flags costs nothing. */
function settledTree(node: FileNode, source: CopySource): FileNode {
  if (node.kind !== 'dir' || (source.owner === undefined && source.mode === undefined)) return settled(node, source);
  const key = JSON.stringify([source.owner, source.mode]);
  const kept = settledTrees.get(node) ?? new Map<string, Directory>();
  settledTrees.set(node, kept);
  let tree = kept.get(key);
  if (tree === undefined) {
    const entries = new Map<string, FileNode>();
    for (const name of namesIn(node)) entries.set(name, settledTree(node.entries.get(name) as FileNode, source));
    tree = { ...settled(node, source), entries };
    kept.set(key, tree);
  }
  return tree;
}
