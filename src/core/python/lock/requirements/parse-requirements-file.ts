// Reading a requirements file line by line: pip's documentation, "Requirements File Format". Every line is read, so there
// may be several problems.
import { type Parsed, type Problem, problemAt } from '../../problem';
import { readLineOptions } from './line-options';
import { type LocatedText, slice, spanOf, trim } from './located-text';
import { type LogicalLine, logicalLines } from './logical-line';
import { readEditable, readTarget } from './read-target';
import type { GivenOption, RequirementHash, RequirementsFile, RequirementsLine } from './requirements-file';
import { shellWords } from './shell-words';

/** What reading gives. Warnings are about what pip passes over in silence. */
export interface ParsedRequirementsFile extends Parsed<RequirementsFile, never> {
  readonly warnings: readonly Problem[];
}

/**
 * Reads a requirements file ("Requirements File Format"). `variables` replace `${NAME}`; other variables stay.
 *
 * Problems: `requirements/option`, `requirements/option-value`, `requirements/quote`, `requirements/hash`,
 * `requirements/editable`, `requirements/egg`, `requirements/wheel-name`, and those of requirements and markers. Warnings:
 * `requirements/passed-over`, `requirements/hash-length`.
 *
 * @example parseRequirementsFile('six==1.16.0 \\\n    --hash=sha256:00 # pinned').value.lines[0].hashes // → [{ algorithm: 'sha256', digest: '00' }]
 */
export function parseRequirementsFile(
  text: string,
  variables: ReadonlyMap<string, string> = new Map(),
): ParsedRequirementsFile {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lines: RequirementsLine[] = [];
  const logical = logicalLines(text, variables);
  for (const line of logical) {
    const read = readLine(line, problems, warnings);
    if (read !== undefined) lines.push(read);
  }
  const value = { lines, variables: logical.flatMap((line) => line.variables) };
  return { value: problems.length === 0 ? value : undefined, parts: [], problems, warnings };
}

/** Where the options of a line begin: at the first word that begins with a dash. Only spaces separate words here. */
function optionsStart(text: string): number {
  if (text.startsWith('-')) return 0;
  const found = text.indexOf(' -');
  return found === -1 ? text.length : found + 1;
}

function readLine(
  { line, content }: LogicalLine,
  problems: Problem[],
  warnings: Problem[],
): RequirementsLine | undefined {
  const { text } = content;
  const start = optionsStart(text);
  const words = shellWords(slice(content, start, text.length));
  if ('openAt' in words) {
    const { openAt } = words;
    const message = 'This quote is not closed, or this backslash has nothing behind it: close it, or take it out.';
    problems.push(problemAt('requirements/quote', openAt.start, openAt.end, message));
    return undefined;
  }
  const read = readLineOptions(words);
  if (read.problem !== undefined) {
    problems.push(read.problem);
    return undefined;
  }
  for (const { at } of read.others)
    passOver(warnings, at, 'This is no option, and stands behind options, so pip passes it over.');
  const before = problems.length;
  for (const option of read.options) checkValue(option, problems);
  if (problems.length > before) return undefined;

  const at = spanOf(content, 0, text.length);
  const asked = slice(content, 0, Math.max(0, start === text.length ? start : start - 1));
  const editable = read.options.find(({ option }) => option === '--editable');
  if (trim(asked).text === '' && editable === undefined) {
    for (const { option, at: place } of read.options) {
      if (option === '--hash')
        passOver(warnings, place, 'A hash belongs behind a requirement: here, pip passes it over.');
    }
    return read.options.length === 0 ? undefined : { kind: 'options', options: read.options, line, at };
  }
  for (const { option, at: place } of read.options) {
    if (option === '--hash' || option === '--config-settings' || option === '--editable') continue;
    passOver(warnings, place, `${option} stands on a line of its own: behind a requirement, pip passes it over.`);
  }
  const reading = targetOf(asked, editable);
  if (reading.problems !== undefined) {
    problems.push(...reading.problems);
    return undefined;
  }
  const hashes = read.options.flatMap((option) => readHash(option, warnings));
  const configSettings = read.options.filter(({ option }) => option === '--config-settings').map(({ value }) => value);
  const isEditable = editable !== undefined;
  return { kind: 'install', target: reading.target, isEditable, hashes, configSettings, line, at };
}

/** What stands before the options wins over the value of `-e`, which then only says that it is editable. */
function targetOf(asked: LocatedText, editable: GivenOption | undefined) {
  if (editable === undefined) return readTarget(asked);
  if (trim(asked).text !== '') return readEditable(asked);
  const { value, at } = editable;
  const start = Math.max(at.start, at.end - value.length);
  return readEditable({
    text: value,
    offsets: Array.from({ length: value.length + 1 }, (_, index) => Math.min(at.end, start + index)),
  });
}

function passOver(warnings: Problem[], at: Problem['at'], message: string): void {
  warnings.push(problemAt('requirements/passed-over', at.start, at.end, message));
}

const FEATURES: readonly string[] = [
  'fast-deps',
  'inprocess-build-deps',
  'venv-isolation',
  'truststore',
  'no-binary-enable-wheel-cache',
  'build-constraint',
];

function checkValue({ option, value, at }: GivenOption, problems: Problem[]): void {
  const refuse = (code: string, message: string) => problems.push(problemAt(code, at.start, at.end, message));
  switch (option) {
    case '--hash':
      if (!/^(?:sha256|sha384|sha512):/.test(value)) {
        refuse(
          'requirements/hash',
          'A hash is its algorithm, sha256, sha384 or sha512, a colon and the digits: --hash=sha256:….',
        );
      }
      break;
    case '--config-settings':
      if (!value.includes('=')) refuse('requirements/option-value', 'A setting is a key, “=” and a value.');
      break;
    case '--no-binary':
    case '--only-binary':
    case '--all-releases':
    case '--only-final':
      if (value.startsWith('-'))
        refuse('requirements/option-value', `After ${option} come names of projects, :all: or :none:.`);
      break;
    case '--use-feature':
      if (!FEATURES.includes(value)) {
        refuse('requirements/option-value', `The features of pip 26.3 are ${FEATURES.join(', ')}.`);
      }
      break;
    default:
      break;
  }
}

const DIGITS: Readonly<Record<RequirementHash['algorithm'], number>> = { sha256: 64, sha384: 96, sha512: 128 };

function readHash({ option, value, at }: GivenOption, warnings: Problem[]): readonly RequirementHash[] {
  const match = option === '--hash' ? /^(sha256|sha384|sha512):(.*)$/s.exec(value) : null;
  if (match === null) return [];
  const algorithm = match[1] === 'sha384' ? 'sha384' : match[1] === 'sha512' ? 'sha512' : 'sha256';
  const digest = match[2] ?? '';
  if (digest.length !== DIGITS[algorithm] || !/^[0-9a-f]*$/.test(digest)) {
    const message = `A ${algorithm} hash is ${DIGITS[algorithm]} digits, 0 to 9 and a to f: no file will ever have this one.`;
    warnings.push(problemAt('requirements/hash-length', at.start, at.end, message));
  }
  return [{ algorithm, digest }];
}
