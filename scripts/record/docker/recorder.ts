// Runs the builds of a scenario on a real builder and writes down what happened. Each scenario is built three times from an empty cache:
// once with the Dockerfile frontend linked into our driver, which tells the lines of each step; once with the frontend inside the daemon,
// as `docker build` uses it, which must say the same; and once without cache, stage by stage, for what each RUN does when it is executed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type BaseImages, layerMembers } from './base-images.ts';
import { ContextFolder, contextEntries } from './context.ts';
import { type ExportedImage, type ImageConfig, readImage } from './image.ts';
import {
  address,
  type Builder,
  baseImagesFile,
  checkedVersions,
  driver,
  machineFolder,
  setNetwork,
} from './machine.ts';
import {
  baseStage,
  errorOf,
  globalArguments,
  historyPlaces,
  imageOf,
  layersOf,
  neededStages,
  type ReadLayers,
  type Report,
  readable,
  type StageInfo,
  stagesOf,
  stepsOf,
  targetStage,
} from './outcome.ts';
import type { Build, Entry, Outcome, RunEffect, Scenario } from './schema.ts';

const list = JSON.parse(readFileSync(baseImagesFile, 'utf8')) as BaseImages;
const work = join(machineFolder, 'work');

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
interface Reading {
  readonly stages: readonly StageInfo[];
  readonly args: Readonly<Record<string, string>>;
  readonly base: (stage: StageInfo) => ExportedImage | null;
  readonly triggers: (stage: StageInfo) => readonly string[];
}

