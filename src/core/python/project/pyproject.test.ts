import { describe, expect, it } from 'vitest';
import {
  formatMetadata,
  formatRequirement,
  metadataOfProject,
  type ParsedPyproject,
  parsePyproject,
  placeOf,
} from '../index';
import { adviseSpecifier } from './specifier-advice';

const HEAD = '[project]\nname = "kit"\nversion = "1.0"\n';

function located(text: string, found: ParsedPyproject['problems']): unknown {
  return found.map(({ code, path, at, message }) => {
    const { line, column } = placeOf(text, at.start);
    return [code, path, line, column, message];
  });
}

const FULL = `
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "Greet.Kit"
version = "1.0"
description = "Greets."
readme = "README.MD"
requires-python = ">=3.11"
license = "mit OR apache-2.0"
license-files = ["LICEN[CS]E*", "licenses/**/*.txt"]
authors = [{name = "Ada", email = "ada@example.org"}, {name = "Bo"}, {email = "c@example.org"}, {name = "D. E", email = "d@example.org"}]
keywords = ["hello", "world"]
classifiers = ["Programming Language :: Python :: 3", "Private :: Do Not Upload"]
dependencies = ["rich[jupyter]>=13; python_version < '3.12'"]
import-names = ["greet", "greet._core; private"]

[project.urls]
Homepage = "https://example.org"

[project.scripts]
greet = "greet.cli:main"

[project.entry-points."greet.plugins"]
en = "greet.en"

[project.optional-dependencies]
Web_UI = ["flask>=3; os_name == 'nt' or os_name == 'posix'"]

[dependency-groups]
dev = ["pytest", {include-group = "lint"}]
lint = ["ruff"]

[tool.hatch.version]
path = "x"
`;

describe('a file that says everything', () => {
  const { value, problems, warnings } = parsePyproject(FULL);

  it('is read without problems and warnings', () => {
    expect([problems, warnings]).toEqual([[], []]);
    expect(value?.buildSystem).toMatchObject({
      isDeclared: true,
      backend: { module: 'hatchling.build', object: undefined },
      backendPath: [],
    });
    expect(value?.project?.license).toMatchObject({
      kind: 'expression',
      expression: { normalized: 'MIT OR Apache-2.0' },
    });
    expect(value?.project?.entryPoints.map(({ group, name }) => [group, name])).toEqual([
      ['console_scripts', 'greet'],
      ['greet.plugins', 'en'],
    ]);
    expect([...(value?.dependencyGroups?.groups.keys() ?? [])]).toEqual(['dev', 'lint']);
  });

  it('becomes core metadata', () => {
    const metadata =
      value?.project && metadataOfProject(value.project, { readme: '# Greet\n', licenseFiles: ['LICENSE'] });
    expect(metadata && formatMetadata(metadata)).toEqual({
      problems: [],
      text: [
        'Metadata-Version: 2.4',
        'Name: Greet.Kit',
        'Version: 1.0',
        'Summary: Greets.',
        'Description-Content-Type: text/markdown',
        'Keywords: hello,world',
        'Author: Bo',
        'Author-email: Ada <ada@example.org>, c@example.org, "D. E" <d@example.org>',
        'License-Expression: MIT OR Apache-2.0',
        'License-File: LICENSE',
        'Classifier: Programming Language :: Python :: 3',
        'Classifier: Private :: Do Not Upload',
        'Requires-Dist: rich[jupyter]>=13; python_version < "3.12"',
        'Requires-Dist: flask>=3; (os_name == "nt" or os_name == "posix") and extra == "web-ui"',
        'Requires-Python: >=3.11',
        'Project-URL: Homepage, https://example.org',
        'Provides-Extra: web-ui',
        '',
        '# Greet',
        '',
      ].join('\n'),
    });
  });

  it('has no metadata while its version is dynamic and not found', () => {
    const dynamic = parsePyproject('[project]\nname = "kit"\ndynamic = ["version"]').value?.project;
    expect(dynamic && metadataOfProject(dynamic, {})).toBeUndefined();
  });
});

