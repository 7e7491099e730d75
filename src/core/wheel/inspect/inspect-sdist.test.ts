import { describe, expect, it } from 'vitest';
import type { WrittenMember } from '../archive/written-archives';
import { inspectSdist } from './inspect-sdist';
import { METADATA, openSdist } from './written-wheels';

const PYPROJECT = '[build-system]\nrequires = ["hatchling"]\n\n[project]\nname = "kit"\nversion = "1.0"\n';
const PKG_INFO = { path: 'kit-1.0/PKG-INFO', content: METADATA };
const TOML = { path: 'kit-1.0/pyproject.toml', content: PYPROJECT };
const SOUND: readonly WrittenMember[] = [{ path: 'kit-1.0', type: '5' }, TOML, PKG_INFO];

describe('a sound sdist', () => {
  it('is read whole and nothing is found', async () => {
    const inspection = inspectSdist(await openSdist(SOUND));
    expect(inspection).toMatchObject({
      tops: ['kit-1.0'],
      folder: 'kit-1.0',
      build: 'pyproject',
      findings: [],
      archiveFindings: [],
    });
    expect(inspection.pkgInfo?.parsed.value?.name).toBe('kit');
    expect(inspection.pyproject?.parsed.value?.project?.name).toBe('kit');
  });
});

describe('what an sdist says of itself', () => {
  it.each<[string, readonly WrittenMember[], string, readonly string[]]>([
    ['a name that is none', SOUND, 'kit.tar.gz', ['sdist/name', 'sdist/top kit-1.0']],
    ['another name', SOUND, 'tool-1.0.tar.gz', ['sdist/top kit-1.0', 'metadata/name kit-1.0/PKG-INFO']],
    ['another version', SOUND, 'kit-1.1.tar.gz', ['sdist/top kit-1.0', 'metadata/version kit-1.0/PKG-INFO']],
    [
      'two things at the top',
      [...SOUND, { path: 'a' }],
      'kit-1.0.tar.gz',
      ['sdist/top', 'sdist/pkg-info', 'sdist/pyproject'],
    ],
    ['no PKG-INFO', [TOML], 'kit-1.0.tar.gz', ['sdist/pkg-info']],
    ['no pyproject.toml', [PKG_INFO], 'kit-1.0.tar.gz', ['sdist/pyproject']],
    ['only setup.py', [PKG_INFO, { path: 'kit-1.0/setup.py' }], 'kit-1.0.tar.gz', ['sdist/pyproject']],
    [
      'metadata that is none',
      [TOML, { ...PKG_INFO, content: 'Name: kit\n' }],
      'kit-1.0.tar.gz',
      ['sdist/pkg-info kit-1.0/PKG-INFO'],
    ],
    [
      'a pyproject.toml that is none',
      [PKG_INFO, { ...TOML, content: '[project' }],
      'kit-1.0.tar.gz',
      ['sdist/pyproject kit-1.0/pyproject.toml'],
    ],
    [
      'two versions',
      [PKG_INFO, { ...TOML, content: PYPROJECT.replace('"1.0"', '"1.1"') }],
      'kit-1.0.tar.gz',
      ['sdist/disagrees kit-1.0/pyproject.toml'],
    ],
  ])('%s', async (_, members, name, expected) => {
    const { findings } = inspectSdist(await openSdist(members, name));
    expect(findings.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`))).toEqual(expected);
  });

  it('says how it would be built', async () => {
    const build = async (members: readonly WrittenMember[]) => inspectSdist(await openSdist(members)).build;
    expect(await build([PKG_INFO, { path: 'kit-1.0/setup.py' }])).toBe('setup-py');
    expect(await build([PKG_INFO])).toBe('nothing');
  });
});
