// What a build is read with: its stages, its arguments before FROM, its base images and their triggers.

import { readFileSync } from 'node:fs';
import { type BaseImages, layerMembers } from './base-images.ts';
import type { ExportedImage, ImageConfig } from './image.ts';
import { baseImagesFile } from './machine.ts';
import { imageOf, layersOf, type Report } from './outcome.ts';
import type { Build } from './schema.ts';
import { baseStage, globalArguments, historyPlaces, type StageInfo, stagesOf } from './stages.ts';

const list = JSON.parse(readFileSync(baseImagesFile, 'utf8')) as BaseImages;

/** The tag that a base's name means in the list of base images, if the list has it. */
function listedTag(name: string): string | undefined {
  const short = name.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/@sha256:.*$/, '');
  return [name, short, `${short}:latest`].find((tag) => tag in list.images);
}

const baseCache = new Map<string, ExportedImage>();

/** A base image of the list, in the form of an exported one. */
function baseImage(name: string, variants: Readonly<Record<string, string>>): ExportedImage | null {
  if (name === 'scratch') return null;
  const tag = listedTag(name);
  if (tag === undefined) throw new Error(`${name} is not in the list of base images.`);
  const variant = variants[tag] ?? 'v1';
  const known = baseCache.get(`${tag} ${variant}`);
  const listed = list.images[tag]?.[variant];
  if (known !== undefined || listed === undefined) return known ?? null;
  const made: ExportedImage = {
    id: '',
    config: {
      architecture: 'amd64',
      os: 'linux',
      config: listed.config as NonNullable<ImageConfig['config']>,
      history: listed.layers.map((layer) => ({ created_by: layer })),
      rootfs: { diff_ids: [] },
    },
    layers: listed.layers.map((layer) => layerMembers(list, layer)),
  };
  baseCache.set(`${tag} ${variant}`, made);
  return made;
}

/** What is fixed for one build: its stages, its arguments before FROM, its base images. */
export interface Reading {
  readonly stages: readonly StageInfo[];
  readonly args: Readonly<Record<string, string>>;
  readonly base: (stage: StageInfo) => ExportedImage | null;
  readonly triggers: (stage: StageInfo) => readonly string[];
}

export function readingOf(build: Build, report: Report): Reading {
  const stages = stagesOf(report.instructions);
  const args = globalArguments(build.dockerfile, build.buildArgs);
  const bottom = (stage: StageInfo): StageInfo => {
    const below = baseStage(stages, stage, args);
    return below === undefined ? stage : bottom(below);
  };
  const expanded = (stage: StageInfo) =>
    stage.base.replaceAll(/\$\{?(\w+)(?::-[^}]*)?\}?/g, (_, key: string) => args[key] ?? '');
  const base = (stage: StageInfo) => baseImage(expanded(bottom(stage)), build.baseImages);
  const triggers = (stage: StageInfo) => {
    const name = expanded(stage);
    if (baseStage(stages, stage, args) !== undefined || listedTag(name) === undefined) return [];
    return baseImage(name, build.baseImages)?.config.config?.OnBuild ?? [];
  };
  return { stages, args, base, triggers };
}

/** The image of a stage as a scenario records it, and its layers. */
export function readImageOf(reading: Reading, stage: StageInfo, image: ExportedImage) {
  const base = reading.base(stage);
  const read = layersOf(image, base, historyPlaces(reading.stages, stage, reading.args, reading.triggers));
  return { image: imageOf(image, base, read), read };
}
