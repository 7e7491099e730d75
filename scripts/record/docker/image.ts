// Reads an exported image (an OCI layout in one tar archive) into facts: what each layer writes and deletes, which files differ from
// the base image, what the configuration says.

import { createHash } from 'node:crypto';
import type { FileFact } from './schema.ts';
import { type Member, readTar } from './tar.ts';

export interface ImageConfig {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
  readonly config?: {
    readonly Env?: readonly string[];
    readonly WorkingDir?: string;
    readonly User?: string;
    readonly Entrypoint?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly Shell?: readonly string[] | null;
    readonly ExposedPorts?: Readonly<Record<string, object>>;
    readonly Labels?: Readonly<Record<string, string>>;
    readonly Volumes?: Readonly<Record<string, object>>;
    readonly StopSignal?: string;
    readonly Healthcheck?: Readonly<Record<string, unknown>>;
    readonly OnBuild?: readonly string[] | null;
  };
  readonly history?: readonly { readonly created_by?: string; readonly empty_layer?: boolean }[];
  readonly rootfs: { readonly diff_ids: readonly string[] };
}

export interface ExportedImage {
  /** The image ID: the digest of its configuration. */
  readonly id: string;
  readonly config: ImageConfig;
  readonly layers: readonly (readonly Member[])[];
}

/** What lies in an image, by absolute path. A file of a later layer hides that of an earlier one. */
export type Files = ReadonlyMap<string, FileFact>;

interface Layout {
  readonly manifests?: readonly { readonly digest: string }[];
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
}

/** Reads the archive that BuildKit's exporter for OCI images writes, its layers not compressed. */
export function readImage(archive: Buffer): ExportedImage {
  const files = new Map(readTar(archive).map(({ path, content }) => [path, content]));
  const file = (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`The exported image has no ${path}.`);
    return content;
  };
  const blob = (digest: string) => file(`blobs/${digest.replace(':', '/')}`);
  let layout = JSON.parse(file('index.json').toString()) as Layout;
  while (layout.manifests?.[0] !== undefined)
    layout = JSON.parse(blob(layout.manifests[0].digest).toString()) as Layout;
  const id = layout.config?.digest ?? '';
  return {
    id,
    config: JSON.parse(blob(id).toString()) as ImageConfig,
    layers: (layout.layers ?? []).map(({ digest }) => readTar(blob(digest))),
  };
}

const shortText = 200;

/** What is known of a member. A hard link is told as the file that it is, when that file lies in the same layer. */
export function factOf(member: Member): FileFact {
  const owner = { uid: member.uid, gid: member.gid };
  const mode = `0${member.mode.toString(8).padStart(3, '0')}`;
  if (member.type === 'dir') return { type: 'dir', mode, ...owner };
  if (member.type === 'symlink') return { type: 'symlink', target: member.target ?? '', ...owner };
  if (member.type === 'hardlink') return { type: 'hardlink', mode, ...owner, target: `/${member.target ?? ''}` };
  const text = member.content.toString();
  const short = member.content.length <= shortText && Buffer.from(text).equals(member.content);
  return {
    type: 'file',
    mode,
    ...owner,
    size: member.content.length,
    sha256: createHash('sha256').update(member.content).digest('hex'),
    ...(short ? { content: text } : {}),
  };
}

export interface LayerChange {
  readonly files: Files;
  /** Paths that the layer adds or changes: all its files, and the folders that are new or other than below. */
  readonly writes: readonly string[];
  /** Paths that it takes away, without what lay in them. */
  readonly deletes: readonly string[];
  /** Bytes of regular files. */
  readonly sizeBytes: number;
}

const whiteout = '.wh.';

/** Lays one layer over files: its whiteouts first, then what it holds. */
export function applyLayer(below: Files, layer: readonly Member[]): LayerChange {
  const files = new Map(below);
  const writes: string[] = [];
  const deletes: string[] = [];
  const remove = (path: string) => {
    for (const known of below.keys()) if (known === path || known.startsWith(`${path}/`)) files.delete(known);
  };
  for (const { path } of layer) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const folder = slash === -1 ? '' : `/${path.slice(0, slash)}`;
    if (name === '.wh..wh..opq') {
      for (const known of below.keys()) {
        if (!known.startsWith(`${folder}/`)) continue;
        files.delete(known);
        if (!known.slice(folder.length + 1).includes('/')) deletes.push(known);
      }
    } else if (name.startsWith(whiteout)) {
      remove(`${folder}/${name.slice(whiteout.length)}`);
      deletes.push(`${folder}/${name.slice(whiteout.length)}`);
    }
  }
  for (const member of layer) {
    const path = `/${member.path}`;
    if (member.path === '' || path.slice(path.lastIndexOf('/') + 1).startsWith(whiteout)) continue;
    const fact = factOf(member);
    const was = files.get(path);
    if (fact.type !== 'dir' && was?.type === 'dir') remove(path);
    if (fact.type !== 'dir' || !sameFact(was, fact)) writes.push(path);
    files.set(path, fact);
  }
  const sizeBytes = layer.reduce((total, { type, content }) => total + (type === 'file' ? content.length : 0), 0);
  return { files, writes: writes.sort(), deletes: deletes.sort(), sizeBytes };
}

/** Whether two facts say the same; the text of a file is left out, since its hash is there. */
export function sameFact(one: FileFact | undefined, other: FileFact | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const strip = ({ type, mode, uid, gid, size, sha256, target }: FileFact) =>
    JSON.stringify([type, type === 'symlink' ? '' : mode, uid, gid, size, sha256, target]);
  return strip(one) === strip(other);
}

/** What of `files` is other than in the base image, and what of the base image is gone; both by path. */
export function differences(base: Files, files: Files): { files: Record<string, FileFact>; removed: string[] } {
  const changed: Record<string, FileFact> = {};
  for (const path of [...files.keys()].sort()) {
    const fact = files.get(path);
    if (fact !== undefined && !sameFact(base.get(path), fact)) changed[path] = fact;
  }
  const removed = [...base.keys()].filter((path) => !files.has(path)).sort();
  return { files: changed, removed };
}
