// What is wrong with a file that can be read: a stage that isn’t there, a variable that can’t be expanded. The builder says it before
// any step runs.
import type { DockerfileProblem, Stretch } from '../dockerfile';

/** The problem at a stretch of the file, in the builder’s words. */
export function planProblem(code: string, message: string, at: Stretch | undefined): DockerfileProblem {
  const nowhere = { offset: 0, line: 1, column: 1 };
  return {
    code: `dockerfile/${code}`,
    found: 'plan',
    message,
    builderMessage: message,
    line: at?.start.line,
    at: at ?? { start: nowhere, end: nowhere },
  };
}
