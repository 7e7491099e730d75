import { describe, expect, it } from 'vitest';
import type { SourceTree } from '@/core/wheel';
import { plainText } from '../sentence';
import { greeting, installed, PYPROJECT } from './greeting.fixture';
import { type TestCommand, whatTestsImport } from './tests-import';
import { USUAL_WORKPLACE } from './workplace';
import { type World, worldOf } from './world';

type Changes = Readonly<Record<string, string | null>>;

const flat = (tree: SourceTree): SourceTree => tree.map((file) => ({ ...file, path: file.path.replace(/^src\//, '') }));
const bare = (tree: SourceTree): World => worldOf(tree, USUAL_WORKPLACE);
const table = (world: World) =>
  (['pytest', 'python -m pytest'] as const satisfies readonly TestCommand[]).map((command) => {
    const { gets, outcome } = whatTestsImport(world, command);
    return `${gets.kind}, ${outcome}`;
  });

describe('the copy that tests import', () => {
  it.each<readonly [string, World, readonly string[]]>([
    ['src, not installed', bare(greeting()), ['nothing, fails', 'nothing, fails']],
    ['src, regular', installed(greeting()), ['installed, passes', 'installed, passes']],
    ['src, editable', installed(greeting(), 'editable'), ['working-copy, passes', 'working-copy, passes']],
    ['flat, not installed', bare(flat(greeting())), ['nothing, fails', 'working-copy, passes']],
    ['flat, regular', installed(flat(greeting())), ['installed, passes', 'working-copy, passes']],
    ['flat, editable', installed(flat(greeting()), 'editable'), ['working-copy, passes', 'working-copy, passes']],
    [
      'flat, with conftest.py beside',
      bare(flat(greeting({ 'conftest.py': '' }))),
      ['working-copy, passes', 'working-copy, passes'],
    ],
    [
      'flat, tests as a package',
      bare(flat(greeting({ 'tests/__init__.py': '' }))),
      ['working-copy, passes', 'working-copy, passes'],
    ],
    ['src, tests as a package', bare(greeting({ 'tests/__init__.py': '' })), ['nothing, fails', 'nothing, fails']],
  ])('%s', (_title, world, expected) => {
    expect(table(world)).toEqual(expected);
  });

  it('is told with its reason and the folders that came first', () => {
    const got = whatTestsImport(installed(flat(greeting())), 'python -m pytest');
    expect(plainText(got.because)).toBe(
      'The project’s folder stands before site-packages and has greeting: the installed copy is never tried.',
    );
    expect(got.first.map(({ folder, because }) => [folder, plainText(because)])).toEqual([
      ['/home/you/greeting/tests', 'pytest adds the folder of tests/test_greet.py.'],
      ['/home/you/greeting', 'python -m puts the current folder first.'],
    ]);
  });

  it('changes with pythonpath and import mode', () => {
    const set = (line: string): Changes => ({ 'pyproject.toml': `${PYPROJECT}\n[tool.pytest.ini_options]\n${line}\n` });
    expect(table(bare(greeting(set('pythonpath = ["src"]'))))).toEqual([
      'working-copy, passes',
      'working-copy, passes',
    ]);
    const importlib = flat(greeting({ ...set('addopts = "-ra --import-mode=importlib"'), 'conftest.py': '' }));
    expect(table(bare(importlib))).toEqual(['nothing, fails', 'working-copy, passes']);
  });

  it('isn’t told where there are no tests', () => {
    expect(whatTestsImport(bare(greeting({ 'tests/test_greet.py': null })), 'pytest').outcome).toBe('no-tests');
  });
});

describe('tests miss what a wheel lacks', () => {
  const changes: Changes = {
    'src/greeting/__main__.py':
      'from pathlib import Path\n\n\ndef main():\n    print(Path(__file__).with_name("words.txt").read_text())\n',
    'src/greeting/words.txt': 'hello\n',
    'tests/test_greet.py': 'from greeting.__main__ import main\n\n\ndef test_main():\n    main()\n',
    'pyproject.toml': `${PYPROJECT}\n[tool.hatch.build.targets.wheel]\npackages = ["src/greeting"]\nexclude = ["*.txt"]\n`,
  };

  it('as long as they import the working copy', () => {
    const tree = greeting(changes);
    expect(table(installed(tree, 'editable'))).toEqual(['working-copy, passes', 'working-copy, passes']);
    expect(table(installed(tree))).toEqual(['installed, fails', 'installed, fails']);
  });

  it('and say which file it is when they import the copy', () => {
    const [test] = whatTestsImport(installed(greeting(changes)), 'pytest').tests;
    expect(test?.walk.end).toMatchObject({
      kind: 'fails',
      lastLine:
        "FileNotFoundError: [Errno 2] No such file or directory: '/home/you/greeting/.venv/lib/python3.13/site-packages/greeting/words.txt'",
    });
  });
});
