import { describe, expect, it } from 'vitest';
import { formatBytes, type InstallStep, plainText } from '@/core/workstation';
import requests from '~content/scenarios/install/requests.json?raw';
import { type InstallPicture, present } from './present';
import { readReports } from './recordings.fixture';
import { type InstallScenario, openScene } from './scenario';
import { firstState, type InstallEvent, type InstallState, update } from './state';
import { movesOf, STEPS } from './walk';

const scenario: InstallScenario = JSON.parse(requests);
const scene = openScene(scenario);
const { machines } = scenario;
const first = firstState(scenario);
const reports = readReports();

const on = (machine: string): InstallState => ({ ...first, machine });
const stepsOn = (id: string): readonly InstallStep[] => scene.runOn(scene.machineOf(id)).steps;
const shown = { answer: 'shown' } as const;
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** Every state of the walk on a machine, reached by the scrubber’s own events. */
function walkOn(machine: string): readonly InstallPicture[] {
  return present(scene, on(machine), shown).walk.scrub.map((event) =>
    present(scene, update(on(machine), event), shown),
  );
}

function pictureAfter(...events: readonly InstallEvent[]): InstallPicture {
  return present(scene, events.reduce(update, first), shown);
}

/** Taps the crate of a project. */
function at(machine: string, project: string): InstallPicture {
  const crate = present(scene, on(machine), shown).crates.find((one) => one.project === project);
  if (crate === undefined) throw new TypeError(`no crate ${project}`);
  return present(scene, update(on(machine), crate.event), shown);
}

describe('beside the real pip', () => {
  it.each(reports)('on $preset the files shown as chosen are those that pip $pipVersion takes', (report) => {
    const shown = report.install.map(({ name }) => {
      const { detail, crates } = at(report.preset, name);
      if (detail.kind !== 'choose') throw new TypeError(`${name} is at ${detail.kind}`);
      const chosen = detail.list.examples.filter(({ status }) => status === 'chosen');
      const version = crates.find(({ project }) => project === name)?.release?.version;
      return { name, version, chosen: chosen.map(({ filename }) => filename) };
    });
    expect(shown).toEqual(report.install.map(({ name, version, filename }) => ({ name, version, chosen: [filename] })));
  });

  it.each(reports)('on $preset the hashes that are compared are those that pip reports', ({ preset, install }) => {
    const checks = stepsOn(preset).filter((step) => step.kind === 'check-hash');
    const found = Object.fromEntries(checks.map(({ filename, expected, got }) => [filename, [expected, got]]));
    expect(found).toEqual(Object.fromEntries(install.map(({ filename, sha256 }) => [filename, [sha256, sha256]])));
  });
});

describe('the first moment', () => {
  const picture = present(scene, first, shown);

  it('shows five crates, all installed', () => {
    expect(picture.crates.map(({ project, release, word }) => [project, release?.version, release?.tag, word])).toEqual(
      [
        ['requests', '2.34.2', 'py3-none-any', 'installed'],
        ['charset-normalizer', '3.5.2', 'cp313-cp313-manylinux_2_28_x86_64', 'installed'],
        ['idna', '3.20', 'py3-none-any', 'installed'],
        ['urllib3', '2.8.0', 'py3-none-any', 'installed'],
        ['certifi', '2026.10.18', 'py3-none-any', 'installed'],
      ],
    );
  });

  it('shows what stands in site-packages and bin', () => {
    expect(picture.detail).toEqual({
      kind: 'end',
      sitePackages: '/home/you/greeting/.venv/lib/python3.13/site-packages',
      holds: [
        { project: 'urllib3', names: ['urllib3-2.8.0.dist-info/', 'urllib3/'] },
        { project: 'idna', names: ['idna-3.20.dist-info/', 'idna/'] },
        { project: 'charset-normalizer', names: ['charset_normalizer-3.5.2.dist-info/', 'charset_normalizer/'] },
        { project: 'certifi', names: ['certifi-2026.10.18.dist-info/', 'certifi/'] },
        { project: 'requests', names: ['requests-2.34.2.dist-info/', 'requests/'] },
      ],
      bin: '/home/you/greeting/.venv/bin',
      launchers: [
        { path: '/home/you/greeting/.venv/bin/idna', calls: 'idna.cli:main' },
        { path: '/home/you/greeting/.venv/bin/normalizer', calls: 'charset_normalizer.cli:cli_detect' },
      ],
    });
  });

  it('offers no step on, and nothing to start again', () => {
    expect([picture.walk.on, picture.resetDisabledBecause]).toEqual([undefined, 'This is the first state.']);
  });
});

