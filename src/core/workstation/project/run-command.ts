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
import { importModule, loadText, lookUp } from './import-module';
import type { LoadedModule } from './python-value';
import { addNote, addStep, type ProgramRun, type Stop, startRun } from './run-state';
import { strOf } from './show-value';
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

/** runpy: a package is imported and its `__main__` run; what is missing before that is told without a traceback. */
function followModule(run: ProgramRun, name: string): WalkEnd {
  const { executable } = run.search.startup;
  const fails = (text: string): WalkEnd => ({
    kind: 'fails',
    status: 1,
    lastLine: `${executable}: ${text}`,
    at: undefined,
    traceback: [],
  });
  const parts = name.split('.');
  const parentName = parts.slice(0, -1).join('.');
  run.traceback.push({ file: '<frozen runpy>', line: 198 });
  if (parentName !== '' && importAbove(run, parentName, name) === undefined) return endOfParent(run, name, fails);
  const lookup = lookUp(run, name);
  const { verdict } = lookup;
  if (verdict.kind === 'not-found' && verdict.parent !== undefined) {
    const { parent } = verdict;
    addStep(run, {
      station: 'import',
      subject: name,
      outcome: 'missing',
      sentence: say`${code(name)} can’t be: ${code(parent)} is no package.`,
      at: undefined,
      looked: [],
    });
    const because = `__path__ attribute not found on '${parent}' while trying to find '${name}'`;
    return fails(specificationText(name, 'ModuleNotFoundError', because));
  }
  if (verdict.kind === 'not-found') {
    addStep(run, {
      station: 'import',
      subject: name,
      outcome: 'missing',
      sentence: say`${code(name)} isn’t found.`,
      at: undefined,
      looked: [],
    });
    return fails(`No module named ${name}`);
  }
  const isPackage = verdict.kind === 'package' || verdict.kind === 'namespace';
  if (!isPackage) {
    if (verdict.kind === 'module') runAsMain(run, name, verdict.file, parentName);
    return endOf(run);
  }
  const main = `${name}.__main__`;
  if (importAbove(run, name, main) === undefined) return endOfParent(run, main, fails);
  const found = lookUp(run, main).verdict;
  if (found.kind !== 'module' && found.kind !== 'package') {
    addStep(run, {
      station: 'import',
      subject: main,
      outcome: 'missing',
      sentence: say`${code(name)} is a package, and it has no ${code('__main__.py')}.`,
      at: undefined,
      looked: [],
    });
    return fails(`No module named ${main}; '${name}' is a package and cannot be directly executed`);
  }
  runAsMain(run, main, found.file, name);
  return endOf(run);
}

/** runpy imports what is above the program, and if that ends in an ImportError about it, asks importlib, which tries once more. */
function importAbove(run: ProgramRun, name: string, program: string): LoadedModule | undefined {
  const depth = run.traceback.length;
  const module = importModule(run, name);
  const { stop } = run;
  const about = stop?.kind === 'raised' ? stop.raised.module : undefined;
  if (module !== undefined || about === undefined || !program.startsWith(`${about}.`)) return module;
  if (lookUp(run, about).verdict.kind === 'not-found') return undefined;
  run.stop = undefined;
  run.traceback.length = depth;
  // What has been loaded on the way is known by now, whatever became of its package.
  return run.modules.get(program) ?? importModule(run, name);
}

/**
 * An ImportError on the way to a program is worded by runpy if it is about a package above the program, which is how it tells that this
 * is missing; others end in their traceback.
 */
function endOfParent(run: ProgramRun, program: string, fails: (text: string) => WalkEnd): WalkEnd {
  const { stop } = run;
  if (stop?.kind !== 'raised' || stop.raised.module === undefined) return endOf(run);
  const { module, message, type, traceback } = stop.raised;
  if (traceback.length === 1 && program === `${module}.__main__`) return fails(`No module named ${module}`);
  if (!program.startsWith(`${module}.`)) return endOf(run);
  const short = type.slice(type.lastIndexOf('.') + 1);
  const plain = (message ?? '').replace(/\. Did you mean: '[^']*'\?$/, ''); // a proposal is of tracebacks alone
  return fails(specificationText(program, short, plain));
}

/** runpy’s words for what it can’t find; it knows those who give a file’s name. */
function specificationText(program: string, type: string, message: string): string {
  const text = `Error while finding module specification for '${program}' (${type}: ${message})`;
  if (!program.endsWith('.py')) return text;
  return `${text}. Try using '${program.slice(0, -3)}' instead of '${program}' as the module name.`;
}

function runAsMain(run: ProgramRun, name: string, file: Path, packageName: string): void {
  addStep(run, {
    station: 'import',
    subject: name,
    outcome: 'found',
    sentence: say`${code(file)} is run as a program: its name is ${code('__main__')}.`,
    at: undefined,
    looked: [],
  });
  loadText(run, { name: '__main__', file, folders: [], package: packageName });
}

/** How a program ended. */
export function endOf(run: ProgramRun): WalkEnd {
  const { stop } = run;
  if (stop === undefined || stop.kind === 'return' || stop.kind === 'leave-loop') return { kind: 'runs' };
  if (stop.kind === 'not-modelled') return stop;
  if (stop.kind === 'exit') return endOfExit(run, stop);
  const { type, message, traceback } = stop.raised;
  const places = traceback.filter(({ file }) => !file.startsWith('<'));
  const at = places.at(-1);
  if (message === undefined) {
    const because = say`Line ${String(at?.line ?? 0)} raises ${code(type)} with a text that is made while it runs.`;
    return { kind: 'not-modelled', because, at };
  }
  const lastLine = lastOf(message === '' ? type : `${type}: ${message}`);
  return { kind: 'fails', status: 1, lastLine, at, traceback: places };
}

/** `sys.exit`: nothing and 0 are success, a number is the status, anything else is printed. */
function endOfExit(run: ProgramRun, { value, at }: Extract<Stop, { kind: 'exit' }>): WalkEnd {
  const fails = (status: number, lastLine: string): WalkEnd => ({
    kind: 'fails',
    status,
    lastLine,
    at: undefined,
    traceback: [],
  });
  if (value.kind === 'constant') {
    const status = Number(value.value) & 255;
    return status === 0 ? { kind: 'runs' } : fails(status, '');
  }
  const shown = strOf(value);
  if (shown !== undefined) return fails(1, lastOf(shown));
  const isOpen = value.kind === 'unknown' || value.kind === 'library';
  if (isOpen || (value.kind === 'object' && (value.type === 'bool' || value.type === 'int'))) {
    addNote(run, say`With which status it ends can’t be told from the text.`);
    return { kind: 'runs' };
  }
  const because = say`The program ends with a value that Python prints, and how can’t be told from the text.`;
  return { kind: 'not-modelled', because, at };
}

function lastOf(text: string): string {
  return (
    text
      .split('\n')
      .findLast((line) => line.trim() !== '')
      ?.trimEnd() ?? ''
  );
}
