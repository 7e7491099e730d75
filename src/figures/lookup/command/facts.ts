/** What an exercise may ask about the command figure, whatever of the walk is shown. */
import type { Facts } from '@/core/exercise';
import { type CommandVerdict, type DirectFinding, findCommand, pathEntries } from '@/core/workstation';
import { type CommandScene, shellIn } from './scene';
import type { CommandState } from './state';

/**
 * `word`, `environment`; `runs`: the file that bash starts, or nothing; `starts`: can it be started, or is the interpreter
 * that its first line names gone; `verdict`: how bash's search ended; `entry`: the place on PATH, from 1, or 0; `path`.
 */
export function factsOf(scene: CommandScene, state: CommandState): Facts {
  const { word, environment } = state;
  const { shell } = shellIn(scene, state);
  const { verdict } = findCommand(scene.machine, shell, word);
  const { runs, starts } = started(verdict);
  return new Map<string, string | number | boolean | readonly string[]>([
    ['word', word],
    ['environment', environment],
    ['runs', runs],
    ['starts', starts],
    ['verdict', verdict.kind],
    ['entry', 'position' in verdict ? verdict.position + 1 : 0],
    ['path', pathEntries(shell).map(({ written }) => written)],
  ]);
}

function started(verdict: CommandVerdict): { readonly runs: string; readonly starts: boolean } {
  switch (verdict.kind) {
    case 'found':
      return startedAs(verdict.executable.file, verdict.executable);
    case 'hashed':
    case 'direct':
      return startedAs(verdict.file, verdict.finding);
    case 'keyword':
    case 'function':
    case 'builtin':
      return { runs: '', starts: true };
    case 'not-executable':
    case 'not-found':
      return { runs: '', starts: false };
  }
}

function startedAs(file: string, finding: DirectFinding): { readonly runs: string; readonly starts: boolean } {
  if (finding.kind !== 'executable') return { runs: '', starts: false };
  return { runs: file, starts: finding.program.kind === 'binary' || finding.program.real !== undefined };
}
