// What check-wheel-contents reads of a wheel before it judges: the name, the folders `.dist-info` and `.data`, where the root goes, and
// RECORD as a tree. What it takes for no wheel at all, it says in these words. Follows its release 0.6.3.
import { canonicalVersion, normalizeName, parseVersion, readCsv } from '@/core/python';
import { type Archive, isFile } from '../archive/archive';
import { readEntry } from '../archive/read-entry';
import { pythonRepr, pythonReprOfList } from './python-repr';
import { type ListedFolder, type RecordTree, recordTree } from './record-tree';

export interface WheelLayout {
  readonly tree: RecordTree;
  readonly distInfo: string;
  readonly data: string;
  /** What is imported: where the root goes, and the other one of purelib and platlib below `.data`. Purelib first. */
  readonly libraries: readonly ListedFolder[];
}

/** A wheel’s layout, what is wrong with it in the tool’s words, or that the tool ends in an error that it doesn’t expect. */
export type LayoutReading =
  | { readonly kind: 'read'; readonly layout: WheelLayout }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'crashed'; readonly why: string };

const FILENAME =
  /^([A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?)-([A-Za-z0-9_.!+]+)(?:-[0-9][\p{L}\p{N}_.]*)?(?:-[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*){3}\.[Ww][Hh][Ll]$/u;
const DIST_INFO = /^[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?-[A-Za-z0-9_.!+]+\.dist-info$/;
const DATA = /^[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?-[A-Za-z0-9_.!+]+\.data$/;

/** Whether a folder’s name is one of a `.dist-info`, or of a `.data`. */
export function folderRole(name: string): 'dist-info' | 'data' | undefined {
  if (DIST_INFO.test(name)) return 'dist-info';
  return DATA.test(name) ? 'data' : undefined;
}

/** What stops a reading: a message in the tool’s words. */
interface Invalid {
  readonly invalid: string;
}

function isInvalid(reading: boolean | object): reading is Invalid {
  return typeof reading === 'object' && 'invalid' in reading;
}

/** Reads what check-wheel-contents reads. */
export function readLayout(archive: Archive): LayoutReading {
  const named = FILENAME.exec(archive.name);
  if (named === null) return { kind: 'invalid', message: 'wheel has invalid filename' };
  const [, project = '', version = ''] = named;
  const invalid = (message: string): LayoutReading => ({ kind: 'invalid', message: `invalid wheel: ${message}` });
  const folders = findFolders(archive, project, version);
  if (isInvalid(folders)) return invalid(folders.invalid);
  const { distInfo, data } = folders;
  const wheel = textOf(archive, `${distInfo}/WHEEL`);
  if (wheel.kind === 'missing') return invalid('No WHEEL file in wheel');
  if (wheel.kind === 'crashed') return wheel;
  const isPure = readPurelib(wheel.text);
  if (isInvalid(isPure)) return invalid(isPure.invalid);
  const record = textOf(archive, `${distInfo}/RECORD`);
  if (record.kind === 'missing') return invalid('No RECORD file in wheel');
  if (record.kind === 'crashed') return record;
  const tree = readRecord(record.text);
  if (isInvalid(tree)) return invalid(tree.invalid);
  const problem = treeProblem(tree.root, distInfo, data, isPure);
  if (problem !== undefined) return problem.kind === 'invalid' ? invalid(problem.message) : problem;
  return { kind: 'read', layout: { tree, distInfo, data, libraries: librariesOf(tree.root, distInfo, data, isPure) } };
}

/** The folders by the archive’s own list. */
function findFolders(archive: Archive, project: string, version: string): { distInfo: string; data: string } | Invalid {
  const tops = new Set(archive.entries.map(({ path }) => path.replace(/\/+$/, '').split('/')[0] ?? ''));
  const role = (wanted: 'dist-info' | 'data') => [...tops].filter((name) => folderRole(name) === wanted);
  const [distInfo, secondInfo] = role('dist-info');
  if (secondInfo !== undefined) return { invalid: 'Wheel contains multiple .dist-info directories' };
  if (distInfo === undefined) return { invalid: 'No .dist-info directory in wheel' };
  const differs = (name: string) =>
    `Project & version of wheel's .${name.endsWith('.data') ? 'data' : 'dist-info'} directory do not match wheel name: ${pythonRepr(name)}`;
  if (!isOf(distInfo, project, version)) return { invalid: differs(distInfo) };
  const [data, secondData] = role('data');
  if (secondData !== undefined) return { invalid: 'Wheel contains multiple .data directories' };
  if (data !== undefined && !isOf(data, project, version)) return { invalid: differs(data) };
  return { distInfo, data: data ?? `${project}-${version}.data` };
}

/** Whether `kit-1.0.dist-info` is of this project and version, both in normal form. */
function isOf(folder: string, project: string, version: string): boolean {
  const stem = folder.slice(0, folder.lastIndexOf('.'));
  const dash = stem.indexOf('-');
  return (
    normalizeName(stem.slice(0, dash)) === normalizeName(project) &&
    canonical(stem.slice(dash + 1)) === canonical(version)
  );
}

function canonical(version: string): string {
  const parsed = parseVersion(version.replaceAll('_', '-')).value;
  return parsed === undefined ? version.replaceAll('_', '-') : canonicalVersion(parsed);
}

type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'crashed'; readonly why: string };

/** A file of the archive as text; of two with one path, the later. */
function textOf(archive: Archive, path: string): TextReading {
  const entry = archive.entries.findLast((each) => each.path === path);
  if (entry === undefined) return { kind: 'missing' };
  const content = isFile(entry) ? readEntry(entry) : undefined;
  if (content?.kind !== 'read' || (content.finding !== undefined && content.finding.code !== 'content/hidden')) {
    return { kind: 'crashed', why: `${path} can’t be read.` };
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes) };
  } catch {
    return { kind: 'crashed', why: `${path} isn’t UTF-8.` };
  }
}

function readPurelib(text: string): boolean | Invalid {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const value = /^root-is-purelib\s*:\s*(.*?)\s*$/i.exec(line)?.[1];
    if (value === undefined) continue;
    const written = value.toLowerCase();
    if (written === 'true' || written === 'false') return written === 'true';
    return { invalid: `Invalid Root-Is-Purelib value in WHEEL file: ${pythonRepr(value)}` };
  }
  return { invalid: 'Root-Is-Purelib header not found in WHEEL file' };
}

