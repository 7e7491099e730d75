// Exceptions that a followed program can end with, and which handlers catch them. Follows the library reference of Python 3.13,
// “Exception hierarchy”.
import type { ClassValue } from './python-value';
import type { CodePlace } from './walk';

export interface Raised {
  /** As a traceback’s last line has it: `importlib.metadata.PackageNotFoundError`. */
  readonly type: string;
  /** `undefined` where the text is made while it runs. */
  readonly message: string | undefined;
  /** Of an exception that the project defines, its class. */
  readonly of?: ClassValue;
  /** Of an ImportError, the module that it is about: its attribute `name`. */
  readonly module?: string;
  /** From the outermost line in; those in libraries are left out. */
  readonly traceback: readonly CodePlace[];
  /** By a `raise` statement of the program’s own, and not by something that is missing. */
  readonly isDeliberate: boolean;
}

const below = (above: string, names: string) => names.split(' ').map((name): [string, string] => [name, above]);

/** Each with the one above it. */
const ABOVE: ReadonlyMap<string, string> = new Map([
  ...below('ModuleNotFoundError', 'PackageNotFoundError'),
  ...below('ImportError', 'ModuleNotFoundError'),
  ...below(
    'OSError',
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError',
  ),
  ...below('ConnectionError', 'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError'),
  ...below('ArithmeticError', 'FloatingPointError OverflowError ZeroDivisionError'),
  ...below('NameError', 'UnboundLocalError'),
  ...below('IndentationError', 'TabError'),
  ...below('SyntaxError', 'IndentationError'),
  ...below('LookupError', 'IndexError KeyError'),
  ...below('RuntimeError', 'NotImplementedError PythonFinalizationError RecursionError'),
  ...below('ValueError', 'UnicodeError JSONDecodeError'),
  ...below('UnicodeError', 'UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError'),
  ...below(
    'Exception',
    'ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning ExceptionGroup',
  ),
  ...below(
    'Warning',
    'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning',
  ),
  ...below('BaseException', 'BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit'),
]);

/** Other names of the same. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['IOError', 'OSError'],
  ['EnvironmentError', 'OSError'],
]);

/**
 * Whether a handler for `handled` catches `type`; `undefined` if the two aren’t both known. Names of modules before them don’t count.
 * @example catches('ImportError', 'ModuleNotFoundError') // → true
 */
export function catches(handled: string, type: string): boolean | undefined {
  const wanted = lastName(handled);
  const sought = ALIASES.get(wanted) ?? wanted;
  const raised = lastName(type);
  const isKnown = (name: string) => ABOVE.has(name) || name === 'BaseException';
  for (let here: string | undefined = raised; here !== undefined; here = ABOVE.get(here)) {
    if (here === sought) return true;
  }
  return isKnown(sought) && isKnown(raised) ? false : undefined;
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** What has to be imported before it can be named. */
const FROM_MODULES = ['PackageNotFoundError', 'JSONDecodeError'];

/** Whether Python has this exception without an import. */
export function isBuiltinException(name: string): boolean {
  return (ABOVE.has(name) && !FROM_MODULES.includes(name)) || ALIASES.has(name) || name === 'BaseException';
}
