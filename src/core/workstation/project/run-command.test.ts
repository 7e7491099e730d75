import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../sentence';
import { greeting, installed, PYPROJECT } from './greeting.fixture';
import { runCommand } from './run-command';
import { USUAL_WORKPLACE } from './workplace';
import { worldOf } from './world';

const INIT = 'src/greeting/__init__.py';
const MAIN = 'src/greeting/__main__.py';
const main = (body: string, before = '') => ({ [MAIN]: `${before}\ndef main():\n${body.replace(/^/gm, '    ')}\n` });
const walkOf = (changes: Readonly<Record<string, string | null>>, kind: 'wheel' | 'editable' = 'wheel') =>
  runCommand(installed(greeting(changes), kind), 'greet');

describe('a walk of a command', () => {
  it('goes from the shell to what its function calls', () => {
    const walk = runCommand(installed(greeting()), 'greet');
    const bin = '/home/you/greeting/.venv/bin';
    const site = '/home/you/greeting/.venv/lib/python3.13/site-packages';
    expect(walk.steps.map(({ station, at, sentence }) => [station, at?.line, plainText(sentence)])).toEqual([
      ['shell', undefined, `The shell takes ${bin}/greet.`],
      ['launcher', 1, `Its first line hands it to ${bin}/python.`],
      ['interpreter', undefined, 'Python 3.13 starts in /home/you/greeting/.venv and searches 5 places.'],
      ['import', 3, `greeting is ${site}/greeting/__init__.py, a copy that was installed.`],
      ['import', 3, `greeting.__main__ is ${site}/greeting/__main__.py, a copy that was installed.`],
      ['name', 3, 'greet in greeting is a function, defined in line 4.'],
      ['name', 3, 'main in greeting.__main__ is a function, defined in line 6.'],
      ['call', 6, 'main() is called: line 6 of __main__.py.'],
      ['call', 7, 'greet() is called: line 4 of __init__.py.'],
    ]);
    expect([walk.end, walk.notes]).toEqual([{ kind: 'runs' }, []]);
  });

  it('tells every place that was looked at for a module', () => {
    const [step] = runCommand(installed(greeting(), 'editable'), 'greet').steps.filter(
      ({ subject }) => subject === 'greeting',
    );
    expect(step?.looked.map(({ place, finding }) => [place, finding])).toEqual([
      ['/home/you/greeting/.venv/bin', 'not here'],
      ['/usr/lib/python313.zip', 'doesn’t exist'],
      ['/usr/lib/python3.13', 'not here'],
      ['/usr/lib/python3.13/lib-dynload', 'not here'],
      ['/home/you/greeting/.venv/lib/python3.13/site-packages', 'not here'],
      ['/home/you/greeting/src', 'taken'],
    ]);
  });

  it('ends where the last line of the traceback says, with its places from the outermost in', () => {
    const walk = walkOf(
      main('print(greet("you"))\nwords()', 'from greeting import greet\ndef words(): open("words.txt")\n'),
    );
    const site = '/home/you/greeting/.venv/lib/python3.13/site-packages';
    expect(walk.end).toEqual({
      kind: 'fails',
      status: 1,
      lastLine: "FileNotFoundError: [Errno 2] No such file or directory: 'words.txt'",
      at: { file: `${site}/greeting/__main__.py`, line: 2 },
      traceback: [
        { file: '/home/you/greeting/.venv/bin/greet', line: 6 },
        { file: `${site}/greeting/__main__.py`, line: 6 },
        { file: `${site}/greeting/__main__.py`, line: 2 },
      ],
    });
  });

  it('without an installation ends in the shell', () => {
    const walk = runCommand(worldOf(greeting(), USUAL_WORKPLACE), 'greet');
    expect(walk.end).toMatchObject({ status: 127, lastLine: 'bash: greet: command not found' });
    expect(walk.steps.map(({ station, outcome }) => [station, outcome])).toEqual([['shell', 'missing']]);
  });

  it('marks what is missing and caught', () => {
    const walk = walkOf(main('pass', 'try:\n    import rich\nexcept ImportError:\n    rich = None\n'));
    expect(walk.steps.find(({ subject }) => subject === 'rich')?.outcome).toBe('missing-and-caught');
    expect(walk.end).toEqual({ kind: 'runs' });
  });

  it('says where the project has a file that the wheel didn’t bring', () => {
    const changes = {
      ...main('print(Path(__file__).with_name("words.txt").read_text())', 'from pathlib import Path\n'),
      'src/greeting/words.txt': 'hello\n',
      'pyproject.toml': `${PYPROJECT}\n[tool.hatch.build]\nexclude = ["*.txt"]\n`,
    };
    const step = walkOf(changes).steps.find(({ station }) => station === 'file');
    expect(step === undefined ? '' : plainText(step.sentence)).toBe(
      '/home/you/greeting/.venv/lib/python3.13/site-packages/greeting/words.txt isn’t there. The project has it at src/greeting/words.txt, and the wheel didn’t bring it here.',
    );
    expect(walkOf(changes, 'editable').end).toEqual({ kind: 'runs' });
  });
});