/** Python reads no number of more digits. */
const MAX_DIGITS = 4300;

function readRecord(text: string): RecordTree | Invalid {
  const tree = recordTree();
  for (const fields of readCsv(text)) {
    const row = fields.map((field) => field.text);
    const [path = '', hash = '', size = ''] = row;
    const isFolder = path.endsWith('/');
    const bytes = size === '' ? '' : numberOf(size);
    if (!isFolder && (row.length !== 3 || bytes === undefined)) {
      return { invalid: `Invalid RECORD entry: ${pythonReprOfList(row)}` };
    }
    const wrong = pathProblem(path);
    if (wrong !== undefined) return { invalid: wrong };
    const parts = (isFolder ? path.replace(/\/+$/, '') : path).split('/');
    const signature = hash === '' && bytes === '' ? undefined : `${bytes} ${hash}`;
    const inTheWay = tree.add(parts, isFolder ? undefined : { kind: 'file', path, parts, signature });
    if (inTheWay !== undefined) {
      return {
        invalid: `Conflicting occurrences of path ${pythonRepr(isFolder && inTheWay === path.slice(0, -1) ? path : inTheWay)}`,
      };
    }
  }
  return tree;
}

/** A whole number as Python’s `int` takes it, in one form. */
function numberOf(text: string): string | undefined {
  const match = /^\s*([+-]?)([0-9]+(?:_[0-9]+)*)\s*$/.exec(text);
  const digits = match?.[2]?.replaceAll('_', '');
  if (match === null || digits === undefined || digits.length > MAX_DIGITS) return undefined;
  const number = digits.replace(/^0+(?=.)/, '');
  return match[1] === '-' && number !== '0' ? `-${number}` : number;
}

function pathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return `Absolute path in RECORD: ${pythonRepr(path)}`;
  if (path === '') return 'Empty path in RECORD';
  const isNormal = !path.includes('//') && !path.split('/').some((part) => part === '.' || part === '..');
  return isNormal ? undefined : `Non-normalized path in RECORD: ${pythonRepr(path)}`;
}

function treeProblem(
  root: ListedFolder,
  distInfo: string,
  data: string,
  isPure: boolean,
): Exclude<LayoutReading, { kind: 'read' }> | undefined {
  const invalid = (message: string) => ({ kind: 'invalid', message }) as const;
  const folders = (role: 'dist-info' | 'data') =>
    [...root.entries].flatMap(([name, entry]) => (entry.kind === 'folder' && folderRole(name) === role ? [name] : []));
  const [foundInfo, secondInfo] = folders('dist-info');
  if (secondInfo !== undefined) return invalid('Wheel contains multiple .dist-info directories in RECORD');
  if (foundInfo === undefined) return invalid('No .dist-info directory in RECORD');
  const differs = (kind: string, found: string, due: string) =>
    invalid(
      `${kind} directory in RECORD (${pythonRepr(found)}) does not match actual directory name (${pythonRepr(due)})`,
    );
  if (foundInfo !== distInfo) return differs('.dist-info', foundInfo, distInfo);
  const [foundData, secondData] = folders('data');
  if (secondData !== undefined) return invalid('Wheel contains multiple .data directories in RECORD');
  if (foundData !== undefined && foundData !== data) return differs('.data', foundData, data);
  const below = root.entries.get(data);
  if (below === undefined) return undefined;
  if (below.kind === 'file') return { kind: 'crashed', why: `${data} is a file.` };
  const [own, other] = isPure ? ['purelib', 'platlib'] : ['platlib', 'purelib'];
  if (below.entries.has(own)) return invalid(`Wheel is ${own} yet contains *.data/${own}`);
  return below.entries.get(other)?.kind === 'file' ? invalid(`*.data/${other} is not a directory`) : undefined;
}

function librariesOf(root: ListedFolder, distInfo: string, data: string, isPure: boolean): readonly ListedFolder[] {
  const own: ListedFolder = {
    ...root,
    entries: new Map([...root.entries].filter(([name]) => name !== distInfo && name !== data)),
  };
  const below = root.entries.get(data);
  const other = below?.kind === 'folder' ? below.entries.get(isPure ? 'platlib' : 'purelib') : undefined;
  if (other?.kind !== 'folder') return [own];
  return isPure ? [own, other] : [other, own];
}
