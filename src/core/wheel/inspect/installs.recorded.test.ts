// Where we say that files go and what we find wrong, beside what the real pip and uv do with the same wheels (`npm run
// record:wheel-checks`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_FINDINGS } from '../archive/finding';
import { openArchive } from '../archive/open-archive';
import { inspectWheel } from './inspect-wheel';
import { INSPECTION_FINDINGS } from './inspection-finding';
import type { Placement } from './placement';

interface Installed {
  readonly installs: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

interface Recorded {
  readonly id: string;
  readonly name: string;
  readonly archive: string;
  readonly pip: Installed;
  readonly uv: Installed;
}

const [, ...lines] = readFileSync(`${import.meta.dirname}/recorded/installs.jsonl`, 'utf8')
  .trimEnd()
  .split('\n');
const cases = lines.map((line): Recorded => JSON.parse(line));

/** Wheels of which one installer makes something else than we say, and what. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'data-of-another': 'pip takes every folder that ends in .data for this project’s; uv and we don’t',
  'path-parent': 'uv leaves the file out; pip refuses',
  'path-parent-inside': 'both write in.py where the path leads',
  'path-absolute': 'uv leaves the file out; pip refuses',
  'path-dot': 'both write dot.py where the path leads',
};

/** Where each scheme is in an environment of Linux. */
const FOLDERS: Readonly<Record<Placement['scheme'], string>> = {
  purelib: 'site-packages/',
  platlib: 'site-packages/',
  headers: 'include/site/pythonX.Y/kit/',
  scripts: 'bin/',
  data: '',
};

/** What installers note beside a distribution, each by its own rules. */
const NOTES = /\.dist-info\/(?:INSTALLER|REQUESTED|direct_url\.json|uv_cache\.json)$/;

const filesOf = ({ files = {} }: Installed) =>
  Object.keys(files)
    .filter((path) => !NOTES.test(path))
    .toSorted();

async function lookInto({ archive, name }: Recorded) {
  const opened = await openArchive(new Uint8Array(Buffer.from(archive, 'base64')), name);
  if (opened.kind === 'refused') return { paths: [], weights: ['refused'] };
  const { placements, findings, archiveFindings } = inspectWheel(opened.archive);
  const placed = placements.map(({ scheme, path }) => `${FOLDERS[scheme]}${path}`);
  const weights = [
    ...findings.map(({ code }): string => INSPECTION_FINDINGS[code].weight),
    ...archiveFindings.map(({ code }): string => ARCHIVE_FINDINGS[code].weight),
  ];
  return { paths: [...new Set(placed.filter((path) => !NOTES.test(path)))].toSorted(), weights };
}

const isSerious = (weights: readonly string[]) => weights.some((weight) => weight !== 'note');

describe('the place of a file', () => {
  const asked = (installer: 'pip' | 'uv') =>
    cases.filter((recorded) => recorded[installer].installs && !Object.hasOwn(ELSEWHERE, recorded.id));

  it.each(asked('pip'))('is where pip installs it: $id', async (recorded) => {
    expect((await lookInto(recorded)).paths).toEqual(filesOf(recorded.pip));
  });

  it.each(asked('uv'))('is where uv installs it: $id', async (recorded) => {
    expect((await lookInto(recorded)).paths).toEqual(filesOf(recorded.uv));
  });
});

describe('a wheel', () => {
  it('that an installer refuses has something wrong', async () => {
    const refused = cases.filter(({ pip, uv }) => !pip.installs || !uv.installs);
    const unnoticed = await Promise.all(
      refused.map(async (recorded) => (isSerious((await lookInto(recorded)).weights) ? [] : [recorded.id])),
    );
    expect([refused.length > 15, unnoticed.flat()]).toEqual([true, []]);
  });

  it('with nothing wrong is installed by both', async () => {
    const sound = await Promise.all(
      cases.map(async (recorded) => (isSerious((await lookInto(recorded)).weights) ? [] : [recorded])),
    );
    const differing = sound.flat().filter(({ pip, uv }) => !pip.installs || !uv.installs);
    expect(differing.map(({ id }) => id)).toEqual([]);
    expect(sound.flat().map(({ id }) => id)).toEqual([
      'sound',
      'package',
      'platlib',
      'schemes',
      'purelib-in-platlib',
      'entry-points',
      'pth',
      'licence',
      'wheel-version-1.9',
    ]);
  });
});
