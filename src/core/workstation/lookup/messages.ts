/**
 * What the tools themselves print: bash's complaints and exit statuses, `type`, and Python's ModuleNotFoundError.
 * Worded as GNU bash 5.2 (execute_cmd.c, builtins/type.def) and CPython 3.13 (importlib/_bootstrap.py, runpy.py).
 */
import type { CommandLookup, DirectFinding } from './command-lookup';
import type { ModuleLookup } from './module-lookup';
import type { SearchProblem } from './sys-path';
import type { TypeAnswer } from './which';

export interface Message {
  readonly text: string;
  readonly status: number;
}

/**
 * What bash says instead of running the command; undefined when it runs something.
 * @example bashMessage(findCommand(machine, shell, 'pytest')) // { text: 'bash: pytest: command not found', status: 127 }
 */
export function bashMessage({ name, verdict }: CommandLookup): Message | undefined {
  switch (verdict.kind) {
    case 'keyword':
    case 'function':
    case 'builtin':
      return undefined;
    case 'not-found':
      return { text: `bash: ${name}: command not found`, status: 127 };
    case 'not-executable':
      return complaint(verdict.file, 'Permission denied', 126);
    case 'found':
      return cannotStart(verdict.executable.file, verdict.executable);
    case 'hashed':
    case 'direct':
      return cannotStart(verdict.file, verdict.finding);
  }
}

function cannotStart(file: string, finding: DirectFinding): Message | undefined {
  switch (finding.kind) {
    case 'executable': {
      const { program } = finding;
      const stray = program.kind === 'script' && program.real === undefined;
      return stray ? complaint(file, 'cannot execute: required file not found', 127) : undefined;
    }
    case 'nothing':
    case 'no-folder':
    case 'broken-link':
      return complaint(file, 'No such file or directory', 127);
    case 'folder':
      return complaint(file, 'Is a directory', 126);
    case 'not-executable':
      return complaint(file, 'Permission denied', 126);
    case 'link-loop':
      return complaint(file, 'Too many levels of symbolic links', 126);
    case 'not-a-folder':
      return complaint(file, 'Not a directory', 126);
  }
}

function complaint(file: string, about: string, status: number): Message {
  return { text: `bash: ${file}: ${about}`, status };
}

/**
 * What `type word` prints. The body of a function that an activate script left is cut off after the first line.
 * @example describeType('cd', { kind: 'builtin' }) // 'cd is a shell builtin'
 */
export function describeType(word: string, answer: TypeAnswer): string {
  switch (answer.kind) {
    case 'alias':
      return `${word} is aliased to \`${answer.text}'`;
    case 'keyword':
      return `${word} is a shell keyword`;
    case 'function': {
      const first = `${word} is a function`;
      // bash prints functions its own way, with a blank after the brackets.
      return answer.function.kind === 'own' ? `${first}\n${word} () \n{ \n    ${answer.function.body}\n}` : first;
    }
    case 'builtin':
      return `${word} is a shell builtin`;
    case 'hashed':
      return `${word} is hashed (${answer.file})`;
    case 'file':
      return `${word} is ${answer.file}`;
    case 'not-found':
      return `bash: type: ${word}: not found`;
  }
}

/**
 * What Python says when it doesn't find the module, or can't run it with -m; undefined when all is well.
 * @example pythonMessage(lookup) // "ModuleNotFoundError: No module named 'requests'"
 */
export function pythonMessage({ name, invocation, search, verdict, program }: ModuleLookup): string | undefined {
  const { executable } = search.startup;
  if (program?.kind === 'no-main') {
    return `${executable}: No module named ${name}.__main__; '${name}' is a package and cannot be directly executed`;
  }
  if (program?.kind === 'no-code') return `${executable}: No code object available for ${name}`;
  if (verdict.kind !== 'not-found') return undefined;
  const { run } = invocation;
  // python -m requests doesn't end in a traceback: runpy catches the error and words it itself.
  const started = run.kind === 'module' && run.name === name;
  if (verdict.parent !== undefined) {
    const { missing, parent } = verdict;
    return started
      ? `${executable}: Error while finding module specification for '${name}' (ModuleNotFoundError: __path__ attribute not found on '${parent}' while trying to find '${missing}')`
      : `ModuleNotFoundError: No module named '${missing}'; '${parent}' is not a package`;
  }
  if (!started) return `ModuleNotFoundError: No module named '${verdict.missing}'`;
  return verdict.missing === name
    ? `${executable}: No module named ${name}`
    : `${executable}: Error while finding module specification for '${name}' (ModuleNotFoundError: No module named '${verdict.missing}')`;
}

/** What the shell or Python says when the program can't even start. */
export function startMessage(problem: SearchProblem, executable: string): string {
  switch (problem.kind) {
    case 'no-executable':
      return `bash: ${problem.path}: No such file or directory`;
    case 'not-an-interpreter':
      return `${problem.path} isn't a Python interpreter.`;
    case 'no-standard-library':
      return "ModuleNotFoundError: No module named 'encodings'";
    case 'no-script':
      return `${executable}: can't open file '${problem.path}': [Errno 2] No such file or directory`;
  }
}
