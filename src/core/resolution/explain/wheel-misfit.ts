// Why no wheel of a release fits, told by the part of its tags that comes closest to fitting: where a wheel differs in the
// platform alone, that is the reason; else the ABI; else the Python ("Platform compatibility tags").
import { bestTag, mismatchesOf, readWheelFilename, type WheelFilename } from '@/core/python';
import type { ResolutionProblem } from '../problem';

export interface WheelMisfit {
  readonly kind: 'python' | 'abi' | 'platform';
  /** The tags of the wheels, each once. */
  readonly wants: readonly string[];
  /** The tag of what is resolved for; undefined where that is many environments. */
  readonly has: string | undefined;
}

const CLOSEST = ['platform', 'abi', 'python'] as const;

/** What keeps the wheels from fitting; undefined where there are none that don't. */
export function misfitOf({ target }: ResolutionProblem, wheelTags: readonly string[]): WheelMisfit | undefined {
  const wheels = wheelTags.flatMap((written) => readWheelFilename(`a-1-${written}.whl`) ?? []);
  if (wheels.length === 0) return undefined;
  if (target.kind === 'universal' || target.tags === undefined) {
    return { kind: 'platform', wants: each(wheels.flatMap(({ platforms }) => platforms)), has: undefined };
  }
  const { tags } = target;
  const misfits = wheels.flatMap((wheel: WheelFilename): readonly WheelMisfit[] => {
    if (bestTag(wheel, tags) !== undefined) return [];
    const [first, ...more] = mismatchesOf(wheel, tags);
    if (first === undefined || (more.length > 0 && first.kind === 'platform')) return [];
    if (first.kind !== 'abi') return [{ kind: first.kind, wants: first.wants, has: first.has }];
    // Its own ABI comes first.
    return [{ kind: first.kind, wants: first.wants.filter((abi) => abi !== 'none'), has: first.has[0] }];
  });
  const kind = CLOSEST.find((closest) => misfits.some((misfit) => misfit.kind === closest));
  const [first, ...more] = misfits.filter((misfit) => misfit.kind === kind);
  return first && more.reduce(joinMisfits, first);
}

/** Of two alike: what both are for. */
export function joinMisfits(left: WheelMisfit, right: WheelMisfit): WheelMisfit {
  return { ...left, wants: each([...left.wants, ...right.wants]) };
}

function each(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
