// Where two outcomes of the same build differ, as the fidelity cases grade: whether it worked, which steps ran or were cached, the
// stages that were left out, the image's configuration, layers and files, the kind and line of an error. Pure.

import { isDeepStrictEqual } from 'node:util';
import type { FileFact, Image, Outcome, Step } from './schema.ts';

export interface Difference {
  /** Where, as `steps 1:3` or `image.env`. */
  readonly at: string;
  readonly one: unknown;
  readonly other: unknown;
}

const stepKey = ({ stage, line, onbuild, instruction }: Step) => `${stage}:${line}${onbuild ? ` ${instruction}` : ''}`;

function stepDifferences(one: readonly Step[], other: readonly Step[]): readonly Difference[] {
  const graded = (steps: readonly Step[]) =>
    new Map(steps.filter(({ mayRun }) => !mayRun).map((step) => [stepKey(step), step.cached]));
  const free = new Set([...one, ...other].filter(({ mayRun }) => mayRun).map(stepKey));
  const [left, right] = [graded(one), graded(other)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => !free.has(key) && left.get(key) !== null && right.get(key) !== null)
    .map((key) => ({ at: `steps ${key}`, one: left.get(key) ?? 'none', other: right.get(key) ?? 'none' }))
    .filter(({ one: mine, other: theirs }) => mine !== theirs);
}

const withoutText = (files: Readonly<Record<string, FileFact>>) =>
  Object.fromEntries(Object.entries(files).map(([path, { content: _, ...fact }]) => [path, fact]));

const configFields = [
  'env',
  'workdir',
  'user',
  'entrypoint',
  'cmd',
  'shell',
  'exposedPorts',
  'labels',
  'volumes',
  'stopSignal',
  'healthcheck',
  'onbuild',
  'baseLayers',
  'totalLayers',
  'removedFromBase',
] as const;

function imageDifferences(one: Image | null, other: Image | null): readonly Difference[] {
  if (one === null || other === null)
    return one === other ? [] : [{ at: 'image', one: one !== null, other: other !== null }];
  const layers = (image: Image) =>
    image.layers.map(({ stage, line, empty, sizeBytes }) => [stage, line, empty, sizeBytes]);
  const found: Difference[] = configFields
    .filter((field) => !isDeepStrictEqual(one[field], other[field]))
    .map((field) => ({ at: `image.${field}`, one: one[field], other: other[field] }));
  if (!isDeepStrictEqual(layers(one), layers(other))) {
    found.push({ at: 'image.layers', one: layers(one), other: layers(other) });
  }
  const [left, right] = [withoutText(one.files), withoutText(other.files)];
  for (const path of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (!isDeepStrictEqual(left[path], right[path])) {
      found.push({ at: `image.files ${path}`, one: left[path] ?? null, other: right[path] ?? null });
    }
  }
  return found;
}

/** Every place in which two outcomes of a build differ; a line that `one` doesn't name is no difference. */
export function outcomeDifferences(one: Outcome, other: Outcome): readonly Difference[] {
  const found: Difference[] = [];
  if (one.ok !== other.ok) found.push({ at: 'ok', one: one.ok, other: other.ok });
  found.push(...stepDifferences(one.steps, other.steps));
  const skipped = (outcome: Outcome) => outcome.skippedStages.map(({ stage }) => stage);
  if (!isDeepStrictEqual(skipped(one), skipped(other))) {
    found.push({ at: 'skippedStages', one: skipped(one), other: skipped(other) });
  }
  found.push(...imageDifferences(one.image, other.image));
  if (one.error?.kind !== other.error?.kind) {
    found.push({ at: 'error.kind', one: one.error?.kind ?? null, other: other.error?.kind ?? null });
  } else if (one.error?.line !== null && one.error?.line !== other.error?.line) {
    found.push({ at: 'error.line', one: one.error?.line, other: other.error?.line ?? null });
  }
  return found;
}
