import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryPoint, formatEntryPoints, parseEntryPoints } from '../index';

describe('entry points: file format', () => {
  it('reads groups, names and objects, with white space around the colon and the brackets', () => {
    const text =
      '# Commands\n[console_scripts]\nGreet=kit.cli : main\n\n; more\n[kit.plugins]\na b = kit.csv:Csv.read [fast, x.y] \n';
    expect(parseEntryPoints(text).value).toEqual([
      { group: 'console_scripts', name: 'Greet', module: 'kit.cli', attribute: 'main', extras: [] },
      { group: 'kit.plugins', name: 'a b', module: 'kit.csv', attribute: 'Csv.read', extras: ['fast', 'x.y'] },
    ]);
  });

  it('tells names in different letter case apart', () => {
    expect(parseEntryPoints('[a]\nx = m\nX = m\n').value).toHaveLength(2);
  });

  it('goes on with a value in an indented line, past comments', () => {
    expect(parseEntryPoints('[a]\nx = m:f\n# c\n  [extra]\n').value?.[0]?.extras).toEqual(['extra']);
    expect(parseEntryPoints('[a]\n  x = m\n  y = n\n').value).toHaveLength(2);
  });

  it('tells parts and their places', () => {
    const { parts } = parseEntryPoints('[a]\r\nx = m:f\r\n');
    expect(parts.map(({ kind, text, at }) => `${kind} ${text} ${at.start}-${at.end}`)).toEqual([
      'group a 1-2',
      'name x 5-6',
      'value m:f 9-12',
    ]);
  });
});

describe('entry points: problems', () => {
  it.each([
    ['x = m\n', [['entry-points/group-missing', 'x = m']]],
    ['[a]\n[b]\n[a]\n', [['entry-points/group-twice', 'a']]],
    ['[DEFAULT]\n', [['entry-points/group-name', 'DEFAULT']]],
    ['[a..b]\n', [['entry-points/group-name', 'a..b']]],
    ['[a]\nno equals\n', [['entry-points/line', 'no equals']]],
    ['[a]\n= m\n', [['entry-points/line', '= m']]],
    ['[a]\nx = m\nx = n\n', [['entry-points/name-twice', 'x']]],
    ['[a]\n[x = m\n', [['entry-points/name', '[x']]],
    ['[a]\nx = 1m\n', [['entry-points/object', '1m']]],
    ['[a]\nx = m:f()\n', [['entry-points/object', 'm:f()']]],
    ['[a]\nx =\n m\n', [['entry-points/object', '\n m']]],
    ['[a]\nx = m:f [a b]\n', [['entry-points/extras', 'm:f [a b]']]],
    ['[a]\nx = m:f [a] b\n', [['entry-points/extras', 'm:f [a] b']]],
    ['[console_scripts]\nx = m\n', [['entry-points/function', 'm']]],
    ['[console_scripts]\nbin/x = m:f\n', [['entry-points/command', 'bin/x']]],
    ['[gui_scripts]\nnul.exe = m:f\n', [['entry-points/command', 'nul.exe']]],
  ])('says what is wrong in %j', (text, expected) => {
    const { value, problems } = parseEntryPoints(text);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, at }) => [code, text.slice(at.start, at.end)])).toEqual(expected);
  });
});

describe('laws', () => {
  const word = fc.constantFrom('a', 'b_1', 'Kit', 'ünïcode');
  const dotted = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.'));
  const entryPoint: fc.Arbitrary<EntryPoint> = fc.record({
    group: fc.constantFrom('console_scripts', 'kit.plugins', 'z'),
    name: fc.tuple(word, fc.constantFrom('', '-x', '.y')).map((both) => both.join('')),
    module: dotted,
    attribute: dotted,
    extras: fc.uniqueArray(fc.constantFrom('dev', 'x.y'), { maxLength: 2 }),
  });

  it('reading what was written gives the entry points, group by group', () => {
    const all = fc.uniqueArray(entryPoint, { selector: ({ group, name }) => `${group} ${name}`, maxLength: 8 });
    fc.assert(
      fc.property(all, (given) => {
        const groups = [...new Set(given.map(({ group }) => group))];
        const sorted = groups.flatMap((group) => given.filter((one) => one.group === group));
        expect(parseEntryPoints(formatEntryPoints(given)).value).toEqual(sorted);
      }),
    );
  });
});
