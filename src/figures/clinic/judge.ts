/** How far a project comes, by the core: a wheel is planned, installed, and its command looked up. What was judged once is kept. */
import { type BuildProblem, planDistribution } from '@/core/wheel';
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

function judgeAnew(files: Files, _command: string): Judgement {
  const tree = [...files].map(([path, content]) => ({ path, content }));
  const planned = planDistribution(tree, 'wheel');
  if (planned.kind === 'failed') return refused(planned.problems);
  return { kind: 'works', steps: [], warnings: planned.warnings.map(findingOf) };
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
