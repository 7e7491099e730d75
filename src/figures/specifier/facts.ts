/** What an exercise may ask about a state of the specifier explorer. docs/add-an-exercise.md lists the names. */
import type { Fact, Facts } from '@/core/exercise';
import { readAll, standing } from './reading';
import type { SpecifierScene } from './scenario';
import type { SpecifierState } from './state';

/** While what is typed is no specifier, nothing is admitted: what still stands on the screen is of the text before. */
export function factsOf(scene: SpecifierScene, state: SpecifierState): Facts {
  const { list, python, npm, cargo, admitted, taken, differs, wanted } = readAll(scene, state);
  const isGood = python.problems.length === 0;
  const texts = list.versions.map(({ text }) => text);
  const admits = isGood ? admitted.map(({ text }) => text) : [];
  const known = new Set(admits);
  const inLane = (
    verdicts: readonly { readonly kind: 'admitted' | 'prerelease' | 'refused' | 'unspeakable' }[] | undefined,
  ) => texts.filter((_, at) => verdicts?.[at] !== undefined && standing(verdicts[at]) === 'in');
  const facts: readonly (readonly [string, Fact])[] = [
    ['project', scene.scenario.project],
    ['specifier', state.specifier.text],
    ['clauses', isGood ? python.set.clauses.length : 0],
    [
      'operators',
      isGood ? python.set.clauses.map(({ kind, operator }) => (kind === 'prefix' ? `${operator}.*` : operator)) : [],
    ],
    ['admits', admits],
    ['refuses', isGood ? texts.filter((text) => !known.has(text)) : []],
    ['count', admits.length],
    ['newest', isGood ? (taken.pip?.text ?? '') : ''],
    ['newest-uv', isGood ? (taken.uv?.text ?? '') : ''],
    ['problems', python.problems.map(({ code }) => code)],
    ['prereleases', state.prereleases],
    ['npm-range', npm.text],
    ['cargo-requirement', cargo.text],
    ['npm', npm.isStale ? [] : inLane(npm.verdicts)],
    ['cargo', cargo.isStale ? [] : inLane(cargo.verdicts)],
    ['differs', isGood ? differs.map(({ listed }) => listed.text) : []],
    ['wanted', [...(wanted?.versions ?? [])]],
    ['wanted-met', isGood && wanted?.isMet === true],
    ['too-much', isGood ? [...(wanted?.tooMuch ?? [])] : []],
    ['too-little', isGood ? [...(wanted?.tooLittle ?? [])] : [...(wanted?.versions ?? [])]],
    ['asked', state.asked ?? ''],
  ];
  return new Map(facts);
}
