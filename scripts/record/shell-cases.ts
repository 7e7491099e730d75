// Situations on PATH in which bash is asked for a command; what it answers is recorded for the lookup figure.

export interface ShellCase {
  readonly id: string;
  readonly says: string;
  readonly setup: string;
  readonly steps: readonly string[];
}

/** A program that says where it is. */
const greet = (folder: string) =>
  `mkdir -p ${folder} && printf '#!/bin/sh\\necho ${folder}/greet\\n' >${folder}/greet && chmod +x ${folder}/greet`;
const ask = (name: string) => [
  `type ${name}`,
  `type -a ${name}`,
  `type -t ${name}`,
  `command -v ${name}`,
  `which ${name}`,
  `which -a ${name}`,
];
const path = (entries: string) => `PATH=${entries}:/usr/local/bin:/usr/bin:/bin`;

export const shellCases: readonly ShellCase[] = [
  {
    id: 'fresh-system',
    says: 'No environment: python3 and pip are the system’s, there is no python and no deactivate.',
    setup: 'true',
    steps: [
      'echo "$PATH"',
      ...['python3', 'python', 'pip', 'pip3', 'deactivate', 'cd', 'ls'].flatMap(ask),
      'python --version',
      'deactivate',
    ],
  },
  {
    id: 'venv-activated',
    says: 'An activated venv comes first on PATH; deactivate is a function.',
    setup: 'mkdir greeting && cd greeting && python3 -m venv .venv && . .venv/bin/activate',
    steps: [
      'echo "$PATH"',
      ...['python3', 'python', 'pip', 'deactivate'].flatMap(ask),
      'deactivate',
      'echo "$PATH"',
      ...ask('python'),
      ...ask('deactivate'),
    ],
  },
  {
    id: 'venv-not-activated',
    says: 'Without activation a venv’s Python is reached by its path; PATH isn’t searched for a name with a slash.',
    setup: 'mkdir greeting && cd greeting && python3 -m venv .venv',
    steps: [
      '.venv/bin/python -c "import sys; print(sys.prefix)"',
      ...ask('.venv/bin/python'),
      'type python',
      'which python',
    ],
  },
  {
    id: 'uv-venv-activated',
    says: 'An activated uv environment has python and no pip: the search goes on and finds the system’s pip.',
    setup: 'mkdir greeting && cd greeting && uv venv -q && . .venv/bin/activate',
    steps: ['echo "$PATH"', ...['python', 'python3', 'pip'].flatMap(ask), 'ls .venv/bin'],
  },
  {
    id: 'first-entry-wins',
    says: 'Two folders hold the command: the earlier entry wins, in either order.',
    setup: `${greet('/home/you/one')}; ${greet('/home/you/two')}; ${path('/home/you/one:/home/you/two')}`,
    steps: [...ask('greet'), 'greet', path('/home/you/two:/home/you/one'), ...ask('greet'), 'greet'],
  },
  {
    id: 'relative-entry',
    says: 'A relative entry means another folder after cd.',
    setup: `mkdir project elsewhere; (cd project && mkdir bin && printf '#!/bin/sh\\necho "$0"\\n' >bin/greet && chmod +x bin/greet); cd project; ${path('bin')}`,
    steps: [...ask('greet'), 'greet', 'cd ../elsewhere', 'hash -r', ...ask('greet'), 'greet'],
  },
  {
    id: 'empty-entry-first',
    says: 'An empty entry is the current folder: at the beginning.',
    setup: `${greet('/home/you/here')}; cd here; ${path('')}`,
    steps: ['echo "$PATH"', ...ask('greet'), 'greet', 'cd /tmp', 'hash -r', ...ask('greet')],
  },
  {
    id: 'empty-entry-last',
    says: 'An empty entry is the current folder: at the end, after a trailing colon.',
    setup: `${greet('/home/you/here')}; cd here; PATH=/usr/local/bin:/usr/bin:/bin:`,
    steps: ['echo "$PATH"', ...ask('greet'), 'greet'],
  },
  {
    id: 'empty-entry-middle',
    says: 'An empty entry is the current folder: between two colons.',
    setup: `${greet('/home/you/here')}; cd here; PATH=/usr/local/bin::/usr/bin:/bin`,
    steps: ['echo "$PATH"', ...ask('greet'), 'greet'],
  },
  {
    id: 'dot-entry',
    says: 'A dot is the current folder too.',
    setup: `${greet('/home/you/here')}; cd here; ${path('.')}`,
    steps: [...ask('greet'), 'greet'],
  },
  {
    id: 'not-here-without-entry',
    says: 'The current folder isn’t searched unless PATH says so.',
    setup: `${greet('/home/you/here')}; cd here`,
    steps: [...ask('greet'), 'greet', './greet', ...ask('./greet')],
  },
  {
    id: 'not-executable-earlier',
    says: 'A file that can’t be executed is passed over when a later entry has one that can.',
    setup: `${greet('/home/you/one')}; chmod -x one/greet; ${greet('/home/you/two')}; ${path('/home/you/one:/home/you/two')}`,
    steps: [...ask('greet'), 'greet'],
  },
  {
    id: 'not-executable-only',
    says: 'When the only file can’t be executed, bash finds it and may not run it: exit status 126, not 127.',
    setup: `${greet('/home/you/one')}; chmod -x one/greet; ${path('/home/you/one')}`,
    steps: [...ask('greet'), 'greet'],
  },
  {
    id: 'folder-of-that-name',
    says: 'A folder of that name is passed over.',
    setup: `mkdir -p one/greet; ${greet('/home/you/two')}; ${path('/home/you/one:/home/you/two')}`,
    steps: [...ask('greet'), 'greet'],
  },
  {
    id: 'missing-folder-and-broken-link',
    says: 'Entries that don’t exist and links that lead nowhere are passed over.',
    setup: `mkdir one; ln -s /nowhere one/greet; ${greet('/home/you/two')}; ${path('/nowhere:/home/you/one:/home/you/two')}`,
    steps: [...ask('greet'), 'greet'],
  },
  {
    id: 'hashed-then-shadowed',
    says: 'bash remembers where it found a command; a new file earlier on PATH isn’t seen until the table is emptied.',
    setup: `mkdir one; ${greet('/home/you/two')}; ${path('/home/you/one:/home/you/two')}`,
    steps: [
      'hash',
      'greet',
      'hash',
      ...ask('greet'),
      greet('/home/you/one'),
      'greet',
      ...ask('greet'),
      'hash -r',
      'greet',
      ...ask('greet'),
    ],
  },
  {
    id: 'hashed-then-removed',
    says: 'A remembered file that is gone: bash tries the old place, and says so.',
    setup: `${greet('/home/you/one')}; ${greet('/home/you/two')}; ${path('/home/you/one:/home/you/two')}`,
    steps: ['greet', 'rm one/greet', 'greet', ...ask('greet'), 'hash -r', 'greet'],
  },
  {
    id: 'path-assignment-empties-table',
    says: 'Assigning PATH empties the table by itself.',
    setup: `${greet('/home/you/one')}; ${greet('/home/you/two')}; ${path('/home/you/two')}`,
    steps: ['greet', 'hash', path('/home/you/one:/home/you/two'), 'hash', 'greet'],
  },
  {
    id: 'kinds-of-command',
    says: 'Alias, function, builtin and file: which one runs, and which of them each question sees.',
    setup: `shopt -s expand_aliases; ${greet('/home/you/one')}; ${path('/home/you/one')}; greet() { echo function; }; alias greet='echo alias'`,
    steps: [
      ...ask('greet'),
      'greet',
      'unalias greet',
      ...ask('greet'),
      'greet',
      'unset -f greet',
      ...ask('greet'),
      'greet',
      ...ask('echo'),
    ],
  },
  {
    id: 'tilde-in-quotes',
    says: 'A tilde that was quoted stays in PATH as a character: bash still follows it, which doesn’t.',
    setup: `${greet('/home/you/one')}; PATH='~/one':/usr/local/bin:/usr/bin:/bin`,
    steps: ['echo "$PATH"', ...ask('greet'), 'greet'],
  },
  {
    id: 'pip-and-python-of-two-environments',
    says: 'pip and python are looked up separately: an environment without pip leaves pip to the next entry.',
    setup:
      'python3 -m venv /home/you/one && uv venv -q /home/you/two && PATH=/home/you/two/bin:/home/you/one/bin:/usr/local/bin:/usr/bin:/bin',
    steps: [
      ...ask('python'),
      ...ask('pip'),
      'python -c "import sys; print(sys.prefix)"',
      'pip --version',
      'python -m pip --version',
    ],
  },
  {
    id: 'moved-venv-activated',
    says: 'After a move, activate puts the old folder on PATH: another Python answers, or none.',
    setup: 'mkdir greeting && cd greeting && python3 -m venv .venv && mv .venv moved && . moved/bin/activate',
    steps: [
      'echo "$PATH"',
      'echo "$VIRTUAL_ENV"',
      ...ask('python'),
      ...ask('python3'),
      'python --version',
      'pip --version',
      'moved/bin/pip --version',
      'moved/bin/python -m pip --version',
    ],
  },
];
