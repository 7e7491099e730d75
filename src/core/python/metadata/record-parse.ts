// Reading RECORD. In a wheel the rules are stricter than in an environment, where paths may be absolute and hashes missing.
// Follows the recording of installed projects (PEP 376), "The RECORD file", and the binary distribution format (PEP 427), "The
// .dist-info directory".
import { readNumeral } from '../numeral';
import { type Parsed, type Part, type Problem, problemAt } from '../problem';
import { type CsvField, readCsv } from './csv';
import { DIGEST_BYTES, type RecordEntry, recordRole, WHEEL_ALGORITHMS } from './record';

export type RecordPart = 'path' | 'hash' | 'size';

/** Where the RECORD is: in a wheel, or among the installed files of an environment. */
export type RecordPlace = 'wheel' | 'environment';

/** So many problems are told, and no more: past that, the text is something else. */
const MAX_PROBLEMS = 200;

/** Sizes have fewer digits; more are no size, and reading them would take long. */
const MAX_SIZE_DIGITS = 20;

/**
 * Reads RECORD, by default a wheel's. Empty lines count for nothing.
 *
 * Problems: `record/columns`, `record/path-missing`, `record/path-absolute`, `record/path-parent`, `record/path-backslash`,
 * `record/path-folder`, `record/path-twice`, `record/hash-missing`, `record/hash-form`, `record/algorithm`,
 * `record/digest-alphabet`, `record/digest-padding`, `record/digest-length`, `record/size`, `record/self-hash`,
 * `record/signature-listed`, `record/self-missing`. Follows (Recording installed projects, "The RECORD file").
 *
 * @example parseRecord('kit.py,md5=1B2M2Y8AsgTpgAmY7PhCfg,0\nkit-1.0.dist-info/RECORD,,\n').problems.map((problem) => problem.code) // → ['record/algorithm']
 */
export function parseRecord(text: string, place: RecordPlace = 'wheel'): Parsed<readonly RecordEntry[], RecordPart> {
  const entries: RecordEntry[] = [];
  const parts: Part<RecordPart>[] = [];
  const problems: Problem[] = [];
  const paths = new Set<string>();
  let listsItself = false;
  const report: Report = (code, field, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push(problemAt(code, field.at.start, field.at.end, message));
  };
  for (const row of readCsv(text)) {
    const [path, hash, size, surplus] = row;
    if (path === undefined) continue;
    for (const [index, field] of [path, hash, size].entries()) {
      if (field !== undefined) parts.push({ kind: KINDS[index] ?? 'size', ...field });
    }
    if (hash === undefined || size === undefined || surplus !== undefined) {
      report(
        'record/columns',
        surplus ?? path,
        'A line is path, hash and size with two commas, even if the last two are empty.',
      );
      continue;
    }
    checkPath(path, place, report);
    if (paths.has(path.text))
      report('record/path-twice', path, `${shorten(path.text)} is listed already: each file once.`);
    paths.add(path.text);
    listsItself ||= isItself(path.text, place);
    entries.push({ path: path.text, hash: readHash(path.text, hash, place, report), size: readSize(size, report) });
  }
  if (!listsItself) {
    const message = 'RECORD lists itself too, without hash and size: add name-version.dist-info/RECORD,,';
    if (problems.length < MAX_PROBLEMS)
      problems.push(problemAt('record/self-missing', text.length, text.length, message));
  }
  return { value: problems.length === 0 ? entries : undefined, parts, problems };
}

/** In an environment, the path may lead there from anywhere, on Windows with backslashes. */
function isItself(path: string, place: RecordPlace): boolean {
  if (place === 'wheel') return recordRole(path) === 'record';
  return /(?:^|[/\\])[^/\\]+\.dist-info[/\\]RECORD$/.test(path);
}

const KINDS: readonly RecordPart[] = ['path', 'hash', 'size'];

type Report = (code: string, field: CsvField, message: string) => void;

