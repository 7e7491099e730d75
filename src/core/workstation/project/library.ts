// The few functions of the standard library by which programs find files, modules and versions, and what they answer. Follows the
// library reference of Python 3.13: `pathlib`, `os.path`, `importlib.resources`, `importlib.metadata`, `sys`.
import { normalizeName } from '@/core/python';
import { absolutePath, folderOf, isAbsolutePath, joinPath, nameOf } from '../lookup/path';
import { code, say } from '../sentence';
import { isThere, readDataFile } from './data-file';
import { importModule } from './import-module';
import { NONE, type Scope, truthOf, UNKNOWN, type Value } from './python-value';
import { addStep, type ProgramRun, placeNow, raise } from './run-state';

export interface CallOf {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** There are more arguments than can be told. */
  readonly spreads: boolean;
  readonly scope: Scope;
}

type LibraryFunction = (run: ProgramRun, given: CallOf) => Value;

const path = (text: string): Value => ({ kind: 'path', path: text });
const text = (value: string): Value => ({ kind: 'text', text: value });
const truth = (value: boolean): Value => ({ kind: 'constant', value });

/** The path that a value means, as `os.fspath` gives it. */
function pathIn(value: Value | undefined): string | undefined {
  if (value?.kind === 'path') return value.path;
  return value?.kind === 'text' ? value.text : undefined;
}

/** `pathlib` works out single dots and doubled slashes, and leaves `..` alone. */
function joined(base: string, more: readonly string[]): string {
  let whole = base;
  for (const part of more) whole = isAbsolutePath(part) ? part : whole === '' ? part : joinPath(whole, part);
  const parts = whole.split('/').filter((part) => part !== '' && part !== '.');
  const plain = parts.join('/');
  return isAbsolutePath(whole) ? `/${plain}` : plain === '' ? '.' : plain;
}

function makePath(_run: ProgramRun, { positional }: CallOf): Value {
  const parts = positional.map(pathIn);
  return parts.every((part) => part !== undefined) ? path(joined('', parts)) : UNKNOWN;
}

/** Reading modes have neither w, nor a, nor x. */
function openFile(run: ProgramRun, { positional, named }: CallOf): Value {
  const [file, given] = positional;
  const written = pathIn(file);
  const mode = given ?? named.get('mode');
  if (written === undefined || (mode !== undefined && (mode.kind !== 'text' || /[wax+]/.test(mode.text))))
    return UNKNOWN;
  readDataFile(run, written);
  return UNKNOWN;
}

/** The folder of a package’s files; importing the package first, as `importlib.resources` does. */
function filesOf(run: ProgramRun, { positional, named, scope }: CallOf): Value {
  const anchor = positional[0] ?? named.get('anchor') ?? named.get('package') ?? text(scope.package);
  if (anchor.kind === 'module') return folderOfModule(anchor.module);
  if (anchor.kind !== 'text' || anchor.text === '') return UNKNOWN;
  const module = importModule(run, anchor.text);
  return module === undefined ? UNKNOWN : folderOfModule(module);
}

function folderOfModule({
  kind,
  folders,
  file,
}: {
  kind: string;
  folders: readonly string[];
  file: string | undefined;
}): Value {
  if (kind === 'library') return UNKNOWN;
  const folder = folders[0] ?? (file === undefined ? undefined : folderOf(file));
  return folder === undefined ? UNKNOWN : path(folder);
}

/** `importlib.resources.read_text('greeting', 'languages.json')` and those like it. */
function readResource(run: ProgramRun, given: CallOf): Value {
  const folder = filesOf(run, given);
  const names = given.positional.slice(1).map(pathIn);
  if (folder.kind === 'path' && names.length > 0 && names.every((name) => name !== undefined)) {
    readDataFile(run, joined(folder.path, names));
  }
  return UNKNOWN;
}

