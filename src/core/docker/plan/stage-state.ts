// A stage while its instructions are read one after the other: the operation that holds its files, and what is in force for the
// instructions below (environment, folder, user), the configuration and the history of the image that it would be.
import type { Instruction } from '../dockerfile';
import { type ImageConfig, nameOfVariable, valueOfVariable } from './image-config';
import { NO_INPUT } from './operation';
import type { Platform } from './platform';

/** A line of an image’s history. `operation` made its layer; without one the line only changed the configuration. */
export interface HistoryEntry {
  readonly createdBy: string;
  readonly operation: number | undefined;
  readonly stage: number;
  readonly line: number;
  readonly instruction: string;
  readonly isTrigger: boolean;
}

/** A build argument that the stage has declared, for the history’s `|1 NAME=value`. */
export interface DeclaredValue {
  readonly name: string;
  readonly value: string | undefined;
}

/** An instruction of a stage with what the builder makes of it. */
export interface PlannedStep {
  readonly stage: number;
  readonly line: number;
  readonly kind: Instruction['kind'] | 'from';
  /** The instruction as one line, as it stands in the file. */
  readonly instruction: string;
  /** The builder’s label with variables put in: `[builder 2/5] COPY app.py /app/`. Undefined where it runs nothing. */
  readonly label: string | undefined;
  /** The operation that the step is judged by; undefined where it only changes the configuration. */
  readonly operation: number | undefined;
  readonly isTrigger: boolean;
  /** The operation of the step before it in its stage, whose files it goes on from. */
  readonly parent: number;
  /** Names of the build arguments that the stage has declared above it. */
  readonly declared: ReadonlySet<string>;
}

export interface StageState {
  readonly stageName: string | undefined;
  operation: number;
  /** ARG and ENV together, in the order in which they were last set. */
  env: Map<string, string>;
  workdir: string;
  user: string;
  platform: Platform;
  config: ImageConfig;
  /** Set by CMD of this very stage: ENTRYPOINT keeps it. */
  hasOwnCmd: boolean;
  readonly history: HistoryEntry[];
  readonly declared: DeclaredValue[];
  readonly steps: PlannedStep[];
}

/** The state before the first instruction, from an image’s configuration or from the stage that it goes on from. */
export function startOfStage(
  stageName: string | undefined,
  base: {
    readonly operation: number;
    readonly config: ImageConfig;
    readonly platform: Platform;
    readonly env?: ReadonlyMap<string, string>;
    readonly history?: readonly HistoryEntry[];
    readonly declared?: readonly DeclaredValue[];
  },
): StageState {
  const state: StageState = {
    stageName,
    operation: base.operation,
    env: new Map(base.env),
    workdir: base.config.workdir === '' ? '/' : base.config.workdir,
    user: base.config.user,
    platform: base.platform,
    config: { ...base.config, onbuild: [] },
    hasOwnCmd: false,
    history: [...(base.history ?? [])],
    declared: [...(base.declared ?? [])],
    steps: [],
  };
  for (const written of state.config.env) setVariable(state, nameOfVariable(written), valueOfVariable(written));
  return state;
}

/** Sets a variable for the instructions below; it comes last, wherever it was. */
export function setVariable(state: StageState, name: string, value: string): void {
  state.env.delete(name);
  state.env.set(name, value);
}

export const EMPTY_STAGE = NO_INPUT;
