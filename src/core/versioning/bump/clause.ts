// What a ruling rests on: items of semver.org, sections of the version specifiers (PEP 440), PEP 387, pip's release process.

/** A rule by its place. `says` is its sense in our words. */
export interface Clause {
  /** As the screen names it. */
  readonly name: string;
  readonly says: string;
  readonly url: string;
}

const semver = (item: number, says: string): Clause => ({
  name: `SemVer, item ${item}`,
  says,
  url: `https://semver.org/#spec-item-${item}`,
});
const semverFaq = (says: string): Clause => ({ name: 'SemVer, FAQ', says, url: 'https://semver.org/#faq' });
const pep440 = 'https://packaging.python.org/en/latest/specifications/version-specifiers/';

export const CLAUSES = {
  'semver-1': semver(1, 'A project says what its public API is.'),
  'semver-3': semver(3, 'What was released isn’t changed any more: a change is a new version.'),
  'semver-4': semver(4, 'While the first number is 0 anything may change.'),
  'semver-5': semver(5, 'Version 1.0.0 is where the public API begins to hold.'),
  'semver-6': semver(6, 'The third number rises for compatible bug fixes.'),
  'semver-7': semver(
    7,
    'The second number rises for compatible additions and for a deprecation; it may for improvements inside.',
  ),
  'semver-8': semver(8, 'The first number rises when the public API changes incompatibly.'),
  'semver-9': semver(9, 'A pre-release may be unstable, and comes before its release.'),
  'semver-faq-dependencies': semverFaq(
    'A change of what you depend on is compatible as long as your public API stays.',
  ),
  'semver-faq-deprecation': semverFaq('Deprecate in a minor release; remove in a major one.'),
  'semver-faq-relied': semverFaq('If a strict fix would break very many users, a major release may serve them better.'),
  'pep440-post': {
    name: 'PEP 440, Post-releases',
    says: 'A post-release is for what stands beside the code, such as release notes; a bug fix wants a number of its own.',
    url: `${pep440}#post-releases`,
  },
  'pep440-pre': {
    name: 'PEP 440, Pre-releases',
    says: 'Alphas, betas and candidates come before their release.',
    url: `${pep440}#pre-releases`,
  },
  'pep387-warn': {
    name: 'PEP 387',
    says: 'What is public warns in at least two releases before it goes.',
    url: 'https://peps.python.org/pep-0387/',
  },
  'devguide-cycle': {
    name: 'CPython, development cycle',
    says: 'The second number is a year’s features, the third repairs of it.',
    url: 'https://devguide.python.org/developer-workflow/development-cycle/',
  },
  'pip-cadence': {
    name: 'pip, release process',
    says: 'A release is what is ready at its time: the number is the year and its quarter, from 0. Others count instead.',
    url: 'https://pip.pypa.io/en/stable/development/release-process/',
  },
  'pip-deprecation': {
    name: 'pip, deprecation policy',
    says: 'Documented behaviour warns for six months before it changes.',
    url: 'https://pip.pypa.io/en/stable/development/release-process/',
  },
} as const satisfies Readonly<Record<string, Clause>>;
export type ClauseId = keyof typeof CLAUSES;
