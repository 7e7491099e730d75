import { describe, expect, it } from 'vitest';
import { lockProblems } from './check-lock.mjs';

const npmrc = 'omit-lockfile-registry-resolved=true\nfund=false\n';
const entry = { version: '1.0.0', integrity: 'sha512-x' };
const manifest = { devDependencies: { a: '1.0.0' } };

describe('the lock file', () => {
  it('is right when everything that it names is in it, with checksums and without addresses', () => {
    const packages = {
      '': {},
      'node_modules/a': { ...entry, dependencies: { b: '^1' }, optionalDependencies: { '@x/darwin': '1.0.0' } },
      'node_modules/a/node_modules/b': { ...entry, dependencies: { '@x/darwin': '1' } },
      'node_modules/@x/darwin': entry,
    };
    expect(lockProblems({ lock: { packages }, manifest, npmrc })).toEqual([]);
  });

  it.each([
    {
      title: 'a download address',
      packages: { 'node_modules/a': { ...entry, resolved: 'https://mirror.example/a.tgz' } },
      says: 'node_modules/a has a download address (resolved): delete it.',
    },
    {
      title: 'a missing checksum',
      packages: { 'node_modules/a': { version: '1.0.0' } },
      says: 'node_modules/a has no checksum (integrity).',
    },
    {
      title: 'a binary that was published for some platforms only',
      packages: { 'node_modules/a': { ...entry, optionalDependencies: { 'a-win32': '1.0.0' } } },
      says: "node_modules/a names the optional package a-win32 1.0.0, which isn't in the lock: npm ci would refuse it on some platform. Pin a version of a whose packages are all published.",
    },
    {
      title: 'a dependency that lies in a folder where Node would not look',
      packages: { 'node_modules/a': { ...entry, dependencies: { b: '1' } }, 'node_modules/c/node_modules/b': entry },
      says: "node_modules/a names the package b 1, which isn't in the lock: npm ci would refuse it on some platform. Pin a version of a whose packages are all published.",
    },
    {
      title: 'an install script that nobody has decided on',
      packages: { 'node_modules/a': { ...entry, hasInstallScript: true } },
      says: 'node_modules/a runs a script when it is installed: say in package.json, under allowScripts, whether it may.',
    },
  ])('is wrong with $title', ({ packages, says }) => {
    expect(lockProblems({ lock: { packages }, manifest, npmrc })).toEqual([says]);
  });

  it('is wrong when package.json gives a range, or another version than the lock', () => {
    const lock = { packages: { 'node_modules/a': entry } };
    expect(lockProblems({ lock, manifest: { devDependencies: { a: '^1.0.0' } }, npmrc })).toEqual([
      'package.json asks for a ^1.0.0: name one version exactly.',
      'package.json asks for a ^1.0.0, the lock has 1.0.0: run npm install.',
    ]);
  });

  it('is wrong when .npmrc would let download addresses in', () => {
    expect(lockProblems({ lock: { packages: { 'node_modules/a': entry } }, manifest, npmrc: '' })).toEqual([
      '.npmrc does not say omit-lockfile-registry-resolved=true: the next install would write download addresses into the lock.',
    ]);
  });
});
