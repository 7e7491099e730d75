// Asks npm for the tree of a scenario: a registry of one process on this machine, `npm install --package-lock-only`.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NpmPackage, NpmProblem } from '../../src/core/resolution/elsewhere/npm/npm-problem.ts';
import type { Asked } from './elsewhere-tools.ts';

export interface NpmRegistry {
  readonly ask: (problem: NpmProblem, folder: string) => Promise<Asked>;
  readonly close: () => void;
}

/** Milliseconds: a few indexes with peers in circles make npm’s tree grow without end. */
const LONGEST = 120_000;

/** A registry that serves each problem's packages under a path of its own. */
export async function npmRegistry(): Promise<NpmRegistry> {
  const problems: NpmProblem[] = [];
  const server = createServer((request, response) => {
    const [, place = '', ...rest] = decodeURIComponent(request.url ?? '').split('/');
    const name = rest.join('/');
    const known = problems[Number(place)]?.packages.get(name);
    response.writeHead(known === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(known === undefined ? {} : documentOf(name, known, `http://${request.headers.host}/${place}`)),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (problem, folder) => {
      problems.push(problem);
      return install(problem, folder, `http://127.0.0.1:${port}/${problems.length - 1}/`);
    },
    close: () => server.close(),
  };
}

function documentOf(name: string, { latest, versions }: NpmPackage, address: string) {
  const all = [...versions.values()].map((one) => {
    const integrity = `sha512-${createHash('sha512').update(`${name}@${one.version}`).digest('base64')}`;
    const manifest = {
      name,
      version: one.version,
      dependencies: Object.fromEntries(one.dependencies),
      peerDependencies: Object.fromEntries(one.peerDependencies),
      ...(one.isDeprecated ? { deprecated: 'not any longer' } : {}),
      dist: { tarball: `${address}/${name}/-/${one.version}.tgz`, integrity },
    };
    return [one.version, manifest] as const;
  });
  return { name, 'dist-tags': latest === undefined ? {} : { latest }, versions: Object.fromEntries(all) };
}

function install({ dependencies }: NpmProblem, folder: string, registry: string): Promise<Asked> {
  const main = join(folder, 'main');
  mkdirSync(main, { recursive: true });
  const manifest = { name: 'app', version: '1.0.0', dependencies: Object.fromEntries(dependencies) };
  writeFileSync(join(main, 'package.json'), JSON.stringify(manifest));
  const words = [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
  ];
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, npm_config_cache: join(folder, 'cache') };
  const options = {
    cwd: main,
    env: { ...env, npm_config_registry: registry, npm_config_json: 'true' },
    timeout: LONGEST,
    killSignal: 'SIGKILL' as const,
  };
  return new Promise((resolve) => {
    execFile('npm', words, options, (error, stdout, stderr) => {
      const lock = join(main, 'package-lock.json');
      if (error === null && existsSync(lock)) resolve({ answer: readLock(readFileSync(lock, 'utf8')) });
      else resolve({ error: errorOf(stdout, stderr), message: stderr.replaceAll(folder, '') });
    });
  });
}

function errorOf(stdout: string, stderr: string): string {
  try {
    return JSON.parse(stdout).error.code ?? 'other';
  } catch {
    return /code (E\w+)/.exec(stderr)?.[1] ?? 'other';
  }
}

interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
}

function readLock(text: string): readonly string[] {
  const { packages = {} } = JSON.parse(text) as { packages?: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([place, { version, link, resolved }]) => `${place} ${link ? `-> ${resolved}` : version}`);
}
