// Builds wheels of projects whose pyproject.toml has one fault each with uv build, pip wheel and python -m build, and records at which
// stage each of them ends, how, and in which words. The manifests stand in src/core/wheel/build/recorded/manifests.jsonl; tests replay
// them without any tool.
//
//   npm run record:frontends                    all manifests: twenty to thirty minutes
//   npm run record:frontends -- sound           only these
//   npm run record:frontends -- sound/uv_build  only these, of one backend
//
// Needs Python 3.10 or newer and the index: the backends are fetched once, and every build has them from a folder, in an environment of
// its own.

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { failureLines } from './clinic-lines.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

/** As a line of manifests.jsonl has it. `system` stands for the backend’s own [build-system], `above` in front of it. */
interface Manifest {
  readonly id: string;
  readonly backends: readonly string[];
  /** Backends with which uv alone is asked. */
  readonly uvOnly?: readonly string[];
  readonly above?: readonly string[];
  readonly system?: readonly string[];
  readonly pyproject: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  hatchling: ['[build-system]', 'requires = ["hatchling"]', 'build-backend = "hatchling.build"'],
  setuptools: ['[build-system]', 'requires = ["setuptools"]', 'build-backend = "setuptools.build_meta"'],
  uv_build: ['[build-system]', 'requires = ["uv_build>=0.13,<0.14"]', 'build-backend = "uv_build"'],
};
const FILES = { 'src/greeting/__init__.py': 'def main():\n    print("Hello!")\n', 'README.md': '# greeting\n' };

const place = mkdtempSync(join(tmpdir(), 'shipshape-frontends-'));
const python = toolsPython(['pip', 'build', 'uv'], '-frontends');
const wheels = join(place, 'wheels');
// The backends, and a frontend that is no backend.
const published = ['hatchling', 'setuptools', 'build'].map((tool) => `${tool}==${versionOf(tool)}`);
execFileSync(python, ['-m', 'pip', 'download', '--quiet', '--dest', wheels, ...published, 'uv_build>=0.13,<0.14'], {
  env: plainPipEnvironment(),
  stdio: ['ignore', 'ignore', 'inherit'],
});
// Without the inside of uv’s own binary, which some machines ask for.
const { RUST_BACKTRACE: _, ...plainEnvironment } = plainPipEnvironment();
const env = {
  ...plainEnvironment,
  NO_COLOR: '1',
  PIP_NO_INDEX: '1',
  PIP_FIND_LINKS: wheels,
  UV_NO_INDEX: '1',
  UV_FIND_LINKS: wheels,
  UV_CACHE_DIR: join(place, 'cache'),
  UV_PYTHON: python,
};

const FRONTENDS = [
  {
    frontend: 'uv',
    command: [python.replace(/python$/, 'uv'), 'build', '--wheel'],
    // What it finds before it asks for anything.
    parse:
      /Invalid `pyproject\.toml`|does not match the required schema|cause: Failed to parse: |`backend-path` entry|Required uv version/,
    requirements: /Failed to resolve requirements from `build-system\.requires`/,
  },
  {
    frontend: 'pip',
    command: [python, '-m', 'pip', 'wheel', '--no-deps', '.'],
    parse:
      /TOMLDecodeError|(?:invalid|missing)-pyproject-build-system-requires|ValueError: paths must be inside source tree/,
    requirements: /Failed to build .* when installing build dependencies/,
  },
  {
    frontend: 'build',
    command: [python, '-m', 'build', '--wheel'],
    parse: /^ERROR (?:Failed to (?:parse|validate)|paths must be inside source tree)/m,
    requirements: /^ERROR Command .*'install'/m,
  },
] as const;

type Tool = (typeof FRONTENDS)[number];

function textOf({ above = [], system, pyproject }: Manifest, backend: string): string {
  return `${[...above, ...(system ?? SYSTEMS[backend] ?? []), '', ...pyproject].join('\n')}\n`;
}

