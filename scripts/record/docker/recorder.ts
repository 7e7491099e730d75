// Runs the builds of a scenario on a real builder and writes down what happened. Each scenario is built three times from an empty cache:
// once with the Dockerfile frontend linked into our driver, which tells the lines of each step; once with the frontend inside the daemon,
// as `docker build` uses it, which must say the same; and once without cache, stage by stage, for what each RUN does when it is executed.

import { isDeepStrictEqual } from 'node:util';
import { ask, type BuildResult, frontendOptions, Pass } from './asking.ts';
import { type Builder, checkedVersions } from './machine.ts';
import { errorOf, stepsOf } from './outcome.ts';
import { readImageOf, readingOf } from './reading.ts';
import { executed, runEffects } from './run-effects.ts';
import type { Build, Outcome, Scenario, Step } from './schema.ts';
import { neededStages, targetStage } from './stages.ts';

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

/** What two passes must agree in. Of a failing build, only the steps that both saw the same way. */
const agreed = (outcome: Outcome) => ({
  ...outcome,
  steps: outcome.steps
    .filter(({ mayRun, cached }) => outcome.error?.kind !== 'step' || (!mayRun && cached !== null))
    .map(({ display: _, ...step }) => step),
});

const sameStep = (one: Step, other: Step) =>
  one.stage === other.stage && one.line === other.line && one.instruction === other.instruction;

/** The steps of a failing build as two passes saw them: where they differ it is a race, and left open whether the step ran. */
function withRaces(one: Outcome, other: Outcome): Outcome {
  if (one.error?.kind !== 'step') return one;
  const open = (step: Step): Step => ({ ...step, cached: null, mayRun: true });
  const seen = one.steps.map((step) => {
    const again = other.steps.find((theirs) => sameStep(step, theirs));
    if (step.display === undefined || step.failed || again?.cached === step.cached) return step;
    return open(step);
  });
  const more = other.steps.filter(
    (theirs) => theirs.display !== undefined && !one.steps.some((step) => sameStep(step, theirs)),
  );
  return { ...one, steps: [...seen, ...more.map(open)].sort((a, b) => a.stage - b.stage || a.line - b.line) };
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
    // The daemon's vertices have the same names and digests, but no lines: those are the driver's.
    const mapped = { ...inside.report, steps: first.report.steps };
    const other = outcomeOf(build, { report: mapped, image: inside.image }, otherIds);
    otherIds.push(inside.image?.id ?? '');
    const kept = { ...withRaces(expected[at] as Outcome, other), error: other.error };
    const again = withRaces(other, kept);
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
