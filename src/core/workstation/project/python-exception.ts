// Exceptions that a followed program can end with, and which handlers catch them. Follows the library reference of Python 3.13,
// “Exception hierarchy”.
import type { CodePlace } from './walk';

export interface Raised {
  /** As a traceback’s last line has it: `importlib.metadata.PackageNotFoundError`. */
  readonly type: string;
  readonly message: string;
  /** Of an ImportError, the module that it is about: its attribute `name`. */
  readonly module?: string;
  /** From the outermost line in; those in libraries are left out. */
  readonly traceback: readonly CodePlace[];
  /** By a `raise` statement of the program’s own, and not by something that is missing. */
  readonly isDeliberate: boolean;
}

/** Each with the one above it. */
const ABOVE: Readonly<Record<string, string>> = {
  PackageNotFoundError: 'ModuleNotFoundError',
  ModuleNotFoundError: 'ImportError',
  ImportError: 'Exception',
  FileNotFoundError: 'OSError',
  IsADirectoryError: 'OSError',
  NotADirectoryError: 'OSError',
  PermissionError: 'OSError',
  OSError: 'Exception',
  UnboundLocalError: 'NameError',
  NameError: 'Exception',
  AttributeError: 'Exception',
  IndentationError: 'SyntaxError',
  TabError: 'IndentationError',
  SyntaxError: 'Exception',
  KeyError: 'LookupError',
  IndexError: 'LookupError',
  LookupError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  RuntimeError: 'Exception',
  ValueError: 'Exception',
  TypeError: 'Exception',
  AssertionError: 'Exception',
  Exception: 'BaseException',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
};

/** Other names of the same. */
const ALIASES: Readonly<Record<string, string>> = { IOError: 'OSError', EnvironmentError: 'OSError' };

/**
 * Whether a handler for `handled` catches `type`; `undefined` if the two aren’t both known. Names of modules before them don’t count.
 * @example catches('ImportError', 'ModuleNotFoundError') // → true
 */
export function catches(handled: string, type: string): boolean | undefined {
  const wanted = lastName(handled);
  const sought = ALIASES[wanted] ?? wanted;
  for (let here: string | undefined = lastName(type); here !== undefined; here = ABOVE[here]) {
    if (here === sought) return true;
  }
  return sought in ABOVE || sought === 'BaseException' ? false : undefined;
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** Whether Python has this exception without an import. */
export function isBuiltinException(name: string): boolean {
  return (name in ABOVE && name !== 'PackageNotFoundError') || name in ALIASES || name === 'BaseException';
}
