/**
 * For tests: the Debian 13 on which content/console/truth was recorded, and the environments that its cases make.
 */
import type { Interpreter } from './interpreter';
import type { MachineDescription } from './machine';
import type { Path } from './path';

export const home = '/home/you';
export const greeting = `${home}/greeting`;

export const debianPython: Interpreter = {
  version: '3.13',
  prefix: '/usr',
  siteFolders: ['lib/python3.13/site-packages', 'local/lib/python3.13/dist-packages', 'lib/python3/dist-packages'],
  builtinModules: ['sys', 'time'],
  frozenModules: ['os', 'abc'],
  loadedAtStart: ['sys', 'os'],
};

/** Debian 13 with python3, python3-pip and uv: no `python`. */
export const debian: MachineDescription = {
  executables: [
    ...['python3.13', 'sh', 'pip', 'pip3', 'ls', 'echo', 'which'].map((name) => `/usr/bin/${name}`),
    '/usr/local/bin/uv',
  ],
  files: ['/usr/lib/python3.13/os.py', '/usr/lib/python3/dist-packages/pip/__init__.py'],
  folders: ['/usr/lib/python3.13/lib-dynload', '/usr/local/lib/python3.13/dist-packages', '/tmp', home],
  links: { '/bin': 'usr/bin', '/usr/bin/python3': 'python3.13' },
  texts: { '/usr/bin/pip': '#!/usr/bin/python3\n' },
  interpreters: { '/usr/bin/python3.13': debianPython },
};

export function merge(...parts: readonly MachineDescription[]): MachineDescription {
  return {
    executables: parts.flatMap((part) => part.executables ?? []),
    files: parts.flatMap((part) => part.files ?? []),
    folders: parts.flatMap((part) => part.folders ?? []),
    links: Object.assign({}, ...parts.map((part) => part.links)),
    texts: Object.assign({}, ...parts.map((part) => part.texts)),
    interpreters: Object.assign({}, ...parts.map((part) => part.interpreters)),
    activateScripts: Object.assign({}, ...parts.map((part) => part.activateScripts)),
  };
}

/** What `python3 -m venv` and `uv venv` write, as far as lookup goes. `made` is where it was before a move. */
export function environment(
  folder: Path,
  writtenBy: 'venv' | 'uv',
  made = folder,
  includesSystem = false,
): MachineDescription {
  const bin = `${folder}/bin`;
  const site = `${folder}/lib/python3.13/site-packages`;
  const withPip = writtenBy === 'venv';
  return {
    executables: withPip ? [`${bin}/pip`, `${bin}/pip3`] : [],
    files: [`${bin}/activate`, ...(withPip ? [`${site}/pip/__init__.py`, `${site}/pip/__main__.py`] : [])],
    folders: [site],
    links: { [`${bin}/python`]: '/usr/bin/python3', [`${bin}/python3`]: 'python' },
    texts: {
      [`${folder}/pyvenv.cfg`]: `home = /usr/bin\ninclude-system-site-packages = ${includesSystem}\nversion = 3.13.5\n`,
      ...(withPip ? { [`${bin}/pip`]: `#!${made}/bin/python3\n` } : {}),
    },
    activateScripts: {
      [`${bin}/activate`]: { writtenBy, environment: made, prompt: writtenBy === 'venv' ? '.venv' : 'greeting' },
    },
  };
}
