// How a followed program ends: its exit status and the last line that is printed. Follows the library reference of Python 3.13, `sys.exit`,
// and CPython’s traceback.py.
import { code, say } from '../sentence';
import { addNote, type ProgramRun, type Stop } from './run-state';
import { strOf } from './show-value';
import type { WalkEnd } from './walk';

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
