/**
 * The model against what GNU bash 5.2.37 and which said on Debian 13, in all cases (content/console/truth). Steps that
 * ask for something else than lookup are listed below.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activate, deactivate } from './activation';
import { findCommand, rememberCommand } from './command-lookup';
import { debian, environment, greeting, home, merge } from './debian.fixture';
import type { Invocation, Run } from './interpreter';
import { createMachine, type Machine, type MachineDescription } from './machine';
import { bashMessage, describeType, pythonMessage } from './messages';
import { findModule } from './module-lookup';
import { absolutePath, type Path } from './path';
import { assign, createShell, environmentOf, type Shell, variableValue } from './shell';
import { type TypeAnswer, typeAll, typeCommand, whichCommand } from './which';

const truth = new URL('../../../../content/console/truth/shell-lookup.json', import.meta.url);
const { cases }: { readonly cases: readonly ShellCase[] } = JSON.parse(readFileSync(truth, 'utf8'));

interface Step {
  readonly cwd: string;
  readonly command: string;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly exit: number;
}

interface ShellCase {
  readonly id: string;
  readonly steps: readonly Step[];
}

const script = (path: Path): MachineDescription => ({ executables: [path], texts: { [path]: '#!/bin/sh\n' } });
const plain = (path: Path): MachineDescription => ({ files: [path] });
const one = `${home}/one/greet`;
const two = `${home}/two/greet`;
const systemPath = '/usr/local/bin:/usr/bin:/bin';

interface Start {
  readonly folder: Path;
  readonly machine: MachineDescription;
  /** What the setup puts in front of the system's PATH, or the whole PATH. */
  readonly path?: string;
  readonly activated?: Path;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly functions?: Readonly<Record<string, string>>;
}

/** The setup of each recorded case, as a machine and a shell. */
const starts: Readonly<Record<string, Start>> = {
  'fresh-system': { folder: home, machine: {} },
  'venv-activated': {
    folder: greeting,
    machine: environment(`${greeting}/.venv`, 'venv'),
    activated: `${greeting}/.venv`,
  },
  'venv-not-activated': { folder: greeting, machine: environment(`${greeting}/.venv`, 'venv') },
  'uv-venv-activated': {
    folder: greeting,
    machine: environment(`${greeting}/.venv`, 'uv'),
    activated: `${greeting}/.venv`,
  },
  'first-entry-wins': {
    folder: home,
    machine: merge(script(one), script(two)),
    path: `${home}/one:${home}/two:${systemPath}`,
  },
  'relative-entry': {
    folder: `${home}/project`,
    machine: merge(script(`${home}/project/bin/greet`), { folders: [`${home}/elsewhere`] }),
    path: `bin:${systemPath}`,
  },
  'empty-entry-first': { folder: `${home}/here`, machine: script(`${home}/here/greet`), path: `:${systemPath}` },
  'empty-entry-last': { folder: `${home}/here`, machine: script(`${home}/here/greet`), path: `${systemPath}:` },
  'empty-entry-middle': {
    folder: `${home}/here`,
    machine: script(`${home}/here/greet`),
    path: '/usr/local/bin::/usr/bin:/bin',
  },
  'dot-entry': { folder: `${home}/here`, machine: script(`${home}/here/greet`), path: `.:${systemPath}` },
  'not-here-without-entry': { folder: `${home}/here`, machine: script(`${home}/here/greet`) },
  'not-executable-earlier': {
    folder: home,
    machine: merge(plain(one), script(two)),
    path: `${home}/one:${home}/two:${systemPath}`,
  },
  'not-executable-only': { folder: home, machine: plain(one), path: `${home}/one:${systemPath}` },
  'folder-of-that-name': {
    folder: home,
    machine: merge({ folders: [one] }, script(two)),
    path: `${home}/one:${home}/two:${systemPath}`,
  },
  'missing-folder-and-broken-link': {
    folder: home,
    machine: merge({ links: { [one]: '/nowhere' } }, script(two)),
    path: `/nowhere:${home}/one:${home}/two:${systemPath}`,
  },
  'hashed-then-shadowed': {
    folder: home,
    machine: merge({ folders: [`${home}/one`] }, script(two)),
    path: `${home}/one:${home}/two:${systemPath}`,
  },
  'hashed-then-removed': {
    folder: home,
    machine: merge(script(one), script(two)),
    path: `${home}/one:${home}/two:${systemPath}`,
  },
  'path-assignment-empties-table': {
    folder: home,
    machine: merge(script(one), script(two)),
    path: `${home}/two:${systemPath}`,
  },
  'kinds-of-command': {
    folder: home,
    machine: script(one),
    path: `${home}/one:${systemPath}`,
    aliases: { greet: 'echo alias' },
    functions: { greet: 'echo function' },
  },
  'tilde-in-quotes': { folder: home, machine: script(one), path: `~/one:${systemPath}` },
  'pip-and-python-of-two-environments': {
    folder: home,
    machine: merge(environment(`${home}/one`, 'venv'), environment(`${home}/two`, 'uv')),
    path: `${home}/two/bin:${home}/one/bin:${systemPath}`,
  },
  'moved-venv-activated': {
    folder: greeting,
    machine: environment(`${greeting}/moved`, 'venv', `${greeting}/.venv`),
    activated: `${greeting}/moved`,
  },
};

