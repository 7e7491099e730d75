// Random resolution problems for property tests, written as sketches: small enough for brute force, dense enough to clash.
import fc from 'fast-check';
import type { ProblemSketch } from './sketch';

const NAMES = ['ant', 'bee', 'cat', 'dog', 'eel'] as const;
const EXTRAS = ['fast', 'safe'] as const;

const number = fc.integer({ min: 1, max: 4 });
const clause = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  number.map((low) => `>=${low}`),
  number.map((high) => `<${high}`),
  number.map((exact) => `==${exact}`),
  number.map((wrong) => `!=${wrong}`),
  fc.tuple(number, fc.integer({ min: 1, max: 2 })).map(([low, width]) => `>=${low},<${low + width}`),
);
const extra = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom('[fast]', '[safe]', '[fast,safe]'));
const requirement = fc.tuple(fc.constantFrom(...NAMES), extra, clause).map((parts) => parts.join(''));

const plainRelease = fc.array(requirement, { maxLength: 3 }).map((requires) => ({ requires }));
const release = fc.oneof(
  { weight: 3, arbitrary: plainRelease },
  fc.record({
    requires: fc.array(requirement, { maxLength: 2 }),
    extras: fc.dictionary(fc.constantFrom(...EXTRAS), fc.array(requirement, { maxLength: 2 })),
  }),
);

function sketches(releases: typeof release | typeof plainRelease): fc.Arbitrary<ProblemSketch> {
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
