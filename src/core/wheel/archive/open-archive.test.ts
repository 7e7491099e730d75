import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openArchive } from './open-archive';
import { readEntry } from './read-entry';
import { joined, type WrittenFile, type WrittenMember, writtenTar, writtenTarGz, writtenZip } from './written-archives';

/** The findings about a list and, where it opens, about contents: `code path`, or the code alone about the archive. */
async function findingsOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const opened = await openArchive(bytes, name);
  const found = opened.kind === 'opened' ? [...opened.archive.findings] : [...opened.findings];
  if (opened.kind === 'opened') {
    for (const entry of opened.archive.entries) {
      const { finding } = readEntry(entry);
      if (finding !== undefined && !found.some(({ code, entry: at }) => code === finding.code && at === entry.index)) {
        found.push(finding);
      }
    }
  }
  return [
    opened.kind === 'opened' ? 'opened' : 'refused',
    ...found.map(({ code, path }) => (path ? `${code} ${path}` : code)),
  ];
}

const wheelOf = (files: readonly WrittenFile[], end = {}) =>
  findingsOf(writtenZip(files, end), 'kit-1-py3-none-any.whl');
const sdistOf = (members: readonly WrittenMember[]) => findingsOf(writtenTarGz(members), 'kit-1.tar.gz');
const PLAIN: WrittenFile = { path: 'kit.py', content: 'x = 1\n' };
const zeros = (size: number) => new Uint8Array(size);

describe('a sound archive', () => {
  it('lists a zip’s files as the directory has them', async () => {
    const opened = await openArchive(
      writtenZip([
        { ...PLAIN, isDeflated: true },
        { path: 'd/', mode: 0o040755 },
      ]),
      'a/b\\kit-1-py3-none-any.whl',
    );
    expect(opened).toMatchObject({
      kind: 'opened',
      archive: {
        name: 'kit-1-py3-none-any.whl',
        kind: 'wheel',
        packing: 'zip',
        findings: [],
        entries: [
          {
            index: 0,
            path: 'kit.py',
            kind: 'file',
            size: 6,
            packedSize: 8,
            mode: 0o644,
            modified: '2024-05-01T12:00:00',
            crc: 2_348_190_011,
          },
          { index: 1, path: 'd/', kind: 'folder', size: 0, mode: 0o755 },
        ],
      },
    });
    const [file] = opened.kind === 'opened' ? opened.archive.entries : [];
    const content = file && readEntry(file);
    expect(content).toEqual({ kind: 'read', bytes: new TextEncoder().encode('x = 1\n'), finding: undefined });
  });

  it('lists a tar’s files as they come', async () => {
    const bytes = writtenTarGz([
      { path: 'kit-1', type: '5', mode: 0o755 },
      { path: 'kit-1/kit.py', content: 'x = 1\n' },
    ]);
    const opened = await openArchive(bytes, 'kit-1.tar.gz');
    expect(opened).toMatchObject({
      kind: 'opened',
      archive: {
        kind: 'sdist',
        packing: 'tar.gz',
        findings: [],
        entries: [
          { index: 0, path: 'kit-1/', kind: 'folder', size: 0, mode: 0o755 },
          {
            index: 1,
            path: 'kit-1/kit.py',
            kind: 'file',
            size: 6,
            packedSize: undefined,
            mode: 0o644,
            modified: '2024-05-01T12:00:00Z',
          },
        ],
      },
    });
    const file = opened.kind === 'opened' ? opened.archive.entries[1] : undefined;
    expect(file && readEntry(file)).toEqual({
      kind: 'read',
      bytes: new TextEncoder().encode('x = 1\n'),
      finding: undefined,
    });
  });

  it('may be an old sdist in a zip', async () => {
    expect(await findingsOf(writtenZip([PLAIN]), 'kit-1.zip')).toEqual(['opened']);
  });
});

describe('a file that is no archive', () => {
  it.each([
    ['another name', writtenZip([PLAIN]), 'kit.exe', ['refused', 'archive/name']],
    ['a zip that is called tar.gz', writtenZip([PLAIN]), 'kit-1.tar.gz', ['refused', 'archive/format']],
    [
      'a tar.gz that is called a wheel',
      writtenTarGz([{ path: 'kit.py' }]),
      'kit-1-py3-none-any.whl',
      ['refused', 'archive/format'],
    ],
    ['no bytes', zeros(0), 'kit-1-py3-none-any.whl', ['refused', 'archive/broken']],
    ['other bytes', zeros(300), 'kit-1-py3-none-any.whl', ['refused', 'archive/broken']],
    ['a zip that was cut off', writtenZip([PLAIN]).slice(0, -30), 'kit-1.zip', ['refused', 'archive/broken']],
    [
      'a gzip of nothing like a tar',
      new Uint8Array(gzipSync('x'.repeat(2000))),
      'kit-1.tar.gz',
      ['refused', 'archive/tar-broken'],
    ],
  ])('is refused: %s', async (_, bytes, name, expected) => {
    expect(await findingsOf(bytes, name)).toEqual(expected);
  });
});

