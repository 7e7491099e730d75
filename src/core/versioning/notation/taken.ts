// Which of the admitted versions an installer takes: the newest that it may. pip passes yanked releases over unless the only one that is left is
// pinned (PEP 592); uv takes stable versions first, even where the specifier names a pre-release.
import { isPrerelease, type SpecifierSet } from '@/core/python';
import type { PythonVerdict } from './judge-python';
import type { ListedVersion } from './listed-version';

/** The version that pip and uv take of a list, and undefined for none. */
export interface Taken {
  readonly pip: ListedVersion | undefined;
  readonly uv: ListedVersion | undefined;
}

/**
 * What is taken of a list, ascending, by the verdicts about it.
 *
 * @example takenOf(readPython('>=1').set, readVersionList('1.0 1.1 yanked').versions, judgeByPython(readPython('>=1').set, readVersionList('1.0 1.1 yanked').versions, 'if-needed')).pip.text // → '1.0'
 */
export function takenOf(
  set: SpecifierSet,
  versions: readonly ListedVersion[],
  verdicts: readonly PythonVerdict[],
): Taken {
  const admitted = versions.filter((_, at) => verdicts[at]?.kind === 'admitted');
  const usable = isPinned(set) && admitted.every(({ yanked }) => yanked) ? admitted : admitted.filter(isKept);
  const asksForAll = verdicts.some((verdict) => verdict.kind === 'admitted' && verdict.prerelease === 'asked-for');
  const stable = usable.filter(({ version }) => !isPrerelease(version));
  return { pip: usable.at(-1), uv: asksForAll ? usable.at(-1) : (stable.at(-1) ?? usable.at(-1)) };
}

const isKept = ({ yanked }: ListedVersion): boolean => !yanked;

/** A clause names one version: `==1.4.2` or `===1.4.2`. */
function isPinned({ clauses }: SpecifierSet): boolean {
  return clauses.some(({ kind, operator }) => kind !== 'prefix' && (operator === '==' || operator === '==='));
}
