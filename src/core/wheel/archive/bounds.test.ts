// Archives that are larger than they seem: refused before they fill memory.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findingList } from './finding-list';
import { openArchive } from './open-archive';
import { joined, type WrittenFile, writtenZip } from './written-archives';
import { readZipDirectory } from './zip-directory';

const zeros = (size: number) => new Uint8Array(size);

async function codesOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const opened = await openArchive(bytes, name);
  const { findings } = opened.kind === 'opened' ? opened.archive : opened;
  return [opened.kind, ...findings.map(({ code }) => code)];
}

const refusalOf = (files: readonly WrittenFile[]) => codesOf(writtenZip(files), 'kit-1-py3-none-any.whl');
const refusalOfSdist = (bytes: Uint8Array) => codesOf(bytes, 'kit-1.tar.gz');

describe('an archive that is made to fill memory', () => {
  /** A file that claims to be a thousand times as large as it is packed. */
  const bombOf = (path: string, packed: number): WrittenFile => {
    const fields = { method: 8, size: packed * 1000 };
    return { path, content: zeros(packed), local: fields, central: fields };
  };

  it('is refused as a zip before a byte is unpacked', async () => {
    expect(await refusalOf([bombOf('a', 70_000)])).toEqual(['refused', 'archive/ratio']);
  });

  it('is refused as a zip whose files share their bytes', async () => {
    const others = Array.from({ length: 40 }, (_, at) => ({ ...bombOf(`b${at}`, 2000), sharesWith: 0 }));
    const found = await refusalOf([bombOf('a', 2000), ...others]);
    expect([found[0], found.at(-1)]).toEqual(['refused', 'archive/ratio']);
  });

  it('is refused as a tar when too much has come out', async () => {
    const member = new Uint8Array(gzipSync(zeros(1_000_000)));
    const bytes = joined(...Array.from({ length: 70 }, () => member));
    expect(await refusalOfSdist(bytes)).toEqual(['refused', 'archive/ratio']);
  });

  it('is refused if it lists more files than are read', async () => {
    const bytes = writtenZip(['a', 'b', 'c'].map((path) => ({ path })));
    const few = findingList();
    expect(await readZipDirectory(bytes, few, 2)).toBeUndefined();
    expect(few.all.map(({ message }) => message)).toEqual(['The archive lists more than 2 files.']);
    expect((await readZipDirectory(bytes, findingList(), 3))?.entries.length).toBe(3);
  });
});
