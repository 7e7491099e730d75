// `[shipshape.npm]`: the `dependencies` of package.json, and those of every version of the packages in the registry.

import compare from 'semver/functions/compare.js';
import prerelease from 'semver/functions/prerelease.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import type { TomlFields } from '@/core/python';
import { type ExpectedElsewhere, only, pairsOf, readExpectedElsewhere, tablesOf } from '../fields';
import type { NpmPackage, NpmProblem, NpmRanges, NpmVersion } from './npm-problem';

export const NPM_KEYS = {
  npm: ['dependencies', 'packages', 'expected'],
  npmPackage: ['dist-tags', 'versions'],
  npmTags: ['latest'],
  npmVersion: ['dependencies', 'peerDependencies', 'deprecated'],
} as const;

export interface NpmScenario {
  readonly problem: NpmProblem;
  readonly expected: ExpectedElsewhere | undefined;
}

/** Longer ranges and versions aren't read: node-semver takes versions of 256 characters at most. */
const LONGEST_RANGE = 256;

export function readNpm(fields: TomlFields): NpmScenario {
  only(fields, NPM_KEYS.npm);
  const packages = new Map<string, NpmPackage>();
  for (const { entry, fields: inner } of tablesOf(fields.subtable('packages'))) {
    const name = entry.key;
    if (!isPackageName(name)) fields.problem('bad-name', inner.path, entry.keyAt, nameMessage(name));
    packages.set(name, readPackage(only(inner, NPM_KEYS.npmPackage)));
  }
  const problem = { dependencies: readRanges(fields, 'dependencies'), packages };
  return { problem, expected: readExpectedElsewhere(fields) };
}

function readPackage(fields: TomlFields): NpmPackage {
  const versions = new Map<string, NpmVersion>();
  const table = fields.subtable('versions');
  for (const { entry, fields: inner } of tablesOf(table)) {
    only(inner, NPM_KEYS.npmVersion);
    const version = entry.key.length <= LONGEST_RANGE ? valid(entry.key) : null;
    if (version === null || version !== entry.key) {
      const message = `“${entry.key}” is no version of an npm package: they have three numbers, 1.2.0.`;
      table?.problem('bad-version', inner.path, entry.keyAt, message);
      continue;
    }
    versions.set(version, {
      version,
      dependencies: readRanges(inner, 'dependencies'),
      peerDependencies: readRanges(inner, 'peerDependencies'),
      isDeprecated: inner.text('deprecated') !== undefined,
    });
  }
  const tags = fields.subtable('dist-tags');
  if (tags !== undefined) only(tags, NPM_KEYS.npmTags);
  const latest = tags?.text('latest');
  if (latest !== undefined && !versions.has(latest)) {
    tags?.wrong('bad-tag', 'latest', `There is no version ${latest} of it: the tag names one that is there.`);
  }
  return { latest: latest ?? newest([...versions.keys()]), versions };
}

/** What is tagged where nothing is said: the newest release, as after publishing one by one. */
function newest(versions: readonly string[]): string | undefined {
  const releases = versions.filter((version) => prerelease(version) === null);
  return [...(releases.length > 0 ? releases : versions)].sort((left, right) => compare(right, left))[0];
}

function readRanges(fields: TomlFields, key: 'dependencies' | 'peerDependencies'): NpmRanges {
  const ranges = new Map<string, string>();
  const table = fields.subtable(key);
  for (const { entry, value, path } of pairsOf(table)) {
    const name = entry.key;
    if (!isPackageName(name)) table?.problem('bad-name', path, entry.keyAt, nameMessage(name));
    if (value.value.length > LONGEST_RANGE || validRange(value.value, true) === null) {
      const message = `“${value.value}” is no range of npm: write ^1.2.0, ~1.2.0, 1.x or >=1.2 <2. Tags and addresses are not modelled here.`;
      table?.problem('bad-range', path, value.at, message);
      continue;
    }
    ranges.set(name, value.value);
  }
  return ranges;
}

const isPackageName = (name: string): boolean => /^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/.test(name);
const nameMessage = (name: string): string =>
  `“${name}” is no name of an npm package: they have small letters, digits, “-”, “.” and “_”.`;
