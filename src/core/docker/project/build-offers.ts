// What a Dockerfile lets one ask for: the arguments that it declares, and the stages that can be the target (Dockerfile reference, ARG;
// docker build, --build-arg and --target).
import { parseDockerfile } from '../dockerfile';

export interface BuildOffers {
  /** In the order of the file, each once; `value` is the first default that is written for it, empty where there is none. */
  readonly arguments: readonly { readonly name: string; readonly value: string }[];
  /** The names of its stages, in the order of the file. */
  readonly stages: readonly string[];
}

/**
 * Takes the text of a Dockerfile. What can’t be read in it offers nothing.
 *
 * @example offersOf('ARG V=1\nFROM alpine AS base\n') // → { arguments: [{ name: 'V', value: '1' }], stages: ['base'] }
 */
export function offersOf(dockerfile: string): BuildOffers {
  const { file } = parseDockerfile(dockerfile);
  const defaults = new Map<string, string>();
  for (const instruction of [...file.globalArgs, ...file.stages.flatMap(({ instructions }) => instructions)]) {
    if (instruction.kind !== 'arg') continue;
    for (const { name, value = '' } of instruction.declared) defaults.set(name, defaults.get(name) || value);
  }
  return {
    arguments: [...defaults].map(([name, value]) => ({ name, value })),
    stages: [...new Set(file.stages.flatMap(({ from }) => from.stageName ?? []))],
  };
}
