// The build checks of a whole file, as `docker build --check` makes them: every stage, in the builder’s order (buildkit
// dockerfile2llb/convert.go, DockerfileLint).
import { checkOptionsOf, type Environment, type Instruction, parseDockerfile, parseTrigger } from '../dockerfile';
import type { IgnoreMatcher } from '../ignore';
import { automaticArguments, BUILD_PLATFORM, type Platform } from '../plan/platform';
import { checkBases, checkDefaults, checkImage, globalValues } from './check-bases';
import { checkInstruction, type LastOf } from './check-stage';
import { checkCasing, checkContinuations, checkInstructions, checkStageNames } from './check-writing';
import { type Finding, findingsUnder } from './finding';
import { neededStages } from './needed-stages';
import { type LintBaseImage, onImage, onStage, type StageVariables, UNKNOWN_IMAGE } from './stage-variables';

/** What the checks may know besides the file. */
export interface LintSetting {
  /** Values given with `--build-arg`. */
  readonly arguments: Environment;
  readonly platform: Platform;
  /** What a base image brings; undefined for one that isn’t known. */
  readonly image: (name: string) => LintBaseImage | undefined;
  readonly ignore: IgnoreMatcher | undefined;
}

/** No arguments, unknown images, no ignore file. */
export const PLAIN_SETTING: LintSetting = {
  arguments: new Map(),
  platform: BUILD_PLATFORM,
  image: () => undefined,
  ignore: undefined,
};

export interface Linted {
  readonly findings: readonly Finding[];
  /** The builder’s sentence where it stopped checking; what comes after isn’t checked. */
  readonly problem: string | undefined;
  /** `# check=error=true`: findings fail the build. */
  readonly fails: boolean;
}

/** Checks the text of a Dockerfile. */
export function lintDockerfile(text: string, setting: LintSetting = PLAIN_SETTING): Linted {
  const options = checkOptionsOf(text);
  if ('problem' in options) return { findings: [], problem: options.problem, fails: false };
  const findings = findingsUnder(options);
  const linted = (problem: string | undefined): Linted => {
    return { findings: findings.all, problem, fails: options.error && findings.all.length > 0 };
  };
  const parsed = parseDockerfile(text);
  const { file, problems } = parsed;
  const [first] = problems;
  if (first?.found === 'lines') return linted(first.builderMessage);
  checkContinuations(text, parsed, findings);
  checkInstructions(file, first?.line, findings);
  if (first !== undefined) return linted(first.builderMessage);
  checkStageNames(file, findings);
  checkCasing(file, findings);
  const target = file.stages.at(-1)?.from.stageName ?? '';
  const automatic = automaticArguments(BUILD_PLATFORM, setting.platform, target, setting.arguments);
  checkDefaults(file, automatic, findings);
  const globals = globalValues(file.globalArgs, automatic, file.escape, setting.arguments);
  if ('problem' in globals) return linted(globals.problem);
  const bases = checkBases(file, globals, findings);
  if ('problem' in bases) return linted(bases.problem);

  const named = new Map<string, number>();
  const baseStages = file.stages.map(({ index, from }) => {
    const base = named.get(bases[index]?.name ?? '');
    if (from.stageName !== undefined) named.set(from.stageName, index);
    return base;
  });
  for (const { index, from } of file.stages) {
    const base = bases[index];
    if (base === undefined || baseStages[index] !== undefined || base.name === 'scratch') continue;
    const wanted = base.platform ?? setting.platform;
    const stopped = checkImage(base, from, wanted, setting.image(base.name)?.platform, findings);
    if (stopped !== undefined) return linted(stopped.problem);
  }

  const check = { escape: file.escape, given: setting.arguments, globals, ignore: setting.ignore, findings };
  const needed = neededStages(file, baseStages);
  const finished: { readonly variables: StageVariables; readonly triggers: readonly string[] }[] = [];
  for (const { index, from, instructions } of file.stages) {
    const name = bases[index]?.name ?? '';
    const base = finished[baseStages[index] ?? -1];
    const image = name === 'scratch' ? UNKNOWN_IMAGE : (setting.image(name) ?? UNKNOWN_IMAGE);
    const variables = base === undefined ? onImage(image) : onStage(base.variables);
    const triggers = needed.has(index) ? (base?.triggers ?? image.triggers) : [];
    const triggered = readTriggers(triggers, from.at);
    if ('problem' in triggered) return linted(triggered.problem);
    const last: LastOf = new Map();
    for (const instruction of [...triggered.instructions, ...instructions]) {
      const stopped = checkInstruction(instruction, variables, last, check);
      if (stopped !== undefined) return linted(stopped.problem);
    }
    finished.push({ variables, triggers: instructions.flatMap((is) => (is.kind === 'onbuild' ? [is.trigger] : [])) });
  }
  return linted(undefined);
}

/** ONBUILD triggers of the base, which stand at the place of FROM. */
function readTriggers(
  triggers: readonly string[],
  at: Instruction['at'],
): { readonly instructions: readonly Instruction[] } | { readonly problem: string } {
  const instructions: Instruction[] = [];
  for (const trigger of triggers) {
    const { instruction, problem } = parseTrigger(trigger);
    if (instruction === undefined) return { problem: problem ?? '' };
    instructions.push({ ...instruction, at });
  }
  return { instructions };
}
