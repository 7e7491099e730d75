// A command of an installed project, from the word in the shell to the first line of its function: each look-up in turn. Also the two
// other ways in: `python -m greeting` and `python -c "import greeting"`. Nothing is run; what can’t be told from texts is said so.
import { findCommand } from '../lookup/command-lookup';
import { describeCommandFinding } from '../lookup/describe';
import type { Run } from '../lookup/interpreter';
import { bashMessage } from '../lookup/messages';
import { absolutePath, type Path } from '../lookup/path';
import { createShell } from '../lookup/shell';
import { moduleSearch } from '../lookup/sys-path';
import { code, say } from '../sentence';
import { execute } from './execute';
import { importModule, loadText } from './import-module';
import { endOf } from './program-end';
import { followModule } from './run-module';
import { addStep, type ProgramRun, startRun } from './run-state';
import type { Walk, WalkEnd, WalkStep } from './walk';
import { binOf } from './workplace';
import { invocationOf, type World } from './world';

/**
 * Walks a line as it is typed in a shell where the environment is activated: a command with what follows it, `python -m greeting`,
 * `python -c "import greeting"`, or `python` with a file.
 *
 * @example runCommand(world, 'greet Ada').end // → { kind: 'runs' }
 */
export function runCommand(world: World, line: string, folder: Path = world.place.project): Walk {
  const [word = '', option = '', given = ''] = line.trim().split(/\s+/);
  if (!/^python3?$/.test(word)) return walkCommand(world, line, word, folder);
  if (option === '-m') return walkProgram(world, line, { kind: 'module', name: given }, folder, []);
  const imported = /-c\s+["']import ([\w.]+)["']$/.exec(line.trim())?.[1];
  if (option === '-c' && imported !== undefined)
    return walkProgram(world, line, { kind: 'command' }, folder, [], undefined, imported);
  if (option !== '' && !option.startsWith('-'))
    return walkProgram(world, line, { kind: 'script', path: option }, folder, []);
  const because = say`Of ${code('python')} only ${code('-m')}, ${code('-c "import …"')} and a file are followed.`;
  return { command: line, steps: [], end: { kind: 'not-modelled', because, at: undefined }, notes: [] };
}

/** `python -m name`. */
export function runModule(world: World, name: string, folder?: Path): Walk {
  return runCommand(world, `python -m ${name}`, folder);
}

/** `python -c "import name"`. */
export function runImport(world: World, name: string, folder?: Path): Walk {
  return runCommand(world, `python -c "import ${name}"`, folder);
}

function walkCommand(world: World, line: string, name: string, folder: Path): Walk {
  const { place, machine } = world;
  const shell = createShell({
    folder,
    exported: {
      HOME: place.home,
      PATH: `${binOf(place)}:/usr/local/bin:/usr/bin:/bin`,
      VIRTUAL_ENV: place.environment,
    },
  });
  const lookup = findCommand(machine, shell, name);
  const { verdict } = lookup;
  const looked = lookup.visits.map(({ entry, finding }) => ({
    place: entry.absolute,
    what: entry.absolute === binOf(place) ? 'the environment’s commands' : 'the system’s commands',
    finding: describeCommandFinding(finding),
    isTaken: finding.kind === 'executable',
  }));
  const message = bashMessage(lookup);
  if (verdict.kind !== 'found' || message !== undefined) {
    const sentence =
      verdict.kind === 'found'
        ? say`${code(verdict.executable.file)} is there, and its first line names a program that isn’t.`
        : say`No folder on PATH has a command ${code(name)}.`;
    const steps: WalkStep[] = [
      { station: 'shell', subject: name, outcome: 'missing', sentence, at: undefined, looked },
    ];
    return { command: line, steps, end: shellEnd(message), notes: [] };
  }
  const { file, program } = verdict.executable;
  const steps: WalkStep[] = [
    {
      station: 'shell',
      subject: name,
      outcome: 'found',
      sentence: say`The shell takes ${code(file)}.`,
      at: undefined,
      looked,
    },
  ];
  if (program.kind !== 'script') {
    const because = say`${code(file)} is no script: what it does can’t be read.`;
    return { command: line, steps, end: { kind: 'not-modelled', because, at: undefined }, notes: [] };
  }
  const { interpreter } = program;
  steps.push({
    station: 'launcher',
    subject: file,
    outcome: 'found',
    sentence: say`Its first line hands it to ${code(interpreter)}.`,
    at: { file, line: 1 },
    looked: [],
  });
  return walkProgram(world, line, { kind: 'script', path: file }, folder, steps, interpreter);
}

function shellEnd(message: ReturnType<typeof bashMessage>): WalkEnd {
  return {
    kind: 'fails',
    status: message?.status ?? 127,
    lastLine: message?.text ?? '',
    at: undefined,
    traceback: [],
  };
}

function walkProgram(
  world: World,
  command: string,
  program: Run,
  folder: Path,
  steps: readonly WalkStep[],
  executable?: Path,
  imported = '',
): Walk {
  const invocation = invocationOf(world, program, folder, executable);
  const search = moduleSearch(world.machine, invocation);
  if (search.kind === 'failed' && search.problem.kind === 'no-script') {
    const { path } = search.problem;
    const [word = 'python'] = command.trim().split(/\s+/);
    const lastLine = `${word}: can't open file '${absolutePath(folder, path)}': [Errno 2] No such file or directory`;
    return { command, steps, end: { kind: 'fails', status: 2, lastLine, at: undefined, traceback: [] }, notes: [] };
  }
  if (search.kind === 'failed') {
    const because = say`${code(invocation.executable)} doesn’t start.`;
    return { command, steps, end: { kind: 'not-modelled', because, at: undefined }, notes: [] };
  }
  const run = startRun(world, search, folder, execute);
  for (const step of steps) addStep(run, step);
  addStep(run, interpreterStep(run));
  switch (program.kind) {
    case 'script':
      followScript(run, program.path);
      break;
    case 'module':
      return { command, steps: run.steps, end: followModule(run, program.name), notes: run.notes };
    default:
      run.traceback.push({ file: '<string>', line: 1 });
      importModule(run, imported);
  }
  return { command, steps: run.steps, end: endOf(run), notes: run.notes };
}

function interpreterStep(run: ProgramRun): WalkStep {
  const { startup, entries } = run.search;
  const links = entries.filter(({ origin }) => origin.kind === 'pth');
  const more = links.length === 0 ? say`` : say` A .pth file adds ${code(links.map(({ shown }) => shown).join(', '))}.`;
  const finder = run.world.installation?.links.find(({ kind }) => kind === 'finder');
  const hook =
    finder === undefined ? say`` : say` Another starts setuptools’ finder, which is asked when the path has nothing.`;
  return {
    station: 'interpreter',
    subject: startup.executable,
    outcome: 'found',
    sentence: say`Python ${startup.interpreter.version} starts in ${code(startup.prefix)} and searches ${entries.length} places.${more}${hook}`,
    at: undefined,
    looked: entries.map(({ shown, folder }) => ({
      place: shown === '' ? folder : shown,
      what: '',
      finding: '',
      isTaken: false,
    })),
  };
}

/** A script in its own words: the launcher’s three lines, or a script that the wheel brought. */
function followScript(run: ProgramRun, path: string): void {
  loadText(run, { name: '__main__', file: absolutePath(run.folder, path), folders: [], package: '' });
}
