/** The answer to a scenario for people to read: what `npm run resolve` prints without `--json`. */
import type { AnsweredFork, ScenarioAnswer } from './answer-scenario';

/** The report of one file, as lines. */
export function reportAnswer(answer: ScenarioAnswer): string {
  const { file, satisfiable, packages, forks, counts, explanation, problems } = answer;
  if (problems.length > 0) {
    return problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n');
  }
  const verdict = satisfiable === null ? 'no answer yet' : satisfiable ? 'solved' : 'no solution';
  const parts = forks.length === 0 ? '' : `, in ${forks.length} forks`;
  const lines = [`${file}: ${verdict}${parts}`];
  if (explanation !== null) lines.push(...explanation.split('\n').map(indented));
  if (satisfiable === true && forks.length === 0) lines.push(...pinsOf(packages, '  '));
  for (const fork of forks) lines.push(...forkOf(fork));
  if (counts !== null) {
    const { decisions, conflicts, releasesRead, steps } = counts;
    lines.push(`  decisions ${decisions}, conflicts ${conflicts}, releases read ${releasesRead}, steps ${steps}`);
  }
  return lines.join('\n');
}

const indented = (line: string): string => `  ${line}`;

function forkOf({ markers, packages }: AnsweredFork): readonly string[] {
  return [`  where ${markers ?? 'nothing else holds'}`, ...pinsOf(packages, '    ')];
}

function pinsOf(packages: Readonly<Record<string, string>>, indent: string): readonly string[] {
  const pins = Object.entries(packages).map(([name, version]) => `${indent}${name}==${version}`);
  return pins.length === 0 ? [`${indent}nothing is installed`] : pins;
}
