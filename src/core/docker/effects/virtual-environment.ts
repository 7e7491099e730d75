// Virtual environments: what `python -m venv` writes, and which environment a `python` or `pip` belongs to, as Python finds it: by the
// pyvenv.cfg beside the folder of the program (PEP 405).
import { namesOf, parentPath } from '../files/path';
import { nodeAt } from '../files/tree';
import { type CommandModel, type CommandRun, fileOf, folder, operands, pathIn } from './command';
import { installCost } from './cost-model';
import { textFact } from './file-commands';
import { EMPTY_VENV } from './package-sizes';
import type { FileFact } from './run-effect';

/** Where an image of Docker’s own for Python has it. */
const SYSTEM = '/usr/local';

/** `python -m venv <folder>`: the words after `venv`. An environment comes with a pip of its own unless it’s told not to. */
export const venv: CommandModel = (words, run) => {
  const places = operands(words).map((word) => pathIn(run, word));
  if (places.length === 0) return { exitCode: 2 };
  const hasPip = !words.includes('--without-pip');
  const writes = new Map<string, FileFact>();
  for (const place of places) {
    const packages = `${place}/lib/${pythonFolder(run)}/site-packages`;
    writes.set(`${place}/pyvenv.cfg`, textFact('home = /usr/local/bin\n'));
    writes.set(`${place}/bin/python`, { type: 'symlink', uid: 0, gid: 0, target: `${SYSTEM}/bin/python` });
    writes.set(packages, folder());
    if (!hasPip) continue;
    writes.set(`${place}/bin/pip`, { ...textFact('#!python\n'), mode: '0755' });
    writes.set(`${packages}/pip/__init__.py`, fileOf(EMPTY_VENV.installedBytes, 'pip of an environment'));
  }
  return { writes, cost: installCost(0, hasPip ? places.length * EMPTY_VENV.installedBytes : 0, 0) };
};

/** `. <folder>/bin/activate`: its programs come first for the commands after it. */
export const activate: CommandModel = ([script = ''], run) => {
  const bin = parentPath(pathIn(run, script));
  if (!script.endsWith('/activate') || !isEnvironment(run, parentPath(bin))) return undefined;
  return { environment: new Map([...run.environment, ['PATH', `${bin}:${run.environment.get('PATH') ?? ''}`]]) };
};

/** Where the packages of the program are that is running: of its environment, else of the system’s Python. */
export function sitePackages(run: CommandRun): string {
  return `${prefixOf(run)}/lib/${pythonFolder(run)}/site-packages`;
}

/** The folder that the program stands in the `bin` of: as it was called, else the first of the PATH that has a Python. */
function prefixOf(run: CommandRun): string {
  const called = run.program.includes('/') ? [parentPath(pathIn(run, run.program))] : [];
  for (const bin of [...called, ...(run.environment.get('PATH') ?? '').split(':')]) {
    if (isEnvironment(run, parentPath(bin))) return parentPath(bin);
  }
  return SYSTEM;
}

function isEnvironment({ root }: CommandRun, place: string): boolean {
  return nodeAt(root, [...namesOf(place), 'pyvenv.cfg'])?.kind === 'file';
}

/** `python3.12`: the highest version that the image has. */
function pythonFolder({ root, environment }: CommandRun): string {
  const lib = nodeAt(root, ['usr', 'local', 'lib']);
  const found = lib?.kind === 'dir' ? [...lib.entries.keys()].filter((name) => /^python3\.\d+$/.test(name)).sort() : [];
  const version = /^3\.\d+/.exec(environment.get('PYTHON_VERSION') ?? '')?.[0] ?? '3.12';
  return found.at(-1) ?? `python${version}`;
}