function readingOf(build: Build, report: Report): Reading {
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

export interface BuildResult {
  readonly report: Report;
  readonly image: ExportedImage | null;
}

/** The folder that holds the contexts of the build that is laid. */
export const contextFolder = join(work, 'context');

/** The folders of one pass over a scenario's builds, kept from build to build. */
export class Pass {
  readonly #context = new ContextFolder(contextFolder);
  readonly #named = new Map<string, ContextFolder>();

  /** Makes the folders and the network what they are at this build. */
  lay(build: Build): void {
    this.#context.lay(contextEntries(build));
    for (const [name, entries] of Object.entries(build.namedContexts ?? {})) {
      const folder = this.#named.get(name) ?? new ContextFolder(join(work, 'named', name));
      this.#named.set(name, folder);
      folder.lay(entries as Readonly<Record<string, Entry>>);
    }
    setNetwork({ images: build.baseImages, remote: build.remote ?? {} });
  }
}

/** The options of the Dockerfile frontend for a build. */
export function frontendOptions(build: Build): Record<string, string> {
  return {
    filename: build.dockerfileName ?? 'Dockerfile',
    ...Object.fromEntries(Object.entries(build.buildArgs).map(([key, value]) => [`build-arg:${key}`, value])),
    ...Object.fromEntries(Object.keys(build.namedContexts ?? {}).map((name) => [`context:${name}`, `local:${name}`])),
    ...(build.target === null ? {} : { target: build.target }),
    ...(build.platform === null ? {} : { platform: build.platform }),
    ...(build.noCache ? { 'no-cache': '' } : {}),
    ...(build.noCacheFilter === undefined ? {} : { 'no-cache': build.noCacheFilter.join(',') }),
  };
}

interface Asked {
  readonly frontend: 'here' | 'inside';
  /** The folder with the Dockerfile, when it isn't the context. */
  readonly dockerfile?: string;
  readonly options?: Readonly<Record<string, string>>;
}

function ask(build: Build, { frontend, dockerfile, options }: Asked): BuildResult {
  const archive = join(work, 'image.tar');
  rmSync(archive, { force: true });
  const context = contextFolder;
  const request = {
    address,
    frontend,
    context,
    dockerfile: dockerfile ?? context,
    contexts: Object.fromEntries(
      Object.keys(build.namedContexts ?? {}).map((name) => [name, join(work, 'named', name)]),
    ),
    options: options ?? frontendOptions(build),
    secrets: build.secrets ?? {},
    ssh: build.ssh ? (process.env['SSH_AUTH_SOCK'] ?? '') : '',
    allow: build.allow ?? [],
    image: archive,
  };
  const { stdout, stderr, status } = spawnSync(driver, {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(`The driver failed: ${stderr}`);
  const report = JSON.parse(stdout) as Report;
  const made = report.error === null && existsSync(archive);
  return { report, image: made ? readImage(readFileSync(archive)) : null };
}

/** The outcome of a build, and what it was read from. */
function outcomeOf(build: Build, { report, image }: BuildResult, ids: readonly string[]): Outcome {
  const reading = readingOf(build, report);
  const target = targetStage(reading.stages, build.target);
  const error = errorOf(report);
  const needed =
    target === undefined ? new Set<number>() : neededStages(reading.stages, target, reading.args, reading.triggers);
  const parsed = error?.kind !== 'parse';
  const same = image === null ? -1 : ids.indexOf(image.id);
  const warnings = report.warnings.toSorted((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1));
  return {
    ok: error === null,
    steps: parsed ? stepsOf(report, reading.stages, needed) : [],
    skippedStages: parsed
      ? reading.stages.filter(({ stage }) => !needed.has(stage)).map(({ stage, name }) => ({ stage, stageName: name }))
      : [],
    warnings: [...new Set(warnings.map(({ text }) => text))],
    image: image === null || target === undefined ? null : readImageOf(reading, target, image).image,
    sameImageIdAsBuild: same === -1 ? null : same,
    error,
  };
}

function readImageOf(reading: Reading, stage: StageInfo, image: ExportedImage) {
  const base = reading.base(stage);
  const read = layersOf(image, base, historyPlaces(reading.stages, stage, reading.args, reading.triggers));
  return { image: imageOf(image, base, read), read };
}

const isRun = (text: string) => /^RUN\b/i.test(text);

/** What the RUN instructions of one stage did, read from the layers of an image that ends with it. */
function effectsIn(stage: StageInfo, { layers }: ReadLayers): readonly RunEffect[] {
  return layers
    .filter((layer) => layer.stage === stage.stage && isRun(layer.instruction) && layer.change !== null)
    .map(({ line, instruction, change }) => ({
      stage: stage.stage,
      line,
      instruction,
      writes: Object.fromEntries(
        (change?.writes ?? []).flatMap((path) => {
          const fact = change?.files.get(path);
          return fact === undefined ? [] : [[path, fact] as const];
        }),
      ),
      deletes: change?.deletes ?? [],
    }));
}

const exitCode = (report: Report) => {
  const [, code] = /exit code: (\d+)/.exec(report.error?.message ?? '') ?? [];
  return code === undefined ? undefined : Number(code);
};

/** Builds a stage alone, shortened from its end until it works, and tells what its RUN instructions do. */
function effectsOfStage(build: Build, reading: Reading, stage: StageInfo, failing: Map<string, number>) {
  const folder = join(work, 'dockerfile');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const name = build.dockerfileName ?? 'Dockerfile';
  const lines = build.dockerfile.split('\n');
  const after = reading.stages.find((one) => one.stage === stage.stage + 1);
  if (build.dockerignoreName !== undefined && build.dockerignore !== null) {
    writeFileSync(join(folder, build.dockerignoreName), build.dockerignore);
  }
  const ends = [after?.line ?? lines.length + 1, ...stage.instructions.map(({ line }) => line).toReversed()];
  for (const end of ends) {
    writeFileSync(join(folder, name), lines.slice(0, end - 1).join('\n'));
    const { target: _, 'no-cache': __, ...options } = frontendOptions(build);
    const made = ask(build, { frontend: 'inside', dockerfile: folder, options });
    if (made.image !== null) {
      const short = readingOf(build, made.report);
      const last = short.stages.at(-1);
      if (last === undefined) return [];
      return effectsIn(stage, readImageOf(short, last, made.image).read);
    }
    const code = exitCode(made.report);
    const line = made.report.error?.lines[0];
    if (code !== undefined && line !== undefined) failing.set(`${line}`, code);
  }
  return [];
}

/** What each RUN of a build does if it is executed; `real` are the effects that were seen in the build itself. */
function runEffects(build: Build, result: BuildResult): readonly RunEffect[] {
  const reading = readingOf(build, result.report);
  const failing = new Map<string, number>();
  const seen = reading.stages.flatMap((stage) => effectsOfStage(build, reading, stage, failing));
  return reading.stages.flatMap((stage) => {
    const triggers = reading.triggers(stage).filter(isRun).map(readable);
    const runs = [
      ...triggers.map((instruction) => ({ line: stage.line, instruction })),
      ...seen
        .filter(
          ({ line, instruction, ...at }) =>
            at.stage === stage.stage && line === stage.line && !triggers.includes(instruction),
        )
        .map(({ line, instruction }) => ({ line, instruction })),
      ...stage.instructions
        .filter(({ keyword }) => isRun(keyword))
        .map(({ line, text }) => ({ line, instruction: readable(text) })),
    ];
    return runs.map(({ line, instruction }): RunEffect => {
      const effect = seen.find(
        (one) =>
          one.stage === stage.stage && one.line === line && (line !== stage.line || one.instruction === instruction),
      );
      if (effect !== undefined) return effect;
      const code = failing.get(`${line}`);
      const at = { stage: stage.stage, line, instruction };
      return code === undefined ? { ...at, neverRuns: true } : { ...at, exitCode: code };
    });
  });
}

/** What two passes must agree in. */
const agreed = (outcome: Outcome) => ({
  ...outcome,
  steps: outcome.steps.map(({ display: _, ...step }) => step),
});

/** The steps whose state differs between two passes ran in a race: whether they ran is left open. */
function withRaces(one: Outcome, cachedInOther: ReadonlyMap<string, boolean>): Outcome {
  if (one.error?.kind !== 'step') return one;
  return {
    ...one,
    steps: one.steps.map((step) => {
      if (step.cached === null || step.failed || step.display === undefined) return step;
      return cachedInOther.get(step.display) === step.cached ? step : { ...step, cached: null, mayRun: true as const };
    }),
  };
}

export interface Recorded {
  readonly scenario: Scenario;
  /** What the passes didn't agree in; a scenario with such is not to be kept. */
  readonly unsteady: readonly string[];
}

/** Records a scenario: its inputs are taken, all else is made. */
export async function record(builder: Builder, scenario: Scenario): Promise<Recorded> {
  const unsteady: string[] = [];
  await builder.restart();
  let pass = new Pass();
  const results: BuildResult[] = [];
  for (const build of scenario.builds) {
    pass.lay(build);
    results.push(ask(build, { frontend: 'here' }));
  }
  const ids: string[] = [];
  let expected = results.map((result, at) => {
    const outcome = outcomeOf(scenario.builds[at] as Build, result, ids);
    ids.push(result.image?.id ?? '');
    return outcome;
  });

  await builder.restart();
  pass = new Pass();
  const otherIds: string[] = [];
  expected = scenario.builds.map((build, at) => {
    pass.lay(build);
    const inside = ask(build, { frontend: 'inside' });
    const first = results[at] as BuildResult;
    const cached = new Map(
      inside.report.vertices
        .filter(({ started }) => started !== undefined)
        .map((vertex) => [vertex.name, vertex.cached === true] as const),
    );
    const outcome = withRaces(expected[at] as Outcome, cached);
    // The daemon's vertices have the same names and digests, but no lines: those are the driver's.
    const mapped = { ...inside.report, steps: first.report.steps };
    const again = withRaces(outcomeOf(build, { report: mapped, image: inside.image }, otherIds), cached);
    otherIds.push(inside.image?.id ?? '');
    const kept = { ...outcome, error: again.error };
    if (!isDeepStrictEqual(agreed(kept), agreed(again))) {
      unsteady.push(`build ${at}:\n  ${JSON.stringify(agreed(kept))}\n  ${JSON.stringify(agreed(again))}`);
    }
    return kept;
  });

  await builder.restart();
  pass = new Pass();
  const builds = scenario.builds.map((build, at) => {
    pass.lay(build);
    ask(build, { frontend: 'inside', options: { ...frontendOptions(build), 'no-cache': '' } });
    const result = results[at] as BuildResult;
    const effects = runEffects(build, result);
    return { ...build, runEffects: executed(build, result, expected[at] as Outcome, effects) };
  });
  const { buildkit, frontend } = checkedVersions();
  const recordedWith = {
    builder: `BuildKit ${buildkit}`,
    frontend: `Dockerfile frontend ${frontend} (built in)`,
    passes: 2,
  };
  return { scenario: { ...scenario, builds, expected, recordedWith }, unsteady };
}

/** The effects, those of steps that the build itself executed for its image taken from that image. */
function executed(
  build: Build,
  result: BuildResult,
  outcome: Outcome,
  effects: readonly RunEffect[],
): readonly RunEffect[] {
  const reading = readingOf(build, result.report);
  const target = targetStage(reading.stages, build.target);
  if (result.image === null || target === undefined) return effects;
  const { read } = readImageOf(reading, target, result.image);
  const own = reading.stages.flatMap((stage) => effectsIn(stage, read));
  return effects.map((effect) => {
    const isSame = (one: { stage: number; line: number; instruction: string }) =>
      one.stage === effect.stage && one.line === effect.line && one.instruction === effect.instruction;
    const ran = outcome.steps.some((step) => isSame(step) && step.cached === false);
    return (ran ? own.find(isSame) : undefined) ?? effect;
  });
}