describe('a path', () => {
  it.each<[string, readonly string[]]>([
    ['../kit.py', ['path/parent']],
    ['a/../kit.py', ['path/parent']],
    ['/etc/kit.py', ['path/absolute']],
    ['C:/kit.py', ['path/drive']],
    ['a\\kit.py', ['path/backslash']],
    ['..\\kit.py', ['path/backslash', 'path/parent']],
    ['\\kit.py', ['path/backslash', 'path/absolute']],
    ['a//kit.py', ['path/not-normal']],
    ['./kit.py', ['path/not-normal']],
    ['a\u0007.py', ['path/control']],
    ['a\u202eyp.py', ['path/control']],
    ['aux.py', ['path/windows']],
    ['a?/kit.py', ['path/windows']],
    [`${'a/'.repeat(64)}kit.py`, ['path/deep']],
    ['a'.repeat(1025), ['path/long']],
    ['été/naïve.py', []],
    ['a/..b/c..py', []],
  ])('%s', async (path, codes) => {
    const expected = ['opened', ...codes.map((code) => `${code} ${path}`)];
    expect(await wheelOf([{ path, content: 'x' }])).toEqual(expected);
  });

  it('has a name', async () => {
    expect(await wheelOf([{ path: '' }])).toEqual(['opened', 'path/empty']);
  });

  it('isn’t taken for ASCII if it isn’t', async () => {
    const flags = { flags: 0 };
    expect(await wheelOf([{ path: 'é.py', local: flags, central: flags }])).toEqual(['opened', 'path/encoding é.py']);
  });
});

describe('entries beside each other', () => {
  it.each<[string, readonly WrittenFile[], readonly string[]]>([
    ['the same path twice', [PLAIN, PLAIN], ['entry/duplicate kit.py']],
    ['paths that differ in case', [PLAIN, { path: 'KIT.py' }], ['entry/duplicate-case KIT.py']],
    ['paths that differ in spelling', [{ path: 'é' }, { path: 'e\u0301' }], ['entry/duplicate-case e\u0301']],
    ['a file where a folder is', [{ path: 'kit' }, { path: 'kit/a.py' }], ['entry/file-and-folder kit/a.py']],
    ['a folder where a file is', [{ path: 'kit' }, { path: 'kit/', mode: 0o040755 }], ['entry/file-and-folder kit/']],
  ])('%s', async (_, files, codes) => {
    expect(await wheelOf(files)).toEqual(['opened', ...codes]);
  });
});

describe('links and other things', () => {
  it.each<[string, readonly WrittenMember[], readonly string[]]>([
    ['a link inside', [{ path: 'kit-1/a', type: '2', target: 'b' }], ['entry/link kit-1/a']],
    ['a link that climbs and stays', [{ path: 'kit-1/a', type: '2', target: '../kit-1/b' }], ['entry/link kit-1/a']],
    ['a link that leaves', [{ path: 'kit-1/a', type: '2', target: '../../b' }], ['entry/link-leaves kit-1/a']],
    ['an absolute link', [{ path: 'kit-1/a', type: '2', target: '/etc/passwd' }], ['entry/link-leaves kit-1/a']],
    ['a hard link that leaves', [{ path: 'kit-1/a', type: '1', target: '../b' }], ['entry/link-leaves kit-1/a']],
    [
      'a file below a link',
      [{ path: 'kit-1/a', type: '2', target: 'b' }, { path: 'kit-1/a/c.py' }],
      ['entry/link kit-1/a', 'entry/through-link kit-1/a/c.py'],
    ],
    ['a pipe', [{ path: 'kit-1/a', type: '6' }], ['entry/special kit-1/a']],
    ['lent rights', [{ path: 'kit-1/a', mode: 0o4755 }], ['entry/mode kit-1/a']],
  ])('%s', async (_, members, codes) => {
    expect(await sdistOf(members)).toEqual(['opened', ...codes]);
  });

  it('a link in a wheel', async () => {
    expect(await wheelOf([{ path: 'a', content: 'b', mode: 0o120777 }])).toEqual(['opened', 'entry/link a']);
  });
});

