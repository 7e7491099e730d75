// Which of the admitted versions an installer takes: the newest that it may. yanked releases are passed over unless
// nothing else is left and one is pinned (PEP 592), for uv by the only clause. uv takes stable versions first, even where the specifier names a
// pre-release. Compared with pip 26.3 and uv 0.13.9.
import { type Clause, isPrerelease, type SpecifierSet } from '@/core/python';
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
  const kept = admitted.filter(({ yanked }) => !yanked);
  const forPip = kept.length === 0 && set.clauses.some(isPin) ? admitted : kept;
  const forUv = kept.length === 0 && set.clauses.length === 1 && set.clauses.some(isPin) ? admitted : kept;
  const asksForAll = verdicts.some((verdict) => verdict.kind === 'admitted' && verdict.prerelease === 'asked-for');
  const stable = forUv.filter(({ version }) => !isPrerelease(version));
  return { pip: forPip.at(-1), uv: asksForAll || stable.length === 0 ? forUv.at(-1) : stable.at(-1) };
}

/** Names one version: `==1.4.2` or `===1.4.2`. */
const isPin = ({ kind, operator }: Clause): boolean => kind !== 'prefix' && (operator === '==' || operator === '===');
