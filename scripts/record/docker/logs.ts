// Keeps what the real tools print while they build a scenario: `docker build` (buildx, with our builder behind it) and `buildctl`,
// both with plain progress. Times, digests and the order of what runs side by side differ from run to run; the wording is what these
// logs are for.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { contextFolder, frontendOptions, Pass } from './asking.ts';
import { address, type Builder, buildctl, buildx, checkedVersions, machineFolder } from './machine.ts';
import type { Build, Scenario } from './schema.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const scenarios = here('../../../content/scenarios/layer-cache');
const folder = here('../../../src/core/docker/conformance/logs');

/** The scenarios whose logs are kept: success and cache, stages side by side, a failing step, errors of the file, warnings. */
const kept = [
  'python-naive-and-cured',
  'result-comment-in-source',
  'step-failure-keeps-earlier-results',
  'parse-unknown-instruction',
  'check-copy-ignored-file',
  'check-json-args',
];

/** A command as a reader would give it, and what the tool printed. */
export interface Log {
  readonly build: number;
  readonly tool: 'docker build' | 'buildctl';
  readonly command: string;
  readonly exit: number;
  readonly lines: readonly string[];
}

const dockerBuild = (build: Build): readonly string[] => [
  'build',
  '--progress=plain',
  '-t',
  'greeting',
  ...(build.dockerfileName === undefined ? [] : ['-f', build.dockerfileName]),
  ...Object.entries(build.buildArgs).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]),
  ...(build.target === null ? [] : ['--target', build.target]),
  ...(build.noCache ? ['--no-cache'] : []),
  '.',
];

const buildctlBuild = (build: Build): readonly string[] => [
  'build',
  '--progress=plain',
  '--frontend=dockerfile.v0',
  '--local=context=.',
  '--local=dockerfile=.',
  ...Object.entries(frontendOptions(build)).map(([key, value]) => `--opt=${key}=${value}`),
  '--output=type=image,name=docker.io/library/greeting',
];

const config = join(machineFolder, 'buildx');
const environment = { PATH: process.env['PATH'], HOME: config, BUILDX_CONFIG: config, NO_COLOR: '1' };

function log(tool: Log['tool'], at: number, program: string, words: readonly string[], said: string): Log {
  const { stderr, status } = spawnSync(program, words, { cwd: contextFolder, encoding: 'utf8', env: environment });
  return {
    build: at,
    tool,
    command: said,
    exit: status ?? -1,
    lines: stripVTControlCharacters(stderr).trimEnd().split('\n'),
  };
}

/** Builds the kept scenarios with both tools, each from an empty cache, and writes their logs. */
export async function recordLogs(builder: Builder): Promise<void> {
  mkdirSync(folder, { recursive: true });
  rmSync(config, { recursive: true, force: true });
  mkdirSync(config, { recursive: true });
  execFileSync(buildx, ['create', '--name', 'shipshape', '--driver', 'remote', '--use', address], { env: environment });
  for (const name of kept) {
    const scenario = JSON.parse(readFileSync(join(scenarios, `${name}.json`), 'utf8')) as Scenario;
    const logs: Log[] = [];
    for (const tool of ['docker build', 'buildctl'] as const) {
      await builder.restart();
      const pass = new Pass();
      scenario.builds.forEach((build, at) => {
        pass.lay(build);
        const words = tool === 'docker build' ? dockerBuild(build) : buildctlBuild(build);
        if (tool === 'docker build') {
          const output = ['--output=type=image,name=docker.io/library/greeting'];
          logs.push(log(tool, at, buildx, [...words.slice(0, -1), ...output, '.'], `docker ${words.join(' ')}`));
        } else {
          logs.push(log(tool, at, buildctl, ['--addr', address, ...words], `buildctl ${words.join(' ')}`));
        }
      });
    }
    const { buildkit, frontend, buildx: x } = checkedVersions();
    const recordedWith = { builder: `BuildKit ${buildkit}`, frontend, buildx: x };
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ scenario: name, recordedWith, logs }, null, 2)}\n`);
    console.log(`${name}: ${logs.length} logs`);
  }
}
