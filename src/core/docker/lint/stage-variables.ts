// What a stage has set so far while its instructions are checked one after the other.
import type { Platform } from '../plan/platform';

export interface StageVariables {
  /** ENV and ARG with their values; the one that was set last stands last. */
  readonly environment: Map<string, string>;
  /** Names that ARG has declared, with a value or without. */
  readonly declared: Set<string>;
  /** SHELL was given, in this file or by the image. */
  hasShell: boolean;
  hasWorkdir: boolean;
}

/** What the base image brings. */
export interface LintBaseImage {
  readonly environment: ReadonlyMap<string, string>;
  readonly hasShell: boolean;
  readonly triggers: readonly string[];
  /** What it was built for, if that is known. */
  readonly platform: Platform | undefined;
}

export const UNKNOWN_IMAGE: LintBaseImage = {
  environment: new Map(),
  hasShell: false,
  triggers: [],
  platform: undefined,
};

/** The beginning of a stage on an image; PATH is there in any case. */
export function onImage(image: LintBaseImage): StageVariables {
  const environment = new Map(image.environment);
  if (!environment.has('PATH')) environment.set('PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
  return { environment, declared: new Set(), hasShell: image.hasShell, hasWorkdir: false };
}

/** The beginning of a stage on another stage. */
export function onStage(base: StageVariables): StageVariables {
  return { ...base, environment: new Map(base.environment), declared: new Set(base.declared) };
}

/** Sets a variable; it stands last from now on. */
export function setVariable({ environment }: StageVariables, name: string, value: string): void {
  environment.delete(name);
  environment.set(name, value);
}