function checkPath(path: CsvField, place: RecordPlace, report: Report): void {
  const { text } = path;
  if (text === '') {
    report('record/path-missing', path, 'The path of the file is missing.');
    return;
  }
  if (text.endsWith('/')) report('record/path-folder', path, 'Files are listed, and no folders: leave this line out.');
  if (place === 'environment') return;
  if (text.includes('\\')) {
    report('record/path-backslash', path, 'In a wheel, folders are separated by “/”, whatever system it was built on.');
  }
  if (/^(?:[/\\]|[A-Za-z]:)/.test(text)) {
    report('record/path-absolute', path, 'In a wheel, paths begin at its root: leave the first “/” or the drive out.');
  }
  if (text.split(/[/\\]/).includes('..')) {
    report('record/path-parent', path, 'A wheel has no file outside of itself: “..” has no place in a path.');
  }
  if (recordRole(text) === 'signature') {
    report(
      'record/signature-listed',
      path,
      'A signature is made after RECORD, so RECORD doesn’t list it: leave this line out.',
    );
  }
}

function readHash(path: string, field: CsvField, place: RecordPlace, report: Report): RecordEntry['hash'] {
  const { text } = field;
  const isRecord = isItself(path, place);
  if (text === '') {
    if (place === 'wheel' && !isRecord && recordRole(path) === 'file') {
      report('record/hash-missing', field, 'In a wheel, every file but RECORD has its hash, such as sha256=….');
    }
    return undefined;
  }
  if (isRecord) {
    report('record/self-hash', field, 'RECORD can’t hold its own hash: leave it empty.');
    return undefined;
  }
  const equals = text.indexOf('=');
  if (equals < 1) {
    report('record/hash-form', field, 'A hash is the name of its algorithm, “=” and the digest, such as sha256=….');
    return undefined;
  }
  const algorithm = text.slice(0, equals);
  const digest = text.slice(equals + 1);
  const bytes = Object.hasOwn(DIGEST_BYTES, algorithm) ? DIGEST_BYTES[algorithm] : undefined;
  if (bytes === undefined) {
    report('record/algorithm', field, `“${shorten(algorithm)}” is no algorithm that every Python has: use sha256.`);
  } else if (place === 'wheel' && !WHEEL_ALGORITHMS.includes(algorithm)) {
    report('record/algorithm', field, `In a wheel, hashes are sha256 or better: ${algorithm} is too weak.`);
  } else checkDigest(digest, bytes, field, report);
  return { algorithm, digest };
}

function checkDigest(digest: string, bytes: number, field: CsvField, report: Report): void {
  if (/=$/.test(digest)) {
    report('record/digest-padding', field, 'Digests have no “=” at their end here: leave the padding out.');
  } else if (!/^[A-Za-z0-9_-]+$/.test(digest)) {
    const message =
      'Digests are in the base64 of URLs: ASCII letters, digits, “-” and “_”, where others write “+” and “/”.';
    report('record/digest-alphabet', field, message);
  } else if (digest.length % 4 === 1 || (bytes > 0 && digest.length !== Math.ceil((bytes * 4) / 3))) {
    const isHex = digest.length === bytes * 2 && /^[0-9a-f]+$/i.test(digest);
    const length = bytes > 0 ? `${Math.ceil((bytes * 4) / 3)} characters` : 'another number of characters';
    const message = `This digest has ${digest.length} characters where ${length} are due${isHex ? ': it is hexadecimal, and should be base64' : ''}.`;
    report('record/digest-length', field, message);
  }
}

function readSize(field: CsvField, report: Report): RecordEntry['size'] {
  const { text } = field;
  if (text === '') return undefined;
  if (/^[0-9]+$/.test(text) && text.length <= MAX_SIZE_DIGITS) return readNumeral(text, 0, text.length);
  report('record/size', field, 'The size is the number of bytes, in digits.');
  return undefined;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
