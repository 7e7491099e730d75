// A small invented index and machines for tests of installing: projects named by letters, whose wheels hold one module.
import type { IndexAnswer, IndexFile, RecordedIndex, WheelMetadata } from './index-answer';
import type { TargetMachine } from './target-machine';

/** CPython 3.12 on Linux with glibc 2.36. */
export const LINUX: TargetMachine = {
  environment: {
    implementation: 'cp',
    python: [3, 12],
    abis: null,
    platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
    freeThreaded: false,
  },
  markers: {
    implementation_name: 'cpython',
    implementation_version: '3.12.3',
    os_name: 'posix',
    platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
    platform_release: '6.8.0',
    platform_system: 'Linux',
    platform_version: '#1 SMP',
    python_full_version: '3.12.3',
    python_version: '3.12',
    sys_platform: 'linux',
  },
  pythonFullVersion: '3.12.3',
  sitePackages: '/env/lib/python3.12/site-packages',
  bin: '/env/bin',
};

/** What a test says of a release; a wheel for any machine unless files are named. */
export interface ReleaseOf {
  readonly requires?: readonly string[];
  readonly python?: string;
  readonly yanked?: boolean | string;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  /** Without metadata file beside the wheel. */
  readonly bare?: boolean;
}

/** An index of projects: name → version → release. */
export function indexOf(projects: Readonly<Record<string, Readonly<Record<string, ReleaseOf>>>>): RecordedIndex {
  const metadata: WheelMetadata[] = [];
  const answers: IndexAnswer[] = [];
  for (const [project, releases] of Object.entries(projects)) {
    const files: IndexFile[] = [];
    for (const [version, release] of Object.entries(releases)) {
      for (const filename of release.files ?? [`${project}-${version}-py3-none-any.whl`]) {
        const sha256 = `sha256 of ${filename}`;
        files.push({
          filename,
          hashes: { sha256 },
          ...(release.python === undefined ? {} : { 'requires-python': release.python }),
          size: 1000,
          yanked: release.yanked ?? false,
          'core-metadata': release.bare !== true,
        });
        if (!filename.endsWith('.whl')) continue;
        metadata.push({
          filename,
          sha256,
          name: project,
          version,
          'requires-python': release.python ?? null,
          'requires-dist': release.requires ?? [],
          'metadata-size': 100,
          'entry-points': release.scripts === undefined ? null : { console_scripts: release.scripts },
          record: [
            { path: `${project}.py`, hash: 'sha256=x', size: 40 },
            { path: `${project}-${version}.dist-info/METADATA`, hash: 'sha256=y', size: 100 },
            { path: `${project}-${version}.dist-info/RECORD`, hash: '', size: null },
          ],
        });
      }
    }
    answers.push({ project, versions: Object.keys(releases), files });
  }
  return { projects: answers, metadata };
}
