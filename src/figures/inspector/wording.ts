/** The inspector’s words for what the core tells: what became of a row of RECORD, how much a finding weighs, what a file is for. */
import type { FindingWeight, RecordRowKind, Scheme } from '@/core/wheel';
import type { Mark } from './picture';
import type { FileReport } from './report';
import type { Lens } from './state';

export const LENS_LABELS: Readonly<Record<Lens, string>> = {
  files: 'Files',
  metadata: 'Metadata',
  record: 'RECORD',
  places: 'Where it goes',
  checks: 'Checks',
  compared: 'Compared',
};

/** What became of each kind of row, and how it stands. */
export const RECORD_WORDS: Readonly<Record<RecordRowKind, readonly [mark: Mark, word: string]>> = {
  matches: ['well', 'as RECORD says'],
  exempt: ['plain', 'RECORD can’t list a hash of itself'],
  'weak-hash': ['wrong', 'as RECORD says, by a hash that others can forge'],
  'hash-differs': ['danger', 'isn’t what RECORD says: another hash'],
  'size-differs': ['danger', 'isn’t what RECORD says: another size'],
  'no-hash': ['wrong', 'has no hash in RECORD'],
  'unknown-hash': ['wrong', 'has a hash that can’t be checked'],
  missing: ['wrong', 'is in RECORD and not in the file'],
  'not-listed': ['danger', 'isn’t in RECORD'],
  unreadable: ['wrong', 'can’t be read'],
};

export const WEIGHT_WORDS: Readonly<Record<FindingWeight, readonly [mark: Mark, word: string]>> = {
  danger: ['danger', 'dangerous'],
  wrong: ['wrong', 'wrong'],
  note: ['note', 'worth knowing'],
};

/** Where each scheme is in a virtual environment. */
export const SCHEME_WORDS: Readonly<Record<Scheme, string>> = {
  purelib: 'site-packages',
  platlib: 'site-packages (platlib: for this platform)',
  scripts: 'bin, or Scripts on Windows',
  data: 'the environment’s own folder',
  headers: 'include',
};

/** Labels of the fields that most readers look for, in the order in which they are shown; others follow under their own names. */
export const FIELD_LABELS: ReadonlyMap<string, string> = new Map([
  ['name', 'Project'],
  ['version', 'Version'],
  ['summary', 'In a line'],
  ['requires-python', 'For Python'],
  ['requires-dist', 'Needs'],
  ['provides-extra', 'Extras'],
  ['license-expression', 'Licence'],
  ['metadata-version', 'Metadata version'],
  ['description-content-type', 'Description is'],
  ['description', 'Description'],
]);

/** @example fieldLabel('project-url') // → 'Project-Url' */
export function fieldLabel(field: string): string {
  return FIELD_LABELS.get(field) ?? field.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** By the end of the path; the first that fits. */
const ROLES: readonly (readonly [RegExp, string])[] = [
  [/\.dist-info\/METADATA$/, 'What the project says of itself: name, version, what it needs. Resolvers read this.'],
  [/\.dist-info\/WHEEL$/, 'What made the wheel, and the tags that it is for.'],
  [/\.dist-info\/RECORD$/, 'Every file with its hash and size. RECORD itself stands there without.'],
  [/\.dist-info\/entry_points\.txt$/, 'Names that installers make commands of, and plugins that others look up.'],
  [/\.dist-info\/top_level\.txt$/, 'The import packages, as setuptools notes them. No installer reads it.'],
  [/\.dist-info\/licenses\//, 'A licence that METADATA names.'],
  [/\.data\//, 'A file that goes elsewhere than to site-packages.'],
  [/(?:^|\/)PKG-INFO$/, 'The metadata of the project, as METADATA in a wheel.'],
  [/^[^/]+\/pyproject\.toml$/, 'How the project is built, and what its author wrote of it.'],
  [/(?:^|\/)setup\.(?:py|cfg)$/, 'Settings of setuptools; setup.py is code that runs when the project is built.'],
  [/\.egg-info\//, 'A note of setuptools to itself.'],
  [/\.pth$/, 'Python reads it whenever it starts, if it lies in site-packages.'],
  [/\.(?:so|pyd|dylib|dll)$/, 'Machine code, for one platform.'],
  [/\/__main__\.py$/, 'What runs with “python -m”.'],
  [/\/__init__\.py$/, 'It makes the folder an import package.'],
  [/\.py$/, 'A module of Python.'],
  [/\.pyi$|\/py\.typed$/, 'For type checkers.'],
];

export function roleOf(path: string): string {
  return ROLES.find(([pattern]) => pattern.test(path))?.[1] ?? 'A file that comes along.';
}

/** @example kindWord(report) // → 'wheel' */
export function kindWord({ kind }: Pick<FileReport, 'kind'>): string {
  return kind === 'wheel' ? 'wheel' : 'sdist';
}

const WEIGHTS: readonly Mark[] = ['danger', 'wrong', 'note'];

/** The heaviest mark of some; well when nothing weighs. */
export function heaviest(marks: readonly Mark[]): Mark {
  return WEIGHTS.find((mark) => marks.includes(mark)) ?? 'well';
}

/** The beginning of a text, of so many words. */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')} …`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** @example counted(2, 'command') // → 'two commands' */
export function counted(count: number, noun: string): string {
  return `${NUMBERS[count] ?? count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
