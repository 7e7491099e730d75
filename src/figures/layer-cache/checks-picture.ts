/** What the builder’s checks say of the Dockerfile: each finding with its name, its line and the builder’s sentence. */
import { LINT_RULES, lintProject } from '@/core/docker';
import { countOf } from './amounts';
import { worldOf } from './outcomes';
import { buildOf, dockerfileOf, type ProjectScene, type Setup } from './scenario';
import type { LayerState } from './state';

export interface CheckRow {
  readonly key: string;
  /** The check’s name: `JSONArgsRecommended`. */
  readonly rule: string;
  /** `warning`, or `error` where the file says that findings are. */
  readonly level: 'warning' | 'error';
  readonly line: number;
  /** The line as it stands in the file. */
  readonly code: string;
  readonly message: string;
  /** What the check asks for, in a sentence of ours. */
  readonly about: string;
  /** Where Docker explains it. */
  readonly page: string | undefined;
}

export interface ChecksPicture {
  readonly kind: 'checks';
  readonly says: string;
  readonly said: string;
  readonly rows: readonly CheckRow[];
}

const PAGES = 'https://docs.docker.com/go/dockerfile/rule/';

export function checksPicture(scene: ProjectScene, { now }: LayerState, isHidden: boolean): ChecksPicture {
  if (isHidden) return { kind: 'checks', says: 'What do the checks find? The answer is hidden.', said: '', rows: [] };
  const { findings, problem, fails } = checksOf(scene, now);
  const lines = dockerfileOf(scene.scenario, now).split('\n');
  // By line, as `docker build --check` prints them.
  const inOrder = findings.toSorted((left, right) => left.at.start.line - right.at.start.line);
  const rows = inOrder.map(({ rule, message, at }, index): CheckRow => {
    const { line } = at.start;
    const { about, page } = LINT_RULES[rule];
    return {
      key: `${index}`,
      rule,
      level: fails ? 'error' : 'warning',
      line,
      code: (lines[line - 1] ?? '').trim(),
      message,
      about,
      page: page === undefined ? undefined : `${PAGES}${page}/`,
    };
  });
  return { kind: 'checks', says: saysOf(rows.length, problem, fails), said: countOf(rows.length, 'finding'), rows };
}

function saysOf(count: number, problem: string | undefined, fails: boolean): string {
  const found = count === 0 ? 'The checks find nothing' : `The checks find ${countOf(count, 'thing')}`;
  if (problem !== undefined) return `${found}, and stop where the Dockerfile can’t be read on: ${problem}.`;
  if (fails) return `${found}, and the file makes errors of them.`;
  return count === 0 ? `${found} to say of this Dockerfile.` : `${found}. None of them stops the build.`;
}

/** What the builder’s checks find in a setup. */
export function checksOf(scene: ProjectScene, setup: Setup) {
  return lintProject(buildOf(scene.scenario, setup), worldOf(scene));
}