/** Steps that ask for something else than lookup. */
const notModelled: ReadonlyMap<string, string> = new Map([
  ['ls .venv/bin', 'what else uv writes into bin/ has no part in the lookup'],
]);

interface Answer {
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly exit: number;
}

const silent = { out: [], err: [], exit: 0 };
const says = (...out: readonly string[]): Answer => ({ out, err: [], exit: 0 });
const fails = (exit: number, ...err: readonly string[]): Answer => ({ out: [], err, exit });

/** A shell in which the steps of a recorded case are played. */
class Session {
  private description: MachineDescription;
  private shell: Shell;

  constructor(start: Start) {
    this.description = merge(debian, start.machine);
    this.shell = createShell({
      folder: start.folder,
      exported: { HOME: home, PATH: start.path ?? systemPath },
      aliases: start.aliases ?? {},
      functions: start.functions ?? {},
    });
    if (start.activated !== undefined) {
      const activation = activate(this.machine, this.shell, start.activated);
      if (activation.kind === 'no-script') throw new Error(`no script at ${activation.file}`);
      this.shell = activation.shell;
    }
  }

  private get machine(): Machine {
    return createMachine(this.description);
  }

  play(command: string): Answer {
    const { machine, shell } = this;
    const [word = '', ...rest] = command.split(' ');
    const last = rest.at(-1) ?? '';
    if (command.startsWith('PATH=')) {
      this.shell = assign(shell, 'PATH', command.slice('PATH='.length));
      return silent;
    }
    if (command.startsWith('mkdir -p')) {
      this.description = merge(this.description, script(one));
      return silent;
    }
    switch (word) {
      case 'echo':
        return says(variableValue(shell, last.replaceAll(/["$]/g, '')));
      case 'type':
        if (rest[0] === '-t') return listing(kindOf(typeCommand(machine, shell, last)));
        if (rest[0] === '-a') return typed(last, typeAll(machine, shell, last));
        return typed(last, [typeCommand(machine, shell, last)]);
      case 'command':
        return listing(commandV(last, typeCommand(machine, shell, last)));
      case 'which': {
        const files = whichCommand(machine, shell, last);
        return listing(rest[0] === '-a' ? files : files.slice(0, 1));
      }
      case 'hash':
        if (last === '-r') {
          this.shell = { ...shell, hashTable: new Map() };
          return silent;
        }
        if (shell.hashTable.size === 0) return says('hash: hash table empty');
        return says('hits\tcommand', ...[...shell.hashTable.values()].map(({ file }) => `   1\t${file}`));
      case 'cd':
        this.shell = { ...shell, folder: absolutePath(shell.folder, last) };
        return silent;
      case 'rm': {
        const gone = absolutePath(shell.folder, last);
        const executables = (this.description.executables ?? []).filter((path) => path !== gone);
        const texts = Object.fromEntries(
          Object.entries(this.description.texts ?? {}).filter(([path]) => path !== gone),
        );
        this.description = { ...this.description, executables, texts };
        return silent;
      }
      case 'unalias':
        this.shell = { ...shell, aliases: new Map() };
        return silent;
      case 'unset':
        this.shell = { ...shell, functions: new Map() };
        return silent;
      default:
        return this.run(word, rest);
    }
  }

  private run(word: string, rest: readonly string[]): Answer {
    const { machine, shell } = this;
    const lookup = findCommand(machine, shell, word);
    this.shell = rememberCommand(shell, lookup);
    const message = bashMessage(lookup);
    if (message !== undefined) return fails(message.status, message.text);
    const { verdict } = lookup;
    switch (verdict.kind) {
      case 'builtin':
        return says('alias'); // alias greet='echo alias'
      case 'function': {
        if (verdict.function.kind === 'own') return says('function');
        const left = deactivate(this.shell);
        if (left.kind === 'deactivated') this.shell = left.shell;
        return silent;
      }
      case 'found':
        return this.start(verdict.executable.file, rest);
      case 'hashed':
      case 'direct':
        return this.start(verdict.file, rest);
      case 'keyword':
      case 'not-executable':
      case 'not-found':
        throw new Error(`${word}: ${verdict.kind}`);
    }
  }

  /** What the programs of the recorded cases print: greet its own path, python its prefix, pip where it was found. */
  private start(file: string, rest: readonly string[]): Answer {
    const { machine, shell } = this;
    if (file.endsWith('greet')) {
      // The recorded script in bin/ prints $0, the others print the path at which they were written.
      return says(file === 'bin/greet' ? file : absolutePath(shell.folder, file));
    }
    const absolute = absolutePath(shell.folder, file);
    const isPip = file.endsWith('pip');
    const interpreter = isPip ? (/#!(.*)/.exec(this.description.texts?.[absolute] ?? '')?.[1] ?? '') : absolute;
    const run: Run = isPip
      ? { kind: 'script', path: file }
      : rest[0] === '-m'
        ? { kind: 'module', name: rest[1] ?? '' }
        : { kind: 'command' };
    const invocation: Invocation = {
      executable: interpreter,
      run,
      options: [],
      folder: shell.folder,
      environment: environmentOf(shell),
    };
    const found = findModule(machine, invocation, 'pip');
    if (found.kind === 'failed') throw new Error(found.problem.kind);
    if (run.kind === 'command') return says(found.lookup.search.startup.prefix);
    const error = pythonMessage(found.lookup);
    if (error !== undefined) return fails(1, error);
    const { verdict } = found.lookup;
    return says(`pip 25.1.1 from ${verdict.kind === 'package' ? verdict.folder : verdict.kind} (python 3.13)`);
  }
}

function listing(lines: readonly string[]): Answer {
  return { out: lines, err: [], exit: lines.length > 0 ? 0 : 1 };
}

function typed(word: string, answers: readonly TypeAnswer[]): Answer {
  if (answers.length === 0 || answers[0]?.kind === 'not-found')
    return fails(1, describeType(word, { kind: 'not-found' }));
  return says(...answers.flatMap((answer) => describeType(word, answer).split('\n')));
}

function kindOf({ kind }: TypeAnswer): readonly string[] {
  if (kind === 'not-found') return [];
  return [kind === 'hashed' ? 'file' : kind];
}

function commandV(word: string, answer: TypeAnswer): readonly string[] {
  switch (answer.kind) {
    case 'alias':
      return [`alias ${word}='${answer.text}'`];
    case 'keyword':
    case 'function':
    case 'builtin':
      return [word];
    case 'hashed':
    case 'file':
      return [answer.file];
    case 'not-found':
      return [];
  }
}

describe('lookup of commands as bash 5.2.37 on Debian 13 does it', () => {
  it.each(cases.map((given) => [given.id, given] as const))('is the same in every step of %s', (id, given) => {
    const start = starts[id];
    if (start === undefined) throw new Error(`${id} has no machine in this test`);
    const session = new Session(start);
    for (const { command, out, err, exit } of given.steps) {
      if (notModelled.has(command)) continue;
      // bash says where it is in the recorder's script; the body of deactivate is cut off (messages.ts).
      const cut = out[0] === 'deactivate is a function' ? out.slice(0, 1) : out;
      const real = { out: cut, err: err.map((line) => line.replace(/^bash: line \d+: /, 'bash: ')), exit };
      expect(session.play(command), `${id}: ${command}`).toEqual(real);
    }
  });
});
