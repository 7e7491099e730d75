// Records which versions the libraries admit that pip, npm and Cargo themselves read specifiers, ranges and requirements with: packaging,
// node-semver, and the crate semver. Every operator meets versions of every length, and what isn't one is asked too.
//
//   npm run record:notations   writes src/core/versioning/notation/recorded.jsonl
//
// Needs Python 3.11 or newer, the index, cargo and its registry.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

interface Case {
  readonly tool: 'packaging' | 'semver' | 'cargo';
  readonly text: string;
  readonly prereleases?: 'if-needed' | 'allow' | 'refuse';
  /** Null for a text that the tool refuses. */
  readonly admits: readonly string[] | null;
}

const require = createRequire(import.meta.url);

const SEMVER_VERSIONS =
  '0.0.0 0.0.2 0.0.3 0.0.4 0.1.9 0.2.0 0.2.2 0.2.3 0.2.4 0.3.0-rc.1 0.3.0 1.0.0-alpha.1 1.0.0-beta.1 1.0.0 1.3.9 1.4.0 1.4.1 1.4.2-rc.1 1.4.2-rc.2 1.4.2 1.4.3 1.5.0-rc.1 1.5.0 1.10.0 2.0.0-alpha.1 2.0.0-rc.1 2.0.0 2.0.1 3.0.0'.split(
    ' ',
  );
const SEMVER_BOUNDS =
  '0 1 0.0 0.2 1.4 0.0.0 0.0.3 0.2.3 1.4.2 1.0.0 2.0.0 1.4.2-rc.1 2.0.0-rc.1 1.x 1.4.x 1.4.* 1.* 0.x *'.split(' ');
const ODD = [
  '',
  'latest',
  '1.4.2.0',
  '01.4.2',
  '1.4.2rc1',
  '=>1',
  '!=1.4.2',
  '~=1.4.2',
  '==1.4.2',
  '1..2',
  '^^1',
  '>',
  'a.b.c',
  '1.x.2',
  '*.1',
];

const operated = (operators: readonly string[], bounds: readonly string[]) =>
  operators.flatMap((operator) => bounds.map((bound) => `${operator}${bound}`));

const NPM = [
  ...operated(['', '^', '~', '=', '>', '>=', '<', '<='], SEMVER_BOUNDS),
  ...ODD,
  ...[
    '>=1.4.2 <2',
    '>=1.4.2 <2.0.0-0',
    '>=1.4.2, <2',
    '1.4.2 - 1.5',
    '0.2 - 1',
    '^0.2.3 || ^1.4',
    '>=1.4.2-rc.1 <2',
    '1.4.2 || 1.5.0',
    '>1 <1',
    '~>1.4',
    'v1.4.2',
    '> 1.4.2',
    '^ 1.4',
    '>=2.0.0-alpha.1 <2.0.0',
    '<1.4.2-rc.2 >=1.4.2-rc.1',
  ],
];
const CARGO = [
  ...operated(['', '^', '~', '=', '>', '>=', '<', '<='], SEMVER_BOUNDS),
  ...ODD,
  ...[
    '>=1.4.2, <2',
    '>=1.4.2,<2',
    '>=1.4.2 <2',
    '1.4.2, 1.5.0',
    '^0.2.3, <0.2.4',
    '>=1.4.2-rc.1, <2',
    '>1, <1',
    '~>1.4',
    'v1.4.2',
    '> 1.4.2',
    '^ 1.4',
    '>=2.0.0-alpha.1, <2.0.0',
    '>=1, <2,',
    '1 || 2',
    '1 - 2',
    '*, 1',
  ],
];

const PYTHON_VERSIONS =
  '0.9 1.0.dev1 1.0a1 1.0b1 1.0rc1 1.0 1.0+local.1 1.0.post1 1.0.1 1.1.0 1.1.1 1.2.0.1 1.10 2.0.dev3 2.0a1 2.0rc1 2.0 2.0.post1.dev1 2.0.1 1!0.1'.split(
    ' ',
  );
const PYTHON_BOUNDS =
  '1 1.0 1.0.0 1.1 1.1.1 1.10 2 2.0 2.0.1 2.0rc1 2.0.dev3 1.0.post1 1!0 1!0.1 3 1.0+local.1 1.* 1.0.* 1.1.x'.split(' ');
