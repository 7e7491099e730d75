import { describe, expect, it } from 'vitest';
import { plainText } from '../sentence';
import { describeInstallProblem, describeInstallStep, describeLeftRequirement } from './describe';
import { describePassOver } from './describe-pass-over';
import { indexOf, LINUX, type ReleaseOf } from './install.fixture';
import { installSteps } from './install-steps';
import type { InstallInput } from './resolve';

const install = (
  wanted: string,
  projects: Readonly<Record<string, Readonly<Record<string, ReleaseOf>>>>,
  more: Partial<InstallInput> = {},
) => installSteps({ wanted, machine: LINUX, index: indexOf(projects), ...more });
const pins = (run: ReturnType<typeof installSteps>) =>
  run.chosen.map(({ project, version }) => `${project}==${version}`);

describe('the steps', () => {
  const projects = {
    a: {
      '1.0': {},
      '2.0': { requires: ['b>=1', "w; sys_platform == 'win32'", "t; extra == 'test'"] },
      '3.0': { python: '>=3.13' },
    },
    b: { '1.0': { scripts: { bee: 'b:main' }, bare: true } },
  };

  it('are told in order, each in words', () => {
    const run = install('a', projects);
    expect(run.steps.map((step) => plainText(describeInstallStep(step)))).toEqual([
      'You ask for a.',
      'Ask the index for the page of a, /simple/a/: you ask for a.',
      'The page lists 3 files of 3 releases; the newest is 3.0.',
      'Of the releases looked at, 1 file is passed over; of the rest, older or unusable, 1 file needs no look.',
      'Choose a-2.0-py3-none-any.whl: its tag py3-none-any is number 975 of 987 in this machine’s list, and no other file of the newest release that fits has one nearer the top.',
      'Read the metadata of a-2.0-py3-none-any.whl from the file beside it, 100 bytes: the wheel is not needed yet.',
      'a 2.0 requires b>=1. 2 requirements do not count here.',
      'Ask the index for the page of b, /simple/b/: a 2.0 requires b>=1.',
      'The page lists 1 file of 1 release; the newest is 1.0.',
      'Of the releases looked at, 0 files are passed over; of the rest, older or unusable, 0 files need no look.',
      'Choose b-1.0-py3-none-any.whl: its tag py3-none-any is number 975 of 987 in this machine’s list, and no other file of the newest release that fits has one nearer the top.',
      'Download b-1.0-py3-none-any.whl, 1.0 kB.',
      'Compare the hash of b-1.0-py3-none-any.whl with the one on the index’s page: they agree.',
      'The index has no metadata file beside b-1.0-py3-none-any.whl: so the wheel is downloaded now, 1.0 kB, to read the metadata in it.',
      'b 1.0 requires no other project here.',
      'Everything is chosen: a 2.0, b 1.0.',
      'Download a-2.0-py3-none-any.whl, 1.0 kB.',
      'Compare the hash of a-2.0-py3-none-any.whl with the one on the index’s page: they agree.',
      'Unpack b-1.0-py3-none-any.whl into /env/lib/python3.12/site-packages: 3 files, 140 bytes.',
      'Write the script /env/bin/bee, which calls b:main.',
      'Write /env/lib/python3.12/site-packages/b-1.0.dist-info/RECORD: a line for each of the 3 files of the wheel, for INSTALLER, bee, and for 1 compiled module.',
      'Unpack a-2.0-py3-none-any.whl into /env/lib/python3.12/site-packages: 3 files, 140 bytes.',
      'Write /env/lib/python3.12/site-packages/a-2.0.dist-info/RECORD: a line for each of the 3 files of the wheel, for INSTALLER, REQUESTED, and for 1 compiled module.',
      'Done: 2 projects installed, 2.1 kB downloaded, 6 files unpacked, 280 bytes.',
    ]);
  });

  it('say why a requirement does not count', () => {
    const left = install('a', projects).steps.flatMap((step) => (step.kind === 'requires' ? step.left : []));
    expect(left.map(describeLeftRequirement)).toEqual([
      'sys_platform == "win32" is false: sys_platform is linux here.',
      'extra == "test" is false: that extra is not asked for.',
    ]);
  });

  it('keep what is installed and will do, and replace what will not', () => {
    const installed = (version: string) => ({ installed: [{ name: 'B', version, 'requires-dist': [] }] });
    expect(pins(install('a', projects, installed('1.5')))).toEqual(['a==2.0']);
    const replaced = install('a', projects, installed('0.9'));
    expect(pins(replaced)).toEqual(['a==2.0', 'b==1.0']);
    expect(replaced.steps.filter(({ kind }) => kind === 'remove')).toEqual([
      { kind: 'remove', project: 'b', version: '0.9' },
    ]);
  });

  it('end at once where the marker of what is wanted is false', () => {
    const run = install("a; os_name == 'nt'", projects);
    expect(run.steps.map(({ kind }) => kind)).toEqual(['want', 'resolve', 'done']);
  });
});

