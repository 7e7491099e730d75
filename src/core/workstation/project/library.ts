// The few functions of the standard library by which programs find files, modules and versions, and what they answer. Follows the
// library reference of Python 3.13: `pathlib`, `os.path`, `importlib.resources`, `importlib.metadata`, `sys`.
import { absolutePath, folderOf, isAbsolutePath, joinPath, nameOf } from '../lookup/path';
import type { SearchEntry } from '../lookup/sys-path';
import { say } from '../sentence';
import { importModule } from './import-module';
import { filesOf, openFile, readResource, versionOf } from './library-data';
import { joined, pathIn, thereIs } from './path-object';
import { lineOf } from './python-class';
import { type CallOf, NONE, truthOf, UNKNOWN, type Value } from './python-value';
import { type ProgramRun, placeNow, stopNotModelled } from './run-state';

type LibraryFunction = (run: ProgramRun, given: CallOf) => Value;

const path = (text: string): Value => ({ kind: 'path', path: text });
const text = (value: string): Value => ({ kind: 'text', text: value });
const truth = (value: boolean): Value => ({ kind: 'constant', value });

function makePath(_run: ProgramRun, { positional }: CallOf): Value {
  const parts = positional.map(pathIn);
  return parts.every((part) => part !== undefined) ? path(joined('', parts)) : UNKNOWN;
}

/** `importlib.import_module`, with a package when the name begins with dots. */
function importByName(run: ProgramRun, { positional, named }: CallOf): Value {
  const [name, given = named.get('package')] = positional;
  if (name?.kind !== 'text') return UNKNOWN;
  const level = /^\.*/.exec(name.text)?.[0].length ?? 0;
  if (level > 0 && given?.kind !== 'text') return UNKNOWN;
  const base = given?.kind === 'text' ? given.text.split('.') : [];
  if (level > base.length) return UNKNOWN;
  const whole = level === 0 ? name.text : [...base.slice(0, base.length - level + 1), name.text.slice(level)].join('.');
  const module = importModule(run, whole);
  return module === undefined ? UNKNOWN : { kind: 'module', module };
}

/** `__import__('a.b')` gives `a`. */
function importTop(run: ProgramRun, { positional, named }: CallOf): Value {
  const [name] = positional;
  if (name?.kind !== 'text' || positional.length > 1 || named.size > 0) return UNKNOWN;
  const top = run.modules.get(name.text.split('.')[0] ?? '');
  const module = importModule(run, name.text) && (top ?? run.modules.get(name.text.split('.')[0] ?? ''));
  return module === undefined ? UNKNOWN : { kind: 'module', module };
}

/** `sys.path.insert(0, …)` and `.append(…)` with a folder that is known. */
function addToPath(run: ProgramRun, at: Value | undefined, folder: Value | undefined): Value {
  const written = folder?.kind === 'text' ? folder.text : undefined;
  const length = run.search.entries.length;
  const index =
    at === undefined ? length : at.kind === 'constant' && typeof at.value === 'number' ? at.value : undefined;
  if (written === undefined || index === undefined) run.hasOwnImports = true;
  else {
    const entry: SearchEntry = {
      shown: written,
      folder: absolutePath(run.folder, written),
      origin: { kind: 'python-path' },
    };
    run.search = { ...run.search, entries: run.search.entries.toSpliced(index, 0, entry) };
  }
  return NONE;
}

/** `super()` without arguments, in a method of a class of the project. */
function superOf(_run: ProgramRun, { positional, scope }: CallOf): Value {
  const [first] = scope.names.values();
  if (positional.length > 0 || scope.kind !== 'call' || first?.kind !== 'instance')
    return { kind: 'library', name: 'super()' };
  const self = first.standsFor ?? first;
  const above = lineOf(self.of).find((each) => each.scope === scope.outer);
  if (above === undefined) return { kind: 'library', name: 'super()' };
  const of = { ...above, scope: { ...above.scope, names: new Map<string, Value>() } };
  return { kind: 'instance', of, names: self.names, positional: self.positional, standsFor: self };
}

/** The process ends at once, whatever would catch or follow it. */
function endAtOnce(run: ProgramRun): Value {
  stopNotModelled(run, say`The program ends itself in a way that isn’t followed here.`);
  return UNKNOWN;
}

function exit(run: ProgramRun, { positional, named, spreads }: CallOf): Value {
  const isPlain = !spreads && named.size === 0 && positional.length < 2;
  const value = isPlain ? (positional[0] ?? NONE) : UNKNOWN;
  run.stop ??= { kind: 'exit', value, at: placeNow(run) };
  return UNKNOWN;
}

/** `SystemExit(1, 2)` ends with both. */
function several(given: CallOf): CallOf {
  return given.positional.length < 2 ? given : { ...given, positional: [{ kind: 'tuple', items: given.positional }] };
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
  SystemExit: (run, given) => exit(run, several(given)),
  'os._exit': endAtOnce,
  'os.abort': endAtOnce,
  super: superOf,
  'sys.path.insert': (run, { positional: [at, folder] }) => addToPath(run, at ?? UNKNOWN, folder),
  'sys.path.append': (run, { positional: [folder] }) => addToPath(run, undefined, folder),
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
  'os.path.exists': onPath((run, written) => thereIs(run, written)),
  'os.path.isfile': onPath((run, written) => thereIs(run, written, 'file')),
  'os.path.isdir': onPath((run, written) => thereIs(run, written, 'folder')),
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
  __import__: importTop,
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
    default:
      return { kind: 'library', name };
  }
}

const CHANGES_IMPORTS = /^(?:sys\.(?:path|modules|meta_path|path_hooks)\.|site\.addsitedir$)/;
const CHANGES_FILES =
  /^(?:shutil|subprocess|tempfile|zipfile|tarfile)\.|^os\.(?:chdir|link|makedirs|mkdir|popen|rename|replace|symlink|system)$/;

/** Calls something of the standard library or of another project. What it gives is taken to be what the program wants. */
export function callLibrary(run: ProgramRun, name: string, given: CallOf): Value {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known !== undefined) return known(run, given);
  if (CHANGES_IMPORTS.test(name)) run.hasOwnImports = true;
  if (CHANGES_FILES.test(name)) run.hasChangedFiles = true;
  return { kind: 'library', name: `${name}()` };
}

/** Whether a name is a function here that needs no import. */
export function isBuiltinFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name) && !name.includes('.');
}
