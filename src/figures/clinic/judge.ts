/** How far a project comes, by the core: a wheel is planned, installed, and its command looked up. What was judged once is kept. */
import {
  type BuildProblem,
  type DistributionPlan,
  PROJECT_FOLDER,
  planDistribution,
  type SourceTree,
} from '@/core/wheel';
import {
  type InstallFailure,
  installDistribution,
  runCommand,
  USUAL_WORKPLACE,
  type Walk,
  worldOf,
} from '@/core/workstation';
import { placeInManifest, placeInProject } from '@/figures/project-files/places';
import type { Finding, Judgement } from './judgement';
import type { Files } from './scenario';

const judged = new WeakMap<Files, Judgement>();

export function judge(files: Files, command: string): Judgement {
  const known = judged.get(files);
  if (known !== undefined) return known;
  const judgement = judgeAnew(files, command);
  judged.set(files, judgement);
  return judgement;
}

function judgeAnew(files: Files, command: string): Judgement {
  const tree: SourceTree = [...files].map(([path, content]) => ({ path, content }));
  // The stations go with pip, which builds and installs.
  const planned = planDistribution(tree, 'wheel', PROJECT_FOLDER, 'pip');
  if (planned.kind === 'failed') return refused(planned.problems);
  return installed(files, tree, planned.plan, command, planned.warnings.map(findingOf));
}

/** The errors in the order in which the tools meet them: what is read first stops it. */
function refused(problems: readonly BuildProblem[]): Judgement {
  const errors = problems.filter(({ weight }) => weight === 'error');
  const stage = errors.some((one) => one.stage === 'parse') ? 'parse' : 'build';
  const [first, ...others] = errors.filter((one) => one.stage === stage);
  if (first === undefined) throw new RangeError('What isn’t planned has an error.');
  if (first.code === 'not-modelled') return { kind: 'unknown', stage, finding: findingOf(first) };
  return { kind: 'stops', stage, findings: [findingOf(first), ...others.map(findingOf)], steps: [] };
}

function findingOf({ code, message, at, toolSays }: BuildProblem): Finding {
  return { code, message: [message], at, toolSays };
}

function installed(
  files: Files,
  tree: SourceTree,
  plan: DistributionPlan,
  command: string,
  warnings: readonly Finding[],
): Judgement {
  const outcome = installDistribution(plan, USUAL_WORKPLACE);
  if (outcome.kind === 'failed') {
    const { code, message, toolSays } = outcome.problem;
    const at = placeInManifest(files, ['project', KEY_OF[code]]);
    return { kind: 'stops', stage: 'install', findings: [{ code, message, at, toolSays }], steps: [] };
  }
  const { installation } = outcome;
  const walk = runCommand(worldOf(tree, USUAL_WORKPLACE, installation), command);
  const steps = walk.steps.map(({ sentence }) => sentence);
  const { end } = walk;
  if (end.kind === 'runs') return { kind: 'works', steps, warnings };
  const at = end.at && placeInProject(files, installation, end.at);
  if (end.kind === 'not-modelled') {
    return {
      kind: 'unknown',
      stage: 'run',
      finding: { code: 'not-modelled', message: end.because, at, toolSays: undefined },
    };
  }
  const { code, message } = missedBy(walk);
  return { kind: 'stops', stage: 'run', findings: [{ code, message, at, toolSays: end.lastLine }], steps };
}

/** The key of `[project]` that an installer’s refusal is about. */
const KEY_OF: Readonly<Record<InstallFailure['code'], string>> = {
  'requires-python': 'requires-python',
  'dependency-missing': 'dependencies',
  'dependency-version': 'dependencies',
  tag: 'name',
  'not-a-wheel': 'name',
  'unknown-scheme': 'name',
  'too-large': 'name',
};

/** The look-up that stopped the command. */
function missedBy({ steps, command }: Walk): Pick<Finding, 'code' | 'message'> {
  const missed = steps.findLast(({ outcome }) => outcome === 'missing');
  if (missed === undefined) return { code: 'run-failed', message: [{ code: command }, ' ends with an error.'] };
  return { code: `${missed.station}-missing`, message: missed.sentence };
}
