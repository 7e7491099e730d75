// The recorded index answers, checked against each other: pages, machines, what pip chose, what the wheels say.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abisOf, type Machine } from './machine.ts';
import type { PipReport } from './pip-report.ts';
import { type IndexFile, type ProjectPage, parseSimplePage, slim } from './project-page.ts';
import { root, versionOf, versions } from './versions.ts';

const place = `${root}content/index`;
const textOf = (path: string) => readFileSync(`${place}/${path}`, 'utf8');
const projects = ['certifi', 'charset-normalizer', 'idna', 'requests', 'urllib3'];
const pages: readonly ProjectPage[] = projects.map((project) => JSON.parse(textOf(`${project}.json`)));
const { machines }: { machines: readonly Machine[] } = JSON.parse(textOf('machines.json'));
const reports: readonly PipReport[] = machines.map(({ id }) => JSON.parse(textOf(`pip-reports/${id}.json`)));

interface WheelRecord {
  readonly filename: string;
  readonly sha256: string;
  readonly 'metadata-sha256': string;
  readonly name: string;
  readonly version: string;
  readonly 'requires-python': string | null;
  readonly 'requires-dist': readonly string[];
  readonly record: readonly { readonly path: string; readonly hash: string; readonly size: number | null }[];
}
const wheels: readonly WheelRecord[] = readdirSync(`${place}/metadata`).map((name) =>
  JSON.parse(textOf(`metadata/${name}`)),
);
const fileNamed = (filename: string): IndexFile | undefined =>
  pages.flatMap(({ files }) => files).find((file) => file.filename === filename);

const hosts = [
  new URL(versions.indexes.pypi.simple).host,
  new URL(versions.indexes.debian.archive).host,
  new URL(versions.indexes.pypi.files).host,
];

const markerNames = [
  'implementation_name',
  'implementation_version',
  'os_name',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'python_full_version',
  'python_version',
  'sys_platform',
];