describe('python -m', () => {
  const python = '/home/you/greeting/.venv/bin/python';
  const version = 'from importlib.metadata import version\n\n__version__ = version("greeting")\n';
  it.each<readonly [string, string, Readonly<Record<string, string | null>>]>([
    [
      `${python}: Error while finding module specification for 'greeting.__main__' (PackageNotFoundError: No package metadata was found for greeting)`,
      'greeting',
      { 'src/greeting/__init__.py': null, 'greeting/__init__.py': version, 'greeting/__main__.py': '' },
    ],
    [
      `${python}: Error while finding module specification for 'greeting.__main__' (ImportError: cannot import name 'nothing' from 'greeting' (consider renaming '/home/you/greeting/greeting/__init__.py' if it has the same name as a library you intended to import))`,
      'greeting',
      { 'greeting/__init__.py': 'from greeting import nothing\n' },
    ],
    ["ModuleNotFoundError: No module named 'rich'", 'greeting', { 'greeting/__init__.py': 'import rich\n' }],
    [`${python}: No module named nothing`, 'nothing', {}],
    [
      `${python}: Error while finding module specification for 'nothing.more' (ModuleNotFoundError: No module named 'nothing')`,
      'nothing.more',
      {},
    ],
  ])('ends with %s', (lastLine, module, changes) => {
    expect(runCommand(worldOf(greeting(changes), USUAL_WORKPLACE), `python -m ${module}`).end).toMatchObject({
      lastLine,
    });
  });
});

describe('what can’t be told from the text', () => {
  it.each([
    [
      'a missing module behind an unknown test',
      main('if ask():\n    import rich', 'from os import getenv as ask\n'),
      'Line 5 would end in ModuleNotFoundError; whether it is reached can’t be told from the text.',
    ],
    [
      'an exception of another project in a handler',
      main('try:\n    open("x")\nexcept Oops:\n    pass', 'from os import Oops\n'),
      'Whether line 6 catches FileNotFoundError can’t be told from the text.',
    ],
    [
      'a line that isn’t understood',
      { [MAIN]: 'def main(): pass\nmain = = 1\n' },
      'Line 2 of __main__.py isn’t understood here; Python may refuse it.',
    ],
    [
      'a text that is made while it runs',
      main('raise RuntimeError(f"no {__name__}")'),
      'Line 3 raises RuntimeError with a text that is made while it runs.',
    ],
  ])('isn’t guessed: %s', (_title, changes, because) => {
    const { end } = walkOf(changes);
    expect(end.kind === 'not-modelled' ? plainText(end.because) : end).toBe(because);
  });

  it.each([
    [
      'a deliberate end behind an unknown test',
      main('if ask():\n    raise SystemExit("Whom?")', 'from os import getenv as ask\n'),
      ['Whether line 5 ends the program can’t be told; the rest is told as if it didn’t.'],
    ],
    [
      'a decorator',
      { [MAIN]: 'import functools\n\n@functools.singledispatch\ndef main():\n    open("x")\n' },
      [
        'main is decorated: what the decorator makes of it isn’t followed.',
        'With which status it ends can’t be told from the text.',
      ],
    ],
    [
      'a coroutine',
      main('words()', 'async def words(): open("x")\n'),
      ['words is a coroutine or a generator: what it does isn’t followed.'],
    ],
  ])('is passed by, with a note: %s', (_title, changes, notes) => {
    const walk = walkOf(changes);
    expect([walk.end, walk.notes.map(plainText)]).toEqual([{ kind: 'runs' }, notes]);
  });
});

describe('programs of any kind', () => {
  it('end within bounds, whatever calls whatever', () => {
    const twice = Array.from({ length: 60 }, (_, at) => `def f${at}():\n    f${at + 1}()\n    f${at + 1}()\n`).join('');
    const walk = walkOf(main('f0()', `${twice}def f60(): pass\ndef forever(): forever()\n`));
    expect(['runs', 'not-modelled']).toContain(walk.end.kind);
    expect(walk.steps.length).toBeLessThanOrEqual(400);
    const tries = 'try:\n    from greeting import nothing\nexcept ImportError:\n    pass\n'.repeat(2_000);
    expect(walkOf({ [MAIN]: `${tries}def main(): pass\n` }).end.kind).toBe('not-modelled');
  });

  it('never make the walk throw', () => {
    const line = fc.constantFrom(
      'import greeting.a',
      'from . import a, b',
      'from .. import x',
      'from greeting import *',
      'import os.path as p',
      'x = y = open("a")',
      'def f(a=open("b")): return f(a)',
      'class A(f()): b = f',
      'A.b.c()',
      'f()',
      'x / "a" / f',
      'try: f()',
      'except: raise',
      'finally: x',
      'if x: f()',
      'else: import z',
      'for a in (1, 2): break',
      'while True: continue',
      'with suppress(OSError): f()',
      'return f',
      'raise',
      'assert f()',
      'sys.exit(f)',
      'import sys',
      'from pathlib import Path',
      'Path(__file__).parent.parent / f()',
      'lambda: f',
      '[f() for x in y]',
      '    pass',
      '  f(',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 8 }), (first, second) => {
        const walk = walkOf({
          [INIT]: `${first.join('\n')}\n`,
          [MAIN]: `${second.join('\n')}\ndef main(): ${'f()'}\n`,
        });
        expect(['runs', 'fails', 'not-modelled']).toContain(walk.end.kind);
      }),
      { numRuns: 30 },
    );
  });
});