describe('the choice of a file', () => {
  const passedOver = (
    wanted: string,
    releases: Readonly<Record<string, ReleaseOf>>,
    more: Partial<InstallInput> = {},
  ) => {
    const run = install(wanted, { a: releases }, more);
    const files = run.steps.flatMap((step) => (step.kind === 'pass-over' ? step.files : []));
    return [
      run.chosen[0]?.file.filename,
      ...files.map(({ filename, reason }) => `${filename}: ${describePassOver(reason)}`),
    ];
  };

  it('takes the best tag of the newest release that fits, and tells why not the others', () => {
    const files = [
      'a-2-cp312-cp312-win_amd64.whl',
      'a-2-cp311-cp311-manylinux_2_17_x86_64.whl',
      'a-2-cp312-cp312-manylinux_2_17_x86_64.whl',
      'a-2-cp38-abi3-manylinux_2_17_x86_64.whl',
      'a-2.tar.gz',
    ];
    expect(
      passedOver('a', { '1': {}, '2': { files }, '3': { files: ['a-3-cp312-cp312-musllinux_1_2_x86_64.whl'] } }),
    ).toEqual([
      'a-2-cp312-cp312-manylinux_2_17_x86_64.whl',
      'a-3-cp312-cp312-musllinux_1_2_x86_64.whl: Built for another C library: musllinux_1_2_x86_64; this machine is linux_x86_64.',
      'a-2-cp312-cp312-win_amd64.whl: Built for another system: win_amd64; this machine is linux_x86_64.',
      'a-2-cp311-cp311-manylinux_2_17_x86_64.whl: Built for the Python tag cp311; this Python is cp312.',
      'a-2-cp38-abi3-manylinux_2_17_x86_64.whl: Fits too, but not as well as a-2-cp312-cp312-manylinux_2_17_x86_64.whl, whose tag cp312-cp312-manylinux_2_17_x86_64 is nearer the top of the list.',
      'a-2.tar.gz: A source distribution, which would have to be built; a-2-cp312-cp312-manylinux_2_17_x86_64.whl fits as it is.',
    ]);
  });

  it('takes the highest build of those with the same tag', () => {
    const files = ['a-1-2-py3-none-any.whl', 'a-1-10-py3-none-any.whl'];
    expect(passedOver('a', { '1': { files } })).toEqual([
      'a-1-10-py3-none-any.whl',
      'a-1-2-py3-none-any.whl: Fits too, by the same tag as a-1-10-py3-none-any.whl, which is a later build.',
    ]);
  });

  it('counts upper bounds of Requires-Python', () => {
    expect(passedOver('a', { '1': {}, '2': { python: '>=3.8,<3.12' } })).toEqual([
      'a-1-py3-none-any.whl',
      'a-2-py3-none-any.whl: Requires Python >=3.8,<3.12; this is 3.12.3.',
    ]);
  });

  it('takes a pre-release only if nothing else fits, or if a requirement names one', () => {
    expect(passedOver('a', { '1': {}, '2rc1': {} })).toEqual([
      'a-1-py3-none-any.whl',
      'a-2rc1-py3-none-any.whl: A pre-release, and a final release fits.',
    ]);
    expect(passedOver('a', { '2rc1': {} })[0]).toBe('a-2rc1-py3-none-any.whl');
    expect(passedOver('a>=2rc1', { '1': {}, '2rc1': {} })[0]).toBe('a-2rc1-py3-none-any.whl');
  });

  it('takes a yanked release only if a requirement pins it', () => {
    const releases = { '1': {}, '2': { yanked: 'broken' } };
    expect(passedOver('a', releases)).toEqual([
      'a-1-py3-none-any.whl',
      'a-2-py3-none-any.whl: Yanked by its maintainers: “broken”.',
    ]);
    expect(passedOver('a==2', releases)[0]).toBe('a-2-py3-none-any.whl');
    expect(passedOver('a>=2', releases)[0]).toBeUndefined();
    expect(passedOver('a==2.*', releases)[0]).toBeUndefined();
  });

  it('takes an older wheel before a newer source distribution only if wheels alone are allowed', () => {
    const releases = { '1': {}, '2': { files: ['a-2.tar.gz'] } };
    expect(install('a', { a: releases }).problem).toEqual({
      kind: 'needs-build',
      project: 'a',
      filename: 'a-2.tar.gz',
    });
    expect(passedOver('a', releases, { wheelsOnly: true })).toEqual([
      'a-1-py3-none-any.whl',
      'a-2.tar.gz: A source distribution, and only wheels are allowed.',
    ]);
  });
});

