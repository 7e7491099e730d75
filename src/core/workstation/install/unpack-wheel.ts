// What installing a wheel writes: the binary distribution format specification, "Installing a wheel" and "Recording
// installed projects". Files go into site-packages, those of the `.data` folder to where their scheme says; scripts are
// written for entry points; RECORD lists it all.

import type { RecordEntry } from './index-answer';
import type { ChosenWheel } from './resolve';
import type { InstallStep, UnpackedFile } from './step';
import { separatorOf, type TargetMachine } from './target-machine';

/** The steps from the wheel to the installed project. */
export function unpackWheel(wheel: ChosenWheel, machine: TargetMachine): readonly InstallStep[] {
  const { project, metadata, file } = wheel;
  const record = metadata.record ?? [];
  const files = record.map(placeOf);
  const size = files.reduce((sum, unpacked) => sum + unpacked.size, 0);
  const scripts = scriptSteps(wheel, machine);
  const isCompiled = ({ to, path }: UnpackedFile) => to === 'site-packages' && path.endsWith('.py');
  return [
    { kind: 'unpack', project, filename: file.filename, folder: machine.sitePackages, files, size },
    ...scripts,
    {
      kind: 'write-record',
      project,
      path: [machine.sitePackages, ...recordPath(wheel).split('/')].join(separatorOf(machine)),
      fromWheel: files.length,
      added: ['INSTALLER', ...(wheel.isWanted ? ['REQUESTED'] : []), ...scripts.map(({ name }) => name)],
      compiled: files.filter(isCompiled).length,
    },
  ];
}

/** `kit-1.0.data/scripts/kit` is the script kit, `kit-1.0.data/purelib/kit.py` the module kit. */
function placeOf({ path, size }: RecordEntry): UnpackedFile {
  const scheme = /^[^/]+\.data\/([^/]+)\/(.+)$/.exec(path);
  const bytes = size ?? 0;
  if (scheme === null) return { path, size: bytes, to: 'site-packages' };
  const [, name = '', rest = ''] = scheme;
  if (name === 'scripts') return { path: rest, size: bytes, to: 'scripts' };
  return { path: rest, size: bytes, to: name === 'purelib' || name === 'platlib' ? 'site-packages' : 'environment' };
}

type ScriptStep = Extract<InstallStep, { kind: 'write-script' }>;

/** One script for each console entry point; on Windows it is a program. */
function scriptSteps({ project, metadata }: ChosenWheel, machine: TargetMachine): readonly ScriptStep[] {
  const entries = Object.entries(metadata['entry-points']?.console_scripts ?? {});
  const extension = machine.environment.platform.kind === 'windows' ? '.exe' : '';
  return entries.map(([name, calls]) => ({
    kind: 'write-script',
    project,
    name: name + extension,
    path: `${machine.bin}${separatorOf(machine)}${name}${extension}`,
    calls,
  }));
}

/** RECORD stands in the wheel's `.dist-info` folder; the name of that is the one of the file. */
function recordPath({ metadata, file }: ChosenWheel): string {
  const listed = metadata.record?.find(({ path }) => /^[^/]+\.dist-info\/RECORD$/.test(path));
  return listed?.path ?? `${file.filename.split('-').slice(0, 2).join('-')}.dist-info/RECORD`;
}