describe('without a table', () => {
  it('of the build system, setuptools builds as before there was one', () => {
    const system = parsePyproject(HEAD).value?.buildSystem;
    expect(system && [system.isDeclared, system.requires.map(formatRequirement), system.backend]).toEqual([
      false,
      ['setuptools'],
      { module: 'setuptools.build_meta', object: '__legacy__' },
    ]);
  });

  it('of the project, the backend provides everything', () => {
    expect(parsePyproject('[tool.x]').value?.project).toBeUndefined();
  });
});

describe('problems', () => {
  it.each([
    [
      '[project]\nname = "kit"',
      [
        [
          'pyproject/missing-key',
          'project.version',
          1,
          1,
          '“version” is missing here: add version = "0.1.0", or dynamic = ["version"] if the backend finds it.',
        ],
      ],
    ],
    [
      '[project]\nname = "-kit"\nversion = 1.0',
      [
        ['pyproject/name', 'project.name', 2, 9, 'A name begins and ends with an ASCII letter or digit.'],
        [
          'pyproject/wrong-type',
          'project.version',
          3,
          11,
          'A number stands here, and a version is text: write version = "1.0".',
        ],
      ],
    ],
    [
      `${HEAD}dependencies = [\n  "rich^13.2",\n  'a>=1.2.x',\n  "b *", "\\u0063=1",\n]`,
      [
        [
          'pyproject/requirement',
          'project.dependencies[0]',
          5,
          8,
          '“^13.2” is notation of npm and Poetry: write >=13.2,<14.',
        ],
        [
          'pyproject/requirement',
          'project.dependencies[1]',
          6,
          10,
          '“.x” doesn’t go with >=: write >=1.2,<2, or ~=1.2.',
        ],
        [
          'pyproject/requirement',
          'project.dependencies[2]',
          7,
          6,
          'Any version is meant by no clause at all: take the “*” out.',
        ],
        ['pyproject/requirement', 'project.dependencies[3]', 7, 17, '“=” is no operator: write ==1.'],
      ],
    ],
    [
      `${HEAD}requires-python = "^3.11"`,
      [
        [
          'pyproject/specifier',
          'project.requires-python',
          4,
          20,
          '“^3.11” is notation of npm and Poetry: write >=3.11,<4.',
        ],
      ],
    ],
    [
      `${HEAD}requires_python = ">=3"\nhomepage = "x"`,
      [
        [
          'pyproject/unknown-key',
          'project.requires_python',
          4,
          1,
          '[project] has no key “requires_python”: it is spelt “requires-python”.',
        ],
        [
          'pyproject/unknown-key',
          'project.homepage',
          5,
          1,
          '[project] has no key “homepage”: links belong into [project.urls].',
        ],
      ],
    ],
    [
      `${HEAD}license = "Apache 2.0"`,
      [['pyproject/license', 'project.license', 4, 12, expect.stringContaining('Apache-2.0')]],
    ],
    [
      `${HEAD}license = "MIT"\nclassifiers = ["License :: OSI Approved :: MIT License", "Python"]`,
      [
        [
          'pyproject/license-classifier',
          'project.classifiers[0]',
          5,
          16,
          'The licence is said by “license” already: take this classifier out.',
        ],
        [
          'pyproject/classifier',
          'project.classifiers[1]',
          5,
          58,
          'A classifier is words of the index’s list joined by “ :: ”, such as "Programming Language :: Python :: 3".',
        ],
      ],
    ],
    [
      `${HEAD}license-files = ["../LICENSE", "/x", "a\\\\b", "LICEN{CSE*", "[a", "[]", ""]`,
      [
        [
          'pyproject/license-file',
          'project.license-files[0]',
          4,
          18,
          'A licence file is inside the project: “..” has no place in its pattern.',
        ],
        [
          'pyproject/license-file',
          'project.license-files[1]',
          4,
          32,
          'A pattern begins in the project’s folder: write it without the “/” or drive in front.',
        ],
        ['pyproject/license-file', 'project.license-files[2]', 4, 38, 'Folders are separated by “/”, on Windows too.'],
        [
          'pyproject/license-file',
          'project.license-files[3]',
          4,
          46,
          '“{” has no place in a pattern: letters, digits, “_”, “-”, “.”, spaces, “/”, “*”, “?” and ranges such as [CS] have.',
        ],
        [
          'pyproject/license-file',
          'project.license-files[4]',
          4,
          60,
          'A range is opened by “[”, closed by “]”, and holds letters, digits, “_”, “-”, “.” or spaces.',
        ],
        [
          'pyproject/license-file',
          'project.license-files[5]',
          4,
          66,
          'A range is opened by “[”, closed by “]”, and holds letters, digits, “_”, “-”, “.” or spaces.',
        ],
        [
          'pyproject/license-file',
          'project.license-files[6]',
          4,
          72,
          'A pattern is missing here: write one such as LICEN[CS]E*.',
        ],
      ],
    ],
    [
      `${HEAD}readme = "README"\ndescription = "a\\nb"`,
      [
        [
          'pyproject/description',
          'project.description',
          5,
          15,
          'The description is one line: what is longer belongs into the readme.',
        ],
        [
          'pyproject/readme',
          'project.readme',
          4,
          10,
          'What this file is written in is told by .md or .rst only: write readme = {file = "README", content-type = "text/plain"}.',
        ],
      ],
    ],
    [
      `${HEAD}readme = {file = "README.md"}`,
      [
        [
          'pyproject/missing-key',
          'project.readme.content-type',
          4,
          10,
          '“content-type” is missing here: add a line such as content-type = "text/markdown".',
        ],
      ],
    ],
    [
      `${HEAD}readme = {text = "x", content-type = "text/html"}`,
      [
        [
          'pyproject/readme',
          'project.readme.content-type',
          4,
          39,
          'The description is text/plain, text/x-rst or text/markdown.',
        ],
      ],
    ],
    [
      `${HEAD}authors = [{}, {name = "A, B"}, {email = "Ada <a@b>"}, {github = "x", name = "A"}]`,
      [
        [
          'pyproject/person',
          'project.authors[0]',
          4,
          12,
          'A person has a name, an address, or both: {name = "Ada", email = "ada@example.org"}.',
        ],
        [
          'pyproject/person',
          'project.authors[1].name',
          4,
          24,
          'A name has no comma in it: make a table of each person.',
        ],
        [
          'pyproject/person',
          'project.authors[2].email',
          4,
          42,
          'This is no address for mail: write one such as ada@example.org, and the name beside it as “name”.',
        ],
        [
          'pyproject/unknown-key',
          'project.authors[3].github',
          4,
          57,
          'A person has no key “github”: a person has “name”, “email”, or both; links belong into [project.urls].',
        ],
      ],
    ],
    [
      `${HEAD}[project.urls]\nHomepage = "https://example.org"\ndependencies = ["x"]\n${'l'.repeat(33)} = "https://example.org"`,
      [
        [
          'pyproject/wrong-type',
          'project.urls.dependencies',
          6,
          1,
          '“dependencies” stands in [project.urls] here: move it above that header.',
        ],
        [
          'pyproject/url-label',
          `project.urls.${'l'.repeat(33)}`,
          7,
          1,
          'A label has 32 characters at most: shorten it.',
        ],
      ],
    ],
    [
      `${HEAD}[project.entry-points.console_scripts]\na = "b:c"\n[project.entry-points.kit.plugins]\nx = "y"`,
      [
        [
          'pyproject/entry-point',
          'project.entry-points.console_scripts',
          4,
          23,
          'Commands have a table of their own: write [project.scripts] instead.',
        ],
        [
          'pyproject/entry-point',
          'project.entry-points.kit.plugins',
          6,
          1,
          'A group of entry points has no tables in it: if the group’s name has a dot, put quotes around the name.',
        ],
      ],
    ],
    [
      `${HEAD}[project.scripts]\nkit = "kit.cli"`,
      [
        [
          'pyproject/entry-point',
          'project.scripts.kit',
          5,
          8,
          'A command calls a function: write kit.cli:main, or what its name is.',
        ],
      ],
    ],
    [
      `${HEAD}[project.optional-dependencies]\na_b = []\n"A.b" = []\n"é" = []`,
      [
        [
          'pyproject/duplicate-extra',
          'project.optional-dependencies.A.b',
          6,
          1,
          '“A.b” and “a_b” are the same extra, a-b: join them, or rename one.',
        ],
        [
          'pyproject/extra',
          'project.optional-dependencies.é',
          7,
          1,
          'An extra is named as a project is. “é” cannot stand in a name: ASCII letters, digits, “-”, “_” and “.” can.',
        ],
      ],
    ],
    [
      `${HEAD}dynamic = ["name", "version", "dependencies", "bogus"]\ndependencies = []`,
      [
        ['pyproject/dynamic', 'project.dynamic[0]', 4, 12, 'A name is never dynamic: write name = "my-project".'],
        [
          'pyproject/dynamic',
          'project.dynamic[1]',
          4,
          20,
          '“version” has a value in [project] already: take the value out, or this.',
        ],
        [
          'pyproject/dynamic',
          'project.dynamic[3]',
          4,
          47,
          expect.stringMatching(/^Here stand keys of \[project\] only: version, /),
        ],
      ],
    ],
    [
      `${HEAD}import-names = ["kit.a", "x", "class"]\nimport-namespaces = ["x"]`,
      [
        [
          'pyproject/import-name',
          'project.import-names[2]',
          4,
          32,
          '“class” is a keyword of Python: nothing can be imported by that name.',
        ],
        [
          'pyproject/import-name',
          'project.import-namespaces[0]',
          5,
          22,
          '“x” is listed already: each name stands once, in one of the two lists.',
        ],
        [
          'pyproject/import-name',
          'project.import-names[0]',
          4,
          17,
          '“kit” is missing, in which this is: list it in import-namespaces, or in import-names if it is yours alone.',
        ],
      ],
    ],
    [
      '[build-system]\nbuild-backend = "a-b"\nbackend-path = ["..", "a/../b"]\nx = 1',
      [
        [
          'pyproject/unknown-key',
          'build-system.x',
          4,
          1,
          '[build-system] has no key “x”: take it out; the keys are requires, build-backend, backend-path.',
        ],
        [
          'pyproject/missing-key',
          'build-system.requires',
          1,
          1,
          '“requires” is missing here: add a line such as requires = ["hatchling"].',
        ],
        [
          'pyproject/backend',
          'build-system.build-backend',
          2,
          17,
          'A backend is a module, and perhaps “:” and an object in it, such as hatchling.build: names joined by dots.',
        ],
        [
          'pyproject/backend-path',
          'build-system.backend-path[0]',
          3,
          17,
          'The backend’s folder is inside the project: write a path that begins there, such as "." or "tools/build".',
        ],
      ],
    ],
    [
      '[dependency-groups]\ndev = ["a>=1.*", {include-group = "x"}, 1]\nDev = []',
      [
        [
          'dependency-groups/duplicate-names',
          'dependency-groups.Dev',
          3,
          1,
          '“Dev” and “dev” are the same group, dev: join them, or rename one.',
        ],
        [
          'dependency-groups/bad-requirement',
          'dependency-groups.dev[0]',
          2,
          13,
          '“.*” goes with == and != only: with >=, write the version alone.',
        ],
        ['dependency-groups/wrong-type', 'dependency-groups.dev[2]', 2, 41, expect.any(String)],
      ],
    ],
    [
      'build-system = 1\nproject = []',
      [
        ['pyproject/wrong-type', 'build-system', 1, 16, 'Here stands an integer: write a table.'],
        ['pyproject/wrong-type', 'project', 2, 11, 'Here stands an array: write a table.'],
      ],
    ],
  ])('of %j have their places and remedies', (text, expected) => {
    const { value, problems } = parsePyproject(text);
    expect(value).toBeUndefined();
    expect(located(text, problems)).toEqual(expected);
  });
});

