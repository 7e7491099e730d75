// What learners write, and what they are told: the one sentence that a slip gets, at its key.
import { describe, expect, it } from 'vitest';
import { parsePyproject } from '../index';
import { nearName } from './near-name';

const HEAD = '[project]\nname = "kit"\nversion = "1.0"\n';

/** The path and sentence of everything that is found. “H” stands for a head that is well. */
function toldOf(text: string): unknown {
  const { problems, warnings } = parsePyproject(text.replace(/^H /, HEAD));
  return [...problems, ...warnings].map(({ path, message }) => [path, message]);
}

describe('a misspelt table', () => {
  it.each([
    ['[projects]\nname = "kit"', 'projects', '“projects” is no table of this file: it is spelt [project].'],
    [
      '[build_system]\nrequires = ["hatchling"]',
      'build_system',
      '“build_system” is no table of this file: it is spelt [build-system].',
    ],
    [
      '[dependency-group]\ndev = ["pytest"]',
      'dependency-group',
      '“dependency-group” is no table of this file: it is spelt [dependency-groups].',
    ],
    ['[scripts]\ngreet = "greeting:main"', 'scripts', '“scripts” is a table in [project]: write [project.scripts].'],
    ['name = "kit"', 'name', '“name” stands above every header here: write [project] above it.'],
    ['[tool.project]\nname = "kit"', 'tool.project', 'Nothing reads [tool.project]: write [project].'],
    ['[tool.hatchling.version]\npath = "x"', 'tool.hatchling', 'Nothing reads [tool.hatchling]: write [tool.hatch].'],
    [
      '[tool.hatch.versions]\npath = "x"',
      'tool.hatch.versions',
      '“versions” is no key of this table: tool.hatch.version is meant, it seems.',
    ],
    [
      '[tool.hatch.build.target.wheel]\nx = 1',
      'tool.hatch.build.target',
      '“target” is no key of this table: tool.hatch.build.targets is meant, it seems.',
    ],
    [
      '[tool.hatch.build.targets.wheel]\npackage = ["x"]',
      'tool.hatch.build.targets.wheel.package',
      '“package” is no key of this table: tool.hatch.build.targets.wheel.packages is meant, it seems.',
    ],
    [
      '[tool.hatch.build.wheel]\nx = 1',
      'tool.hatch.build.wheel',
      '“wheel” is no key of this table: tool.hatch.build.targets.wheel is meant, it seems.',
    ],
    [
      '[tool.setuptools.package_data]\nx = ["*"]',
      'tool.setuptools.package_data',
      '“package_data” is no key of this table: tool.setuptools.package-data is meant, it seems.',
    ],
  ])('%j is told at %s', (text, path, message) => {
    expect(toldOf(text)).toEqual([[path, message]]);
  });
});

describe('a key that stands elsewhere or is misspelt', () => {
  it.each([
    ['H descripton = "x"', 'project.descripton', '[project] has no key “descripton”: it is spelt “description”.'],
    ['H script = {a = "b:c"}', 'project.script', '[project] has no key “script”: it is spelt “scripts”.'],
    [
      'H [project.optional-dependency]\nx = ["x"]',
      'project.optional-dependency',
      '[project] has no key “optional-dependency”: it is spelt “optional-dependencies”.',
    ],
    [
      'H dynamic = ["dependancies"]',
      'project.dynamic[0]',
      'Here stand keys of [project] only: “dependencies” is meant, it seems.',
    ],
    [
      '[build-system]\nrequires = ["hatchling"]\nname = "kit"',
      'build-system.name',
      '[build-system] has no key “name”: it belongs into [project].',
    ],
    [
      '[build-system]\nrequires = []\nbuild_backend = "hatchling.build"',
      'build-system.build_backend',
      '[build-system] has no key “build_backend”: it is spelt “build-backend”.',
    ],
    [
      'H build-backend = "hatchling.build"',
      'project.build-backend',
      '[project] has no key “build-backend”: it belongs into [build-system].',
    ],
    [
      'H [project.scripts]\nrequires-python = ">=3.11"',
      'project.scripts.requires-python',
      '“requires-python” stands in [project.scripts] here: move it above that header.',
    ],
    [
      'H [project.optional-dependencies]\nlicense = "MIT"',
      'project.optional-dependencies.license',
      '“license” stands in [project.optional-dependencies] here: move it above that header.',
    ],
    [
      'H [project.urls]\nlicense = "MIT"',
      'project.urls.license',
      '“license” stands in [project.urls] here: move it above that header.',
    ],
  ])('%j is told at %s', (text, path, message) => {
    expect(toldOf(text)).toEqual([[path, message]]);
  });
});

