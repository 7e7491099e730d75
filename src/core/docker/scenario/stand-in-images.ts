// The base images of scenarios: stand-ins that need no registry, as a table of layers and of tags with variants (the same tag may stand
// for another variant in a later build).
import { digestOfText, type FileContent } from '../files/content';
import { changeFolder, draftOf, putNode } from '../files/draft';
import { sizeBelow } from '../files/layer';
import { type Directory, EMPTY_DIRECTORY, type FileNode } from '../files/node';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import type { BaseImage, BaseLayer, ImageCatalog } from '../plan/base-image';
import { EMPTY_CONFIG, type ImageConfig } from '../plan/image-config';

/** A file of a layer. A `binary` is known by its name and size alone. */
export type StandInFile =
  | { readonly type: 'dir'; readonly mode: string }
  | { readonly type: 'symlink'; readonly target: string }
  | { readonly type: 'file'; readonly mode: string; readonly content: string }
  | { readonly type: 'file'; readonly mode: string; readonly repeat: string; readonly count: number }
  | { readonly type: 'binary'; readonly mode: string; readonly binary: string };

/** The configuration as the OCI specification writes it. */
export interface StandInConfig {
  readonly Env?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly WorkingDir?: string;
  readonly User?: string;
  readonly Shell?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>>;
  readonly ExposedPorts?: Readonly<Record<string, unknown>>;
  readonly Volumes?: Readonly<Record<string, unknown>>;
  readonly StopSignal?: string;
  readonly OnBuild?: readonly string[];
}

export interface StandIns {
  readonly binaries: Readonly<Record<string, { readonly sizeBytes: number }>>;
  readonly images: Readonly<
    Record<string, Readonly<Record<string, { readonly layers: readonly string[]; readonly config: StandInConfig }>>>
  >;
  readonly layers: Readonly<Record<string, Readonly<Record<string, StandInFile>>>>;
}

const layersOf = new WeakMap<StandIns, Map<string, BaseLayer>>();
const imagesOf = new WeakMap<StandIns, Map<string, BaseImage>>();

/** The images that the tags stand for in a build; a tag that isn’t named stands for its variant `v1`. */
export function catalogOf(standIns: StandIns, variants: Readonly<Record<string, string>>): ImageCatalog {
  const catalog = new Map<string, BaseImage>();
  for (const [tag, byVariant] of Object.entries(standIns.images)) {
    const variant = variants[tag] ?? 'v1';
    const described = byVariant[variant];
    if (described === undefined) continue;
    const kept = imagesOf.get(standIns) ?? new Map<string, BaseImage>();
    imagesOf.set(standIns, kept);
    const key = `${tag} ${variant}`;
    const image = kept.get(key) ?? imageOf(standIns, described.layers, described.config);
    kept.set(key, image);
    catalog.set(tag, image);
  }
  return catalog;
}

function imageOf(standIns: StandIns, names: readonly string[], config: StandInConfig): BaseImage {
  const layers = names.map((name) => layerOf(standIns, name));
  return { layers, config: configOf(config), digest: digestOfText(JSON.stringify([names, config])) };
}

function layerOf(standIns: StandIns, name: string): BaseLayer {
  const kept = layersOf.get(standIns) ?? new Map<string, BaseLayer>();
  layersOf.set(standIns, kept);
  let layer = kept.get(name);
  if (layer === undefined) {
    const files = filesOf(standIns, standIns.layers[name] ?? {});
    layer = { id: name, files, size: sizeBelow(files) };
    kept.set(name, layer);
  }
  return layer;
}

function filesOf({ binaries }: StandIns, described: Readonly<Record<string, StandInFile>>): Directory {
  const draft = draftOf(EMPTY_DIRECTORY);
  for (const [path, file] of Object.entries(described)) {
    const names = namesOf(path);
    if (file.type === 'dir' && nodeAt(draft.root, names)?.kind === 'dir') {
      changeFolder(draft, names, { mode: Number.parseInt(file.mode, 8) });
    } else putNode(draft, names, nodeOf(file, binaries));
  }
  return draft.root;
}

function nodeOf(file: StandInFile, binaries: StandIns['binaries']): FileNode {
  const owner = { uid: 0, gid: 0 };
  if (file.type === 'symlink') return { kind: 'symlink', ...owner, target: file.target };
  const mode = Number.parseInt(file.mode, 8);
  if (file.type === 'dir') return { kind: 'dir', ...owner, mode, entries: new Map() };
  return { kind: 'file', ...owner, mode, content: contentOf(file, binaries) };
}

function contentOf(
  file: Extract<StandInFile, { readonly type: 'file' | 'binary' }>,
  binaries: StandIns['binaries'],
): FileContent {
  if (file.type === 'binary') {
    const size = binaries[file.binary]?.sizeBytes ?? 0;
    return { kind: 'known', size, sha256: `binary ${file.binary}` };
  }
  if ('repeat' in file) return { kind: 'repeated', unit: file.repeat, size: file.count };
  return { kind: 'text', text: file.content };
}

/** A configuration in our words. */
function configOf(config: StandInConfig): ImageConfig {
  return {
    ...EMPTY_CONFIG,
    env: config.Env ?? [],
    workdir: config.WorkingDir ?? '',
    user: config.User ?? '',
    entrypoint: config.Entrypoint,
    cmd: config.Cmd,
    shell: config.Shell,
    exposedPorts: Object.keys(config.ExposedPorts ?? {}).sort(),
    labels: new Map(Object.entries(config.Labels ?? {})),
    volumes: Object.keys(config.Volumes ?? {}).sort(),
    stopSignal: config.StopSignal,
    onbuild: config.OnBuild ?? [],
  };
}
