import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILD_DIFFERENCES, FRONTEND_DIFFERENCES } from '@/core/wheel';
import { about } from './about';
import { textOf } from './run-picture';

interface Head {
  readonly tools: Readonly<Record<string, string>>;
}

/** A recording: its head, and a case a line. */
function recorded<Case>(path: string): readonly [Head, readonly Case[]] {
  const [head = '{}', ...lines] = readFileSync(`src/core/${path}`, 'utf8').trimEnd().split('\n');
  return [JSON.parse(head), lines.map((line): Case => JSON.parse(line))];
}

const [{ tools }, builds] = recorded<{ readonly backend: string }>('wheel/build/recorded/builds.jsonl');
const [frontends, starts] = recorded<{ readonly uv: unknown }>('wheel/build/recorded/frontends.jsonl');
const startedElsewhere = FRONTEND_DIFFERENCES.flatMap((one) => one.builds).filter((build) => build.startsWith('uv '));
const [running, installations] = recorded<{
  readonly mode: string;
  readonly installer: string;
  readonly runs?: readonly unknown[];
  readonly tests?: readonly unknown[];
}>('workstation/project/recorded/running.jsonl');

/** A listed difference is one of a project’s three builds: `extras wheel: metadata requiresDist`. */
const different = (backend: string): number =>
  new Set(
    BUILD_DIFFERENCES.filter((one) => one.backend === backend).flatMap((one) =>
      one.builds.map((build) => build.slice(0, build.indexOf(':'))),
    ),
  ).size;

const built = (backend: string): number =>
  builds.filter((one) => one.backend === backend).length * 3 - different(backend);

const installedBy = (installer: string): number =>
  installations.filter((one) => one.installer === installer && one.mode !== 'none').length;

describe('what the package builder says of itself', () => {
  it('counts the recordings, without those that we list as different', () => {
    const { hatchling, setuptools, uv } = tools;
    const started = installations.reduce((sum, { runs = [], tests = [] }) => sum + runs.length + tests.length, 0);
    expect(about.checks.map(({ tool, version, cases }) => ({ tool, version, cases }))).toEqual([
      { tool: 'hatchling', version: hatchling, cases: built('hatchling') },
      { tool: 'setuptools', version: setuptools, cases: built('setuptools') },
      { tool: 'uv_build', version: uv, cases: built('uv_build') },
      { tool: 'uv build', version: frontends.tools['uv'], cases: starts.length - startedElsewhere.length },
      { tool: 'pip', version: running.tools['pip'], cases: installedBy('pip') },
      { tool: 'uv', version: running.tools['uv'], cases: installedBy('uv') },
      { tool: 'CPython', version: running.tools['python'], cases: started },
    ]);
  });

  it('names each difference that the core lists, backend by backend, and then of who starts the build', () => {
    const backends = about.differences.map((words) => textOf(words).split(' ')[0]);
    expect(backends).toEqual([...BUILD_DIFFERENCES.map(({ backend }) => backend), 'uv']);
  });
});
