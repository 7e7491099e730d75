// The outcome of a build in the form in which outcomes are recorded.

import type { BuildOutcome } from '../build/build';
import type { BuildStep } from '../build/build-step';
import type { FileFact } from '../effects/run-effect';
import { isDigest, sha256Of, sizeOf, textOf } from '../files/content';
import type { FileNode } from '../files/node';
import { addedBytes, type BuiltImage, differenceFromBase, pathsOf } from '../image/built-image';
import type { Healthcheck } from '../plan/image-config';
import type { Plan } from '../plan/plan-dockerfile';

export interface ScenarioStep {
  readonly stage: number;
  readonly stageName: string | null;
  readonly line: number;
  readonly instruction: string;
  /** null: a FROM, or it may or may not have run. */
  readonly cached: boolean | null;
  readonly display?: string;
  readonly failed?: true;
  readonly onbuild?: true;
  readonly mayRun?: true;
  readonly sharedWithStage?: number;
}

export interface ScenarioLayer {
  readonly instruction: string;
  readonly line: number;
  readonly stage: number;
  readonly createdBy: string;
  readonly empty: boolean;
  readonly sizeBytes: number;
  readonly onbuild?: true;
  readonly writes?: readonly string[];
  readonly deletes?: readonly string[];
}

export interface ScenarioImage {
  readonly baseLayers: number;
  readonly totalLayers: number;
  readonly addedBytes: number;
  readonly env: readonly string[];
  readonly workdir: string;
  readonly user: string;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly shell: readonly string[] | null;
  readonly exposedPorts: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly stopSignal: string | null;
  readonly healthcheck: Readonly<Record<string, unknown>> | null;
  readonly onbuild: readonly string[];
  readonly layers: readonly ScenarioLayer[];
  readonly files: Readonly<Record<string, FileFact>>;
  readonly removedFromBase: readonly string[];
}

export interface ScenarioOutcome {
  readonly ok: boolean;
  readonly steps: readonly ScenarioStep[];
  readonly skippedStages: readonly { readonly stage: number; readonly stageName: string | null }[];
  readonly image: ScenarioImage | null;
  readonly error: {
    readonly kind: 'parse' | 'step';
    readonly contains: string;
    readonly line: number | null;
  } | null;
}

/** Files up to this size are told with their text. */
const MAX_TEXT = 2_000;

/** The outcome as a recording would have it. */
export function scenarioOutcome(outcome: BuildOutcome): ScenarioOutcome {
  if (outcome.kind === 'refused') {
    const { message, line } = outcome.problem;
    const error = { kind: 'parse', contains: message, line: line ?? null } as const;
    return { ok: false, steps: [], skippedStages: [], image: null, error };
  }
  const { plan } = outcome;
  const steps = outcome.steps.flatMap((step) => stepOf(step, plan));
  if (outcome.kind === 'failed') {
    const error = { kind: 'step', contains: outcome.problem.message, line: outcome.step.line } as const;
    // Stages that a failing build didn’t come to are not told from those that it doesn’t need.
    return {
      ok: false,
      steps: steps.filter(({ cached, mayRun }) => cached !== null || mayRun),
      skippedStages: [],
      image: null,
      error,
    };
  }
  const skippedStages = plan.skipped.map(({ index, from }) => ({ stage: index, stageName: from.stageName ?? null }));
  return { ok: true, steps, skippedStages, image: imageOf(outcome.image), error: null };
}

function stepOf(step: BuildStep, plan: Plan): readonly ScenarioStep[] {
  const { stage, line, instruction, kind, label, status, isTrigger, sharedWith } = step;
  if (status.kind === 'nothing-to-run' && kind !== 'from') return [];
  const stageName = plan.needed.find(({ index }) => index === stage)?.from.stageName ?? null;
  const cached = kind === 'from' || status.kind === 'uncertain' ? null : status.kind === 'cached';
  return [
    {
      stage,
      stageName,
      line,
      instruction: instruction.replace(/\s+/g, ' '),
      cached,
      ...(label !== undefined && kind !== 'from' && { display: label }),
      ...(status.kind === 'failed' && { failed: true }),
      ...(isTrigger && { onbuild: true }),
      ...(status.kind === 'uncertain' && { mayRun: true }),
      ...(sharedWith[0] !== undefined && { sharedWithStage: sharedWith[0] }),
    },
  ];
}

function imageOf(image: BuiltImage): ScenarioImage {
  const { config } = image;
  const layers = image.layers.map((one): ScenarioLayer => {
    const { instruction, line, stage, createdBy, isEmpty, isTrigger, layer } = one;
    return {
      instruction: instruction.replace(/\s+/g, ' '),
      line,
      stage,
      createdBy,
      empty: isEmpty,
      sizeBytes: layer.size,
      ...(isTrigger && { onbuild: true }),
      ...(!isEmpty && { writes: pathsOf(one), deletes: layer.deletes }),
    };
  });
  const { changed, removed } = differenceFromBase(image);
  return {
    baseLayers: image.baseLayers,
    totalLayers: image.baseLayers + layers.filter(({ empty }) => !empty).length,
    addedBytes: addedBytes(image),
    env: config.env,
    workdir: config.workdir,
    user: config.user,
    entrypoint: config.entrypoint ?? null,
    cmd: config.cmd ?? null,
    shell: config.shell ?? null,
    exposedPorts: config.exposedPorts,
    labels: Object.fromEntries(config.labels),
    volumes: config.volumes,
    stopSignal: config.stopSignal ?? null,
    healthcheck: healthcheckOf(config.healthcheck),
    onbuild: config.onbuild,
    layers,
    files: Object.fromEntries([...changed].map(([path, node]) => [path, factOf(node)])),
    removedFromBase: removed,
  };
}

/** As the configuration’s JSON has it: what is zero is left out. */
function healthcheckOf(healthcheck: Healthcheck | undefined): Readonly<Record<string, unknown>> | null {
  if (healthcheck === undefined) return null;
  const { test, interval, timeout, startPeriod, startInterval, retries } = healthcheck;
  const numbers = { Interval: interval, Timeout: timeout, StartPeriod: startPeriod, StartInterval: startInterval };
  const written = Object.entries({ ...numbers, Retries: retries }).filter(([, value]) => value !== 0);
  return { Test: test, ...Object.fromEntries(written) };
}

/** A file as a fact. @example factOf({ kind: 'symlink', uid: 0, gid: 0, target: 'a' }) // → { type: 'symlink', uid: 0, gid: 0, target: 'a' } */
export function factOf(node: FileNode): FileFact {
  const { uid, gid } = node;
  if (node.kind === 'symlink') return { type: 'symlink', uid, gid, target: node.target };
  const mode = `0${node.mode.toString(8).padStart(3, '0')}`;
  if (node.kind === 'dir') return { type: 'dir', mode, uid, gid };
  if (node.hardlink !== undefined) return { type: 'hardlink', mode, uid, gid, target: node.hardlink };
  const content = textOf(node.content, MAX_TEXT);
  const sha256 = sha256Of(node.content);
  const known = { type: 'file', mode, uid, gid, size: sizeOf(node.content) } as const;
  const fact = isDigest(sha256) ? { ...known, sha256 } : known;
  return content === undefined ? fact : { ...fact, content };
}
