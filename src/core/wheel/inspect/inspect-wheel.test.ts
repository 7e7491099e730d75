import { describe, expect, it } from 'vitest';
import { inspectWheel } from './inspect-wheel';
import { METADATA, openWheel, rowOf, WHEEL, type WheelRecipe } from './written-wheels';

const INFO = 'kit-1.0.dist-info';
const KIT = { 'kit.py': 'x = 1\n' };

async function findingsOf(
  files: Readonly<Record<string, string>>,
  recipe: WheelRecipe = {},
): Promise<readonly string[]> {
  const { findings } = inspectWheel(await openWheel(files, recipe));
  return findings.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
}

describe('a sound wheel', () => {
  it('is read whole and nothing is found', async () => {
    const entryPoints = '[console_scripts]\nkit = kit:main\n';
    const inspection = inspectWheel(await openWheel({ ...KIT, [`${INFO}/entry_points.txt`]: entryPoints }));
    expect(inspection.findings).toEqual([]);
    expect(inspection.archiveFindings).toEqual([]);
    expect(inspection.distInfo).toBe(INFO);
    expect(inspection.metadata?.parsed.value?.name).toBe('kit');
    expect(inspection.wheelFile?.parsed.value?.tags).toEqual([{ python: 'py3', abi: 'none', platform: 'any' }]);
    expect(inspection.entryPoints?.parsed.value?.[0]?.module).toBe('kit');
    expect(inspection.record?.reading.rows.map(({ path, kind }) => [path, kind])).toEqual([
      ['kit.py', 'matches'],
      [`${INFO}/entry_points.txt`, 'matches'],
      [`${INFO}/METADATA`, 'matches'],
      [`${INFO}/WHEEL`, 'matches'],
      [`${INFO}/RECORD`, 'exempt'],
    ]);
  });
});

describe('a row of RECORD', () => {
  const row = async (record: string, files: Readonly<Record<string, string>> = KIT) => {
    const others = `${rowOf(`${INFO}/METADATA`, METADATA)}${rowOf(`${INFO}/WHEEL`, WHEEL)}${INFO}/RECORD,,\n`;
    const inspection = inspectWheel(await openWheel(files, { record: record + others }));
    const found = inspection.findings.map(({ code, path }) => `${code} ${path}`);
    return { rows: inspection.record?.reading.rows.filter(({ path }) => !path.startsWith(INFO)) ?? [], found };
  };
  const sha256 = 'sha256=l1Rc_BNcPN2HiPnnWq5yNadgDXRvMKFWhkWZkJDk0gc';

  it.each<[string, string, string, readonly string[]]>([
    [
      'another hash',
      'kit.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,6\n',
      'hash-differs',
      ['record/differs kit.py'],
    ],
    ['another size', rowOf('kit.py', 'x = 1\n').replace(',6', ',7'), 'size-differs', ['record/differs kit.py']],
    ['no hash', 'kit.py,,6\n', 'no-hash', ['record/no-hash kit.py']],
    ['a weak hash', 'kit.py,md5=MlO0EFnKxumHxaXpIz6l0A,6\n', 'weak-hash', ['record/weak-hash kit.py']],
    ['a hash that nobody knows', 'kit.py,sha999=AAAA,6\n', 'unknown-hash', ['record/unknown-hash kit.py']],
    ['no row', '', 'not-listed', ['record/not-listed kit.py']],
  ])('%s', async (_, record, kind, found) => {
    const result = await row(record);
    expect([result.rows.map((each) => each.kind), result.found]).toEqual([[kind], found]);
  });

  it('says what is listed and what is there', async () => {
    const { rows } = await row(`kit.py,${sha256},7\n`);
    expect(rows).toEqual([
      {
        path: 'kit.py',
        kind: 'hash-differs',
        at: { start: 0, end: `kit.py,${sha256},7`.length },
        listed: { hash: sha256, size: '7' },
        actual: { hash: rowOf('kit.py', 'x = 1\n').split(',')[1], size: 6 },
        problems: [],
      },
    ]);
  });

  it('without a file', async () => {
    const { rows, found } = await row(`${rowOf('kit.py', 'x = 1\n')}${rowOf('more.py', '')}`);
    expect([rows.map(({ kind }) => kind), found]).toEqual([['matches', 'missing'], ['record/missing more.py']]);
  });

  it('is read beside others that are no rows', async () => {
    const { rows, found } = await row(`${rowOf('kit.py', 'x = 1\n')}/etc/kit.py\n`);
    expect([rows.map(({ kind }) => kind), found]).toEqual([
      ['matches', 'missing'],
      ['record/missing /etc/kit.py', `wheel/file-invalid ${INFO}/RECORD`],
    ]);
  });
});

