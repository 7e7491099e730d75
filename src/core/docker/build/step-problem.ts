// Why a step failed while it ran, in the builder’s words.
import type { FileProblem } from '../files/file-problem';

export type StepProblem =
  | { readonly kind: 'exit'; readonly exitCode: number; readonly message: string }
  /** What a COPY or a mount takes isn’t there: found before the step begins. */
  | { readonly kind: 'missing-source'; readonly problem: FileProblem; readonly message: string }
  | { readonly kind: 'files'; readonly problem: FileProblem; readonly message: string }
  | { readonly kind: 'secret'; readonly id: string; readonly message: string }
  | { readonly kind: 'user'; readonly user: string; readonly message: string }
  | { readonly kind: 'remote'; readonly url: string; readonly message: string }
  /** No failure of the builder’s: the build is refused here. */
  | { readonly kind: 'too-large'; readonly message: string };

/** @example exitProblem(['/bin/sh', '-c', 'false'], 1).message // → 'process "/bin/sh -c false" did not complete successfully: exit code: 1' */
export function exitProblem(args: readonly string[], exitCode: number): StepProblem {
  const message = `process "${args.join(' ')}" did not complete successfully: exit code: ${exitCode}`;
  return { kind: 'exit', exitCode, message };
}

export function missingSource(problem: FileProblem): StepProblem {
  return { kind: 'missing-source', problem, message: `failed to calculate checksum of ref: ${problem.message}` };
}

/** A command can’t run as a user whom the image doesn’t know. */
export function unknownUser(args: readonly string[], user: string): StepProblem {
  const name = user.split(':')[0] ?? user;
  const process = `process "${args.join(' ')}" did not complete successfully`;
  return { kind: 'user', user, message: `${process}: unable to find user ${name}: no matching entries in passwd file` };
}
