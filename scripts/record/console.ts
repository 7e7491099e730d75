// Records console blocks: runs each session of content/console on the machine and writes what came of it.
//
//   node scripts/record/console.ts              all sessions
//   node scripts/record/console.ts <id> …       the sessions named
//   node scripts/record/console.ts --check …    runs them and only says where the truth has moved
//
// Needs root, the machine (make-machine.ts) and, for sessions that install something, the index; for those with an engine, the
// builder too (`npm run record:docker -- machine`).

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { consoleBases, makeConsoleBases, pullStandIn, standIn } from './docker/console-bases.ts';
import { daemons, Engine } from './docker/engine.ts';
import { Builder, setNetwork } from './docker/machine.ts';
import { toLines } from './lines.ts';
import { describeIndex } from './project-page.ts';
import type { RecordedStep, Recording } from './recording.ts';
import { Sandbox } from './sandbox.ts';
import { consoleFolder, readSessions, type Session } from './session.ts';
import { versions } from './versions.ts';

/** How a tool says its version, unless the session gives another command. */
const probes: Readonly<Record<string, string>> = {
  bash: 'bash --version',
  python: 'python3 --version',
  'python-testing': 'python3 --version',
  'python3.13-testing': 'python3.13 --version',
  'python3.15-testing': 'python3.15 --version',
  'debian-pip': '/usr/bin/python3 -m pip --version',
  uv: 'uv --version',
  docker: "docker version --format '{{.Server.Version}}'",
  buildkit: "docker buildx inspect | grep 'BuildKit version'",
  buildx: 'docker buildx version',
};

let answer: ReturnType<typeof describeIndex> | undefined;
const indexAnswer = () => {
  answer ??= describeIndex();
  return answer;
};

const textOf = (chunks: readonly { readonly text: string }[]) => chunks.map(({ text }) => text).join('');

async function probe(shell: Sandbox, tool: string, given: string | undefined): Promise<string> {
  const command = given ?? probes[tool];
  if (!command) throw new Error(`tools: give the command that prints the version of ${tool}.`);
  const said = textOf((await shell.run(command)).chunks);
  const version = /\d+(?:\.\d+)+/.exec(said)?.[0];
  if (!version) throw new Error(`${command} printed no version, but: ${said}`);
  return version;
}

const builder = new Builder(consoleBases);
const engine = new Engine();

/** Fresh daemons for a session that wants them. */
async function startDaemons(machine: string): Promise<typeof daemons> {
  makeConsoleBases();
  setNetwork({ images: {}, remote: {} });
  await builder.restart();
  await engine.stop();
  await engine.start(machine);
  return daemons;
}

async function record(session: Session, today: string): Promise<Recording> {
  const reached = session.engine ? await startDaemons(session.machine) : undefined;
  const shell = await Sandbox.open(session.machine, session.index ? 'shared' : 'none', reached);
  try {
    if (reached) await shell.run(pullStandIn);
    const system = textOf((await shell.run('. /etc/os-release; echo "$PRETTY_NAME"')).chunks).trim();
    const python = await probe(shell, 'python', undefined);
    if (session.cwd) await shell.run(`mkdir -p ~/${session.cwd} && cd ~/${session.cwd}`);
    const setup = session.setup ? [session.setup] : [];
    for (const command of setup) {
      const { exit, chunks } = await shell.run(command);
      if (exit !== 0) throw new Error(`setup ended with ${exit}:\n${textOf(chunks)}`);
    }
    const steps: RecordedStep[] = [];
    for (const { run, keep, shorten, varies, wraps } of session.steps) {
      const { prompt, cwd, chunks, exit } = await shell.run(run);
      const lines = toLines(chunks, keep, shorten);
      steps.push({
        prompt,
        cwd,
        command: run,
        lines,
        exit,
        ...(varies ? { varies } : {}),
        ...(wraps ? { wraps } : {}),
      });
    }
    const tools: Record<string, string> = {};
    for (const [tool, command] of Object.entries(session.tools)) tools[tool] = await probe(shell, tool, command);
    const name = versions.machines[session.machine]?.name;
    if (!name) throw new Error(`content/versions.json describes no machine ${session.machine}.`);
    return {
      id: session.id,
      title: session.title,
      recorded: today,
      machine: { id: session.machine, name, os: system, python },
      tools,
      ...(session.index ? { index: await indexAnswer() } : {}),
      ...(session.engine ? { bases: standIn } : {}),
      ...(setup.length > 0 ? { setup } : {}),
      steps,
    };
  } finally {
    shell.close();
  }
}

const format = (recording: Recording) =>
  compactJson({ ...recording, steps: undefined }, []).replace(
    /\n\}\n$/,
    () =>
      `,\n  "steps": [\n${recording.steps.map((step) => compactJson(step, ['lines']).trimEnd().replace(/^/gm, '    ')).join(',\n')}\n  ]\n}\n`,
  );

/** What must be equal in two recordings: everything but the day, with varying text blanked. */
const essence = (recording: Recording) =>
  JSON.stringify({
    ...recording,
    recorded: '',
    steps: recording.steps.map((step) => ({
      ...step,
      lines: step.lines.map((line) => ({
        ...line,
        // How many lines of a progress are left out differs with its times.
        ...('lines' in line && step.varies ? { lines: 0 } : {}),
        text: (step.varies ?? []).reduce((text, pattern) => text.replace(new RegExp(pattern, 'g'), '…'), line.text),
      })),
    })),
  });

const arguments_ = process.argv.slice(2);
const check = arguments_.includes('--check');
const ids = arguments_.filter((argument) => argument !== '--check');
const sessions = readSessions().filter(({ id }) => ids.length === 0 || ids.includes(id));
const unknown = ids.filter((id) => !sessions.some((session) => session.id === id));
if (unknown.length > 0) throw new Error(`No such session in content/console: ${unknown.join(', ')}.`);

const today = new Date().toISOString().slice(0, 10);
let moved = 0;
for (const session of sessions) {
  const file = `${consoleFolder}/${session.id}.json`;
  try {
    const recording = await record(session, today);
    const before: Recording | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const same = before !== undefined && essence(before) === essence(recording);
    if (!same) moved += 1;
    if (!check && !same) writeFileSync(file, format(recording));
    console.log(`${same ? 'same   ' : 'moved  '} ${session.id}`);
  } catch (problem) {
    moved += 1;
    console.error(`failed  ${session.id}: ${problem instanceof Error ? problem.message : String(problem)}`);
    process.exitCode = 1;
  }
}
await engine.stop();
await builder.stop();
if (check && moved > 0) process.exitCode = 1;
