/**
 * Scenarios of the layer cache: whether our builder agrees with the recorded one, build by build, as the scenarios' README defines it.
 * Base images are stand-ins that come with the scenarios.
 */

import {
  findFault,
  type RecordedWith,
  rulesOf,
  runScenario,
  type ScenarioBuild,
  type ScenarioOutcome,
  type StandIns,
  scenarioOutcome,
} from '@/core/docker';
import standIns from '@/core/docker/conformance/support/base-images.json';
import { type Case, type Comparison, type Json, unreadable } from '@/core/python/conformance/case';

export const LAYER_CACHE_SUITE = 'layer-cache';

/** What a scenario records, as far as it is graded, and our outcomes. */
export function compareLayerCache(given: Case): Comparison {
  const fault = findFault(given['builds']);
  if (fault !== undefined) unreadable(fault);
  const expected = given['expected'];
  if (!Array.isArray(expected)) unreadable('A scenario has a list of expected outcomes.');
  // JSON becomes what it was found to be: builds by `findFault`; what is recorded is only compared, and a wrong shape disagrees.
  const builds = given['builds'] as unknown as readonly ScenarioBuild[];
  const recorded = expected as unknown as readonly Recorded[];
  if (recorded.length !== builds.length) unreadable('A scenario expects one outcome of each build.');
  const rules = rulesOf((given['recordedWith'] ?? {}) as unknown as RecordedWith);
  const got = runScenario(builds, standIns as unknown as StandIns, rules).map(scenarioOutcome);
  const graded = recorded.map((one, at) => gradedPair(one, got[at]));
  return { expected: graded.map((pair) => pair.expected), got: graded.map((pair) => pair.got) };
}

/** A recorded outcome has warnings and raw errors besides, which aren't graded. */
type Recorded = ScenarioOutcome;

interface Pair {
  readonly expected: Json;
  readonly got: Json;
}

/** The graded parts of both. A step that may or may not have run is left out of both, and so is a line that isn't recorded. */
function gradedPair(expected: Recorded, got: ScenarioOutcome | undefined): Pair {
  if (got === undefined) return { expected: plain(expected), got: null };
  const apart = new Set([...expected.steps, ...got.steps].filter(({ cached }) => cached === null).map(keyOf));
  // Line 0 is none: the builder prints it where it knows no place.
  const hasLine = (expected.error?.line ?? 0) > 0;
  const comparable = { ...expected, image: expected.image === null ? null : withoutUnknown(expected.image, got.image) };
  return { expected: plain(part(comparable, apart, hasLine)), got: plain(part(got, apart, hasLine)) };
}

/** Without the digests of files whose bytes we don’t have: stand-ins of programs, and archives that only their members describe. */
function withoutUnknown(
  image: NonNullable<ScenarioOutcome['image']>,
  ours: ScenarioOutcome['image'],
): NonNullable<ScenarioOutcome['image']> {
  const files = Object.entries(image.files).map(([path, fact]) => {
    const own = ours?.files[path];
    const { sha256: _, ...rest } = fact;
    return [path, own?.type === 'file' && own.sha256 === undefined ? rest : fact] as const;
  });
  return { ...image, files: Object.fromEntries(files) };
}

const keyOf = ({ stage, line, instruction }: ScenarioOutcome['steps'][number]): string =>
  `${stage}:${line}:${instruction.replace(/\s+/g, '')}`;

function part(
  { ok, steps, skippedStages, image, error }: ScenarioOutcome,
  apart: ReadonlySet<string>,
  hasLine: boolean,
) {
  return {
    ok,
    steps: steps
      .filter((step) => !apart.has(keyOf(step)))
      .map(({ stage, line, cached }) => `${stage}:${line} ${cached ? 'cached' : 'ran'}`)
      .sort(),
    // A stage of which a step ran wasn’t skipped, though a trigger asked for it and the file’s own lines didn’t.
    skipped: ok
      ? skippedStages
          .map(({ stage }) => stage)
          .filter((stage) => !steps.some((step) => step.stage === stage))
          .sort()
      : [],
    error: error === null ? null : { kind: error.kind, ...(hasLine && { line: error.line }) },
    image: image === null ? null : imagePart(image),
  };
}

function imagePart(image: NonNullable<ScenarioOutcome['image']>) {
  const { env, workdir, user, entrypoint, cmd, shell, exposedPorts, labels, volumes, stopSignal, onbuild } = image;
  return {
    config: { env, workdir, user, entrypoint, cmd, shell, labels, stopSignal, onbuild },
    exposedPorts: [...exposedPorts].sort(),
    volumes: [...volumes].sort(),
    healthcheck: image.healthcheck,
    layers: image.layers.map(({ empty, sizeBytes }) => ({ empty, sizeBytes })),
    baseLayers: image.baseLayers,
    files: Object.fromEntries(Object.entries(image.files).map(([path, { content: _, ...fact }]) => [path, fact])),
    removedFromBase: [...image.removedFromBase].sort(),
  };
}

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));