function layOut(manifest: Manifest, backend: string, folder: string): void {
  const files = { ...FILES, ...manifest.files, 'pyproject.toml': textOf(manifest, backend) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What it printed, both streams as one, and its exit status. */
function ran([command = '', ...args]: readonly string[], cwd: string): Promise<{ exit: number; said: string }> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', 'exec "$0" "$@" 2>&1', command, ...args], { cwd, env, maxBuffer: 1 << 26 }, (error, said) =>
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, said }),
    );
  });
}

async function asked(manifest: Manifest, backend: string, { frontend, command, parse, requirements }: Tool) {
  const above = mkdtempSync(join(place, 'case-'));
  const folder = join(above, 'project');
  layOut(manifest, backend, folder);
  const { exit, said } = await ran(command, folder);
  rmSync(above, { recursive: true, force: true });
  const plain = said
    .replaceAll(folder, '/project')
    .replaceAll(wheels, '/wheels')
    .replaceAll(python, 'python')
    .replaceAll(place, '/tmp')
    .replaceAll(/\/tmp\/build-(env|requirements)-\w+/g, '/tmp/build-$1');
  if (exit === 0) return [frontend, { stage: 'built' }] as const;
  const stage = parse.test(plain) ? 'parse' : requirements.test(plain) ? 'requirements' : 'build';
  return [frontend, { stage, exit, lines: decidingLines(plain) }] as const;
}

/** As the clinic cuts it. setuptools prints the rule that was broken below the line that says so: the line stays. */
function decidingLines(said: string): readonly string[] {
  const lines = failureLines(said);
  const broken = said
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('configuration error: '));
  return broken === undefined || lines.some((line) => line.trim() === broken) ? lines : [broken, ...lines];
}

const folder = `${root}src/core/wheel/build/recorded/`;
const manifests: readonly Manifest[] = readFileSync(`${folder}manifests.jsonl`, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const wanted = process.argv.slice(2);
const tasks = manifests.flatMap((manifest) => [
  ...manifest.backends.map((backend) => ({ manifest, backend, tools: [...FRONTENDS] })),
  ...(manifest.uvOnly ?? []).map((backend) => ({ manifest, backend, tools: [FRONTENDS[0]] })),
]);
const keyOf = (manifest: string, backend: string): string => `${manifest}/${backend}`;
const cases = new Map<string, string>();
if (wanted.length > 0) {
  for (const line of readFileSync(`${folder}frontends.jsonl`, 'utf8').trimEnd().split('\n').slice(1)) {
    const { manifest, backend }: { readonly manifest: string; readonly backend: string } = JSON.parse(line);
    cases.set(keyOf(manifest, backend), line);
  }
}
const isWanted = (manifest: string, backend: string): boolean =>
  wanted.length === 0 || wanted.includes(manifest) || wanted.includes(keyOf(manifest, backend));
const waiting = tasks.filter(({ manifest, backend }) => isWanted(manifest.id, backend)).values();
await Promise.all(
  [1, 2, 3].map(async () => {
    for (const { manifest, backend, tools } of waiting) {
      const said = [];
      for (const tool of tools) said.push(await asked(manifest, backend, tool));
      const line = JSON.stringify({ manifest: manifest.id, backend, ...Object.fromEntries(said) });
      cases.set(keyOf(manifest.id, backend), line);
      console.log(`record:frontends: ${manifest.id}, ${backend}`);
    }
  }),
);
const ask = (code: string): string => execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
const header = {
  command: 'npm run record:frontends',
  recorded: new Date().toISOString().slice(0, 10),
  tools: {
    ...Object.fromEntries(['uv', 'pip', 'build', 'hatchling', 'setuptools'].map((tool) => [tool, versionOf(tool)])),
    // What the index has of the package; uv itself builds with its own.
    uv_build: ask(`import glob; print(glob.glob("${wheels}/uv_build-*")[0].split("uv_build-")[1].split("-")[0])`),
    python: ask('import platform; print(platform.python_version())'),
  },
};
const lines = tasks.flatMap(({ manifest, backend }) => cases.get(keyOf(manifest.id, backend)) ?? []);
writeFileSync(`${folder}frontends.jsonl`, `${[JSON.stringify(header), ...lines].join('\n')}\n`);
rmSync(place, { recursive: true, force: true });
console.log(`record:frontends: ${lines.length} cases`);
