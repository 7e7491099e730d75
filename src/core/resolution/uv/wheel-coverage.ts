// Which environments the wheels of a release are for, told as markers (crates/uv-resolver, prioritized_distribution.rs, "implied
// markers"), and whether a range of Python could use a wheel at all (crates/uv-distribution-types, requires_python.rs).
import {
  andMarkers,
  boundAt,
  isAlways,
  type MarkerArena,
  type MarkerSet,
  markerSet,
  notMarker,
  orMarkers,
  parseMarker,
  readVersion,
  readWheelFilename,
  type Version,
  type WheelFilename,
} from '@/core/python';
import { compareLower, compareUpper, type PythonBound, type PythonRange } from './python-range';

/** The environments that wheels are for; without a platform, those that their Python tags let in. */
export interface WheelCoverage {
  readonly all: MarkerSet;
  readonly python: MarkerSet;
}

/** The environments that at least one of the wheels is for, by their compressed tag sets. */
export function coverageOf(wheelTags: readonly string[], arena: MarkerArena): WheelCoverage {
  const never = notMarker(markerSet(undefined, arena));
  let all = never;
  let python = never;
  for (const written of wheelTags) {
    const wheel = readTags(written);
    if (wheel === undefined) continue;
    const pythons = pythonsOf(wheel, arena);
    python = orMarkers(python, pythons);
    all = orMarkers(all, andMarkers(pythons, platformsOf(wheel, arena)));
  }
  return { all, python };
}

/** Whether a wheel's environments are all that there are. */
export function coversEverything(coverage: MarkerSet): boolean {
  return isAlways(coverage) === true;
}

function readTags(written: string): WheelFilename | undefined {
  return readWheelFilename(`a-1-${written}.whl`);
}

function marked(text: string, arena: MarkerArena): MarkerSet {
  return markerSet(parseMarker(text).value, arena);
}

/** By the Python tags: cp312 is 3.12 of CPython, or from 3.12 on with the stable ABI; py3 and py38 are every Python 3 and from 3.8 on. */
function pythonsOf({ pythons, abis }: WheelFilename, arena: MarkerArena): MarkerSet {
  const isStable = abis.some((abi) => abi === 'abi3' || abi === 'abi3t');
  const markers = pythons.map((tag) => pythonMarker(tag, isStable));
  // A tag that says nothing of Python lets all in.
  if (markers.includes(undefined)) return markerSet(undefined, arena);
  return orMarkers(notMarker(markerSet(undefined, arena)), ...markers.map((text) => marked(text ?? '', arena)));
}

const IMPLEMENTATIONS: ReadonlyMap<string, string> = new Map([
  ['cp', 'CPython'],
  ['pp', 'PyPy'],
  ['graalpy', 'GraalPy'],
  ['pt', 'Pyston'],
]);

function pythonMarker(tag: string, isStable: boolean): string | undefined {
  const [, name = '', major = '', minor = ''] = /^([a-z]+)(\d)(\d*)$/.exec(tag) ?? [];
  if (name === '') return undefined;
  const implementation = IMPLEMENTATIONS.get(name);
  if (implementation === undefined && name !== 'py') return undefined;
  const version = minor === '' ? major : `${major}.${minor}`;
  const exact = `python_version == '${version}.*'`;
  const from = `python_version >= '${version}'`;
  if (implementation === undefined) {
    if (minor !== '') return `${from} and python_version == '${major}.*'`;
    return isStable ? from : exact;
  }
  return `${isStable ? from : exact} and platform_python_implementation == '${implementation}'`;
}

function platformsOf({ platforms }: WheelFilename, arena: MarkerArena): MarkerSet {
  if (platforms.includes('any')) return markerSet(undefined, arena);
  const texts = platforms.map(platformMarker).filter((text) => text !== undefined);
  return orMarkers(notMarker(markerSet(undefined, arena)), ...texts.map((text) => marked(text, arena)));
}

const WINDOWS: ReadonlyMap<string, string> = new Map([
  ['win32', 'x86'],
  ['win_amd64', 'AMD64'],
  ['win_arm64', 'ARM64'],
]);

/** What a platform tag says, as a marker; undefined if uv makes nothing of it. */
function platformMarker(tag: string): string | undefined {
  const windows = WINDOWS.get(tag);
  if (windows !== undefined) return onMachine('win32', windows);
  const linux = /^(?:manylinux_\d+_\d+|manylinux1|manylinux2010|manylinux2014|musllinux_\d+_\d+|linux)_(\w+)$/.exec(
    tag,
  );
  if (linux !== null) return onMachine('linux', linux[1] ?? '');
  const android = /^android_\d+_(\w+)$/.exec(tag);
  if (android !== null) return onMachine('android', ANDROID_MACHINES.get(android[1] ?? '') ?? android[1] ?? '');
  const mac = /^macosx_(\d+)_(\d+)_(\w+)$/.exec(tag);
  return mac === null ? undefined : macMarker(Number(mac[1]), Number(mac[2]), mac[3] ?? '');
}

