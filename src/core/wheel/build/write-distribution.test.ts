import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isFile } from '../archive/archive';
import { openArchive } from '../archive/open-archive';
import { readEntry } from '../archive/read-entry';
import { checkWithTwine } from '../check/twine';
import { checkWheelContents } from '../check/wheel-contents';
import { inspectSdist } from '../inspect/inspect-sdist';
import { inspectWheel } from '../inspect/inspect-wheel';
import type { DistributionKind, DistributionPlan } from './distribution-plan';
import { planDistribution } from './plan-distribution';
import type { SourceTree } from './source-tree';
import { writeDistribution } from './write-distribution';
import { GREETING, HATCH, planOf, treeOf } from './written-projects';

const KINDS: readonly DistributionKind[] = ['wheel', 'sdist', 'editable'];

async function opened(plan: DistributionPlan) {
  const result = await openArchive(await writeDistribution(plan), plan.filename);
  if (result.kind === 'refused') throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result.archive;
}

/** The files of an archive by path, with their bytes and whether they may be run. */
async function contentsOf(plan: DistributionPlan) {
  const archive = await opened(plan);
  return archive.entries.filter(isFile).map((entry) => {
    const content = readEntry(entry);
    return {
      path: entry.path,
      content: content.kind === 'read' ? [...content.bytes] : content,
      isExecutable: ((entry.mode ?? 0) & 0o111) !== 0,
    };
  });
}

const planned = ({ files }: DistributionPlan) =>
  files.map(({ path, content, isExecutable }) => ({ path, content: [...content], isExecutable }));

describe('the bytes of a distribution', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['wheel', '6ca0df72ee4dbc45c3b84cb5ffb50447c63aae05cbafa98af9dea67984ee8073'],
    ['sdist', '9d96b46d3ad9c438b09d3684a32e0a57ac5c9b4e75769b894fed5bb5e652ccfc'],
    ['editable', '31f6f4de471e1b76529e270cab1481adbc61c3389451db5d24773f6527de94bf'],
  ] as const)('of the course’s project as %s are these, in every time zone', async (kind, digest) => {
    const digests: string[] = [];
    const offsets: number[] = [];
    for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      process.env['TZ'] = timeZone;
      offsets.push(new Date(0).getTimezoneOffset());
      digests.push(bytesToHex(sha256(await writeDistribution(planOf(planDistribution(GREETING, kind))))));
    }
    expect(offsets).toEqual([-720, 480]);
    expect(digests).toEqual([digest, digest]);
  });
});

describe('what is written of the course’s project', () => {
  const clean = { kind: 'passed', warnings: [] };

  it('as a wheel has nothing that the core’s own checks find', async () => {
    const archive = await opened(planOf(planDistribution(GREETING, 'wheel')));
    const { findings } = inspectWheel(archive);
    expect([archive.findings, findings, checkWithTwine(archive)]).toEqual([[], [], clean]);
    expect(checkWheelContents(archive)).toEqual({ kind: 'checked', failures: [] });
  });

  it('as an editable wheel has nothing but that it adds to the search path', async () => {
    const archive = await opened(planOf(planDistribution(GREETING, 'editable')));
    const { findings } = inspectWheel(archive);
    expect([archive.findings, findings.map(({ code }) => code)]).toEqual([[], ['pth/adds-path']]);
  });

  it('as an sdist has nothing either', async () => {
    const archive = await opened(planOf(planDistribution(GREETING, 'sdist')));
    const { findings } = inspectSdist(archive);
    expect([archive.findings, findings, checkWithTwine(archive)]).toEqual([[], [], clean]);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('a', 'b', 'größe', 'very-long-name-'.repeat(9), 'x.y');
  const path = fc
    .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('.py', '.json', '.txt', ''))
    .map(([folders, base, ending]) => [...folders, `${base}_${ending}`].join('/'));
  const content = fc.oneof(fc.string({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }));
  const project = fc.record({
    layout: fc.constantFrom('src/kit', 'kit'),
    files: fc.uniqueArray(fc.tuple(path, content, fc.boolean()), {
      maxLength: 5,
      selector: ([at]) => at.toLowerCase(),
    }),
    others: fc.uniqueArray(fc.tuple(path, content, fc.boolean()), {
      maxLength: 3,
      selector: ([at]) => at.toLowerCase(),
    }),
    more: fc.constantFrom('', 'license = "MIT"\n', 'readme = {text = "Hi", content-type = "text/plain"}\n'),
  });
  const treeFrom = ({ layout, files, others, more }: typeof project extends fc.Arbitrary<infer T> ? T : never) => {
    const toml = `${HATCH}[project]\nname = "kit"\nversion = "1.0"\n${more}`;
    const named = (folder: string, list: typeof files): SourceTree =>
      list.map(([at, bytes, isExecutable]) => ({ path: `${folder}/${at}`, content: bytes, isExecutable }));
    return [
      ...treeOf({ 'pyproject.toml': toml, [`${layout}/__init__.py`]: '', LICENSE: 'Yes.' }),
      ...named(layout, files),
      ...named('more', others),
    ];
  };

  it('an archive has the files of its plan, byte for byte and in their order', async () => {
    await fc.assert(
      fc.asyncProperty(project, fc.constantFrom(...KINDS), async (given, kind) => {
        const plan = planOf(planDistribution(treeFrom(given), kind));
        expect(await contentsOf(plan)).toEqual(planned(plan));
      }),
      { numRuns: 40 },
    );
  });

  // Its exceptions: what the sdist leaves out by .gitignore, `exclude` or a table of its own, a wheel from it can’t have.
  it('a wheel from the sdist is the wheel from the tree', () => {
    fc.assert(
      fc.property(project, (given) => {
        const tree = treeFrom(given);
        const unpacked = planOf(planDistribution(tree, 'sdist')).files.map((file) => ({
          ...file,
          path: file.path.slice('kit-1.0/'.length),
        }));
        expect(planned(planOf(planDistribution(unpacked, 'wheel')))).toEqual(
          planned(planOf(planDistribution(tree, 'wheel'))),
        );
      }),
      { numRuns: 40 },
    );
  });
});
