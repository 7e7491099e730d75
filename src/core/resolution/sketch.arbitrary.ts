// Random resolution problems for property tests, written as sketches: small enough for brute force, dense enough to clash.
import fc from 'fast-check';
import { type NormalizedName, normalizeName, readVersion, type Version } from '@/core/python';
import type { ResolutionPolicy } from './problem';
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

/** Where the wild ones find versions: pre-, post, development and local releases among final ones. */
const VERSIONS = ['1', '1.1', '1.1.post1', '2.dev1', '2rc1', '2', '2+cpu', '3', '3.1', '4a1', '4'] as const;
const anyClause = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: clause },
  fc
    .tuple(fc.constantFrom('>=', '<', '==', '!=', '<=', '>'), fc.constantFrom(...VERSIONS))
    .map(([operator, version]) =>
      // Only equality takes a local version.
      version.includes('+') && operator !== '==' && operator !== '!=' ? `${operator}2` : `${operator}${version}`,
    ),
  fc.constantFrom('~=1.1', '~=3.0', '==2.*', '!=1.*', '>=2rc1', '>=1,!=2,<4'),
);
const marker = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  fc.constantFrom("; sys_platform == 'linux'", "; sys_platform == 'win32'", "; python_version >= '3.13'"),
);
/** One name in sixteen is of no project. */
const project = fc.constantFrom(...NAMES, ...NAMES, ...NAMES, 'gnu');
const anyRequirement = fc.tuple(project, extra, anyClause, marker).map((parts) => parts.join(''));
const date = fc.constantFrom('2023-05-01T00:00:00.000Z', '2023-06-01T00:00:00.000Z', '2025-05-01T00:00:00.000Z');
const anyFlaw = fc.oneof(
  { weight: 7, arbitrary: fc.constant<ReleaseSketch>({}) },
  fc.constantFrom<ReleaseSketch>(
    { yanked: true },
    { yanked: true },
    { requiresPython: '>=3.13' },
    { requiresPython: '>=3.8,<3.12' },
    { wheelTags: ['cp312-cp312-win_amd64'] },
    { wheelTags: ['cp311-cp311-manylinux2014_x86_64', 'py3-none-any'] },
    { wheelTags: [], sdist: true },
    { wheelTags: ['cp310-cp310-manylinux2014_x86_64'], sdist: true },
    { wheelTags: [] },
  ),
);
const anyRelease = fc
  .record({
    requires: fc.array(anyRequirement, { maxLength: 2 }),
    extras: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      fc.dictionary(fc.constantFrom(...EXTRAS), fc.array(anyRequirement, { maxLength: 2 })),
    ),
    uploaded: date,
    flaw: anyFlaw,
  })
  .map(({ flaw: bad, ...sound }) => ({ ...sound, ...bad }));
const rarely = <T>(arbitrary: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(otherwise) }, arbitrary);
const names = fc.array(project, { minLength: 1, maxLength: 2 }).map((all) => new Set(all.map(normalizeName)));
const none = new Set<NormalizedName>();
const anyPolicy = fc.record({
  mode: fc.constantFrom('highest', 'highest', 'lowest', 'lowest-direct'),
  prereleases: fc.constantFrom('if-necessary', 'if-necessary', 'allow', 'disallow', 'explicit'),
  noBuild: rarely(names, none),
  noBinary: rarely(names, none),
  excludeNewer: rarely(fc.constant('2024-01-01T00:00:00.000Z'), undefined),
  preferences: rarely(
    fc.tuple(project, fc.constantFrom(...VERSIONS)).map(([name, version]) => {
      const locked = readVersion(version);
      return new Map([[normalizeName(name), locked === undefined ? [] : [locked]]]);
    }),
    new Map<NormalizedName, readonly Version[]>(),
  ),
}) satisfies fc.Arbitrary<Partial<ResolutionPolicy>>;

/** Problems with everything in them that there is for one environment, mixed. */
export const anyWildSketch: fc.Arbitrary<ProblemSketch> = fc.record({
  root: fc.array(anyRequirement, { minLength: 1, maxLength: 3 }),
  packages: fc.dictionary(
    fc.constantFrom(...NAMES),
    fc
      .tuple(
        fc.uniqueArray(fc.constantFrom(...VERSIONS), { minLength: 1, maxLength: 4 }),
        fc.array(anyRelease, { minLength: 4, maxLength: 4 }),
      )
      .map(([versions, releases]) =>
        Object.fromEntries(versions.map((version, place) => [version, releases[place] ?? {}])),
      ),
    { minKeys: 4, maxKeys: 5 },
  ),
  constraints: rarely(fc.array(anyRequirement, { minLength: 1, maxLength: 2 }), []),
  overrides: rarely(fc.array(anyRequirement, { minLength: 1, maxLength: 1 }), []),
  policy: anyPolicy,
});
