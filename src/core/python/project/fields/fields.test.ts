import { describe, expect, it } from 'vitest';
import { fieldAt } from './index';

/** The place of “|” in a text, and the text without it. */
function placed(marked: string): readonly [path: string, on: string, text: string] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { path, on, at } = fieldAt(text, offset);
  return [path.join('.'), on, text.slice(at.start, at.end)];
}

describe('the field at a place', () => {
  it.each([
    ['[project]\nna|me = "kit"', 'project.name', 'key', 'name'],
    ['[project]\nname| = "kit"', 'project.name', 'key', 'name'],
    ['[project]\nname = "k|it" # c', 'project.name', 'value', '"kit"'],
    ['[project]\nname = "kit"| # c', 'project.name', 'value', '"kit"'],
    ['[project]\nname = "kit" # c|', 'project', 'between', ''],
    ['[proj|ect]\nname = "kit"', 'project', 'table', '[project]'],
    ['[project.scr|', 'project.scr', 'table', '[project.scr'],
    ['[project.|\n[tool.x]', 'project', 'table', '[project.'],
    ['[tool.hatch.build.targets.wheel]\npack|', 'tool.hatch.build.targets.wheel.pack', 'key', 'pack'],
    ['[project]\nversion =|\nname = "kit"', 'project.version', 'value', ''],
    ['[project]\nversion = |\nname = "kit"', 'project.version', 'value', ''],
    ['[project]\n|\nname = "kit"', 'project', 'between', ''],
    ['|\n[project]', '', 'between', ''],
    ['[project]\ndependencies = [\n  "a",\n  |\n]\nname = "kit"', 'project.dependencies', 'value', '[\n  "a",\n  \n]'],
    [
      '[project]\ndependencies = [\n  "a",\n  "b|\n]\nname = "kit"',
      'project.dependencies',
      'value',
      '[\n  "a",\n  "b\n]',
    ],
    ['[project]\ndependencies = [\n  "a"|\nname = "kit"', 'project.dependencies', 'value', '[\n  "a"'],
    ['[project]\ndependencies = [\n  "a"\nname| = "kit"', 'project.name', 'key', 'name'],
    ['[project]\ndependencies = [\n\n[project.scripts|]\na = "b:c"', 'project.scripts', 'table', '[project.scripts]'],
    ['[project]\nauthors = [{name = "Ada", em|ail = "a@b"}]', 'project.authors.email', 'key', 'email'],
    ['[project]\nauthors = [{name = "A|da', 'project.authors.name', 'value', '"Ada'],
    ['[project]\nauthors = [{name = "Ada"\nver|sion = "1"', 'project.version', 'key', 'version'],
    ['[project]\nauthors = [{name = "Ada"},|]', 'project.authors', 'value', '[{name = "Ada"},]'],
    ['[tool.hatch]\nversion.pa|th = "x"', 'tool.hatch.version.path', 'key', 'version.path'],
    ['project.readme = {file = "R", content-type| = "t"}', 'project.readme.content-type', 'key', 'content-type'],
    ['[project]\nurls.Home = "x"\nversion = "1.0|', 'project.version', 'value', '"1.0'],
    ['[project]\nversion = 1|.0 x "y # z" # c', 'project.version', 'value', '1.0 x "y # z"'],
    [
      '[project]\ndescription = """\na = 1\n[b]|"""\nname = "kit"',
      'project.description',
      'value',
      '"""\na = 1\n[b]"""',
    ],
    ['[[tool.x]]\na| = 1', 'tool.x.a', 'key', 'a'],
    ['["a.b"."\\u0063"]\n\'d\'| = 1', 'a.b.c.d', 'key', "'d'"],
    ['[project]\r\nname| = "kit"\r\n', 'project.name', 'key', 'name'],
  ])('of %j is %s', (marked, path, on, written) => {
    expect(placed(marked)).toEqual([path, on, written]);
  });
});
