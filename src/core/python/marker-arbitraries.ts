// Random markers over all variables and operators, and random environments in which they change their answers: the
// versions and texts of both come from the same few, so that borders are hit.
import fc from 'fast-check';
import { LINUX } from './arbitraries';
import type { MarkerContext, MarkerEnvironment } from './marker-evaluate';

const VERSIONS = [
  '3',
  '3.0',
  '3.8',
  '3.9',
  '3.9.0',
  '3.9.1',
  '3.9.1.5',
  '3.9.2rc1',
  '3.10',
  '3.10.1.post1',
  '3.11.0a6',
  '4',
  '1!3.9',
  '3.9.*',
  '3.*',
  '3.9.1.*',
  '3.9.0.*',
  '3.9+local',
  'x',
];
const OPERATORS = ['==', '!=', '<', '<=', '>', '>=', '~=', '==='];
const CONTAINMENT = ['in', 'not in'];
const LISTS = ['3.8 3.9', '3.9, 3.10', '3.10', '13.9.1 2.3.10.1', '3', 'nt posix'];

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  os_name: ['nt', 'posix', 'java', ''],
  sys_platform: ['win32', 'linux', 'darwin', 'ios', 'freebsd14', 'cygwin', 'linux darwin'],
  platform_system: ['Windows', 'Linux', 'Darwin', 'FreeBSD', 'iOS', 'Linux Darwin'],
  platform_machine: ['x86_64', 'aarch64', 'x86', 'arm64 aarch64'],
  platform_python_implementation: ['CPython', 'PyPy'],
  platform_version: ['#1', '10.0.19041'],
  implementation_name: ['cpython', 'pypy', 'c'],
};

const RELATED: readonly string[] = ['os_name', 'platform_system'];

const quoted = (text: string) => `"${text}"`;
const sides = fc.boolean();
const written = (variable: string, operator: string, text: string, isLeft: boolean) =>
  isLeft ? `${variable} ${operator} ${quoted(text)}` : `${quoted(text)} ${operator} ${variable}`;

const ofVersion = fc
  .tuple(
    fc.constantFrom('python_version', 'python_full_version', 'implementation_version', 'platform_release'),
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...OPERATORS), fc.constantFrom(...VERSIONS)) },
      fc.tuple(fc.constantFrom(...CONTAINMENT), fc.constantFrom(...LISTS, ...VERSIONS)),
    ),
    sides,
  )
  .map(([variable, [operator, text], isLeft]) => written(variable, operator, text, isLeft));

const ofText = fc
  .constantFrom(...Object.entries(TEXTS))
  .chain(([variable, texts]) =>
    fc
      .tuple(
        fc.oneof(fc.constantFrom('==', '!='), fc.constantFrom(...OPERATORS, ...CONTAINMENT)),
        fc.constantFrom(...texts),
        sides,
      )
      .map(([operator, text, isLeft]) => written(variable, operator, text, isLeft)),
  );

const ofExtra = fc
  .tuple(fc.constantFrom('==', '!=', 'in', '<=', '<'), fc.constantFrom('docs', 'dev', 'Dev_Tools', ''), sides)
  .map(([operator, text, isLeft]) => written('extra', operator, text, isLeft));

const ofSets = fc
  .tuple(
    fc.constantFrom('in', 'not in', '!=', '=='),
    fc.constantFrom('docs', 'dev'),
    fc.constantFrom('extras', 'dependency_groups'),
  )
  .map(([operator, text, variable]) => written(variable, operator, text, false));

const joined = (comparison: fc.Arbitrary<string>) =>
  fc.letrec<{ any: string; comparison: string; group: string }>((tie) => ({
    comparison,
    group: fc
      .tuple(fc.constantFrom(' and ', ' or '), fc.array(tie('any'), { minLength: 2, maxLength: 4 }))
      .map(([word, parts]) => `(${parts.join(word)})`),
    any: fc.oneof({ maxDepth: 3 }, tie('comparison'), tie('group')),
  })).any;

