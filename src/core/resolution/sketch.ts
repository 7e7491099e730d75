// A resolution problem written shortly, for tests.
import {
  arrangeTags,
  compareVersions,
  type MarkerEnvironment,
  type NormalizedName,
  normalizeName,
  parseRequirement,
  type Requirement,
  readSpecifierSet,
  readVersion,
  type Version,
} from '@/core/python';
import type { IndexedRelease, ResolutionPolicy, ResolutionProblem } from './problem';

/** A release: its requirements, or all of its facts. */
export type ReleaseSketch =
  | readonly string[]
  | {
      readonly requires?: readonly string[];
      readonly extras?: Readonly<Record<string, readonly string[]>>;
      readonly requiresPython?: string;
      readonly sdist?: boolean;
      readonly wheelTags?: readonly string[];
      readonly yanked?: boolean;
      readonly uploaded?: string;
    };

export interface ProblemSketch {
  readonly root: readonly string[];
  readonly packages: Readonly<Record<string, Readonly<Record<string, ReleaseSketch>>>>;
  readonly constraints?: readonly string[];
  readonly overrides?: readonly string[];
  readonly python?: string;
  readonly policy?: Partial<ResolutionPolicy>;
}

/** The requirement that the text is. Throws on another text: a test is wrong then. */
export function requirementOf(text: string): Requirement {
  const { value, problems } = parseRequirement(text);
  if (value === undefined) throw new Error(`“${text}” is no requirement: ${problems[0]?.message}`);
  return value;
}

function versionOf(text: string): Version {
  const version = readVersion(text);
  if (version === undefined) throw new Error(`“${text}” is no version.`);
  return version;
}

function releaseOf(written: string, sketch: ReleaseSketch): IndexedRelease {
  const facts = 'length' in sketch ? { requires: sketch } : sketch;
  return {
    version: versionOf(written),
    written,
    requires: (facts.requires ?? []).map(requirementOf),
    extras: new Map(
      Object.entries(facts.extras ?? {}).map(([extra, requires]) => [
        normalizeName(extra),
        requires.map(requirementOf),
      ]),
    ),
    requiresPython: facts.requiresPython === undefined ? undefined : readSpecifierSet(facts.requiresPython),
    hasSdist: facts.sdist ?? false,
    wheelTags: facts.wheelTags ?? ['py3-none-any'],
    yanked: facts.yanked ?? false,
    uploaded: facts.uploaded,
  };
}

/** An environment on Linux with this Python. */
export function linuxWith(python: string): MarkerEnvironment {
  const [major = '3', minor = '12'] = python.split('.');
  return {
    implementation_name: 'cpython',
    implementation_version: python,
    os_name: 'posix',
    platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
    platform_release: '6.1',
    platform_system: 'Linux',
    platform_version: '',
    python_full_version: python,
    python_version: `${major}.${minor}`,
    sys_platform: 'linux',
  };
}

/** The problem that a sketch stands for: for one environment, Linux with CPython. */
export function problemOf(sketch: ProblemSketch): ResolutionProblem {
  const python = sketch.python ?? '3.12.0';
  const [major = 3, minor = 12] = python.split('.').map(Number);
  const index = new Map<NormalizedName, readonly IndexedRelease[]>();
  for (const [name, releases] of Object.entries(sketch.packages)) {
    const all = Object.entries(releases).map(([written, release]) => releaseOf(written, release));
    index.set(
      normalizeName(name),
      all.sort((left, right) => compareVersions(left.version, right.version)),
    );
  }
  return {
    requirements: sketch.root.map((text) => ({ requirement: requirementOf(text), at: { start: 0, end: text.length } })),
    requiresPython: undefined,
    python: versionOf(python),
    index,
    target: {
      kind: 'environment',
      environment: linuxWith(python),
      tags: arrangeTags({
        implementation: 'cp',
        python: [major, minor],
        abis: null,
        platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
        freeThreaded: false,
      }),
    },
    policy: {
      mode: 'highest',
      prereleases: 'if-necessary',
      noBuild: new Set(),
      noBinary: new Set(),
      constraints: (sketch.constraints ?? []).map(requirementOf),
      overrides: (sketch.overrides ?? []).map(requirementOf),
      excludeNewer: undefined,
      preferences: new Map(),
      ...sketch.policy,
    },
  };
}