function versionOf(run: ProgramRun, { positional, named }: CallOf): Value {
  const name = positional[0] ?? named.get('distribution_name');
  if (name?.kind !== 'text') return UNKNOWN;
  const sought = normalizeName(name.text);
  const { installation, place } = run.world;
  const releases = [...(installation === undefined ? [] : [installation, ...installation.along]), ...place.present];
  const found = releases.find((release) => normalizeName(release.name) === sought);
  addStep(run, {
    station: 'metadata',
    subject: name.text,
    outcome: found === undefined ? 'missing' : 'found',
    sentence:
      found === undefined
        ? say`The environment has no metadata of a distribution ${code(name.text)}.`
        : say`The environment’s metadata of ${code(name.text)} says ${code(found.version)}.`,
    at: placeNow(run),
    looked: [],
  });
  if (found !== undefined) return text(found.version);
  return raise(run, 'importlib.metadata.PackageNotFoundError', `No package metadata was found for ${name.text}`, {
    module: name.text,
  });
}

function importByName(run: ProgramRun, { positional }: CallOf): Value {
  const [name] = positional;
  if (name?.kind !== 'text' || positional.length > 1 || name.text.startsWith('.')) return UNKNOWN;
  const module = importModule(run, name.text);
  return module === undefined ? UNKNOWN : { kind: 'module', module };
}

function exit(run: ProgramRun, { positional, named, spreads }: CallOf): Value {
  const isPlain = !spreads && named.size === 0 && positional.length < 2;
  const value = isPlain ? (positional[0] ?? NONE) : UNKNOWN;
  run.stop ??= { kind: 'exit', value, at: placeNow(run) };
  return UNKNOWN;
}

/** Things of which Python tells their number. */
function lengthOf(_run: ProgramRun, { positional: [value] }: CallOf): Value {
  if (value?.kind === 'text') return { kind: 'constant', value: [...value.text].length };
  return value?.kind === 'tuple' ? { kind: 'constant', value: value.items.length } : UNKNOWN;
}

/** Longer ranges are gone through as if their length couldn’t be told. */
const LONGEST_RANGE = 20;

function rangeOf(_run: ProgramRun, { positional }: CallOf): Value {
  const [count] = positional;
  const length = count?.kind === 'constant' ? Number(count.value) : Number.NaN;
  if (positional.length !== 1 || !(length <= LONGEST_RANGE)) return { kind: 'object', type: 'range' };
  const items = Array.from({ length: Math.max(0, length) }, (_, value): Value => ({ kind: 'constant', value }));
  return { kind: 'object', type: 'range', contents: { items } };
}

function isCallable(_run: ProgramRun, { positional: [value] }: CallOf): Value {
  switch (value?.kind) {
    case 'function':
    case 'class':
      return truth(true);
    case 'text':
    case 'constant':
    case 'tuple':
    case 'object':
    case 'module':
      return truth(false);
    default:
      return { kind: 'object', type: 'bool' };
  }
}

const onPath =
  (change: (run: ProgramRun, written: string) => Value): LibraryFunction =>
  (run, { positional }) => {
    const written = pathIn(positional[0]);
    return written === undefined ? UNKNOWN : change(run, written);
  };

const FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  open: openFile,
  'io.open': openFile,
  exit,
  quit: exit,
  'sys.exit': exit,
  SystemExit: exit,
  len: lengthOf,
  range: rangeOf,
  callable: isCallable,
  print: () => NONE,
  hasattr: () => ({ kind: 'object', type: 'bool' }),
  bool: (_run, { positional: [value] }) => {
    const known = value === undefined ? false : truthOf(value);
    return known === undefined ? { kind: 'object', type: 'bool' } : truth(known);
  },
  'pathlib.Path': makePath,
  'pathlib.PurePath': makePath,
  'pathlib.Path.cwd': (run) => path(run.folder),
  'os.getcwd': (run) => text(run.folder),
  'os.path.dirname': onPath((_run, written) => text(written.includes('/') ? folderOf(written) : '')),
  'os.path.basename': onPath((_run, written) => text(nameOf(written))),
  'os.path.abspath': onPath((run, written) => text(absolutePath(run.folder, written))),
  'os.path.realpath': onPath((run, written) => text(absolutePath(run.folder, written))),
  'os.path.exists': onPath((run, written) => truth(isThere(run, written) !== undefined)),
  'os.path.isfile': onPath((run, written) => truth(isThere(run, written) === 'file')),
  'os.path.isdir': onPath((run, written) => truth(isThere(run, written) === 'folder')),
  'os.path.join': (_run, { positional }) => {
    const parts = positional.map(pathIn);
    if (!parts.every((part) => part !== undefined)) return UNKNOWN;
    return text(
      parts.reduce((whole, part) => (isAbsolutePath(part) || whole === '' ? part : joinPath(whole, part)), ''),
    );
  },
  'importlib.resources.files': filesOf,
  'importlib.resources.read_text': readResource,
  'importlib.resources.read_binary': readResource,
  'importlib.resources.open_text': readResource,
  'importlib.resources.open_binary': readResource,
  'importlib.resources.as_file': (_run, { positional }) => positional[0] ?? UNKNOWN,
  'pkgutil.get_data': readResource,
  'importlib.metadata.version': versionOf,
  'importlib.metadata.metadata': versionOf,
  'importlib.metadata.distribution': versionOf,
  'importlib.import_module': importByName,
  __import__: importByName,
  str: (_run, { positional }) => {
    const written = pathIn(positional[0]);
    return written === undefined ? UNKNOWN : text(written);
  },
};

