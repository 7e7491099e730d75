// Random resolution problems for property tests, written as sketches: small enough for brute force, dense enough to clash.
import fc from 'fast-check';
import { admits } from '@/core/python';
import type { ResolutionProblem } from './problem';
import type { ProblemSketch, ReleaseSketch } from './sketch';

const NAMES = ['ant', 'bee', 'cat', 'dog', 'eel'] as const;
const EXTRAS = ['fast', 'safe'] as const;

const number = fc.integer({ min: 1, max: 4 });
const clause = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  number.map((low) => `>=${low}`),
  number.map((high) => `<${high}`),
  number.map((exact) => `==${exact}`),
  number.map((wrong) => `!=${wrong}`),
  fc.constant('>=3,<2'),
  fc.tuple(number, fc.integer({ min: 1, max: 2 })).map(([low, width]) => `>=${low},<${low + width}`),
);
const extra = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom('[fast]', '[safe]', '[fast,safe]'));
const requirement = fc.tuple(fc.constantFrom(...NAMES), extra, clause).map((parts) => parts.join(''));

const release = fc.oneof(
  { weight: 3, arbitrary: fc.array(requirement, { maxLength: 3 }).map((requires) => ({ requires })) },
  fc.record({
    requires: fc.array(requirement, { maxLength: 2 }),
    extras: fc.dictionary(fc.constantFrom(...EXTRAS), fc.array(requirement, { maxLength: 2 })),
  }),
);

function sketches(releases: fc.Arbitrary<ReleaseSketch>): fc.Arbitrary<ProblemSketch> {
  const versions = fc
    .array(releases, { minLength: 1, maxLength: 4 })
    .map((all) => Object.fromEntries(all.map((each, place) => [`${place + 1}`, each])));
  return fc.record({
    root: fc.array(requirement, { minLength: 1, maxLength: 3 }),
    packages: fc.dictionary(fc.constantFrom(...NAMES), versions, { minKeys: 2, maxKeys: 5 }),
  });
}

/** Problems with final releases only, some with extras. */
export const anySketch = sketches(release);

const flaw = fc.constantFrom<ReleaseSketch>(
  { yanked: true },
  { requiresPython: '>=3.13' },
  { wheelTags: ['cp312-cp312-win_amd64'] },
);

/** The same with releases among them that can't be used: yanked, for a newer Python, or for another system. */
export const anyFlawedSketch = sketches(
  fc.oneof(
    { weight: 5, arbitrary: release },
    fc.tuple(release, flaw).map(([sound, bad]) => ({ ...sound, ...bad })),
  ),
);

/** The problem without the releases that can't be used, for Python 3.12 on Linux. Only a pin of the root's takes a yanked one. */
export function withoutUnusable(problem: ResolutionProblem): ResolutionProblem {
  const index = new Map(
    Array.from(problem.index, ([name, releases]) => [
      name,
      releases.filter(({ version, yanked, requiresPython, wheelTags }) => {
        const isPinned = problem.requirements.some(
          ({ requirement: { normalizedName, specifier } }) =>
            normalizedName === name && specifier.clauses[0]?.operator === '==' && admits(specifier, version),
        );
        const isForThis = requiresPython === undefined || admits(requiresPython, problem.python);
        return (!yanked || isPinned) && isForThis && wheelTags.includes('py3-none-any');
      }),
    ]),
  );
  return { ...problem, index };
}
