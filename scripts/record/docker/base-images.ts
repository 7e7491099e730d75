// The base images that scenarios build on: no real ones can be fetched here, so each is a stand-in made from a list of its files
// (base-images.json of the fidelity cases). Made as OCI images, for linux/amd64 and linux/arm64 with the same layers.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Member, writeTar } from './tar.ts';

interface ListedFile {
  readonly type: 'file' | 'dir' | 'symlink' | 'binary';
  readonly mode?: string;
  readonly content?: string;
  readonly repeat?: string;
  readonly count?: number;
  readonly target?: string;
}

interface ListedImage {
  readonly layers: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}

export interface BaseImages {
  readonly images: Readonly<Record<string, Readonly<Record<string, ListedImage>>>>;
  readonly layers: Readonly<Record<string, Readonly<Record<string, ListedFile>>>>;
  /** Layers that lie on this machine as tar archives, in place of a list of their files. */
  readonly archives?: Readonly<Record<string, string>>;
  readonly binaries: Readonly<Record<string, { readonly sizeBytes: number }>>;
}

export interface Blob {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export const platforms = ['amd64', 'arm64'] as const;

/** `text` over and over, cut at `count` bytes. */
export function repeated(text: string, count: number): Buffer {
  return Buffer.from(text.repeat(Math.ceil(count / text.length)).slice(0, count));
}

/** A blob under its digest. */
export function blobOf(mediaType: string, content: Buffer | object): Blob {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return { digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, mediaType, bytes };
}

/** The members of one listed layer, in the order of the list. */
export function layerMembers(list: BaseImages, name: string): readonly Member[] {
  const files = list.layers[name];
  if (files === undefined) throw new Error(`There is no layer ${name} in the list of base images.`);
  return Object.entries(files).map(([path, file]) => {
    const content =
      file.type === 'binary'
        ? readFileSync('/bin/busybox')
        : file.repeat === undefined
          ? Buffer.from(file.content ?? '')
          : repeated(file.repeat, file.count ?? 0);
    if (file.type === 'binary' && content.length !== list.binaries['busybox-static']?.sizeBytes) {
      throw new Error(`/bin/busybox has ${content.length} bytes; the list has another busybox-static.`);
    }
    return {
      path: path.slice(1),
      type: file.type === 'binary' ? 'file' : file.type,
      mode: Number.parseInt(file.mode ?? (file.type === 'symlink' ? '0777' : '0644'), 8),
      uid: 0,
      gid: 0,
      content: file.type === 'dir' || file.type === 'symlink' ? Buffer.alloc(0) : content,
      ...(file.target === undefined ? {} : { target: file.target }),
    };
  });
}

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
};

/** An image of the list as blobs; the first is its index, which a tag stands for. */
export function imageBlobs(list: BaseImages, tag: string, variant: string): readonly Blob[] {
  const image = list.images[tag]?.[variant];
  if (image === undefined) throw new Error(`There is no ${tag} (${variant}) in the list of base images.`);
  const layerBytes = (name: string) => {
    const archive = list.archives?.[name];
    return archive === undefined ? writeTar(layerMembers(list, name)) : readFileSync(archive);
  };
  const layers = image.layers.map((name) => blobOf(types.layer, layerBytes(name)));
  const created = '2024-01-01T00:00:00Z';
  const describe = ({ digest, mediaType, bytes }: Blob) => ({ mediaType, digest, size: bytes.length });
  const made = platforms.map((architecture) => {
    const config = blobOf(types.config, {
      architecture,
      os: 'linux',
      created,
      config: image.config,
      rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
      history: image.layers.map((name) => ({ created, created_by: name })),
    });
    const manifest = blobOf(types.manifest, {
      schemaVersion: 2,
      mediaType: types.manifest,
      config: describe(config),
      layers: layers.map(describe),
    });
    return { architecture, config, manifest };
  });
  const index = blobOf(types.index, {
    schemaVersion: 2,
    mediaType: types.index,
    manifests: made.map(({ architecture, manifest }) => ({
      ...describe(manifest),
      platform: { os: 'linux', architecture },
    })),
  });
  return [index, ...made.flatMap(({ config, manifest }) => [config, manifest]), ...layers];
}
