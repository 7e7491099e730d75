// Records what the tools of lecture 5’s table “Who does what today” say of each job: the command of a tool for it, asked for its help.
// pyenv and pixi aren’t on PyPI: what the lecture says of them rests on their documentation.
//
//   npm run record:jobs
//
// Writes content/console/truth/tool-jobs.json, one answer a line. Needs the index. Tools that content/versions.json doesn’t name are
// asked in their newest release, and the record says which.

import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compactJson } from './compact-json.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versions } from './versions.ts';

/** By job: each tool’s command, and before it the project that brings it, where that is called otherwise. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'install packages': ['pip install', 'poetry install', 'pdm install', 'hatch dep sync', 'uv sync'],
  'make environments': ['virtualenv', 'poetry env use', 'pdm venv create', 'hatch env create', 'uv venv'],
  'install applications': ['pipx install', 'uv tool install'],
  'get an interpreter': ['pdm python install', 'hatch python install', 'uv python install', 'poetry python install'],
  lock: ['pip-tools: pip-compile', 'pip lock', 'poetry lock', 'pdm lock', 'hatch lock', 'uv lock'],
  'build, as frontend': ['build: pyproject-build', 'pip wheel', 'poetry build', 'pdm build', 'hatch build', 'uv build'],
  upload: ['twine upload', 'poetry publish', 'pdm publish', 'hatch publish', 'uv publish'],
};

const uv = join(dirname(toolsPython()), 'uv');
const env = { ...plainPipEnvironment(), NO_COLOR: '1', COLUMNS: '200' };

/** The tool in the release that the course names, or the newest. */
const wanted = (tool: string): string => {
  const named = versions.tools[tool];
  return named === undefined ? tool : `${tool}==${named.version}`;
};

const asks = Object.entries(ASKED).flatMap(([job, commands]) =>
  commands.map((written) => {
    const [before = '', after] = written.split(': ');
    const command = after ?? before;
    const tool = after === undefined ? (command.split(' ')[0] ?? '') : before;
    return { job, tool, command };
  }),
);

/** The release of a tool that answered. */
function releaseOf(tool: string): string {
  const ask = `import importlib.metadata as m; print(m.version(${JSON.stringify(tool)}))`;
  const words = ['tool', 'run', '--quiet', '--from', wanted(tool), 'python', '-c', ask];
  return execFileSync(uv, words, { env, encoding: 'utf8' }).trim();
}

const tools = [...new Set(asks.map(({ tool }) => tool))].sort();
const answers = asks.map(({ job, tool, command }) => {
  const words = ['tool', 'run', '--quiet', '--from', wanted(tool), ...command.split(' '), '--help'];
  const { status, stdout, stderr } = spawnSync(uv, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} --help: ${stdout}${stderr}`);
  return { job, tool, command, says: firstParagraph(stdout) };
});

/** What a help says first, without how the command is written. */
function firstParagraph(help: string): string {
  const said = help.split(/\n\s*\n/).find((part) => part.trim() !== '' && !/^\s*usage/i.test(part)) ?? '';
  return said
    .replace(/^\s*Description:/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

writeFileSync(
  `${root}content/console/truth/tool-jobs.json`,
  compactJson(
    {
      recorded: new Date().toISOString().slice(0, 10),
      tools: Object.fromEntries(tools.map((tool) => [tool, releaseOf(tool)])),
      answers,
    },
    ['answers'],
  ),
);