/** `sys.version_info`, as far as it is compared. */
export function versionInfo(run: ProgramRun): Extract<Value, { kind: 'tuple' }> {
  const parts = run.world.place.pythonVersion.split('.');
  return { kind: 'tuple', items: parts.map((part): Value => ({ kind: 'constant', value: Number(part) })) };
}

/** Values of the standard library that tests in programs ask for, as they are on the machine. */
export function libraryValue(run: ProgramRun, name: string): Value {
  switch (name) {
    case 'typing.TYPE_CHECKING':
      return { kind: 'constant', value: false };
    case 'sys.platform':
      return text('linux');
    case 'os.name':
      return text('posix');
    case 'sys.version_info.major':
      return versionInfo(run).items[0] ?? UNKNOWN;
    case 'sys.version_info.minor':
      return versionInfo(run).items[1] ?? UNKNOWN;
    case 'sys.argv':
      return { kind: 'object', type: 'list' };
    default:
      return { kind: 'library', name };
  }
}

/** Calls something of the standard library or of another project; `unknown` unless it is one of the functions above. */
export function callLibrary(run: ProgramRun, name: string, given: CallOf): Value {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return known === undefined ? UNKNOWN : known(run, given);
}

/** Whether a name is a function here that needs no import. */
export function isBuiltinFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name) && !name.includes('.');
}

const READS = ['read_text', 'read_bytes', 'open', 'stat', 'iterdir'];

/** An attribute of a path object. */
export function pathAttribute(written: string, name: string): Value {
  switch (name) {
    case 'parent':
      return path(written.includes('/') ? folderOf(written) : '.');
    case 'name':
      return text(nameOf(written));
    default:
      return { kind: 'method', of: path(written), name };
  }
}

/** A method of a path object is called. */
export function callPathMethod(run: ProgramRun, written: string, method: string, { positional, named }: CallOf): Value {
  const parts = positional.map(pathIn);
  const [first] = parts;
  switch (method) {
    case 'with_name':
      return first === undefined ? UNKNOWN : path(joined(written.includes('/') ? folderOf(written) : '', [first]));
    case 'with_suffix':
      return first === undefined ? UNKNOWN : path(written.replace(/(?<=[^/])\.[^./]*$/, '') + first);
    case 'joinpath':
      return parts.every((part) => part !== undefined) ? path(joined(written, parts)) : UNKNOWN;
    case 'resolve':
    case 'absolute':
      return path(absolutePath(run.folder, written));
    case 'exists':
      return truth(isThere(run, written) !== undefined);
    case 'is_file':
      return truth(isThere(run, written) === 'file');
    case 'is_dir':
      return truth(isThere(run, written) === 'folder');
    default: {
      const mode = positional[0] ?? named.get('mode');
      const writes = method === 'open' && mode !== undefined && (mode.kind !== 'text' || /[wax+]/.test(mode.text));
      const isFolder = isThere(run, written) === 'folder';
      const isRead = READS.includes(method) && !((method === 'stat' || method === 'iterdir') && isFolder);
      if (isRead && !writes) readDataFile(run, written);
      return UNKNOWN;
    }
  }
}

/** `Path(…) / 'data'`, of which either side may be the text. */
export function dividePath(left: Value, right: Value): Value {
  const [first, second] = [pathIn(left), pathIn(right)];
  if (first === undefined || second === undefined || (left.kind !== 'path' && right.kind !== 'path')) return UNKNOWN;
  return path(joined(first, [second]));
}
