/** What our core, and for npm node-semver itself, answers to a question about a specifier or versions. */
import compareNpm from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import validNpm from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import { admits, compareVersions, formatVersion, parseSpecifierSet, readVersion } from '@/core/python';
import { compareSemVer, meetsRequirement, readCargoRequirement, readSemVer } from '@/core/resolution';
import type { Answer, Notation, Question } from './claim';

/** What is asked about, read in one notation; `undefined` where a text is none. */
interface Reader {
  readonly isSpecifier: (specifier: string) => boolean;
  readonly admits: (specifier: string, version: string) => boolean | undefined;
  readonly compare: (left: string, right: string) => number | undefined;
  readonly spell: (version: string) => string | undefined;
}

const python: Reader = {
  isSpecifier: (specifier) => isSound(specifier),
  admits: (specifier, text) => {
    const version = readVersion(text);
    const { value } = parseSpecifierSet(specifier);
    return version === undefined || value === undefined || !isSound(specifier)
      ? undefined
      : admits(value, version, 'allow');
  },
  compare: (left, right) => both(readVersion(left), readVersion(right), compareVersions),
  spell: (text) => {
    const version = readVersion(text);
    return version && formatVersion(version);
  },
};

const npm: Reader = {
  isSpecifier: (range) => validRange(range) !== null,
  admits: (range, version) =>
    validRange(range) === null || validNpm(version) === null ? undefined : satisfies(version, range),
  compare: (left, right) => both(validNpm(left) ?? undefined, validNpm(right) ?? undefined, compareNpm),
  spell: (version) => validNpm(version) ?? undefined,
};

const cargo: Reader = {
  isSpecifier: (text) => readCargoRequirement(text) !== undefined,
  admits: (text, version) => both(readCargoRequirement(text), readSemVer(version), meetsRequirement),
  compare: (left, right) => both(readSemVer(left), readSemVer(right), compareSemVer),
  spell: (version) => (readSemVer(version) === undefined ? undefined : version),
};

const readers: Readonly<Record<Notation, Reader>> = { python, npm, cargo };

/** Takes a question, returns its answer in the words of `Answer`; nonsense is `invalid`. */
export function answerOf(question: Question): Answer {
  const reader = readers[question.notation];
  if ('left' in question) {
    const order = reader.compare(question.left, question.right);
    return order === undefined ? 'invalid' : order < 0 ? '<' : order > 0 ? '>' : '=';
  }
  if (!('specifier' in question)) return reader.spell(question.version) ?? 'invalid';
  if (!('version' in question)) return reader.isSpecifier(question.specifier) ? 'valid' : 'invalid';
  const isIn = reader.admits(question.specifier, question.version);
  return isIn === undefined ? 'invalid' : isIn ? 'admitted' : 'refused';
}

const isSound = (specifier: string): boolean => parseSpecifierSet(specifier).problems.length === 0;

function both<Left, Right, Result>(
  left: Left | undefined,
  right: Right | undefined,
  ask: (left: Left, right: Right) => Result,
): Result | undefined {
  return left === undefined || right === undefined ? undefined : ask(left, right);
}
