// Where a value can still be read in an image by anybody who has it: in the configuration (ENV), in the history (ARG), in a file, and in
// a file that a later step deleted, which stays in the layer below. Secret mounts leave nothing.
import { sizeOf, textOf } from '../files/content';
import type { FileNode } from '../files/node';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import { nameOfVariable, valueOfVariable } from '../plan/image-config';
import { type BuiltImage, type ImageLayer, pathsOf } from './built-image';

/** A place where something is readable. `line` and `stage` are those of the instruction that put it there. */
export type ReadablePlace =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'history'; readonly stage: number; readonly line: number; readonly createdBy: string }
  | {
      readonly kind: 'file';
      readonly stage: number;
      readonly line: number;
      readonly path: string;
      /** A later step deletes or replaces it: it isn’t in a container, and is in the image all the same. */
      readonly isBuried: boolean;
    };

/** Files up to this size are read through. */
const MAX_FILE = 65_536;

/** Everywhere that the text stands in what the build added. An empty text stands nowhere. */
export function placesOf(image: BuiltImage, text: string): readonly ReadablePlace[] {
  if (text === '') return [];
  const places: ReadablePlace[] = [];
  for (const written of image.config.env) {
    if (valueOfVariable(written).includes(text)) places.push({ kind: 'variable', name: nameOfVariable(written) });
  }
  for (const [name, value] of image.config.labels) {
    if (value.includes(text)) places.push({ kind: 'label', name });
  }
  for (const { createdBy, stage, line } of image.layers) {
    if (createdBy.includes(text)) places.push({ kind: 'history', stage, line, createdBy });
  }
  places.push(...filesWhere(image, (_, node) => node.kind === 'file' && contains(node, text)));
  return places;
}

function contains(node: Extract<FileNode, { readonly kind: 'file' }>, text: string): boolean {
  return textOf(node.content, MAX_FILE)?.includes(text) === true;
}

/** Names of variables that the builder’s check SecretsUsedInArgOrEnv takes for secrets. */
const SECRET_NAME = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS_NAME = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** @example isSecretName('API_KEY') // → true */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/** Files that hold secrets by custom: `.env`, private keys, credentials of tools. */
const SECRET_FILE =
  /(^|\/)(\.env(\.(?!example$|sample$|template$)[^/]+)?|id_(rsa|dsa|ecdsa|ed25519)|[^/]+\.pem|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.aws\/credentials|\.docker\/config\.json)$/;

/** What looks like a secret by its name, and where it can be read. */
export function likelySecrets(image: BuiltImage): readonly ReadablePlace[] {
  const places: ReadablePlace[] = [];
  for (const written of image.config.env) {
    const name = nameOfVariable(written);
    if (isSecretName(name)) places.push({ kind: 'variable', name });
  }
  for (const { createdBy, stage, line } of image.layers) {
    const isOfArgument = /^ARG /.test(createdBy) && createdBy.slice(4).split(' ').some(isGivenSecret);
    const isOfRun = /^RUN \|\d+ /.test(createdBy) && createdBy.split(' ').slice(2).some(isGivenSecret);
    if (isOfArgument || isOfRun) places.push({ kind: 'history', stage, line, createdBy });
  }
  places.push(...filesWhere(image, (path) => SECRET_FILE.test(path)));
  return places;
}

/** Values that are shorter stand in too much that has nothing to do with them. */
const SHORTEST = 4;

/**
 * What looks like a secret by its name, and where the value can be read of every variable and argument whose name does, under whatever
 * name. `given` are the build arguments.
 */
export function readableSecrets(image: BuiltImage, given: ReadonlyMap<string, string>): readonly ReadablePlace[] {
  const pairs = [...given, ...image.config.env.map((one) => [nameOfVariable(one), valueOfVariable(one)] as const)];
  const values = new Set(
    pairs.filter(([name, value]) => isSecretName(name) && value.length >= SHORTEST).map(([, value]) => value),
  );
  const places = [...likelySecrets(image), ...[...values].flatMap((value) => placesOf(image, value))];
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

const isGivenSecret = (pair: string): boolean => /^\w+=./.test(pair) && isSecretName(nameOfVariable(pair));

function filesWhere(image: BuiltImage, isMeant: (path: string, node: FileNode) => boolean): readonly ReadablePlace[] {
  const places: ReadablePlace[] = [];
  for (const layer of image.layers) {
    for (const path of pathsOf(layer)) {
      const node = nodeAt(layer.root, namesOf(path));
      if (node === undefined || node.kind === 'dir' || !isMeant(path, node)) continue;
      const isBuried = nodeAt(image.root, namesOf(path)) !== node;
      places.push({ kind: 'file', stage: layer.stage, line: layer.line, path, isBuried });
    }
  }
  return places;
}

/** Bytes that a layer stores and no container sees, since a later layer deletes or replaces them. */
export function buriedBytes(image: BuiltImage): number {
  return image.layers.reduce((sum, layer) => sum + buriedIn(image, layer), 0);
}

/** The same of one layer. */
export function buriedIn(image: BuiltImage, one: ImageLayer): number {
  let bytes = 0;
  for (const path of pathsOf(one)) {
    const node = nodeAt(one.root, namesOf(path));
    if (node?.kind !== 'file' || nodeAt(image.root, namesOf(path)) === node) continue;
    bytes += sizeOf(node.content);
  }
  return bytes;
}
