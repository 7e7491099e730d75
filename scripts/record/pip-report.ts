// What the real pip would install on another machine: `pip install --dry-run --report`, told the machine's Python, ABI
// and platforms (pip documentation, "Installation report"; its environment markers stay those of the Python that runs
// pip, so a requirement with a marker could come out differently: none of the projects recorded has one).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { abisOf, type Environment, type Machine } from './machine.ts';
import { plainPipEnvironment } from './tools-venv.ts';
import { root } from './versions.ts';

export interface PipReport {
  readonly preset: string;
  readonly recorded: string;
  readonly pipVersion: string;
  readonly command: string;
  readonly platforms: readonly string[];
  readonly install: readonly { name: string; version: string; filename: string; sha256: string }[];
}

interface RawReport {
  readonly pip_version: string;
  readonly install: readonly {
    readonly download_info: {
      readonly url: string;
      readonly archive_info: { readonly hashes: { readonly sha256: string } };
    };
    readonly metadata: { readonly name: string; readonly version: string };
  }[];
}

const normalize = (name: string) => name.replace(/[-_.]+/g, '-').toLowerCase();

/** The list of platform tags that the reference library gives a machine, most preferred first. */
export function platformsOf(
  python: string,
  { environment }: { readonly environment: Pick<Environment, 'platform'> },
): readonly string[] {
  const script = `${root}scripts/record/preset_platforms.py`;
  return JSON.parse(execFileSync(python, [script], { input: JSON.stringify(environment), encoding: 'utf8' }));
}

/** Reads pip's installation report into the part that is kept. */
export function readReport(text: string): Pick<PipReport, 'pipVersion' | 'install'> {
  const raw: RawReport = JSON.parse(text);
  return {
    pipVersion: raw.pip_version,
    install: raw.install.map(({ download_info: { url, archive_info }, metadata }) => ({
      name: normalize(metadata.name),
      version: metadata.version,
      filename: decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? ''),
      sha256: archive_info.hashes.sha256,
    })),
  };
}

/** Runs pip for a machine and says what it would install, in pip's order. */
export function runPip(python: string, machine: Machine, today: string): PipReport {
  const platforms = platformsOf(python, machine);
  const before = ['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--only-binary', ':all:'];
  const target = [
    ...['--python-version', machine.pythonFullVersion, '--implementation', machine.environment.implementation],
    ...abisOf(machine.environment).flatMap((abi) => ['--abi', abi]),
  ];
  const report = `${mkdtempSync(`${tmpdir()}/shipshape-report-`)}/report.json`;
  const each = platforms.flatMap((platform) => ['--platform', platform]);
  const out = ['--target', tmpdir(), '--quiet', '--report', report, 'requests'];
  execFileSync(python, [...before, ...target, ...each, ...out], { env: plainPipEnvironment(), stdio: 'inherit' });
  return {
    preset: machine.id,
    recorded: today,
    ...readReport(readFileSync(report, 'utf8')),
    command: ['python', ...before, ...target, '--platform … (each of platforms) --target x --report - requests'].join(
      ' ',
    ),
    platforms,
  };
}
