// Asks Cargo what it locks for a scenario: a local registry in a folder, a package, `cargo generate-lockfile --offline`.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CargoDependency, CargoProblem } from '../../src/core/resolution/elsewhere/cargo/cargo-problem.ts';
import type { SemVer } from '../../src/core/resolution/elsewhere/semver.ts';
import type { Asked } from './elsewhere-tools.ts';

const text = ({ numbers, pre, build }: SemVer): string =>
  `${numbers.join('.')}${pre.length > 0 ? `-${pre.join('.')}` : ''}${build === '' ? '' : `+${build}`}`;

/** Where an index keeps a crate: a, ab, abc/a, and abcd in ab/cd (the Cargo book, "Registry Index"). */
function indexPlace(crate: string): readonly string[] {
  const name = crate.toLowerCase();
  if (name.length < 3) return [String(name.length)];
  return name.length === 3 ? ['3', name.slice(0, 1)] : [name.slice(0, 2), name.slice(2, 4)];
}

function indexLine(crate: string, version: string, dependencies: readonly CargoDependency[], yanked: boolean): string {
  const deps = dependencies.map(({ key, crate: to, written }) => ({
    name: key,
    req: written,
    features: [],
    optional: false,
    default_features: true,
    target: null,
    kind: 'normal',
    ...(key === to ? {} : { package: to }),
  }));
  return JSON.stringify({ name: crate, vers: version, deps, cksum: '0'.repeat(64), features: {}, yanked });
}

export function askCargo({ dependencies, crates }: CargoProblem, folder: string): Promise<Asked> {
  const registry = join(folder, 'registry');
  mkdirSync(join(registry, 'index'), { recursive: true });
  for (const [crate, versions] of crates) {
    const place = join(registry, 'index', ...indexPlace(crate));
    mkdirSync(place, { recursive: true });
    const lines = [...versions]
      .reverse()
      .map((one) => indexLine(crate, text(one.version), one.dependencies, one.yanked));
    writeFileSync(join(place, crate.toLowerCase()), lines.map((line) => `${line}\n`).join(''));
  }
  const main = join(folder, 'main');
  mkdirSync(join(main, 'src'), { recursive: true });
  mkdirSync(join(main, '.cargo'), { recursive: true });
  writeFileSync(join(main, 'src', 'lib.rs'), '');
  const own = dependencies.map(({ key, crate, written }) =>
    key === crate ? `${key} = "${written}"\n` : `${key} = { package = "${crate}", version = "${written}" }\n`,
  );
  const head = '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n';
  writeFileSync(join(main, 'Cargo.toml'), head + own.join(''));
  const source = `[source.crates-io]\nreplace-with = "here"\n\n[source.here]\nlocal-registry = "${registry}"\n`;
  writeFileSync(join(main, '.cargo', 'config.toml'), source);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, CARGO_HOME: join(folder, 'home'), ...rustup() };
  return new Promise((resolve) => {
    execFile('cargo', ['generate-lockfile', '--offline'], { cwd: main, env }, (error, _, stderr) => {
      if (error === null) resolve({ answer: readLock(readFileSync(join(main, 'Cargo.lock'), 'utf8')) });
      else resolve({ error: errorOf(stderr), message: stderr.replaceAll(folder, '') });
    });
  });
}

/** Where rustup finds the toolchain, if cargo is rustup's. */
function rustup(): Record<string, string> {
  const home = process.env['RUSTUP_HOME'] ?? join(process.env['HOME'] ?? '', '.rustup');
  return { RUSTUP_HOME: home };
}

function errorOf(message: string): string {
  if (/cyclic package dependency/.test(message)) return 'cycle';
  if (/no matching package named/.test(message)) return 'no-crate';
  if (/failed to select a version for the requirement|is yanked|no matching version/.test(message)) return 'no-version';
  if (/failed to select a version for `/.test(message)) return 'conflict';
  return 'other';
}

/** The packages of a lock file as lines: `name version: what it gets`. */
function readLock(lock: string): readonly string[] {
  const packages = lock
    .split('[[package]]')
    .slice(1)
    .map((part) => {
      const name = /^name = "(.*)"$/m.exec(part)?.[1] ?? '';
      const version = /^version = "(.*)"$/m.exec(part)?.[1] ?? '';
      const dependencies = [...(/dependencies = \[([^\]]*)\]/.exec(part)?.[1] ?? '').matchAll(/"(.*?)"/g)];
      return { name, version, dependencies: dependencies.map(([, one = '']) => one) };
    });
  // A dependency of which there is one version only stands without it.
  const full = (dependency: string): string =>
    dependency.includes(' ')
      ? dependency
      : `${dependency} ${packages.find(({ name }) => name === dependency)?.version ?? ''}`;
  const lines = packages.map(({ name, version, dependencies }) => {
    const line = name === 'app' ? name : `${name} ${version}`;
    return dependencies.length === 0 ? line : `${line}: ${dependencies.map(full).join(', ')}`;
  });
  const own = lines.filter((line) => /^app(:|$)/.test(line));
  return [...own, ...lines.filter((line) => !own.includes(line))];
}
