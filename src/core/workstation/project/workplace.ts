// Where a project is tried out: the folders on a simulated Debian machine, its Python, the virtual environment in the project’s
// folder, and the small index that the installer there reaches.
import type { MarkerEnvironment, TagEnvironment } from '@/core/python';
import type { Path } from '../lookup/path';

/** A release that the installer can get, or that is in the environment already. */
export interface ReleaseAtHand {
  readonly name: string;
  readonly version: string;
  /** The files that it puts into site-packages, by path below it; what is in them isn’t read. */
  readonly files: readonly string[];
  readonly requires: readonly string[];
}

export interface Workplace {
  readonly home: Path;
  /** The project’s folder. */
  readonly project: Path;
  /** The virtual environment’s folder. */
  readonly environment: Path;
  /** The Python that the environment was made from; the real file, links followed. */
  readonly python: Path;
  /** 3.13.5 */
  readonly pythonVersion: string;
  readonly installer: 'pip' | 'uv';
  /** What the installer can get. A project that isn’t here is one that doesn’t exist. */
  readonly index: readonly ReleaseAtHand[];
  /** What the environment has before the project is installed. */
  readonly present: readonly ReleaseAtHand[];
  readonly markers: MarkerEnvironment;
  readonly tags: TagEnvironment;
}

const pure = (name: string, version: string, modules: readonly string[], requires: readonly string[] = []) => ({
  name,
  version,
  files: modules.map((module) => (module.endsWith('.py') ? module : `${module}/__init__.py`)),
  requires,
});

/** Releases that the course’s small projects name: the newest on the index when this was checked (content/versions.json). */
const INDEX: readonly ReleaseAtHand[] = [
  pure('idna', '3.20', ['idna', 'idna/core.py']),
  pure('colorama', '0.4.6', ['colorama']),
  pure('rich', '15.0.0', ['rich', 'rich/console.py', 'rich/table.py', 'rich/text.py', 'rich/panel.py']),
  pure('click', '8.5.1', ['click']),
  pure('requests', '2.34.2', ['requests'], ['idna', 'urllib3', 'certifi', 'charset-normalizer']),
  pure('urllib3', '2.8.0', ['urllib3']),
  pure('certifi', '2026.10.19.post1', ['certifi']),
  pure('charset-normalizer', '3.5.3', ['charset_normalizer']),
  pure('httpx', '0.28.1', ['httpx'], ['idna', 'certifi']),
  pure('pyyaml', '6.0.4', ['yaml']),
  pure('attrs', '26.1.0', ['attr', 'attrs']),
  pure('packaging', '26.4', ['packaging', 'packaging/version.py', 'packaging/requirements.py']),
];

/** pytest as it stands in the environment, for those who run tests. */
export const PYTEST: ReleaseAtHand = pure('pytest', '9.2.0', ['pytest', '_pytest', 'pytest/__main__.py']);

/** The course’s usual machine: Debian 13, Python 3.13.5, the project in the home folder, its environment in `.venv`, pip 26.3. */
export const USUAL_WORKPLACE: Workplace = {
  home: '/home/you',
  project: '/home/you/greeting',
  environment: '/home/you/greeting/.venv',
  python: '/usr/bin/python3.13',
  pythonVersion: '3.13.5',
  installer: 'pip',
  index: INDEX,
  present: [PYTEST],
  markers: {
    implementation_name: 'cpython',
    implementation_version: '3.13.5',
    os_name: 'posix',
    platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
    platform_release: '6.12.48',
    platform_system: 'Linux',
    platform_version: '#1 SMP PREEMPT_DYNAMIC Debian 6.12.48-1',
    python_full_version: '3.13.5',
    python_version: '3.13',
    sys_platform: 'linux',
  },
  tags: {
    implementation: 'cp',
    python: [3, 13],
    abis: null,
    platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
    freeThreaded: false,
  },
};

/** The Python’s feature version: 3.13. */
export function featureVersion({ pythonVersion }: Workplace): string {
  return pythonVersion.split('.').slice(0, 2).join('.');
}

/** The folder that packages are installed into. */
export function sitePackagesOf(place: Workplace): Path {
  return `${place.environment}/lib/python${featureVersion(place)}/site-packages`;
}

/** The folder of commands. */
export function binOf(place: Workplace): Path {
  return `${place.environment}/bin`;
}
