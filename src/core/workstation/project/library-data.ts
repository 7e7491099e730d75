// Data that a program asks for beside its code: files that it opens, resources of a package, versions of distributions. Follows the library
// reference of Python 3.13: `open`, `importlib.resources`, `importlib.metadata`.
import { normalizeName } from '@/core/python';
import { folderOf } from '../lookup/path';
import { code, say } from '../sentence';
import { readDataFile, writeDataFile } from './data-file';
import { importModule } from './import-module';
import { joined, pathIn } from './path-object';
import { type CallOf, UNKNOWN, type Value } from './python-value';
import { addStep, type ProgramRun, placeNow, raise } from './run-state';

/** Reading modes have neither w, nor a, nor x. */
export function openFile(run: ProgramRun, { positional, named }: CallOf): Value {
  const [file, given] = positional;
  const written = pathIn(file);
  const mode = given ?? named.get('mode');
  const isWritten = mode !== undefined && (mode.kind !== 'text' || /[wax+]/.test(mode.text));
  if (isWritten) writeDataFile(run, written);
  else if (written !== undefined) readDataFile(run, written);
  return { kind: 'library', name: 'open()' };
}

/** The folder of a package’s files; importing the package first, as `importlib.resources` does. */
export function filesOf(run: ProgramRun, { positional, named, scope }: CallOf): Value {
  const anchor = positional[0] ?? named.get('anchor') ?? named.get('package') ?? { kind: 'text', text: scope.package };
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
  return folder === undefined ? UNKNOWN : { kind: 'path', path: folder };
}

/** `importlib.resources.read_text('greeting', 'languages.json')` and those like it. */
export function readResource(run: ProgramRun, given: CallOf): Value {
  const folder = filesOf(run, given);
  const names = given.positional.slice(1).map(pathIn);
  if (folder.kind === 'path' && names.length > 0 && names.every((name) => name !== undefined)) {
    readDataFile(run, joined(folder.path, names));
  }
  return UNKNOWN;
}

export function versionOf(run: ProgramRun, { positional, named }: CallOf): Value {
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
  if (found !== undefined) return { kind: 'text', text: found.version };
  return raise(run, 'importlib.metadata.PackageNotFoundError', `No package metadata was found for ${name.text}`, {
    module: name.text,
  });
}
