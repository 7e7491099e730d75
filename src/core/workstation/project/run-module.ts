// `python -m name`: what is above the program is imported, then the module or the package’s `__main__` is run. Follows the library
// reference of Python 3.13, `runpy`; the wording is Lib/runpy.py’s.
import type { Path } from '../lookup/path';
import { code, say } from '../sentence';
import { importModule, loadText, lookUp } from './import-module';
import { endOf } from './program-end';
import type { LoadedModule } from './python-value';
import { addStep, type ProgramRun } from './run-state';
import type { WalkEnd } from './walk';

/** runpy: a package is imported and its `__main__` run; what is missing before that is told without a traceback. */
export function followModule(run: ProgramRun, name: string): WalkEnd {
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