describe.each(pages)('the page of $project', (page) => {
  it('lists each file once, with a hash, a size and a day', () => {
    expect(new Set(page.files.map(({ filename }) => filename)).size).toBe(page.files.length);
    const wrong = page.files.filter(
      (file) =>
        !/^[0-9a-f]{64}$/.test(file.hashes.sha256) ||
        !(file.size > 0) ||
        !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(file['upload-time']),
    );
    expect(wrong).toEqual([]);
  });

  it('names versions, and was recorded on a day', () => {
    expect(page.versions.length).toBeGreaterThan(0);
    expect(page.recorded).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('names no address of a file: reasons for yanks may link to a discussion, nothing else', () => {
    const keys = new Set(page.files.flatMap((file) => Object.keys(file)));
    expect(['url', 'provenance'].filter((key) => keys.has(key))).toEqual([]);
    expect(hosts.filter((host) => JSON.stringify(page).includes(host))).toEqual([]);
  });
});

describe.each(machines)('machine $id', (machine) => {
  it('has a whole marker environment that agrees with its interpreter', () => {
    const { markers, environment, pythonFullVersion } = machine;
    expect(Object.keys(markers)).toEqual(markerNames);
    expect(markers['python_full_version']).toBe(pythonFullVersion);
    expect(markers['python_version']).toBe(environment.python.join('.'));
    expect(pythonFullVersion.startsWith(`${environment.python.join('.')}.`)).toBe(true);
    const { kind } = environment.platform;
    const system = { linux: 'Linux', musl: 'Linux', macos: 'Darwin', windows: 'Windows' }[kind];
    expect(markers['platform_system']).toBe(system);
    expect(markers['os_name']).toBe(kind === 'windows' ? 'nt' : 'posix');
    expect(markers['platform_machine']?.toLowerCase()).toBe(environment.platform.arch);
  });
});

describe.each(reports)('what pip would install on $preset', (report) => {
  const machine = machines.find(({ id }) => id === report.preset);

  it('was asked of the pip that the course names, for this machine', () => {
    expect(report.pipVersion).toBe(versionOf('pip'));
    expect(report.command).toContain(`--python-version ${machine?.pythonFullVersion} `);
    for (const abi of machine ? abisOf(machine.environment) : []) expect(report.command).toContain(`--abi ${abi} `);
  });

  it('is requests and the four projects it needs', () => {
    expect(report.install.map(({ name }) => name).toSorted()).toEqual(projects);
  });

  it('is on the recorded pages with the same hashes, and not yanked', () => {
    const found = report.install.map(({ filename }) => fileNamed(filename));
    expect(found.map((file) => file?.hashes.sha256)).toEqual(report.install.map(({ sha256 }) => sha256));
    expect(found.map((file) => file?.yanked)).toEqual(report.install.map(() => false));
  });
});

describe('natively', () => {
  it.each(readdirSync(`${place}/native`))('pip chooses what it chooses when told about the machine: %s', (name) => {
    const native: PipReport & { python: string; libc: string } = JSON.parse(textOf(`native/${name}`));
    const report = reports.find(({ preset }) => preset === native.preset);
    const machine = machines.find(({ id }) => id === native.preset);
    expect(native.install).toEqual(report?.install);
    expect(native.pipVersion).toBe(report?.pipVersion);
    expect(native.python).toBe(machine?.pythonFullVersion);
    const platform = machine?.environment.platform;
    expect(native.libc).toBe(platform?.kind === 'linux' ? `glibc ${platform.libcVersion.join('.')}` : '');
  });
});

describe('wheels', () => {
  it('are recorded when some machine gets them, and no others', () => {
    const chosen = new Set(reports.flatMap(({ install }) => install.map(({ filename }) => filename)));
    expect(wheels.map(({ filename }) => filename).toSorted()).toEqual([...chosen].toSorted());
  });

  it.each(wheels)('$filename says what the page says', (wheel) => {
    const file = fileNamed(wheel.filename);
    expect(wheel.sha256).toBe(file?.hashes.sha256);
    expect(wheel['requires-python'] ?? undefined).toBe(file?.['requires-python']);
    const promised = file?.['core-metadata'];
    if (typeof promised === 'object') expect(wheel['metadata-sha256']).toBe(promised.sha256);
  });

  it.each(wheels)('$filename records its METADATA with the hash that it has', (wheel) => {
    const line = wheel.record.find(({ path }) => path.endsWith('.dist-info/METADATA'));
    const hash = Buffer.from(wheel['metadata-sha256'], 'hex').toString('base64url');
    expect(line?.hash).toBe(`sha256=${hash}`);
  });

  it.each(wheels)('$filename records itself without hash and size, and every other file with both', (wheel) => {
    const bare = wheel.record.filter(({ hash, size }) => hash === '' || size === null);
    expect(bare.map(({ path }) => path.replace(/^.*\.dist-info/, ''))).toEqual(['/RECORD']);
  });
});

describe('a simple HTML page', () => {
  it('gives its links with hash, requires-python and yank', () => {
    const html = `<a href="https://example.org/a/x-1-py3-none-any.whl#sha256=ab" data-requires-python="&gt;=3.8">x-1-py3-none-any.whl</a><br/>
<a href="https://example.org/a/x-0.tar.gz#sha256=cd" data-yanked="broken &amp; gone">x-0.tar.gz</a>`;
    expect(parseSimplePage(html)).toEqual([
      {
        filename: 'x-1-py3-none-any.whl',
        url: 'https://example.org/a/x-1-py3-none-any.whl',
        sha256: 'ab',
        requiresPython: '>=3.8',
        yanked: undefined,
      },
      {
        filename: 'x-0.tar.gz',
        url: 'https://example.org/a/x-0.tar.gz',
        sha256: 'cd',
        requiresPython: undefined,
        yanked: 'broken & gone',
      },
    ]);
  });
});

describe('a page that is too large', () => {
  it('loses times and metadata hashes, and says so', () => {
    const page = pages[0];
    if (!page) throw new Error('No page is recorded.');
    const many = { ...page, files: Array.from({ length: 40 }, () => page.files).flat() };
    const slimmed = slim(many);
    expect(slimmed['left-out']).toBe(
      'upload-time is the day alone; core-metadata is true where the index gives the hash of the metadata file',
    );
    expect(slimmed.files.length).toBe(many.files.length);
    expect(slim(page)).toBe(page);
  });
});

it('is the only place with addresses: no script and no record names an index', () => {
  const scripts = readdirSync(`${root}scripts/record`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));
  const named = hosts.filter((host) => scripts.some((text) => text.includes(host)));
  expect(named).toEqual([]);
});