describe('the walk', () => {
  it.each(machines)('on $label passes each of the nine steps once for each project', ({ id }) => {
    const places = movesOf(stepsOn(id)).map(({ place }) => place);
    const passed = places.map((place) => (place.kind === 'at' ? `${place.project} ${place.step}` : place.kind));
    const projects = scene.runOn(scene.machineOf(id)).chosen.map(({ project }) => project);
    const expected = projects.flatMap((project) => STEPS.map(({ name }) => `${project} ${name}`));
    expect([...passed].sort()).toEqual(['start', 'resolved', 'end', ...expected].sort());
  });

  it.each(machines)('on $label is the same by Next, by Back and by the scrubber', ({ id }) => {
    const scrubbed = walkOn(id);
    for (const [position, picture] of scrubbed.entries()) {
      const follow = (event: InstallEvent | undefined) =>
        event === undefined ? undefined : present(scene, update(on(id), event), shown).walk.done;
      expect(follow(picture.walk.back)).toBe(position === 0 ? undefined : position);
      expect(follow(picture.walk.on)).toBe(position === scrubbed.length - 1 ? undefined : position + 2);
    }
  });

  it.each(machines)('on $label never takes a done cell or a status of a crate back', ({ id }) => {
    const order = ['unmet', 'wanted', 'chosen', 'downloaded', 'installed'];
    const pictures = walkOn(id);
    for (const [position, picture] of pictures.entries()) {
      const before = pictures[position - 1];
      for (const [row, crate] of picture.crates.entries()) {
        const earlier = before?.crates[row];
        if (earlier === undefined) continue;
        expect(order.indexOf(crate.status)).toBeGreaterThanOrEqual(order.indexOf(earlier.status));
        const count = ({ cells }: typeof crate) => cells.filter(({ status }) => status !== 'ahead').length;
        expect(count(crate)).toBeGreaterThanOrEqual(count(earlier));
      }
    }
  });

  it('meets what requests requires when its requirements are read, not before', () => {
    const words = walkOn('linux-cp313')
      .slice(0, 7)
      .map(({ walk, crates }) => `${walk.here}; ${crates.map(({ word }) => word).join(', ')}`);
    expect(words).toEqual([
      '1 of 48: you ask; asked for, not met yet, not met yet, not met yet, not met yet',
      '2 of 48: ask for the project’s page, requests; asked for, not met yet, not met yet, not met yet, not met yet',
      '3 of 48: list its files, requests; asked for, not met yet, not met yet, not met yet, not met yet',
      '4 of 48: choose a file, requests; chosen, not met yet, not met yet, not met yet, not met yet',
      '5 of 48: read its metadata, requests; chosen, not met yet, not met yet, not met yet, not met yet',
      '6 of 48: follow its requirements, requests; chosen, asked for, asked for, asked for, asked for',
      '7 of 48: ask for the project’s page, charset-normalizer; chosen, asked for, asked for, asked for, asked for',
    ]);
  });

  it('leads from a crate to the choice of its file, and from a step to that step of the same project', () => {
    const crate = at('linux-cp313', 'charset-normalizer');
    expect(crate.walk.here).toBe('9 of 48: choose a file, charset-normalizer');
    const record = crate.steps.find(({ label }) => label === 'Record');
    if (record === undefined) throw new TypeError('no such step');
    expect(pictureAfter(record.event).walk.here).toBe('43 of 48: write RECORD and launchers, charset-normalizer');
  });
});

describe('the files of a release', () => {
  it.each(machines)('on $label every file of charset-normalizer has a line, and one is chosen', ({ id }) => {
    const { detail } = at(id, 'charset-normalizer');
    if (detail.kind !== 'choose') throw new TypeError(detail.kind);
    const { examples, groups } = detail.list;
    const all = [...examples.slice(0, 1), ...groups.flatMap(({ files }) => files)];
    expect(new Set(all.map(({ filename }) => filename)).size).toBe(172);
    expect(all.filter(({ status }) => status === 'chosen')).toEqual([examples[0]]);
    expect(examples.length).toBeLessThanOrEqual(9);
    for (const { word } of all) expect(wordsIn(word)).toBeLessThanOrEqual(5);
  });

  it('shows by one example each what else keeps a file out', () => {
    const { detail } = at('linux-cp313', 'charset-normalizer');
    if (detail.kind !== 'choose') throw new TypeError(detail.kind);
    expect(detail.list.examples.map(({ rest, word }) => `${rest}: ${word}`)).toEqual([
      '3.5.2-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl: place 15 of 1,205',
      '3.5.2-cp37-abi3-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl: also fits',
      '3.5.2-py3-none-any.whl: also fits',
      '3.5.2.tar.gz: in reserve',
      '3.5.2-cp315-cp315-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl: Python 3.15',
      '3.5.2-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl: ARM',
      '3.5.2-cp313-cp313-musllinux_1_2_x86_64.whl: musl',
      '3.5.2-cp313-cp313-macosx_10_13_universal2.whl: macOS',
      '3.5.2-cp313-cp313-win_amd64.whl: Windows',
    ]);
  });

  it('says on an old Python which releases want a newer one', () => {
    const { detail } = at('linux-cp39', 'requests');
    if (detail.kind !== 'choose') throw new TypeError(detail.kind);
    expect(detail.list.examples.map(({ filename, word }) => `${filename}: ${word}`)).toEqual([
      'requests-2.32.5-py3-none-any.whl: place 654 of 663',
      'requests-2.32.5.tar.gz: in reserve',
      'requests-2.34.2-py3-none-any.whl: Python >=3.10',
      'requests-2.34.1-py3-none-any.whl: Python >=3.10',
      'requests-2.34.0-py3-none-any.whl: Python >=3.10',
      'requests-2.34.0.dev1-py3-none-any.whl: Python >=3.10',
      'requests-2.33.1-py3-none-any.whl: Python >=3.10',
      'requests-2.33.0-py3-none-any.whl: Python >=3.10',
    ]);
  });
});

