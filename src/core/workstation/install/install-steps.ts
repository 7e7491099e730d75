// What happens when an installer is asked for a project, step by step, from recorded answers of an index: first everything
// is chosen, then everything is downloaded and checked, then everything is installed, what others require first. After pip's
// documentation, "pip install", and the specifications that its steps follow.
import { normalizeName } from '@/core/python';
import { fetchWheel } from './fetch-wheel';
import { installOrder } from './install-order';
import { type ChosenWheel, type InstallInput, type Resolution, resolve } from './resolve';
import type { InstallProblem, InstallStep } from './step';
import { unpackWheel } from './unpack-wheel';

/** The steps in order, the wheels chosen in the order in which they were met, and what stopped it, if anything did. */
export interface InstallRun {
  readonly steps: readonly InstallStep[];
  readonly chosen: readonly ChosenWheel[];
  readonly problem: InstallProblem | undefined;
}

/**
 * The steps of installing what is wanted on a machine. A conflict, a source distribution to be built, an answer that is not
 * recorded end them with a `stop`: there is never a wrong choice instead.
 */
export function installSteps(input: InstallInput): InstallRun {
  const resolution = resolve(input);
  if (resolution.problem !== undefined) return resolution;
  const fetched = fetchAll(resolution);
  if (fetched.problem !== undefined) {
    const stop: InstallStep = { kind: 'stop', problem: fetched.problem };
    return { ...resolution, steps: [...resolution.steps, ...fetched.steps, stop], problem: fetched.problem };
  }
  const { chosen } = resolution;
  const wanted = chosen.filter(({ isWanted }) => isWanted).map(({ project }) => project);
  const installing = installOrder(chosen, wanted).flatMap((wheel) => [
    ...removeSteps(input, wheel),
    ...unpackWheel(wheel, input.machine),
  ]);
  const before = [...resolution.steps, ...fetched.steps, ...installing];
  return { ...resolution, steps: [...before, doneStep(before, chosen)] };
}

function fetchAll({ chosen }: Resolution): { steps: readonly InstallStep[]; problem: InstallProblem | undefined } {
  const steps: InstallStep[] = [];
  for (const { project, file, metadata, isFetched } of chosen) {
    if (isFetched) continue;
    const fetched = fetchWheel(project, file, metadata);
    steps.push(...fetched.steps);
    if (fetched.problem !== undefined) return { steps, problem: fetched.problem };
  }
  return { steps, problem: undefined };
}

/** What is installed in another release is removed just before the new one is unpacked. */
function removeSteps({ installed = [] }: InstallInput, { project }: ChosenWheel): readonly InstallStep[] {
  return installed
    .filter(({ name }) => normalizeName(name) === project)
    .map(({ version }) => ({ kind: 'remove', project, version }));
}

function doneStep(steps: readonly InstallStep[], chosen: readonly ChosenWheel[]): InstallStep {
  let downloaded = 0;
  let metadata = 0;
  let files = 0;
  let size = 0;
  let scripts = 0;
  for (const step of steps) {
    if (step.kind === 'download') downloaded += step.size ?? 0;
    if (step.kind === 'read-metadata' && step.from === 'index') metadata += step.size ?? 0;
    if (step.kind === 'write-script') scripts++;
    if (step.kind === 'unpack') {
      files += step.files.length;
      size += step.size;
    }
  }
  return { kind: 'done', projects: chosen.length, downloaded, metadata, files, size, scripts };
}
