// The simulated machine with a project on it: the working copy in its folder, the environment with what is installed there.
import type { SourceTree } from '@/core/wheel';
import type { Interpreter, Invocation, Run } from '../lookup/interpreter';
import { createMachine, type Machine } from '../lookup/machine';
import type { Path } from '../lookup/path';
import type { Installation } from './installation';
import { STANDARD_MODULES } from './standard-modules';
import { binOf, featureVersion, sitePackagesOf, type Workplace } from './workplace';

export interface World {
  readonly place: Workplace;
  /** The working copy as it is now; it may have been edited since the installation. */
  readonly tree: SourceTree;
  readonly installation: Installation | undefined;
  readonly machine: Machine;
}

const decoder = new TextDecoder();

/**
 * Lays a project out on the machine. What is installed stays as it was installed; the tree is what lies in the folder now.
 *
 * @example worldOf([{ path: 'src/greeting/__init__.py', content: '' }], USUAL_WORKPLACE).machine.entries.has('/home/you/greeting/src') // → true
 */
export function worldOf(tree: SourceTree, place: Workplace, installation?: Installation): World {
  const executables: Path[] = ['bash', 'sh', 'ls'].map((name) => `/usr/bin/${name}`);
  executables.push(place.python);
  const texts: Record<Path, string> = {
    [`${place.environment}/pyvenv.cfg`]: `home = /usr/bin\ninclude-system-site-packages = false\nversion = ${place.pythonVersion}\n`,
  };
  const put = (path: Path, content: string | Uint8Array, isExecutable: boolean) => {
    if (isExecutable) executables.push(path);
    texts[path] = typeof content === 'string' ? content : decoder.decode(content);
  };
  for (const file of tree) put(`${place.project}/${file.path}`, file.content, file.isExecutable === true);
  const site = sitePackagesOf(place);
  const bin = binOf(place);
  const releases = [...place.present, ...(installation?.along ?? [])];
  for (const { files } of releases) for (const file of files) put(`${site}/${file}`, '', false);
  if (place.present.some(({ name }) => name === 'pytest')) put(`${bin}/pytest`, `#!${bin}/python\n`, true);
  for (const file of installation?.files ?? []) put(file.path, file.content, file.isExecutable);
  const machine = createMachine({
    executables,
    texts,
    files: standardFiles(place),
    folders: [site, `/usr/lib/python${featureVersion(place)}/lib-dynload`, `${place.home}/elsewhere`],
    links: {
      '/bin': 'usr/bin',
      '/usr/bin/python3': place.python,
      [`${bin}/python`]: '/usr/bin/python3',
      [`${bin}/python3`]: 'python',
    },
    interpreters: { [place.python]: debianPython(place) },
  });
  return { place, tree, installation, machine };
}

function standardFiles(place: Workplace): readonly Path[] {
  const library = `/usr/lib/python${featureVersion(place)}`;
  return STANDARD_MODULES.map((name) => `${library}/${name}.py`);
}

/** Debian’s Python, as far as a module’s place depends on it. */
function debianPython(place: Workplace): Interpreter {
  const version = featureVersion(place);
  return {
    version,
    prefix: '/usr',
    siteFolders: [
      `lib/python${version}/site-packages`,
      `local/lib/python${version}/dist-packages`,
      'lib/python3/dist-packages',
    ],
    builtinModules: ['builtins', 'sys', 'time', 'itertools', 'posix', 'marshal', 'gc', 'errno', 'atexit'],
    frozenModules: ['abc', 'codecs', 'io', 'os', 'os.path', 'site', 'stat'],
    loadedAtStart: ['abc', 'builtins', 'codecs', 'encodings', 'io', 'os', 'os.path', 'site', 'stat', 'sys', 'time'],
  };
}

/** How a program is started by the environment’s Python. */
export function invocationOf(world: World, run: Run, folder: Path, executable?: Path): Invocation {
  const { place } = world;
  return {
    executable: executable ?? `${binOf(place)}/python`,
    run,
    options: [],
    folder,
    environment: new Map([['HOME', place.home]]),
  };
}