const PYTHON = [
  ...operated(['==', '!=', '>=', '<=', '>', '<', '~=', '==='], PYTHON_BOUNDS),
  ...[
    '',
    '>=1,<2',
    '>=1.0,!=1.1.*',
    '>=1,,<2',
    '>=1 , < 2',
    '>1.1,<1.1',
    '<1.0,>=1.0a1',
    '^1.2',
    '~1.2',
    '~>1.2',
    '1.2',
    '=1.2',
    '*',
    'latest',
    '>=1 <2',
    '1.0 || 2.0',
    '1.0 - 2.0',
    '1.x',
    '=>1',
  ],
];

function ofPackaging(): readonly Case[] {
  const asks = PYTHON.flatMap((specifier) =>
    (['if-needed', 'allow', 'refuse'] as const).map((prereleases) => ({ specifier, prereleases })),
  );
  const answer: { readonly versions: readonly string[]; readonly admits: readonly (readonly string[] | null)[] } =
    JSON.parse(
      execFileSync(toolsPython(), [`${root}scripts/record/version_lists.py`], {
        env: plainPipEnvironment(),
        input: JSON.stringify({ versions: PYTHON_VERSIONS, files: null, asks }),
        encoding: 'utf8',
      }),
    );
  return asks.map(({ specifier, prereleases }, at) => {
    return { tool: 'packaging', text: specifier, prereleases, admits: answer.admits[at] ?? null };
  });
}

function ofNodeSemver(): readonly Case[] {
  const { satisfies, validRange } = require('semver');
  return NPM.map((text) => {
    const admits = validRange(text) === null ? null : SEMVER_VERSIONS.filter((version) => satisfies(version, text));
    return { tool: 'semver', text, admits };
  });
}

const PROGRAM = `use semver::{Version, VersionReq};
use std::io::{stdin, BufRead};

fn main() {
    let mut lines = stdin().lock().lines().map(|line| line.unwrap());
    let versions: Vec<Version> = lines.next().unwrap().split(' ').map(|text| Version::parse(text).unwrap()).collect();
    for text in lines {
        match VersionReq::parse(&text) {
            Err(_) => println!("refused"),
            Ok(wanted) => {
                let admitted: Vec<String> = versions.iter().filter(|one| wanted.matches(one)).map(|one| one.to_string()).collect();
                println!("admits {}", admitted.join(" "));
            }
        }
    }
}
`;

function ofCargo(): { readonly cases: readonly Case[]; readonly crate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'shipshape-notations-'));
  try {
    mkdirSync(join(folder, 'src'));
    const manifest = '[package]\nname = "asked"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\nsemver = "1"\n';
    writeFileSync(join(folder, 'Cargo.toml'), manifest);
    writeFileSync(join(folder, 'src', 'main.rs'), PROGRAM);
    const input = [SEMVER_VERSIONS.join(' '), ...CARGO].map((line) => `${line}\n`).join('');
    const said = execFileSync('cargo', ['run', '--quiet'], { cwd: folder, input, encoding: 'utf8' }).split('\n');
    const crate = /name = "semver"\nversion = "([^"]+)"/.exec(readFileSync(join(folder, 'Cargo.lock'), 'utf8'))?.[1];
    const cases = CARGO.map((text, at): Case => {
      const line = said[at] ?? '';
      const admits =
        line === 'refused'
          ? null
          : line
              .split(' ')
              .slice(1)
              .filter((word) => word !== '');
      return { tool: 'cargo', text, admits };
    });
    return { cases, crate: crate ?? 'unknown' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const cargo = ofCargo();
const header = {
  recorded: new Date().toISOString().slice(0, 10),
  packaging: versionOf('packaging'),
  semver: require('semver/package.json').version,
  cargo: cargo.crate,
  python: PYTHON_VERSIONS,
  versions: SEMVER_VERSIONS,
};
const cases = [...ofPackaging(), ...ofNodeSemver(), ...cargo.cases];
const lines = [header, ...cases].map((line) => `${JSON.stringify(line)}\n`).join('');
writeFileSync(`${root}src/core/versioning/notation/recorded.jsonl`, lines);
console.log(`${cases.length} cases`);