describe('a value of another form', () => {
  it.each([
    [
      '[project]\nname = "kit"\nversion = 1.0',
      'project.version',
      'A number stands here, and a version is text: write version = "1.0".',
    ],
    [
      'H requires-python = 3.11',
      'project.requires-python',
      'A number stands here, and a version is text: write requires-python = ">=3.11".',
    ],
    [
      'H requires-python = "3.11"',
      'project.requires-python',
      'A version alone is no range: write ">=3.11" for it and all later ones.',
    ],
    ['[project]\nname = "my kit"\nversion = "1"', 'project.name', 'A name has no spaces in it: write name = "my-kit".'],
    [
      'H dependencies = {click = ">=8"}',
      'project.dependencies',
      'Dependencies are a list of strings, not a table: write dependencies = ["click>=8"] under [project].',
    ],
    [
      'H [project.dependencies]\nclick = "^8"',
      'project.dependencies',
      'Dependencies are a list of strings, not a table: write dependencies = ["click"] under [project].',
    ],
    ['H dependencies = "click"', 'project.dependencies', 'Here stands a string: write an array, ["click"].'],
    [
      'H authors = ["Ada <ada@example.org>"]',
      'project.authors',
      'A person is a table: write {name = "Ada", email = "ada@example.org"}.',
    ],
  ])('%j is told at %s', (text, path, message) => {
    expect(toldOf(text)).toEqual([[path, message]]);
  });
});

describe('a command’s target that is no module and function', () => {
  it.each([
    [
      'H scripts.a = "src/kit/cli.py"',
      'project.scripts.a',
      'A module is named with dots, as it is imported, not by its file’s path: write kit.cli:main.',
    ],
    [
      'H scripts.a = "kit/cli.py:run"',
      'project.scripts.a',
      'A module is named with dots, as it is imported, not by its file’s path: write kit.cli:run.',
    ],
    [
      'H scripts.a = "kit.cli:run()"',
      'project.scripts.a',
      'The function is named here, not called: write kit.cli:run.',
    ],
    [
      'H scripts.a = "my-kit:main"',
      'project.scripts.a',
      'A module’s name has no “-”, though a project’s may: write my_kit:main.',
    ],
    [
      'H scripts.a = "kit.cli"',
      'project.scripts.a',
      'A command calls a function: write kit.cli:main, or what its name is.',
    ],
    [
      'H scripts.a = "kit.cli.py:main"',
      'project.scripts.a',
      '“.py” is no part of a module’s name: kit.cli:main is meant, it seems.',
    ],
    [
      'H scripts.a = "src.kit:main"',
      'project.scripts.a',
      'Packages lie in src/ and are installed without it: kit:main is meant, it seems.',
    ],
  ])('%j is told at %s', (text, path, message) => {
    expect(toldOf(text)).toEqual([[path, message]]);
  });
});

describe('a backend that isn’t one', () => {
  it.each([
    [
      '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatch"',
      'build-system.build-backend',
      'hatch has no hooks to build: write build-backend = "hatchling.build".',
    ],
    [
      '[build-system]\nrequires = ["build"]\nbuild-backend = "build"',
      'build-system.build-backend',
      'build has no hooks to build: write build-backend = "hatchling.build".',
    ],
    [
      '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.built"',
      'build-system.build-backend',
      'hatchling.built has no hooks to build: write build-backend = "hatchling.build".',
    ],
    [
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build-meta"',
      'build-system.build-backend',
      'A backend is a module, and perhaps “:” and an object in it, such as setuptools.build_meta: names joined by dots.',
    ],
  ])('%j is told at %s', (text, path, message) => {
    expect(toldOf(text)).toEqual([[path, message]]);
  });
});

describe('the near name', () => {
  it.each([
    ['verison', 'version'],
    ['Requires_Python', 'requires-python'],
    ['licenses', 'license'],
    ['x', undefined],
    ['url', undefined],
    ['something', undefined],
    ['v'.repeat(10_000), undefined],
  ])('of %s is %s', (written, expected) => {
    expect(nearName(written, ['version', 'urls', 'license', 'requires-python'])).toBe(expected);
  });

  it('is sought for a bounded number of keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `versio${index} = 1\n`).join('');
    const { problems } = parsePyproject(`${HEAD}${keys}`);
    expect(problems.length).toBe(20_000);
    expect(problems.filter(({ message }) => message.includes('spelt')).length).toBeLessThan(50);
  });
});
