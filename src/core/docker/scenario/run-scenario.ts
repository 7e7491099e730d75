// The builds of a scenario, one after the other, each on the cache that the ones before left.
import { type BuildInput, type BuildOutcome, type BuildState, build, FIRST_STATE } from '../build/build';
import { type BuilderRules, CURRENT_BUILDER, ENGINE_20_10 } from '../build/builder-rules';
import { NO_EFFECT, type RunEffect } from '../effects/run-effect';
import { type ContextEntry, contextOf, editContext } from '../files/build-context';
import { sentContext } from '../files/sent-context';
import { parsePlatform } from '../plan/platform';
import type { PlannedStep } from '../plan/stage-state';
import type { DeclaredEffect, RecordedWith, ScenarioBuild } from './scenario';
import { catalogOf, type StandIns } from './stand-in-images';

/** The outcomes of the builds, in order. */
export function runScenario(
  builds: readonly ScenarioBuild[],
  standIns: StandIns,
  rules: BuilderRules,
): readonly BuildOutcome[] {
  const outcomes: BuildOutcome[] = [];
  let state: BuildState = FIRST_STATE;
  for (const one of builds) {
    const built = build(buildInputOf(one, standIns, rules), state);
    outcomes.push(built.outcome);
    state = built.state;
  }
  return outcomes;
}

/** The rules of the builder that a scenario was recorded with. */
export function rulesOf({ engine }: RecordedWith): BuilderRules {
  return engine !== undefined && /^moby 20\.10\./.test(engine) ? ENGINE_20_10 : CURRENT_BUILDER;
}

/** What a build of a scenario asks of the builder. */
export function buildInputOf(one: ScenarioBuild, standIns: StandIns, rules: BuilderRules): BuildInput {
  const secrets = Object.keys(one.secrets ?? {});
  const contexts = Object.entries(one.namedContexts ?? {});
  const remotes = Object.entries(one.remote ?? {});
  return {
    dockerfile: one.dockerfile,
    ...contextOfBuild(one),
    contexts: new Map(contexts.map(([name, entries]) => [name, contextOf(entries)])),
    arguments: new Map(Object.entries(one.buildArgs)),
    target: one.target ?? undefined,
    platform: one.platform === null ? undefined : parsePlatform(one.platform),
    ignoresCache: one.noCache || new Set(one.noCacheFilter?.map((name) => name.toLowerCase())),
    images: catalogOf(standIns, one.baseImages),
    secrets: new Set(secrets),
    hasSshAgent: one.ssh === true,
    allowed: new Set(one.allow),
    remotes: new Map(remotes.map(([url, { content }]) => [url, { kind: 'text', text: content }])),
    effectOf: (step) => effectOf(one.runEffects, step) ?? NO_EFFECT,
    rules,
  };
}

/** The context with the files that belong to the build, without what is ignored. */
function contextOfBuild(one: ScenarioBuild): Pick<BuildInput, 'context' | 'contextProblem'> {
  const dockerfileName = one.dockerfileName ?? 'Dockerfile';
  const own = new Map<string, ContextEntry>([[dockerfileName, { content: one.dockerfile }]]);
  if (typeof one.dockerignore === 'string') {
    own.set(one.dockerignoreName ?? '.dockerignore', { content: one.dockerignore });
  }
  const context = editContext(contextOf(one.context), own);
  const sent = sentContext(context, dockerfileName);
  return sent.kind === 'sent'
    ? { context: sent.context, contextProblem: undefined }
    : { context, contextProblem: sent.message };
}

function effectOf(
  effects: readonly DeclaredEffect[],
  { stage, line, instruction }: PlannedStep,
): RunEffect | undefined {
  const here = effects.filter((effect) => effect.stage === stage && effect.line === line);
  const squeezed = instruction.replace(/\s+/g, ' ').trim();
  const declared = here.find((effect) => effect.instruction === squeezed) ?? here[0];
  if (declared === undefined) return undefined;
  return {
    writes: new Map(Object.entries(declared.writes ?? {})),
    deletes: declared.deletes ?? [],
    exitCode: declared.exitCode ?? 0,
  };
}
