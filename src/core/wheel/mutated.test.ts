// Two hundred damaged and forged archives: whatever the bytes are, everything ends, within bounds, and nothing throws.
import { describe, expect, it } from 'vitest';
import { writtenTar, writtenTarGz, writtenZip } from './archive/written-archives';
import {
  checkWheelContents,
  checkWithTwine,
  compareArchives,
  fileTree,
  inspectSdist,
  inspectWheel,
  openArchive,
  readEntry,
} from './index';
import { METADATA, wheelFiles } from './inspect/written-wheels';

const WHEEL = 'kit-1.0-py3-none-any.whl';
const SDIST = 'kit-1.0.tar.gz';

/** A sequence of numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const files = wheelFiles(
  {
    'kit/__init__.py': 'x = 1\n'.repeat(40),
    'kit.pth': 'import kit\n',
    'kit-1.0.data/scripts/run': '#!python\n',
    'kit-1.0.dist-info/entry_points.txt': '[console_scripts]\nkit = kit:main\n',
  },
  { metadata: `${METADATA}Description-Content-Type: text/x-rst\n\nKit\n===\n` },
);
const members = [
  { path: 'kit-1.0', type: '5' },
  { path: 'kit-1.0/PKG-INFO', content: METADATA },
  { path: 'kit-1.0/pyproject.toml', content: '[project]\nname = "kit"\nversion = "1.0"\n' },
  { path: 'kit-1.0/link', type: '2', target: 'PKG-INFO' },
];
const stored = writtenZip(files);
const deflated = writtenZip(files.map((file) => ({ ...file, isDeflated: true })));
const tar = writtenTar(members);
const gzipped = writtenTarGz(members);

/** Values that break assumptions about sizes and places. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff];

/** Changes bytes, cuts, doubles or moves stretches. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = () => Math.floor(random() * bytes.length);
  const [from, to] = [place(), place()].toSorted((left, right) => left - right) as [number, number];
  switch (Math.floor(random() * 4)) {
    case 0: {
      const changed = bytes.slice();
      for (let count = 1 + Math.floor(random() * 8); count > 0; count--) {
        changed[place()] = EDGES[Math.floor(random() * EDGES.length)] ?? 0;
      }
      return changed;
    }
    case 1:
      return bytes.slice(0, to);
    case 2:
      return new Uint8Array([...bytes.subarray(0, to), ...bytes.subarray(from)]);
    default:
      return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(to)]);
  }
}

/** Everything that can be done with an archive; gives how far it came. */
async function doAll(bytes: Uint8Array, name: string): Promise<'refused' | 'looked into'> {
  const opened = await openArchive(bytes, name);
  if (opened.kind === 'refused') {
    expect(opened.findings.length).toBeGreaterThan(0);
    return 'refused';
  }
  const { archive } = opened;
  for (const entry of archive.entries) {
    const content = readEntry(entry);
    if (content.kind === 'read')
      expect(content.bytes.length).toBeLessThanOrEqual(Math.max(entry.size, bytes.length, tar.length));
  }
  fileTree(archive);
  checkWithTwine(archive);
  compareArchives(archive, archive);
  if (archive.kind === 'wheel') {
    inspectWheel(archive);
    checkWheelContents(archive);
  } else inspectSdist(archive);
  return 'looked into';
}

describe('two hundred archives, mutated', () => {
  it('end all of them in an answer', async () => {
    const random = numbersOf(7);
    const { gzip } = await import('pako');
    const ends: string[] = [];
    for (let count = 0; count < 50; count++) {
      ends.push(await doAll(mutate(stored, random), WHEEL));
      ends.push(await doAll(mutate(deflated, random), WHEEL));
      ends.push(await doAll(gzip(mutate(tar, random)), SDIST));
      ends.push(await doAll(mutate(gzipped, random), SDIST));
    }
    expect(ends.length).toBe(200);
    // A mutation that is always noticed at once would show nothing of what comes after.
    expect(ends.filter((end) => end === 'looked into').length).toBeGreaterThan(50);
    expect(ends.filter((end) => end === 'refused').length).toBeGreaterThan(20);
  });

  it('are looked into whole if nothing is changed', async () => {
    for (const [bytes, name] of [
      [stored, WHEEL],
      [deflated, WHEEL],
      [gzipped, SDIST],
    ] as const) {
      expect(await doAll(bytes, name)).toBe('looked into');
    }
  });
});
