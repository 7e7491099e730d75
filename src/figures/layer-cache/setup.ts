/** All that a build is asked for, compared; and what it is asked for beside the files: build arguments, the target, no cache. */
import { LONGEST_NAME } from '@/figures/project-files/file-path';
import { sameFile } from './files-now';
import type { Setup } from './scenario';

/** Build arguments that can be given: more would fit no link. */
export const MOST_ARGUMENTS = 60;

/** A build argument given; an empty value takes it back. Arguments stand by name. */
export function giveArgument(setup: Setup, name: string, value: string | undefined): Setup {
  const before = setup.arguments.get(name);
  const after = value === '' ? undefined : value;
  if (before === after || name === '' || name.length > LONGEST_NAME || (after ?? '').length > LONGEST_NAME)
    return setup;
  const given = new Map(setup.arguments);
  if (after === undefined) given.delete(name);
  else given.set(name, after);
  if (given.size > MOST_ARGUMENTS) return setup;
  return { ...setup, arguments: new Map([...given].sort(([left], [right]) => (left < right ? -1 : 1))) };
}

/** As it stands on a command line: `VERSION=2`, `--target test`, `--no-cache`. */
export function askedOptions({ arguments: given, target, ignoresCache }: Setup): readonly string[] {
  return [
    ...[...given].map(([name, value]) => `${name}=${value}`),
    ...(target === undefined ? [] : [`--target ${target}`]),
    ...(ignoresCache ? ['--no-cache'] : []),
  ];
}

export function sameSetup(left: Setup, right: Setup): boolean {
  if (!sameDockerfile(left, right)) return false;
  if (left.target !== right.target || left.ignoresCache !== right.ignoresCache) return false;
  if (left.files.size !== right.files.size || left.arguments.size !== right.arguments.size) return false;
  return (
    [...left.files].every(([path, file]) => sameFile(file, right.files.get(path))) &&
    [...left.arguments].every(([name, value]) => right.arguments.get(name) === value)
  );
}

export function sameDockerfile(left: Setup, right: Setup): boolean {
  return JSON.stringify(left.dockerfile) === JSON.stringify(right.dockerfile);
}
