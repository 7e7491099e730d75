// What each RUN of a build does when it is executed. Every stage is built alone, shortened from its end until it works, and what its
// RUN instructions do is read from the layers of the image.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type BuildResult, frontendOptions, work } from './asking.ts';
import type { ReadLayers, Report } from './outcome.ts';
import { type Reading, readImageOf, readingOf } from './reading.ts';
import type { Build, Outcome, RunEffect } from './schema.ts';
import { readable, type StageInfo, targetStage } from './stages.ts';

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
export function runEffects(build: Build, result: BuildResult): readonly RunEffect[] {
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

/** The effects, those of steps that the build itself executed for its image taken from that image. */
export function executed(
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
