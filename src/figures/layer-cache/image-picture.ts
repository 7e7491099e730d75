/** The image that building now makes: its layers from the bottom up, what is buried in them, its configuration, and what in it anybody can read. */
import {
  addedBytes,
  type BuiltImage,
  buriedBytes,
  buriedIn,
  type HistoryLine,
  historyLines,
  type ImageConfig,
  type ImageLayer,
  layerChanges,
  type ReadablePlace,
  readableSecrets,
} from '@/core/docker';
import type { Words } from '@/figures/frame/Words';
import { bytesWord, countOf } from './amounts';
import { outcomeShown } from './good';
import type { ProjectScene } from './scenario';
import type { LayerState } from './state';

/** What a layer does with files of one kind: `adds`, and which. */
export interface ChangeList {
  readonly word: 'adds' | 'stores again' | 'deletes';
  readonly paths: readonly string[];
  /** Paths beyond those that are listed. */
  readonly more: number;
}

export interface LayerRow {
  readonly key: string;
  /** The line of the Dockerfile; undefined for the base. */
  readonly line: number | undefined;
  /** As `docker history` says it. */
  readonly createdBy: string;
  readonly size: string;
  /** Of the largest layer, from 0 to 1; 0: there is nothing to draw. */
  readonly share: number;
  /** `configuration only`, `2 layers`. */
  readonly word: string;
  readonly isEmpty: boolean;
  readonly changes: readonly ChangeList[];
  /** `27 MB of it are deleted or replaced later, and are stored all the same.`; empty: nothing is. */
  readonly buried: string;
}

/** A place where something that looks like a secret can be read. */
export interface SecretRow {
  readonly key: string;
  readonly code: string;
  readonly says: Words;
}

export interface ImagePicture {
  readonly kind: 'image';
  readonly says: string;
  /** For the ear, a few words. */
  readonly said: string;
  /** Empty where no image comes out, or its answer is hidden. */
  readonly layers: readonly LayerRow[];
  /** As `docker history` prints it, the newest line first. */
  readonly history: readonly (HistoryLine & { readonly key: string })[];
  readonly config: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Undefined where there is no image. */
  readonly secrets: readonly SecretRow[] | undefined;
}

/** A smaller share can’t be seen as a bar. */
const LEAST_SHARE = 0.004;
/** Paths of a layer that are listed. */
const MOST_PATHS = 6;

const nothing = (says: string): ImagePicture => ({
  kind: 'image',
  says,
  said: '',
  layers: [],
  history: [],
  config: [],
  secrets: undefined,
});

export function imagePicture(scene: ProjectScene, state: LayerState, isHidden: boolean): ImagePicture {
  if (isHidden) return nothing('What will the image hold, and how large is it? The answer is hidden.');
  const { outcome } = outcomeShown(scene, state);
  if (outcome.kind === 'refused') return nothing('The builder refuses the Dockerfile, so there is no image.');
  if (outcome.kind !== 'built') return nothing('The build fails, so there is no image.');
  const { image } = outcome;
  const buried = buriedBytes(image);
  const above = buried === 0 ? '' : `, of which ${bytesWord(buried)} can’t be seen in any container`;
  const whole = bytesWord(image.baseSize + addedBytes(image));
  const secrets = readableSecrets(image, state.now.arguments);
  return {
    kind: 'image',
    says: `${whole} in all: ${bytesWord(image.baseSize)} of the base and ${bytesWord(addedBytes(image))} from this Dockerfile${above}.`,
    said: `${whole}, ${secrets.length === 0 ? 'no secret' : countOf(secrets.length, 'secret')} readable`,
    layers: layerRows(image),
    history: historyLines(image).map((line, at) => ({ ...line, key: `${at}` })),
    config: configRows(image.config),
    secrets: secrets.map(secretRow),
  };
}

function layerRows(image: BuiltImage): readonly LayerRow[] {
  const largest = image.layers.reduce((most, { layer }) => Math.max(most, layer.size), image.baseSize);
  const shareOf = (bytes: number) => (bytes < largest * LEAST_SHARE ? 0 : bytes / Math.max(1, largest));
  const base: LayerRow = {
    key: 'base',
    line: undefined,
    createdBy: image.baseReference,
    size: bytesWord(image.baseSize),
    share: shareOf(image.baseSize),
    word: image.baseLayers === 0 ? 'nothing below' : 'the base',
    isEmpty: image.baseLayers === 0,
    changes: [],
    buried: '',
  };
  const rows = image.layers.map((one, at): LayerRow => {
    const buried = buriedIn(image, one);
    return {
      key: `${at}`,
      line: one.line,
      createdBy: one.createdBy,
      size: bytesWord(one.layer.size),
      share: shareOf(one.layer.size),
      word: wordOf(one),
      isEmpty: one.isEmpty,
      changes: changeLists(image, at),
      buried: buried === 0 ? '' : `${bytesWord(buried)} of it are deleted or replaced later, and stored all the same.`,
    };
  });
  return [base, ...rows];
}

function wordOf({ isEmpty, layer }: ImageLayer): string {
  if (isEmpty) return 'configuration only';
  return layer.writes.size === 0 && layer.deletes.length === 0 ? 'an empty layer' : '';
}

function changeLists(image: BuiltImage, at: number): readonly ChangeList[] {
  const { added, changed, deleted } = layerChanges(image, at);
  return [listOf('adds', added), listOf('stores again', changed), listOf('deletes', deleted)].filter(
    ({ paths }) => paths.length > 0,
  );
}

function listOf(word: ChangeList['word'], paths: readonly string[]): ChangeList {
  return { word, paths: paths.slice(0, MOST_PATHS), more: Math.max(0, paths.length - MOST_PATHS) };
}

function configRows(config: ImageConfig): ImagePicture['config'] {
  const list = (words: readonly string[] | undefined) => (words === undefined ? [] : [JSON.stringify(words)]);
  const rows = [
    { name: 'Env', values: config.env },
    { name: 'Entrypoint', values: list(config.entrypoint) },
    { name: 'Cmd', values: list(config.cmd) },
    { name: 'User', values: [config.user === '' ? 'root: nothing is set' : config.user] },
    { name: 'WorkingDir', values: [config.workdir === '' ? '/' : config.workdir] },
    { name: 'ExposedPorts', values: config.exposedPorts },
    { name: 'Labels', values: [...config.labels].map(([name, value]) => `${name}=${value}`) },
    { name: 'Volumes', values: config.volumes },
    { name: 'Healthcheck', values: list(config.healthcheck?.test) },
  ];
  return rows.filter(({ values }) => values.length > 0);
}

/** Arguments stand at the beginning of a line of the history. */
const MOST_SHOWN = 72;

const shortened = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);

function secretRow(place: ReadablePlace): SecretRow {
  const key = JSON.stringify(place);
  switch (place.kind) {
    case 'variable':
      return {
        key,
        code: place.name,
        says: ['stands in the configuration: ', { code: 'docker inspect' }, ' shows its value.'],
      };
    case 'label':
      return { key, code: place.name, says: ['is a label: ', { code: 'docker inspect' }, ' shows its value.'] };
    case 'history':
      return {
        key,
        code: shortened(place.createdBy),
        says: [`stands in the history, by line ${place.line}: `, { code: 'docker history' }, ' shows it.'],
      };
    case 'file':
      return place.isBuried
        ? {
            key,
            code: place.path,
            says: [`is deleted or replaced later, and stays in the layer of line ${place.line}.`],
          }
        : { key, code: place.path, says: [`is a file of the image, in the layer of line ${place.line}.`] };
  }
}
