// Records how far the clinic’s patients come with the real tools: each project of content/scenarios/clinic, as it is and as its cure
// leaves it, is built with uv build, python -m build and pip install, installed, and its command run.
//
//   npm run record:clinic
//
// Writes content/console/truth/clinic.json, one case a line. Needs root, the machine debian-13 (make-machine.ts) and the index.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { failureLines } from './clinic-lines.ts';
import { compactJson } from './compact-json.ts';
import { type Outcome, Sandbox } from './sandbox.ts';
import { root, versionOf, versions } from './versions.ts';

interface Patient {
  readonly id: string;
  readonly files: Readonly<Record<string, string | null>>;
  readonly cure?: { readonly file: string; readonly from: string; readonly to: string };
}

interface ClinicFile {
  readonly base: Readonly<Record<string, string>>;
  readonly patients: readonly Patient[];
}

type Reached = 'parse' | 'build' | 'install' | 'run' | 'works';

/** A tool: what builds with it, what installs what was built (nothing where building installs too). */
const TOOLS = [
  {
    tool: 'uv',
    build: 'uv build',
    install: 'uv venv --quiet && uv pip install dist/*.whl',
    // It reads the file before it asks a backend.
    parse: /Invalid `pyproject\.toml`|does not match the required schema/,
  },
  {
    tool: 'build',
    build: 'python -m build',
    install: 'python3 -m venv --without-pip .venv && python -m pip --python .venv/bin/python install dist/*.whl',
    parse: /^ERROR Failed to (parse|validate)/m,
  },
  {
    tool: 'pip',
    build: 'python3 -m venv --without-pip .venv && python -m pip --python .venv/bin/python install .',
    install: undefined,
    parse: /TOMLDecodeError|invalid-pyproject-build-system-requires/,
  },
] as const;

/** pip builds and installs at once: it says which of the two failed. */
const PIP_BUILDS = /Failed to build|metadata-generation-failed|backend-unavailable/;
const RUN = '.venv/bin/greet Ada';

const textOf = ({ chunks }: Outcome) => chunks.map(({ text }) => text).join('');
const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

async function sure(shell: Sandbox, command: string): Promise<void> {
  const outcome = await shell.run(command);
  if (outcome.exit !== 0) throw new Error(`${command}\n${textOf(outcome)}`);
}

const layOut = (files: Readonly<Record<string, string | null>>) =>
  Object.entries(files).flatMap(([path, text]) =>
    text === null ? [] : [`mkdir -p "$(dirname ${quote(path)})" && printf %s ${quote(text)} > ${quote(path)}`],
  );

function filesOf({ base }: ClinicFile, { id, files, cure }: Patient, isCured: boolean) {
  const ill: Record<string, string | null> = { ...base, ...files };
  if (!isCured || cure === undefined) return ill;
  const before = ill[cure.file] ?? '';
  if (!before.includes(cure.from)) throw new Error(`${id}: the cure’s text isn’t in ${cure.file}.`);
  return { ...ill, [cure.file]: before.replace(cure.from, () => cure.to) };
}

function reachedBuilding(tool: (typeof TOOLS)[number], said: string): Reached {
  if (tool.parse.test(said)) return 'parse';
  return tool.install === undefined && !PIP_BUILDS.test(said) ? 'install' : 'build';
}

/** Builds, installs and runs, until something fails. */
async function treat(shell: Sandbox, tool: (typeof TOOLS)[number]) {
  const steps = [
    { command: tool.build, stage: undefined },
    ...(tool.install === undefined ? [] : [{ command: tool.install, stage: 'install' as const }]),
    { command: RUN, stage: 'run' as const },
  ];
  let last = '';
  for (const { command, stage } of steps) {
    const outcome = await shell.run(command);
    const said = textOf(outcome);
    if (outcome.exit !== 0) {
      const shown = command.replace(/^.* && /, '').replace(' --python .venv/bin/python', '');
      const reached: Reached = stage ?? reachedBuilding(tool, said);
      return { stage: reached, command: shown, exit: outcome.exit, lines: failureLines(said) };
    }
    last = said;
  }
  return { stage: 'works' as const, command: RUN, exit: 0, lines: failureLines(last) };
}

const folder = `${root}content/scenarios/clinic`;
const shell = await Sandbox.open('debian-13', 'shared');
const wanted = ['pip', 'build', 'uv'].map((tool) => `${tool}==${versionOf(tool)}`).join(' ');
await sure(shell, `python3 -m venv ~/.tools && ~/.tools/bin/python -m pip install --quiet ${wanted}`);
// The commands stand as a reader types them; no other Python is fetched, and the backends are those of versions.json.
await sure(shell, `export PATH=~/.tools/bin:$PATH UV_PYTHON_DOWNLOADS=never; python() { ~/.tools/bin/python "$@"; }`);
const pins = ['hatchling', 'setuptools'].map((tool) => `${tool}==${versionOf(tool)}\n`).join('');
await sure(shell, `printf %s ${quote(pins)} > ~/.pins`);
await sure(shell, 'export PIP_BUILD_CONSTRAINT=~/.pins UV_BUILD_CONSTRAINT=~/.pins');

const cases = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
  const file: ClinicFile = parse(readFileSync(`${folder}/${name}`, 'utf8'));
  for (const patient of file.patients) {
    for (const isCured of patient.cure === undefined ? [false] : [false, true]) {
      for (const tool of TOOLS) {
        await sure(shell, 'cd ~ && rm -rf greeting && mkdir greeting && cd greeting');
        for (const command of layOut(filesOf(file, patient, isCured))) await sure(shell, command);
        cases.push({ patient: patient.id, cured: isCured, tool: tool.tool, ...(await treat(shell, tool)) });
      }
    }
    console.log(`record:clinic: ${patient.id}`);
  }
}
shell.close();

const written = {
  recorded: new Date().toISOString().slice(0, 10),
  machine: versions.machines['debian-13']?.name,
  tools: Object.fromEntries(
    ['uv', 'build', 'pip', 'hatchling', 'setuptools', 'python'].map((tool) => [tool, versionOf(tool)]),
  ),
  cases,
};
writeFileSync(`${root}content/console/truth/clinic.json`, compactJson(written, ['cases']));
console.log(`record:clinic: ${cases.length} cases`);