describe('extras', () => {
  it('bring requirements in, also when they are asked for late', () => {
    const run = install('a', {
      a: { '1': { requires: ['b', 'c'] } },
      b: { '1': { requires: ["d; extra == 'more'"] } },
      c: { '1': { requires: ['b[More]'] } },
      d: { '1': {} },
    });
    expect(pins(run)).toEqual(['a==1', 'b==1', 'c==1', 'd==1']);
    expect(
      run.steps.flatMap((step) => (step.kind === 'requires' && step.project === 'b' ? [step.counted] : [])),
    ).toEqual([[], ["d; extra == 'more'"]]);
  });
});

describe('where it stops', () => {
  const stop = (wanted: string, projects: Readonly<Record<string, Readonly<Record<string, ReleaseOf>>>>) => {
    const { problem } = install(wanted, projects);
    return problem === undefined ? undefined : [problem.kind, plainText(describeInstallProblem(problem))];
  };

  it('names the requirements between which an installer would go back', () => {
    expect(
      stop('a', { a: { '1': { requires: ['b', 'c'] } }, b: { '1': {}, '2': {} }, c: { '1': { requires: ['b<2'] } } }),
    ).toEqual([
      'needs-backtracking',
      'b 2 was taken because a 1 requires b; but c 1 requires b<2. An installer would go back and try older releases, which this simulation does not do yet.',
    ]);
  });

  it('names the requirements that no release meets together', () => {
    expect(
      stop('a', { a: { '1': { requires: ['b', 'c', 'd>1'] } }, b: { '1': {} }, c: { '1': {} }, d: { '1': {} } })?.[0],
    ).toBe('needs-backtracking');
    expect(stop('a>=2', { a: { '1': {} } })).toEqual([
      'nothing-fits',
      'No release of a fits this machine and what was asked for: you ask for a>=2.',
    ]);
  });

  it.each([
    ['a >', 'bad-requirement'],
    ["a; os_name ~= 'x'", 'bad-marker'],
    ['a @ https://example.org/a-1-py3-none-any.whl', 'url'],
    ['z', 'project-not-recorded'],
  ])('%s is %s', (wanted, kind) => expect(stop(wanted, { a: { '1': {} } })?.[0]).toBe(kind));

  it('refuses a file that is not the one of the index', () => {
    const index = indexOf({ a: { '1': {} } });
    const other = { ...index, metadata: index.metadata.map((wheel) => ({ ...wheel, sha256: 'another' })) };
    const run = installSteps({ wanted: 'a', machine: LINUX, index: other });
    expect(run.problem?.kind).toBe('hash-mismatch');
    expect(run.steps.at(-1)?.kind).toBe('stop');
  });

  it('refuses a wheel whose metadata asks for another Python than the index said', () => {
    const index = indexOf({ a: { '1': {} } });
    const other = { ...index, metadata: index.metadata.map((wheel) => ({ ...wheel, 'requires-python': '<3' })) };
    expect(installSteps({ wanted: 'a', machine: LINUX, index: other }).problem?.kind).toBe('metadata-requires-python');
  });
});
