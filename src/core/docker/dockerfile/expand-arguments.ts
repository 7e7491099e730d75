// The values of build arguments: Dockerfile reference, “ARG”; buildkit dockerfile2llb/convert.go, dispatchArg.
import type { Environment } from './environment';
import { Expander } from './expander';
import type { Arg } from './instruction';

/** A build argument of ARG with its value: undefined where neither who builds nor a default gives one. */
export interface GivenArgument {
  readonly name: string;
  readonly value: string | undefined;
  /** The value comes from the global ARG of the same name. */
  readonly inherited: boolean;
}

/** What expanding an ARG gives back. */
export interface ExpandedArguments {
  readonly given: readonly GivenArgument[];
  readonly used: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly problem: string | undefined;
}

/** Arguments that the builder takes for itself and that RUN doesn’t see. */
export const HIDDEN_ARGUMENTS: ReadonlySet<string> = new Set([
  'BUILDKIT_SBOM_SCAN_CONTEXT',
  'BUILDKIT_SBOM_SCAN_STAGE',
]);

/**
 * The values of an ARG: what who builds gives, else the global one if there is no default, else the default expanded. Each is in
 * the environment for those after it on the line. Names aren’t expanded.
 *
 * @param buildArguments the values given with `--build-arg`
 * @param globals the global arguments of the file and the platform’s, with their values
 */
export function expandArguments(
  arg: Arg,
  environment: Environment,
  escaping: '\\' | '`',
  buildArguments: Environment,
  globals: Environment,
): ExpandedArguments {
  // One alone sees the environment as it is: hundreds of ARG lines don’t copy hundreds of variables each.
  const own = arg.declared.length > 1 ? new Map(environment) : undefined;
  const expander = new Expander(own ?? environment, escaping);
  const given: GivenArgument[] = [];
  for (const { name, value } of arg.declared) {
    const passed = buildArguments.get(name);
    const inherited = passed === undefined && value === undefined && globals.has(name);
    const final = passed ?? (value === undefined ? globals.get(name) : expander.text(value));
    if (expander.problem !== undefined) break;
    if (final !== undefined && !HIDDEN_ARGUMENTS.has(name)) own?.set(name, final);
    given.push({ name, value: final, inherited });
  }
  const { used, missing, problem } = expander;
  return { given, used, missing, problem };
}
