import { describe, expect, it } from 'vitest';
import { planDistribution } from '@/core/wheel';
import { plainText } from '../sentence';
import { afterEdit } from './after-edit';
import { greeting, installed, PYPROJECT } from './greeting.fixture';
import { runCommand } from './run-command';

type Changes = Readonly<Record<string, string | null>>;

/** What of an edit is seen without another installation: subject and yes or no. */
function seen(kind: 'wheel' | 'editable', changes: Changes): readonly string[] {
  const tree = greeting(changes);
  const planned = planDistribution(tree, kind);
  const { effects } = afterEdit(
    installed(greeting(), kind),
    tree,
    planned.kind === 'planned' ? planned.plan : undefined,
  );
  return effects.map(
    ({ kind: what, subject, change, isSeen }) => `${what} ${subject} ${change}: ${isSeen ? 'seen' : 'not seen'}`,
  );
}

const rest = PYPROJECT.replace('greeting.__main__:main', 'greeting:greet');

describe('an edit without another installation', () => {
  it.each<readonly [string, Changes, readonly string[], readonly string[]]>([
    [
      'of code',
      { 'src/greeting/__init__.py': 'def greet(name): return name\n' },
      ['code src/greeting/__init__.py changed: not seen'],
      ['code src/greeting/__init__.py changed: seen'],
    ],
    [
      'that adds a module',
      { 'src/greeting/words.py': '' },
      ['code src/greeting/words.py added: not seen'],
      ['code src/greeting/words.py added: seen'],
    ],
    [
      'of a test',
      { 'tests/test_greet.py': '' },
      ['outside tests/test_greet.py changed: not seen'],
      ['outside tests/test_greet.py changed: not seen'],
    ],
    [
      'that adds a command',
      { 'pyproject.toml': `${PYPROJECT}hello = "greeting:greet"\n` },
      ['command hello added: not seen'],
      ['command hello added: not seen'],
    ],
    [
      'of a command’s target',
      { 'pyproject.toml': rest },
      ['command greet changed: not seen'],
      ['command greet changed: not seen'],
    ],
    [
      'of the version',
      { 'pyproject.toml': PYPROJECT.replace('0.1.0', '0.2.0') },
      ['version 0.2.0 changed: not seen'],
      ['version 0.2.0 changed: not seen'],
    ],
    [
      'that adds a dependency',
      { 'pyproject.toml': PYPROJECT.replace('[project.scripts]', 'dependencies = ["idna"]\n\n[project.scripts]') },
      ['dependency idna added: not seen'],
      ['dependency idna added: not seen'],
    ],
    [
      'of the licence and of the words about the project',
      {
        LICENSE: 'Other words.\n',
        'pyproject.toml': PYPROJECT.replace('[project.scripts]', 'description = "Says hello."\n\n[project.scripts]'),
      },
      ['data LICENSE added: not seen', 'metadata Summary added: not seen', 'metadata License-File added: not seen'],
      ['data LICENSE added: not seen', 'metadata Summary added: not seen', 'metadata License-File added: not seen'],
    ],
    [
      'that moves the package',
      {
        'src/greeting/__init__.py': null,
        'src/greeting/__main__.py': null,
        'greeting/__init__.py': 'def greet(name): ...\n',
        'greeting/__main__.py': 'def main(): ...\n',
      },
      [
        'code greeting/__init__.py added: not seen',
        'code greeting/__main__.py added: not seen',
        'code src/greeting/__init__.py removed: not seen',
        'code src/greeting/__main__.py removed: not seen',
      ],
      [
        'outside greeting/__init__.py added: not seen',
        'outside greeting/__main__.py added: not seen',
        'code src/greeting/__init__.py removed: seen',
        'code src/greeting/__main__.py removed: seen',
        'layout /home/you/greeting/src removed: seen',
      ],
    ],
  ])('%s', (_title, changes, regular, editable) => {
    expect(seen('wheel', changes)).toEqual(regular);
    expect(seen('editable', changes)).toEqual(editable);
  });

  it('leaves a new command without a file, so that the shell doesn’t find it', () => {
    const tree = greeting({ 'pyproject.toml': `${PYPROJECT}hello = "greeting:greet"\n` });
    const { world } = afterEdit(installed(greeting(), 'editable'), tree);
    expect(runCommand(world, 'hello').end).toMatchObject({ lastLine: 'bash: hello: command not found', status: 127 });
  });

  it('says why', () => {
    const tree = greeting({ 'pyproject.toml': PYPROJECT.replace('0.1.0', '0.2.0') });
    const planned = planDistribution(tree, 'editable');
    const plan = planned.kind === 'planned' ? planned.plan : undefined;
    const { effects } = afterEdit(installed(greeting(), 'editable'), tree, plan);
    expect(effects.map(({ sentence }) => plainText(sentence))).toEqual([
      'The installed metadata still says 0.1.0. That is written only when the project is installed, editable or not.',
    ]);
  });
});