function onMachine(platform: string, machine: string): string {
  return `sys_platform == '${platform}' and platform_machine == '${machine}'`;
}

const ANDROID_MACHINES: ReadonlyMap<string, string> = new Map([
  ['arm64_v8a', 'aarch64'],
  ['armeabi_v7a', 'armv7l'],
  ['x86', 'i686'],
  ['x86_64', 'x86_64'],
]);

/** The machines that each format of macOS binaries runs on. */
const MAC_MACHINES: ReadonlyMap<string, readonly string[]> = new Map([
  ['arm64', ['arm64']],
  ['fat', ['x86_64', 'ppc']],
  ['fat32', ['x86_64', 'i386', 'ppc', 'ppc64']],
  ['fat64', ['x86_64', 'ppc64']],
  ['i386', ['i386']],
  ['intel', ['x86_64', 'i386']],
  ['ppc', ['ppc']],
  ['ppc64', ['ppc64']],
  ['universal', ['x86_64', 'i386', 'ppc64', 'ppc', 'intel']],
  ['universal2', ['x86_64', 'arm64']],
  ['x86_64', ['x86_64']],
]);

function macMarker(major: number, minor: number, format: string): string | undefined {
  const kernel = kernelOfMac(major, minor);
  if (kernel === undefined) return undefined;
  const machines = (MAC_MACHINES.get(format) ?? []).map((machine) => {
    // Machines with Arm have had macOS since 11, whose kernel is Darwin 20.
    const isOld = machine === 'arm64' && Number.parseInt(kernel, 10) < 20;
    return `(platform_machine == '${machine}' and platform_release >= '${isOld ? '20.0.0' : kernel}')`;
  });
  return machines.length === 0 ? undefined : `sys_platform == 'darwin' and (${machines.join(' or ')})`;
}

/** The release of Darwin that a version of macOS has, which is what `platform_release` tells there. */
function kernelOfMac(major: number, minor: number): string | undefined {
  if (major === 10 && minor === 0) return '1.3.0';
  if (major === 10 && minor === 1) return '1.4.1';
  if (major === 10 && minor <= 16) return `${minor + 4}.0.0`;
  if (minor !== 0) return undefined;
  if (major >= 11 && major <= 15) return `${major + 9}.0.0`;
  if (major === 26) return '25.0.0';
  return major >= 27 ? `${major}.0.0` : undefined;
}

/**
 * Whether a range of Python could use the wheel, by its Python and ABI tags. It is meant to drop what is surely of no use: tags
 * that it doesn't know are let in.
 */
export function fitsPython(written: string, range: PythonRange): boolean {
  const wheel = readTags(written);
  if (wheel === undefined) return false;
  return wheel.abis.some((abi) => {
    if (abi === 'abi3' || abi === 'abi3t') return true;
    if (abi === 'none') return wheel.pythons.some((tag) => fitsPythonTag(tag, range));
    const [, major, minor] = /^(?:cp|graalpy|pypy)(\d)(\d*)/.exec(abi) ?? [];
    if (major === undefined) return true;
    if (major !== '3') return false;
    return minor === '' || isMinorIn(Number(minor), range);
  });
}

function fitsPythonTag(tag: string, range: PythonRange): boolean {
  const [, name, major, minor = ''] = /^(py|cp|pp|graalpy|pt)(\d)(\d*)/.exec(tag) ?? [];
  if (name === undefined) return true;
  if (major === '2') return false;
  if (major !== '3' || minor === '') return true;
  // py37 is from 3.7 on, cp37 is 3.7 only.
  return name === 'py' ? isBelowEnd(Number(minor), range) : isMinorIn(Number(minor), range);
}

function isMinorIn(minor: number, range: PythonRange): boolean {
  const place = minorPlace(minor, 'before');
  return compareLower(place, minorFrom(range.lower)) >= 0 && isBelowEnd(minor, range);
}

function isBelowEnd(minor: number, { upper }: PythonRange): boolean {
  return compareUpper(minorPlace(minor, 'after'), minorUpTo(upper)) <= 0;
}

function minorPlace(minor: number, side: 'before' | 'after'): PythonBound {
  const version = readVersion(`3.${minor}`);
  return version && boundAt(version, side);
}

/** A lower bound cut down to the minor version: from 3.12.3 becomes from 3.12. */
function minorFrom(bound: PythonBound): PythonBound {
  return bound && boundAt(cutToMinor(bound.version), 'before');
}

/** An upper bound likewise: before 3.12.1 becomes up to 3.12, but before 3.12 stays. */
function minorUpTo(bound: PythonBound): PythonBound {
  if (bound === undefined) return undefined;
  const isWithin = bound.side === 'after' || (bound.version.release[2] ?? 0) !== 0;
  return boundAt(cutToMinor(bound.version), isWithin ? 'after' : 'before');
}

function cutToMinor(version: Version): Version {
  return { ...version, release: version.release.slice(0, 2) };
}