/** Markers as core metadata may have them; some of their comparisons have no meaning. */
export const anyMarker = joined(
  fc.oneof({ weight: 4, arbitrary: ofVersion }, { weight: 4, arbitrary: ofText }, { weight: 1, arbitrary: ofExtra }),
);

/** Markers as lock files may have them. */
export const lockMarker = joined(fc.oneof(ofVersion, ofText, ofSets));

/** Markers of plain comparisons whose variables are not related with one another. */
export const plainMarker = joined(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom('python_version', 'python_full_version'),
        fc.constantFrom('<', '>=', '==', '!='),
        fc.constantFrom('3.8', '3.9', '3.10', '3.12'),
      )
      .map(([variable, operator, text]) => written(variable, operator, text, true)),
    fc
      .constantFrom(...Object.entries(TEXTS).filter(([variable]) => !RELATED.includes(variable)))
      .chain(([variable, texts]) =>
        fc
          .tuple(fc.constantFrom('==', '!='), fc.constantFrom(...texts))
          .map(([operator, text]) => written(variable, operator, text, true)),
      ),
    fc.constantFrom('docs', 'dev').map((text) => written('extra', '==', text, true)),
  ),
);

/** The three related variables as some machine has them together. */
const MACHINES = [
  ['posix', 'linux', 'Linux'],
  ['posix', 'darwin', 'Darwin'],
  ['nt', 'win32', 'Windows'],
  ['posix', 'ios', 'iOS'],
  ['posix', 'freebsd14', 'FreeBSD'],
  ['posix', 'cygwin', 'CYGWIN_NT-10.0'],
  ['java', 'java1.8', 'Java'],
  ['', 'linux', 'Linux'],
  ['nt', 'freebsd14', 'FreeBSD'],
] as const;

const release = fc
  .tuple(
    fc.constantFrom('2.7', '3.0', '3.1', '3.8', '3.9', '3.10', '3.11', '4.0', '13.9', '3.30'),
    fc.constantFrom('0', '1', '2', '5', '10'),
  )
  .map((pair) => pair.join('.'));

/** Environments that there may be: an interpreter's final release on a machine whose related variables go together. */
export const anyEnvironment: fc.Arbitrary<MarkerEnvironment> = fc
  .record({
    machine: fc.constantFrom(...MACHINES),
    python: release,
    own: release,
    system: fc.constantFrom('3.9', '3.10', '6.8.0-60-generic', '10', 'x', ''),
    architecture: fc.constantFrom(...(TEXTS['platform_machine'] ?? []), 'riscv64'),
    build: fc.constantFrom('#1', '#2', '10.0.19041'),
    implementation: fc.constantFrom(['cpython', 'CPython'] as const, ['pypy', 'PyPy'] as const, ['x', 'X'] as const),
  })
  .map(({ machine: [os_name, sys_platform, platform_system], python, own, implementation, ...more }) => ({
    ...LINUX,
    os_name,
    sys_platform,
    platform_system,
    python_full_version: python,
    python_version: python.split('.').slice(0, 2).join('.'),
    implementation_version: own,
    platform_release: more.system,
    platform_machine: more.architecture,
    platform_version: more.build,
    implementation_name: implementation[0],
    platform_python_implementation: implementation[1],
  }));

/** Core metadata with an extra or without. */
export const metadataContext: fc.Arbitrary<MarkerContext> = fc
  .constantFrom(undefined, 'docs', 'dev', 'dev-tools')
  .map((extra) => (extra === undefined ? { kind: 'metadata' } : { kind: 'metadata', extra }));

/** A lock file with some extras and groups. */
export const lockContext: fc.Arbitrary<MarkerContext> = fc
  .tuple(fc.subarray(['docs', 'dev', 'test']), fc.subarray(['docs', 'dev']))
  .map(([extras, dependencyGroups]) => ({ kind: 'lock_file', extras, dependencyGroups }));
