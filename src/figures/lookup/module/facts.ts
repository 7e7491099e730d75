/** What an exercise may ask about the module figure, whatever of the walk is shown. */
import type { Fact, Facts } from '@/core/exercise';
import { findModule } from '@/core/workstation';
import { invocationOf, type ModuleScene } from './scene';
import type { ModuleState } from './state';

/**
 * The settings: `name`, `start`, `folder`, `interpreter`, `options`, `python-path`; and what comes of them: `imports`, the file or
 * nothing; `verdict`, how the search ended, or why Python doesn't start; `entry`, the place on sys.path, from 1, or 0; `sys-path`.
 */
export function factsOf({ machine, scenario }: ModuleScene, state: ModuleState): Facts {
  const { name, start, folder, interpreter, options, pythonPath } = state;
  const settings: readonly (readonly [string, Fact])[] = [
    ['name', name],
    ['start', start],
    ['folder', folder],
    ['interpreter', interpreter],
    ['options', options],
    ['python-path', pythonPath],
  ];
  const found = findModule(machine, invocationOf(scenario, state), name);
  if (found.kind === 'failed') {
    return new Map<string, Fact>([
      ...settings,
      ['imports', ''],
      ['verdict', found.problem.kind],
      ['entry', 0],
      ['sys-path', []],
    ]);
  }
  const { verdict, search } = found.lookup;
  const isFile = verdict.kind === 'package' || verdict.kind === 'module';
  return new Map<string, Fact>([
    ...settings,
    ['imports', isFile ? verdict.file : ''],
    ['verdict', verdict.kind],
    ['entry', isFile ? verdict.position + 1 : 0],
    ['sys-path', search.entries.map(({ shown }) => shown)],
  ]);
}
