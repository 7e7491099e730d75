// Where in the project’s texts the builder’s complaint stands: in the Dockerfile, in the ignore file, or nowhere, as for a target that
// isn’t there. The words are the builder’s own.
import type { BuildOutcome } from '../build/build';
import { type DockerfileProblem, parseDockerfile, type Stretch, stretchOfLine } from '../dockerfile';
import type { IgnoreProblem } from '../files/sent-context';

export interface ProjectFault {
  /** The file that it is about: `Dockerfile`, or the ignore file. */
  readonly path: string;
  /** Undefined where it is about no place in it. */
  readonly at: Stretch | undefined;
  readonly message: string;
}

/**
 * The faults of a build, the one that the builder reports first. Of a Dockerfile that can’t be read, the ones after it are what the
 * builder would say once that is mended; of a step that fails, the place is its first line.
 */
export function faultsOf(
  dockerfile: string,
  outcome: BuildOutcome,
  ignore: IgnoreProblem | undefined,
): readonly ProjectFault[] {
  switch (outcome.kind) {
    case 'built':
      return [];
    case 'failed':
      return [
        { path: 'Dockerfile', at: stretchOfLine(dockerfile, outcome.step.line), message: outcome.problem.message },
      ];
    case 'refused': {
      const { problems } = parseDockerfile(dockerfile);
      if (problems.length > 0) return problems.map(faultOf);
      return [ignore ?? faultOf(outcome.problem)];
    }
  }
}

function faultOf({ at, line, builderMessage }: DockerfileProblem): ProjectFault {
  const isSomewhere = line !== undefined || at.end.offset > at.start.offset;
  return { path: 'Dockerfile', at: isSomewhere ? at : undefined, message: builderMessage };
}