describe('warnings', () => {
  it.each([
    [
      `${HEAD}license = {text = "mit"}`,
      [
        [
          'pyproject/license-table',
          'project.license',
          4,
          11,
          'The table is the old way: write license = "MIT" and license-files = ["LICEN[CS]E*"] instead of it.',
        ],
      ],
    ],
    [
      `${HEAD}license = {file = "COPYING"}`,
      [
        [
          'pyproject/license-table',
          'project.license',
          4,
          11,
          'The table is the old way: write license = "MIT", or what the licence is, and license-files = ["COPYING"] instead of it.',
        ],
      ],
    ],
    [
      `${HEAD}classifiers = ["License :: OSI Approved"]`,
      [
        [
          'pyproject/license-classifier',
          'project.classifiers[0]',
          4,
          16,
          'Classifiers of licences are the old way: write license = "MIT", or what the licence is, instead.',
        ],
      ],
    ],
    [
      '[project]\nname = "kit"\nversion = "1.0.0-rc.1"',
      [
        [
          'pyproject/version',
          'project.version',
          3,
          11,
          'Installers write this version as 1.0.0rc1: better write it so.',
        ],
      ],
    ],
    [
      '[build-system]\nrequires = ["build"]',
      [
        [
          'pyproject/build-frontend',
          'build-system.requires',
          2,
          12,
          '“build” starts a build, and isn’t what builds: write requires = ["hatchling"] and build-backend = "hatchling.build".',
        ],
      ],
    ],
    [
      '[build-system]\nrequires = ["wheel"]\nbuild-backend = "setuptools.build_meta"',
      [
        [
          'pyproject/backend-not-required',
          'build-system.requires',
          2,
          12,
          'setuptools.build_meta comes from setuptools, which isn’t required here: add "setuptools".',
        ],
      ],
    ],
    [
      '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling"',
      [
        [
          'pyproject/backend',
          'build-system.build-backend',
          3,
          17,
          'hatchling has no hooks to build: write build-backend = "hatchling.build".',
        ],
      ],
    ],
    [
      '[tool.hatchling.version]\npath = "x"\n[black]\nx = 1',
      [
        [
          'pyproject/unknown-table',
          'black',
          3,
          2,
          '“black” is no table of this file: settings of a tool belong into [tool.black].',
        ],
        ['pyproject/tool-name', 'tool.hatchling', 1, 7, 'Nothing reads [tool.hatchling]: write [tool.hatch].'],
      ],
    ],
    [
      `${HEAD}keywords = ["a, b"]\n[project.urls]\n"Home, page" = "example.org"`,
      [
        [
          'pyproject/keyword',
          'project.keywords[0]',
          4,
          13,
          'A comma separates keywords in the metadata: make a string of each keyword.',
        ],
        [
          'pyproject/url-label',
          'project.urls.Home, page',
          6,
          1,
          'In the metadata a comma ends the label: write one without, such as Homepage.',
        ],
        ['pyproject/url', 'project.urls.Home, page', 6, 16, 'A URL begins with its scheme: write https:// in front.'],
      ],
    ],
  ])('of %j say what is old or meant otherwise', (text, expected) => {
    const { value, warnings } = parsePyproject(text);
    expect(value).toBeDefined();
    expect(located(text, warnings)).toEqual(expected);
  });
});

describe('notation of other tools', () => {
  it.each([
    ['a^1.2.3', '>=1.2.3,<2.'],
    ['a^0.2.3', '>=0.2.3,<0.3.'],
    ['a^0.0.3', '>=0.0.3,<0.0.4.'],
    ['a^0', '>=0,<1.'],
    ['a~1.2.3', '>=1.2.3,<1.3.'],
    ['a ~1', '>=1,<2.'],
    ['a==1.x', '==1.*.'],
    ['a 1.2.x', '==1.2.*.'],
    ['a=1.2', '==1.2.'],
  ])('%j is advised to be %s', (text, remedy) => {
    expect(adviseSpecifier(text)).toMatch(new RegExp(`write ${remedy.replace(/[.*]/g, '\\$&')}$`));
  });

  it.each(['a>=1', 'a~=1.2', 'a==1.*', 'a @ https://example.org/x'])('%j is not touched', (text) => {
    expect(adviseSpecifier(text)).toBeUndefined();
  });
});