describe('what a wheel says of itself', () => {
  it.each<[string, Readonly<Record<string, string>>, WheelRecipe, readonly string[]]>([
    ['a name that is none', KIT, { name: 'kit.whl' }, ['wheel/name']],
    [
      'another project in the name',
      KIT,
      { name: 'tool-1.0-py3-none-any.whl' },
      [`wheel/dist-info ${INFO}`, `metadata/name ${INFO}/METADATA`],
    ],
    [
      'another version in the name',
      KIT,
      { name: 'kit-1.1-py3-none-any.whl' },
      [`wheel/dist-info ${INFO}`, `metadata/version ${INFO}/METADATA`],
    ],
    ['the same version, spelled otherwise', KIT, { name: 'kit-1.0.0-py3-none-any.whl' }, []],
    ['other tags', KIT, { name: 'kit-1.0-py2.py3-none-any.whl' }, [`wheel/tags ${INFO}/WHEEL`]],
    ['another metadata name', KIT, { metadata: METADATA.replace('kit', 'tool') }, [`metadata/name ${INFO}/METADATA`]],
    ['metadata that is none', KIT, { metadata: 'Name: kit\nVersion: 1.0\n' }, [`wheel/file-invalid ${INFO}/METADATA`]],
    [
      'a licence file before its time',
      KIT,
      { metadata: `${METADATA.replace('2.4', '2.1')}License-File: LICENSE\n` },
      [`metadata/licence-file-early ${INFO}/METADATA`],
    ],
    ['a root for the wrong place', KIT, { wheelFile: WHEEL.replace('true', 'false') }, ['wheel/purelib']],
    ['machine code for any platform', { ...KIT, 'fast.so': 'code' }, {}, ['wheel/native-files fast.so']],
    [
      'a licence that isn’t there',
      KIT,
      { metadata: `${METADATA}License-File: LICENSE\n` },
      [`wheel/licence-missing ${INFO}/licenses/LICENSE`],
    ],
    [
      'a licence that is there',
      { ...KIT, [`${INFO}/licenses/LICENSE`]: 'Free' },
      { metadata: `${METADATA}License-File: LICENSE\n` },
      [],
    ],
    ['two dist-infos', { ...KIT, 'kit-2.0.dist-info/METADATA': METADATA }, {}, ['wheel/dist-info']],
    ['data of another', { ...KIT, 'tool-1.0.data/scripts/a': 'a' }, {}, ['data/of-another tool-1.0.data']],
    ['a place that nobody knows', { ...KIT, 'kit-1.0.data/etc/a': 'a' }, {}, ['data/scheme kit-1.0.data/etc/a']],
    ['a file without a place', { ...KIT, 'kit-1.0.data/a': 'a' }, {}, ['data/scheme kit-1.0.data/a']],
    ['code in a .pth file', { ...KIT, 'kit.pth': 'import kit\n' }, {}, ['pth/runs-code kit.pth']],
    [
      'a folder in a .pth file',
      { ...KIT, 'kit-1.0.data/platlib/kit.pth': '# kit\nlib\n' },
      {},
      ['pth/adds-path kit-1.0.data/platlib/kit.pth'],
    ],
    ['a .pth file that isn’t at the top', { ...KIT, 'a/kit.pth': 'import kit\n' }, {}, []],
    [
      'entry points that are none',
      { ...KIT, [`${INFO}/entry_points.txt`]: '[console_scripts]\nkit\n' },
      {},
      [`wheel/file-invalid ${INFO}/entry_points.txt`],
    ],
  ])('%s', async (_, files, recipe, expected) => {
    expect(await findingsOf(files, recipe)).toEqual(expected);
  });

  it('without a dist-info, is no wheel', async () => {
    const found = await findingsOf(KIT, { info: 'kit' });
    expect(found).toEqual(['wheel/dist-info']);
  });
});

describe('what an installer would put where', () => {
  const files = {
    'kit/__init__.py': '',
    'kit-1.0.data/scripts/run': '#!python\nimport kit\n',
    'kit-1.0.data/scripts/plain': '#!/bin/sh\n',
    'kit-1.0.data/headers/kit.h': '',
    'kit-1.0.data/data/share/kit.txt': '',
    [`${INFO}/entry_points.txt`]: '[console_scripts]\nkit = kit:main\n[kit.plugins]\nx = kit\n',
  };
  const placed = async (recipe: WheelRecipe = {}) =>
    inspectWheel(await openWheel(files, recipe)).placements.map(({ scheme, path, from, isRewritten }) =>
      [scheme, path, from.kind, ...(isRewritten ? ['rewritten'] : [])].join(' '),
    );

  it('follows the schemes, and makes commands of entry points', async () => {
    expect(await placed()).toEqual([
      'purelib kit/__init__.py file',
      'scripts run file rewritten',
      'scripts plain file',
      'headers kit.h file',
      'data share/kit.txt file',
      `purelib ${INFO}/entry_points.txt file`,
      `purelib ${INFO}/METADATA file`,
      `purelib ${INFO}/WHEEL file`,
      `purelib ${INFO}/RECORD file rewritten`,
      'scripts kit entry-point',
      `purelib ${INFO}/INSTALLER installer`,
    ]);
  });

  it('puts the root of a wheel for one platform into platlib', async () => {
    expect((await placed({ wheelFile: WHEEL.replace('true', 'false') }))[0]).toBe('platlib kit/__init__.py file');
  });
});
