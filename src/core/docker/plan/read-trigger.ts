// A trigger (ONBUILD) as an image’s configuration holds it: one instruction as text. The builder places it at the FROM that brought it.
import { type DockerfileProblem, type Instruction, parseDockerfile, type Stretch } from '../dockerfile';
import { planProblem } from './plan-problem';

/** Reads a trigger; its problems stand at the FROM. */
export function readTrigger(text: string, at: Stretch): Instruction | DockerfileProblem {
  const { file, problems } = parseDockerfile(`FROM scratch\n${text}`);
  const [problem] = problems;
  if (problem !== undefined) return { ...problem, line: at.start.line, at };
  const [instruction, ...more] = file.stages[0]?.instructions ?? [];
  if (instruction === undefined || more.length > 0 || file.stages.length > 1) {
    return planProblem('invalid-trigger', 'onbuild trigger should be a single expression', at);
  }
  return { ...instruction, at };
}