describe('a zip that lies', () => {
  const deflated = { ...PLAIN, isDeflated: true };
  const lie = (path: string, ...codes: readonly string[]) => ['opened', ...codes.map((code) => `${code} ${path}`)];
  it.each<[string, readonly WrittenFile[], readonly string[]]>([
    ['another name in front', [{ ...PLAIN, local: { name: 'bad.py' } }], lie('kit.py', 'entry/local-header')],
    ['another size in front', [{ ...PLAIN, local: { size: 7 } }], lie('kit.py', 'entry/local-header')],
    ['another method in front', [{ ...PLAIN, local: { method: 8 } }], lie('kit.py', 'entry/local-header')],
    ['a wrong checksum', [{ ...PLAIN, local: { crc: 1 }, central: { crc: 1 } }], lie('kit.py', 'content/crc')],
    [
      'a size that is too small',
      [{ ...deflated, local: { size: 3 }, central: { size: 3 } }],
      lie('kit.py', 'content/size'),
    ],
    [
      'a size that is too large',
      [{ ...deflated, local: { size: 9 }, central: { size: 9 } }],
      lie('kit.py', 'content/size'),
    ],
    [
      'a size that no deflate has',
      [{ ...deflated, local: { size: 99_999 }, central: { size: 99_999 } }],
      lie('kit.py', 'entry/size-impossible'),
    ],
    [
      'bytes that are no deflate',
      [{ path: 'kit.py', content: '\xff\xff', local: { method: 8 }, central: { method: 8 } }],
      lie('kit.py', 'content/broken'),
    ],
    ['encryption', [{ ...PLAIN, local: { flags: 1 }, central: { flags: 1 } }], lie('kit.py', 'entry/encrypted')],
    ['another method', [{ ...PLAIN, local: { method: 12 }, central: { method: 12 } }], lie('kit.py', 'entry/method')],
    [
      'a place beyond the end',
      [{ ...PLAIN, central: { offset: 99_999 } }],
      ['opened', 'archive/prepended', 'entry/outside kit.py'],
    ],
    ['a place where no file begins', [{ ...PLAIN, central: { offset: 1 } }], lie('kit.py', 'entry/outside')],
    ['bytes beyond the files', [{ ...PLAIN, central: { packedSize: 999, size: 999 } }], lie('kit.py', 'entry/outside')],
  ])('%s', async (_, files, expected) => {
    expect(await wheelOf(files)).toEqual(expected);
  });

  it('sizes in the form of zip64, which are read', async () => {
    expect(await wheelOf([{ ...PLAIN, isZip64: true }])).toEqual(lie('kit.py', 'archive/zip64'));
    expect(await wheelOf([{ ...PLAIN, isZip64: true, central: { size: 2 ** 31, packedSize: 2 ** 31 } }])).toEqual(
      lie('kit.py', 'entry/outside', 'archive/zip64'),
    );
  });

  it('two files of the same bytes', async () => {
    const found = await wheelOf([PLAIN, { ...PLAIN, path: 'b.py', sharesWith: 0 }]);
    expect(found).toEqual(['opened', 'entry/local-header b.py', 'entry/overlap b.py']);
  });

  it('bytes behind a file’s packed ones', async () => {
    const packed = joined(new Uint8Array([3, 0]), zeros(5));
    const fields = { method: 8, size: 0, crc: 0 };
    const found = await wheelOf([{ path: 'a', content: packed, local: fields, central: fields }]);
    expect(found).toEqual(['opened', 'content/hidden a']);
  });

  it('bytes that belong to no file', async () => {
    const hidden = {
      path: 'a',
      content: 'a'.repeat(20),
      central: { packedSize: 5, size: 5, crc: 0 },
      local: { packedSize: 5, size: 5, crc: 0 },
    };
    expect((await wheelOf([hidden, PLAIN])).slice(0, 2)).toEqual(['opened', 'archive/gap']);
  });

  it.each([
    ['something in front', { before: '#!/bin/sh\n' }, 'archive/prepended'],
    ['something behind', { after: 'more' }, 'archive/trailing'],
    ['fewer files than there are', { count: 1 }, 'archive/directory'],
  ])('%s', async (_, end, code) => {
    expect((await wheelOf([PLAIN, { path: 'b.py' }], end)).slice(0, 2)).toEqual(['opened', code]);
  });

  it('more files than there are', async () => {
    expect(await wheelOf([PLAIN], { count: 2 })).toEqual(['refused', 'archive/broken']);
  });
});

describe('a damaged tar', () => {
  const members = [
    { path: 'kit-1/a.py', content: 'a' },
    { path: 'kit-1/b.py', content: 'b' },
  ];
  const packed = (tar: Uint8Array) => new Uint8Array(gzipSync(tar));

  it('gives what comes before the damage', async () => {
    const bytes = writtenTarGz([...members, { path: 'kit-1/c.py', checksum: 1 }]);
    const opened = await openArchive(bytes, 'kit-1.tar.gz');
    expect(opened.kind === 'opened' && opened.archive.entries.map(({ path }) => path)).toEqual([
      'kit-1/a.py',
      'kit-1/b.py',
    ]);
    expect(opened.kind === 'opened' && opened.archive.findings.map(({ message }) => message)).toEqual([
      'The tar is damaged where it goes on after entry 2: a header’s checksum is wrong.',
    ]);
  });

  it.each([
    ['cut off', packed(writtenTar(members).slice(0, 1536)), ['opened', 'archive/tar-broken']],
    ['more after the end', packed(joined(writtenTar(members), writtenTar(members))), ['opened', 'archive/trailing']],
    ['more after the gzip', joined(writtenTarGz(members), new Uint8Array([1, 2])), ['opened', 'archive/broken']],
    ['a gzip that is cut off', writtenTarGz(members).slice(0, -10), ['opened', 'archive/broken']],
  ])('%s', async (_, bytes, expected) => {
    expect(await findingsOf(bytes, 'kit-1.tar.gz')).toEqual(expected);
  });
});
