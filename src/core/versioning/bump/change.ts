// Kinds of change: what a caller notices, what SemVer's letter says of it, and where people differ. Where an answer hangs on something
// that only the project knows, the kind asks for it instead of an answer. Semantic Versioning 2.0.0, items 1 and 3 to 8, and its FAQ.
import type { ClauseId } from './clause';
import type { Effect } from './level';

/** What a rule makes of a change. `because` is a whole sentence. */
export interface Ruling {
  readonly effect: Effect;
  readonly because: string;
  readonly clause: ClauseId;
}

/** Something that decides, and that only the project knows. */
export interface Question {
  readonly ask: string;
  readonly yes: Ruling;
  readonly no: Ruling;
}

export interface ChangeKind {
  /** In a word or a few, as a changelog's line would begin. */
  readonly label: string;
  /** What someone who calls the code notices. */
  readonly notices: string;
  /** SemVer's letter, or the question that decides. */
  readonly ruling: Ruling | Question;
  /** What people argue about. */
  readonly argued: string;
}

export const CHANGE_KINDS = {
  'name-removed': {
    label: 'a public name removed or renamed',
    notices: 'Code that uses the name stops with an ImportError or AttributeError.',
    ruling: { effect: 'breaks', because: 'Code that uses the name stops.', clause: 'semver-8' },
    argued: 'Keep the old name as an alias that warns: then it is a deprecation, and nobody stops.',
  },
  'required-argument': {
    label: 'a new argument that must be given',
    notices: 'Every call as it stands stops with a TypeError.',
    ruling: { effect: 'breaks', because: 'Every call written before stops.', clause: 'semver-8' },
    argued: 'With a default it would be an addition. Often there is a sensible one.',
  },
  'optional-argument': {
    label: 'a new argument with a default',
    notices: 'Nothing, until they use it.',
    ruling: { effect: 'adds', because: 'Every call written before works, and more can be said.', clause: 'semver-7' },
    argued: 'A subclass that overrides the method doesn’t know the argument. Put it last, or make it keyword-only.',
  },
  'new-name': {
    label: 'a new function or class',
    notices: 'Nothing, until they use it.',
    ruling: { effect: 'adds', because: 'It adds to the API and takes nothing away.', clause: 'semver-7' },
    argued: 'After a star import a new name can hide one of the caller’s. Few projects count that.',
  },
  'python-floor': {
    label: 'an old Python dropped',
    notices: 'On the old Python installers go on taking the releases before.',
    ruling: {
      ask: 'Does the project promise its Pythons for a whole major version?',
      yes: { effect: 'breaks', because: 'What was promised for this major version ends.', clause: 'semver-8' },
      no: {
        effect: 'adds',
        because: 'Requires-Python keeps the old Python on the releases before, so nobody’s calls stop.',
        clause: 'semver-7',
      },
    },
    argued: 'SemVer says nothing of Pythons. Many projects drop one in a minor release, some only in a major one.',
  },
  'default-changed': {
    label: 'a changed default',
    notices: 'The same call does something else, without any error.',
    ruling: {
      ask: 'Is the old default documented?',
      yes: { effect: 'breaks', because: 'A documented default is part of the API.', clause: 'semver-8' },
      no: { effect: 'adds', because: 'No document promised the old one.', clause: 'semver-1' },
    },
    argued: 'Silent changes hurt most: nothing stops, the result is another. Many call each of them breaking.',
  },
  'other-exception': {
    label: 'another exception raised',
    notices: 'Their except clause no longer catches it.',
    ruling: {
      ask: 'Does the documentation name the old exception?',
      yes: { effect: 'breaks', because: 'A documented exception is part of the API.', clause: 'semver-8' },
      no: { effect: 'mends', because: 'No document promised the old one.', clause: 'semver-1' },
    },
    argued: 'A new class that inherits from the old one is caught by old clauses too: then nobody has to argue.',
  },
  faster: {
    label: 'the same, faster',
    notices: 'Less waiting. Nothing else.',
    ruling: {
      ask: 'Is it such a gain that people should hear of it?',
      yes: {
        effect: 'adds',
        because: 'A substantial improvement inside may raise the second number.',
        clause: 'semver-7',
      },
      no: { effect: 'mends', because: 'The API stays as it is.', clause: 'semver-6' },
    },
    argued: 'The letter leaves it open. Speed can be bought with memory, or with another order of results.',
  },
  'bug-fixed': {
    label: 'a bug fixed',
    notices: 'What went wrong goes right.',
    ruling: { effect: 'mends', because: 'It now does what it should always have done.', clause: 'semver-6' },
    argued: 'Nothing, as long as nobody built on the bug.',
  },
  'relied-bug-fixed': {
    label: 'a bug fixed that people rely on',
    notices: 'Their way around the bug now does harm.',
    ruling: {
      ask: 'Does the documentation describe the old behaviour?',
      yes: { effect: 'breaks', because: 'Then it was no bug but the API.', clause: 'semver-8' },
      no: {
        effect: 'mends',
        because: 'By the letter a fix stays a fix, whoever relied on the bug.',
        clause: 'semver-6',
      },
    },
    argued:
      'Hyrum’s law: with enough users somebody depends on all that can be seen. SemVer’s FAQ allows a major release for it.',
  },
  deprecated: {
    label: 'something deprecated',
    notices: 'A warning, and time to change.',
    ruling: { effect: 'adds', because: 'A deprecation is announced with the second number.', clause: 'semver-7' },
    argued: 'Where tests turn warnings into errors, a new warning stops them.',
  },
  'deprecated-removed': {
    label: 'what was deprecated removed',
    notices: 'Who read the warnings: nothing. Everybody else stops.',
    ruling: {
      effect: 'breaks',
      because: 'It was announced, and still code that uses it stops.',
      clause: 'semver-faq-deprecation',
    },
    argued:
      'A warning doesn’t make the removal compatible: SemVer has no “announced long enough”. Other policies have.',
  },
  'dependency-narrowed': {
    label: 'a dependency’s range narrowed',
    notices: 'Another version is installed beside it, or the resolver finds no answer.',
    ruling: {
      ask: 'Do the dependency’s types come through your API?',
      yes: { effect: 'breaks', because: 'What your functions take or return changes with it.', clause: 'semver-8' },
      no: {
        effect: 'mends',
        because: 'Your API stays as it is; only what must stand beside it changes.',
        clause: 'semver-faq-dependencies',
      },
    },
    argued: 'Whoever needs the older version elsewhere can’t install yours any more. SemVer doesn’t count that.',
  },
  'docs-only': {
    label: 'only documentation',
    notices: 'Better words. The code is the same.',
    ruling: { effect: 'nothing', because: 'The code that people install is the same.', clause: 'semver-6' },
    argued: 'To renew the description on the index something must be released: a post-release, or the next patch.',
  },
  'security-fix': {
    label: 'a security hole closed',
    notices: 'They should have it without asking.',
    ruling: {
      ask: 'Must calls that worked stop for it?',
      yes: { effect: 'breaks', because: 'Calls that worked stop, for whatever good reason.', clause: 'semver-8' },
      no: { effect: 'mends', because: 'It is a fix, and calls stay as they are.', clause: 'semver-6' },
    },
    argued: 'Many projects close a hole in a patch although it breaks calls: that is how it reaches everybody.',
  },
  'api-promised': {
    label: 'from now on the API is promised',
    notices: 'They can rely on the numbers.',
    ruling: {
      effect: 'promises',
      because: 'Version 1.0.0 is the promise; whoever is past it has made it.',
      clause: 'semver-5',
    },
    argued: 'When? SemVer’s FAQ says: once it is used in earnest. Some projects never dare, and stay at 0 for years.',
  },
  yanked: {
    label: 'the last release mended after a yank',
    notices: 'Installers pass the yanked release over, and need another to take.',
    ruling: {
      effect: 'mends',
      because: 'A released number is never used again: mended code gets the next.',
      clause: 'semver-3',
    },
    argued: 'Nothing: PyPI takes no second file of the same name, yanked or even deleted.',
  },
} as const satisfies Readonly<Record<string, ChangeKind>>;
export type ChangeKindId = keyof typeof CHANGE_KINDS;

export const CHANGE_KIND_IDS = Object.keys(CHANGE_KINDS) as readonly ChangeKindId[];

/** @example changeKind('faster').label // → 'the same, faster' */
export function changeKind(id: ChangeKindId): ChangeKind {
  return CHANGE_KINDS[id];
}