describe('what a step shows', () => {
  it('lists the true totals of the project’s page', () => {
    const picture = walkOn('linux-cp313').find(({ walk }) => walk.here.endsWith('list its files, charset-normalizer'));
    expect(picture?.detail).toEqual({ kind: 'list', files: 2461, releases: 66, lookedAt: ['3.5.2'] });
  });

  it('strikes requirements whose marker is false, with the reason', () => {
    const picture = walkOn('linux-cp313').find(({ walk }) => walk.here.endsWith('follow its requirements, requests'));
    expect(picture?.detail).toEqual({
      kind: 'follow',
      counted: ['charset_normalizer<4,>=2', 'idna<4,>=2.5', 'urllib3<3,>=1.26', 'certifi>=2023.5.7'],
      left: [
        {
          requirement: 'PySocks!=1.5.7,>=1.5.6; extra == "socks"',
          why: 'extra == "socks" is false: that extra is not asked for.',
        },
        {
          requirement: 'chardet<8,>=3.0.2; extra == "use-chardet-on-py3"',
          why: 'extra == "use-chardet-on-py3" is false: that extra is not asked for.',
        },
      ],
    });
  });

  it.each(machines)('on $label ends every download with all bytes here, as the end says', ({ id }) => {
    const sums = walkOn(id).flatMap(({ detail }) => (detail.kind === 'download' ? [detail.sum] : []));
    const done = stepsOn(id).find((step) => step.kind === 'done');
    const all = formatBytes(done?.downloaded ?? 0);
    expect(sums.at(-1)).toEqual({ here: all, all, share: 1 });
    expect(sums.map(({ share }) => share)).toEqual([...sums.map(({ share }) => share)].sort((a, b) => a - b));
  });

  it('counts the lines of RECORD and names the launcher', () => {
    const picture = walkOn('windows-cp313').find(({ walk }) => /launchers, charset-normalizer$/.test(walk.here));
    expect(picture?.detail).toEqual({
      kind: 'record',
      path: 'C:\\Users\\you\\greeting\\.venv\\Lib\\site-packages\\charset_normalizer-3.5.2.dist-info\\RECORD',
      lines: { all: 35, fromWheel: 21, added: ['INSTALLER', 'normalizer.exe'], compiled: 12 },
      launchers: [
        {
          path: 'C:\\Users\\you\\greeting\\.venv\\Scripts\\normalizer.exe',
          calls: 'charset_normalizer.cli:cli_detect',
        },
      ],
    });
  });
});

describe('another machine', () => {
  it('marks the crates that it changed, and says so', () => {
    const picture = pictureAfter({ kind: 'machine-chosen', machine: 'linux-cp38' });
    expect(picture.crates.map(({ project, changed }) => [project, changed])).toEqual([
      ['requests', 'other release'],
      ['charset-normalizer', 'other file'],
      ['idna', 'other release'],
      ['urllib3', 'other release'],
      ['certifi', ''],
    ]);
    expect(picture.announcement).toBe(
      '3.8: requests 2.32.4, idna 3.15, urllib3 2.2.3, another file of charset-normalizer.',
    );
  });

  it('takes the pure wheel on PyPy, where no compiled one fits', () => {
    const picture = pictureAfter({ kind: 'machine-chosen', machine: 'pypy-310' });
    expect(picture.crates.map(({ release }) => release?.tag)).toEqual(Array(5).fill('py3-none-any'));
  });
});

describe('what is said aloud', () => {
  it.each(machines)('is at most eighteen words in every state on $label', ({ id }) => {
    for (const before of [undefined, ...machines.map((machine) => machine.id)]) {
      for (const { place } of movesOf(stepsOn(id))) {
        const { announcement } = present(scene, { machine: id, before, place }, shown);
        expect(wordsIn(announcement), announcement).toBeGreaterThan(0);
        expect(wordsIn(announcement), announcement).toBeLessThanOrEqual(18);
      }
    }
  });
});

describe('an installation that stops', () => {
  const withoutIdna = { ...scenario, metadata: scenario.metadata.filter(({ name }) => name !== 'idna') };
  const picture = present(openScene(withoutIdna), first, shown);

  it('ends with the problem, and claims no more than was done', () => {
    expect([picture.walk.here, picture.detail, plainText(picture.happened)]).toEqual([
      '15 of 15: it stops',
      { kind: 'stop' },
      'Stop. The metadata of idna-3.20-py3-none-any.whl is not among the recorded answers of the index.',
    ]);
    expect(picture.crates.map(({ project, word }) => `${project}: ${word}`)).toEqual([
      'requests: chosen',
      'charset-normalizer: chosen',
      'idna: chosen',
    ]);
  });
});
