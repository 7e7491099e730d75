// The small program that an installer writes for a command: its first line names the environment’s Python, then it imports the entry
// point’s object and calls it. Follows the entry points specification, “Use for scripts”; the texts are those of pip 26.3 and uv 0.13.9.
import type { EntryPoint } from '@/core/python';
import type { Path } from '../lookup/path';

/** The kernel takes no longer first line than this, and none with a blank in its path; pip then goes by way of a shell. */
const LONGEST_FIRST_LINE = 127;

/**
 * The text of a command’s file. `python` is the environment’s: `/home/you/greeting/.venv/bin/python`. An entry point without an
 * object is no command, and installers refuse it before.
 *
 * @example launcherText({ group: 'console_scripts', name: 'greet', module: 'greeting', attribute: 'main', extras: [] }, '/venv/bin/python', 'pip').split('\n')[2] // → 'from greeting import main'
 */
export function launcherText({ module, attribute = '' }: EntryPoint, python: Path, installer: 'pip' | 'uv'): string {
  const [first = ''] = attribute.split('.'); // `Greeter.run` imports Greeter and calls Greeter.run
  const beginning = firstLines(python);
  return installer === 'pip'
    ? `${beginning}import sys
from ${module} import ${first}
if __name__ == '__main__':
    sys.argv[0] = sys.argv[0].removesuffix('.exe')
    sys.exit(${attribute}())
`
    : `${beginning}# -*- coding: utf-8 -*-
import sys
from ${module} import ${first}
if __name__ == "__main__":
    if sys.argv[0].endswith("-script.pyw"):
        sys.argv[0] = sys.argv[0][:-11]
    elif sys.argv[0].endswith(".exe"):
        sys.argv[0] = sys.argv[0][:-4]
    sys.exit(${attribute}())
`;
}

function firstLines(python: Path): string {
  const isSimple = python.length + 3 <= LONGEST_FIRST_LINE && !python.includes(' ');
  return isSimple ? `#!${python}\n` : `#!/bin/sh\n'''exec' ${quoted(python)} "$0" "$@"\n' '''\n`;
}

function quoted(python: Path): string {
  return python.includes(' ') ? `"${python}"` : python;
}
