import { describe, expect, it } from 'vitest';
import { parseScenario } from '../scenario';
import { answersElsewhere } from './elsewhere';

/** Each problem’s code, the path of its key, and the text that it is shown at. */
const problemsOf = (text: string) =>
  parseScenario(text).problems.map(({ code, path, at }) => [code, path, text.slice(at.start, at.end)]);

describe('a scenario in another notation', () => {
  it.each([
    ['go', 'require = ["lib v1.0.0"]', 'bad-module', 'shipshape.go.require[0]', '"lib v1.0.0"'],
    ['go', 'require = ["example.com/lib"]', 'bad-requirement', 'shipshape.go.require[0]', '"example.com/lib"'],
    [
      'go',
      'require = ["example.com/lib v2.0.0"]',
      'bad-version',
      'shipshape.go.require[0]',
      '"example.com/lib v2.0.0"',
    ],
    [
      'go',
      'replace = ["example.com/lib => ../lib"]',
      'bad-replacement',
      'shipshape.go.replace[0]',
      '"example.com/lib => ../lib"',
    ],
    [
      'go',
      'modules."example.com/lib"."1.0.0" = {}',
      'bad-version',
      'shipshape.go.modules."example.com/lib"."1.0.0"',
      '"1.0.0"',
    ],
    ['go', 'requires = []', 'unknown-key', 'shipshape.go.requires', 'requires'],
    ['cargo', 'dependencies.lib = "1.2 1.3"', 'bad-requirement', 'shipshape.cargo.dependencies.lib', '"1.2 1.3"'],
    ['cargo', 'dependencies.lib = { package = "a" }', 'missing-key', 'shipshape.cargo.dependencies.lib', 'lib'],
    ['cargo', 'dependencies."1lib" = "1"', 'bad-name', 'shipshape.cargo.dependencies.1lib', '"1"'],
    ['cargo', 'crates.lib."1.0" = {}', 'bad-version', 'shipshape.cargo.crates.lib."1.0"', '"1.0"'],
    ['cargo', 'crates.lib."1.0.0".yanked = 1', 'wrong-type', 'shipshape.cargo.crates.lib."1.0.0".yanked', '1'],
    ['npm', 'dependencies.lib = "latest"', 'bad-range', 'shipshape.npm.dependencies.lib', '"latest"'],
    ['npm', 'dependencies.Lib = "1"', 'bad-name', 'shipshape.npm.dependencies.Lib', 'Lib'],
    ['npm', 'packages.lib.versions."1.0" = {}', 'bad-version', 'shipshape.npm.packages.lib.versions."1.0"', '"1.0"'],
    [
      'npm',
      'packages.lib.dist-tags.latest = "2.0.0"',
      'bad-tag',
      'shipshape.npm.packages.lib.dist-tags.latest',
      '"2.0.0"',
    ],
    ['npm', 'expected = {}', 'missing-key', 'shipshape.npm.expected', '{}'],
  ])('of %s tells at its place what doesn’t fit: %s', (tool, line, code, path, at) => {
    const text = `[shipshape]\necosystem = "${tool}"\n[shipshape.${tool}]\n${line}\n`;
    expect(problemsOf(text)).toEqual([[`scenario/${code}`, path, at]]);
  });

  it('stands beside Python’s in one file', () => {
    const { value } = parseScenario(
      'root.requires = ["lib"]\nshipshape.cargo.dependencies.lib = "1"\nshipshape.cargo.crates.lib."1.2.0" = {}\n',
    );
    expect(value?.ecosystem).toBe('python');
    expect(value && answersElsewhere(value.elsewhere)).toEqual([
      { ecosystem: 'cargo', expected: undefined, got: { kind: 'answer', lines: ['app: lib 1.2.0', 'lib 1.2.0'] } },
    ]);
  });
});

describe('building npm’s tree', () => {
  it('stops where peers lead to each other without end', () => {
    const pair = (one: string, other: string) =>
      Array.from(
        { length: 300 },
        (_, at) =>
          `[shipshape.npm.packages.${one}${at}.versions."1.0.0"]\npeerDependencies = { ${other}${at + 1} = "1.0.0" }\n`,
      ).join('');
    const text = `[shipshape]\necosystem = "npm"\n[shipshape.npm]\ndependencies = { a0 = "1.0.0" }\n${pair('a', 'a')}`;
    const { value } = parseScenario(text);
    expect(value && answersElsewhere(value.elsewhere)[0]?.got).toEqual({ kind: 'error', error: 'stopped' });
  });
});
