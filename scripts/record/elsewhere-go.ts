// Asks Go for the build list of a scenario: a module proxy in a folder, a main module with its go.mod, `go list -m all`. All go.mod files
// say `go 1.16`, so that the whole module graph counts (no pruning).

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoModule, GoProblem } from '../../src/core/resolution/elsewhere/go/go-problem.ts';
import type { Asked } from './elsewhere-tools.ts';

const escaped = (path: string): string => path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
const written = ({ path, version }: GoModule): string => `${path} ${version}`;

function manifest(module: string, directives: readonly string[]): string {
  return `module ${module}\n\ngo 1.16\n${directives.map((line) => `\n${line}`).join('')}\n`;
}

export function askGo({ module, require, exclude, replace, modules }: GoProblem, folder: string): Promise<Asked> {
  const proxy = join(folder, 'proxy');
  for (const [path, versions] of modules) {
    const place = join(proxy, escaped(path), '@v');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'list'), [...versions.keys()].map((version) => `${version}\n`).join(''));
    for (const [version, required] of versions) {
      const file = join(place, escaped(version));
      writeFileSync(`${file}.info`, JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' }));
      writeFileSync(
        `${file}.mod`,
        manifest(
          path,
          required.map((one) => `require ${written(one)}`),
        ),
      );
    }
  }
  const main = join(folder, 'main');
  mkdirSync(main, { recursive: true });
  const directives = [
    ...require.map((one) => `require ${written(one)}`),
    ...exclude.map((one) => `exclude ${written(one)}`),
    ...replace.map(({ path, version, by }) => `replace ${path}${version ? ` ${version}` : ''} => ${written(by)}`),
  ];
  writeFileSync(join(main, 'go.mod'), manifest(module, directives));
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GOPATH: join(folder, 'gopath'),
    GOCACHE: join(folder, 'cache'),
    GOMODCACHE: join(folder, 'modules'),
    GOPROXY: `file://${proxy}`,
    GOSUMDB: 'off',
    GONOSUMDB: '*',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-mod=mod -modcacherw',
  };
  return new Promise((resolve) => {
    execFile('go', ['list', '-m', 'all'], { cwd: main, env }, (error, stdout, stderr) => {
      if (error === null) {
        const lines = stdout.trim().split('\n').slice(1);
        resolve({ answer: lines.filter((line) => line !== '') });
      } else resolve({ error: errorOf(stderr), message: stderr.replaceAll(folder, '') });
    });
  });
}

function errorOf(message: string): string {
  // Of a module and of a version alike, a proxy in a folder says that there is no such file.
  if (/no such file|unknown revision|not found/.test(message)) return 'missing';
  return 'other';
}
