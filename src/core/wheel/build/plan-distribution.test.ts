import { describe, expect, it } from 'vitest';
import { planDistribution } from './plan-distribution';
import { MAX_TREE_FILES } from './project-files';
import { GREETING, HATCH, KIT, pathsOf, planOf, textIn, treeOf } from './written-projects';

const INFO = 'greeting-0.1.0.dist-info';

/** What is told of a project: stage, code, line and the tool’s words. */
function told(files: Readonly<Record<string, string>>, kind: 'wheel' | 'sdist' | 'editable' = 'wheel') {
  const planned = planDistribution(treeOf(files), kind);
  const problems = planned.kind === 'failed' ? planned.problems : planned.warnings;
  return problems.map(({ stage, weight, code, at, saidBy, toolSays }) => ({
    stage,
    weight,
    code,
    line: at?.line,
    saidBy,
    toolSays,
  }));
}

describe('a wheel of the course’s project', () => {
  const plan = planOf(planDistribution(GREETING, 'wheel'));

  it('has the package without src, then .dist-info with METADATA first and RECORD last', () => {
    expect(plan.filename).toBe('greeting-0.1.0-py3-none-any.whl');
    expect(plan.files.map(({ path }) => path)).toEqual([
      'greeting/__init__.py',
      'greeting/__main__.py',
      `${INFO}/METADATA`,
      `${INFO}/WHEEL`,
      `${INFO}/entry_points.txt`,
      `${INFO}/licenses/LICENSE`,
      `${INFO}/RECORD`,
    ]);
  });

  it('has each file written down with its hash and size, and RECORD itself with neither', () => {
    expect(textIn(plan, `${INFO}/RECORD`)?.split('\n')).toEqual([
      'greeting/__init__.py,sha256=rib3nlGNtu0Cy-mm3BX5l9a009Pt16SNReTLSqlmNpU,81',
      'greeting/__main__.py,sha256=3C3qPARONtANRP0JDOgGpiuQBwo6S4kKLwSPv9BlYC4,151',
      'greeting-0.1.0.dist-info/METADATA,sha256=T2xojiUuwKT01ESwhGuF6ADyEiCGjxIXaQ74vYqZkQ0,228',
      'greeting-0.1.0.dist-info/WHEEL,sha256=2iZrJkDIkeDh0k9SikKMqFuRP-ua6mb4Ir1AsER4BEw,87',
      'greeting-0.1.0.dist-info/entry_points.txt,sha256=LteuAS6IpVhY38nDhBdPB3uxgwNtJGNEXfNIrtdjzM8,49',
      'greeting-0.1.0.dist-info/licenses/LICENSE,sha256=Ym2YKaYV5AqyaHEZHKbYrglywKCB6tiIFi7isBWKrDM,21',
      'greeting-0.1.0.dist-info/RECORD,,',
      '',
    ]);
  });

  it('says in METADATA what [project] says, and has the readme’s text below', () => {
    expect(textIn(plan, `${INFO}/METADATA`)).toBe(
      [
        'Metadata-Version: 2.5',
        'Name: greeting',
        'Version: 0.1.0',
        'Summary: Says hello.',
        'Description-Content-Type: text/markdown',
        'License-Expression: MIT',
        'License-File: LICENSE',
        'Requires-Python: >=3.10',
        '',
        '# greeting\n\nSays hello, in a few languages.\n',
      ].join('\n'),
    );
  });

  it('has a reason for each file that is left out', () => {
    expect(plan.leftOut).toEqual([
      { path: 'README.md', because: 'Its text is in METADATA.' },
      {
        path: 'pyproject.toml',
        because: 'What it says of the project is in METADATA; a wheel needs no building.',
      },
      {
        path: 'tests/test_greet.py',
        because: 'It lies outside of src/greeting, which is what goes into the wheel.',
      },
    ]);
  });
});

describe('the other distributions of the course’s project', () => {
  it('are an sdist with everything in one folder', () => {
    const plan = planOf(planDistribution(GREETING, 'sdist'));
    expect([plan.filename, plan.tag, plan.leftOut]).toEqual(['greeting-0.1.0.tar.gz', undefined, []]);
    expect(plan.files.map(({ path }) => path)).toEqual(
      [
        'src/greeting/__init__.py',
        'src/greeting/__main__.py',
        'tests/test_greet.py',
        'LICENSE',
        'README.md',
        'pyproject.toml',
        'PKG-INFO',
      ].map((path) => `greeting-0.1.0/${path}`),
    );
  });

  it('are an editable wheel with the folder’s path instead of the package', () => {
    const plan = planOf(planDistribution(GREETING, 'editable', '/home/ada/work'));
    expect(plan.files[0]?.path).toBe('_editable_impl_greeting.pth');
    expect(textIn(plan, '_editable_impl_greeting.pth')).toBe('/home/ada/work/src');
    expect(plan.pathFolders).toEqual(['src']);
    expect(plan.files.some(({ path }) => path.endsWith('.py'))).toBe(false);
  });
});

describe('the stages', () => {
  it.each([
    ['TOML that is none', '[project\n', 'toml/header-open', 2, 'cause: Invalid `pyproject.toml`'],
    [
      'a [build-system] without requires',
      '[build-system]\nbuild-backend = "hatchling.build"',
      'pyproject/missing-key',
      1,
      'missing field `requires`',
    ],
    [
      'a version that is missing, where uv starts the build,',
      `${HATCH}[project]\nname = "kit"`,
      'pyproject/missing-key',
      5,
      '`pyproject.toml` is using the `[project]` table, but the required `project.version` field is neither set nor present in the `project.dynamic` list',
    ],
  ])('of %s is parse, said by who starts the build', (_, text, code, line, toolSays) => {
    const [problem] = told({ 'pyproject.toml': text });
    expect(problem).toMatchObject({ stage: 'parse', weight: 'error', saidBy: 'frontend', toolSays });
    expect([problem?.code, problem?.line]).toEqual([code, line]);
  });

  it.each([
    [
      'another backend',
      '[build-system]\nrequires = ["flit-core"]\nbuild-backend = "flit_core.buildapi"',
      'not-modelled',
    ],
    [
      'a backend in the project',
      '[build-system]\nrequires = []\nbuild-backend = "own"\nbackend-path = ["."]',
      'not-modelled',
    ],
    [
      'a backend that isn’t required',
      '[build-system]\nrequires = []\nbuild-backend = "hatchling.build"',
      'backend-missing',
    ],
    ['a hook', `${KIT}[tool.hatch.build.hooks.custom]\npath = "x.py"`, 'not-modelled'],
    ['no [project]', HATCH, 'no-project'],
    ['no package', KIT, 'no-package'],
    ['a readme that isn’t there', `${KIT}readme = "README.md"`, 'readme-missing'],
    ['a licence’s file that isn’t there', `${KIT}license = {file = "COPYING"}`, 'license-missing'],
    ['a version from nowhere', `${HATCH}[project]\nname = "kit"\ndynamic = ["version"]`, 'version-source'],
    [
      'a version’s file that isn’t there',
      `${HATCH}[project]\nname = "kit"\ndynamic = ["version"]\n[tool.hatch.version]\npath = "a.py"`,
      'version-file',
    ],
    ['a setting of another kind', `${KIT}[tool.hatch.build]\npackages = "kit"`, 'hatch-setting'],
    ['a forced file that isn’t there', `${KIT}[tool.hatch.build.force-include]\n"a" = "b"`, 'force-include'],
    ['a requirement by its address', `${KIT}dependencies = ["a @ https://example.org/a.whl"]`, 'direct-reference'],
    ['extras in a circle', `${KIT}optional-dependencies = {a = ["kit[b]"], b = ["kit[a]"]}`, 'own-extra'],
    ['a key that is static and dynamic', `${KIT}keywords = ["a"]\ndynamic = ["keywords"]`, 'static-and-dynamic'],
  ])('of %s is build', (_, text, code) => {
    const errors = told({ 'pyproject.toml': text }).filter(({ weight }) => weight === 'error');
    expect(errors.map((error) => [error.stage, error.code])).toEqual([['build', code]]);
  });

  it('come parse first, and what the backend would say next after it', () => {
    const text = `${HATCH}[project]\nname = "kit"\nkeywords = "kit"\nversion = 1`;
    expect(
      told({ 'pyproject.toml': text }).map(({ stage, code, saidBy, line }) => [stage, code, saidBy, line]),
    ).toEqual([
      ['parse', 'pyproject/wrong-type', 'frontend', 8],
      ['build', 'pyproject/wrong-type', 'backend', 7],
      ['build', 'no-requires-python', 'backend', 5],
    ]);
  });

  it('end in none where another requirement brings the backend along', () => {
    const text = KIT.replace('"hatchling"', '"hatch-vcs>=0.5"');
    expect(told({ 'pyproject.toml': text, 'kit/__init__.py': '' }).filter(({ weight }) => weight === 'error')).toEqual(
      [],
    );
  });

  it('end in none for what hatchling overlooks: an entry point is unchecked text', () => {
    const tree = treeOf({ 'pyproject.toml': `${KIT}[project.scripts]\nkit = "kit"\n`, 'kit.py': '' });
    const planned = planDistribution(tree, 'wheel');
    expect(textIn(planOf(planned), 'kit-1.0.dist-info/entry_points.txt')).toBe('[console_scripts]\nkit = kit\n');
    expect(planned.kind === 'planned' && planned.warnings.map(({ code }) => code)).toEqual(['pyproject/entry-point']);
  });

  it('come with warnings beside: no requires-python, a licence in the old form, a package that isn’t there', () => {
    const text = `${HATCH}[project]\nname = "kit"\nversion = "1"\nlicense = {text = "MIT"}\n[tool.hatch.build.targets.wheel]\npackages = ["src/kit"]`;
    expect(told({ 'pyproject.toml': text }).map(({ code, weight, line }) => [code, weight, line])).toEqual([
      ['pyproject/license-table', 'warning', 8],
      ['no-requires-python', 'warning', 5],
      ['nothing-there', 'warning', 10],
    ]);
  });
});

describe('what hatchling takes', () => {
  const files = {
    'kit/__init__.py': '',
    'kit/data.json': '{}',
    'kit/__pycache__/a.pyc': '',
    'kit/a.pyc': '',
    'kit/secret.log': '',
    'kit/keep.log': '',
    'docs/index.md': '',
    'bin/run': '#!/usr/bin/env python3 -s\nprint()\n',
    '.gitignore': '*.log\n!keep.log\n',
  };
  const wheelPaths = (more: string) =>
    pathsOf(planDistribution(treeOf({ ...files, 'pyproject.toml': KIT + more }), 'wheel')).filter(
      (path) => !path.startsWith('kit-1.0.dist-info/'),
    );

  it('is a package with its data, less bytecode and what .gitignore has', () => {
    expect(wheelPaths('')).toEqual(['kit/__init__.py', 'kit/data.json', 'kit/keep.log']);
  });

  it.each([
    ['exclude = ["*.json"]', ['kit/__init__.py', 'kit/keep.log']],
    ['only-include = ["docs"]', ['docs/index.md']],
    ['include = ["*.md"]', ['docs/index.md']],
    [
      'packages = ["kit"]\nartifacts = ["secret.log"]',
      ['kit/__init__.py', 'kit/data.json', 'kit/keep.log', 'kit/secret.log'],
    ],
    ['ignore-vcs = true', ['kit/__init__.py', 'kit/data.json', 'kit/keep.log', 'kit/secret.log']],
    ['sources = {"kit" = "tool"}\nonly-include = ["kit"]', ['tool/__init__.py', 'tool/data.json', 'tool/keep.log']],
    [
      'force-include = {"docs" = "kit/docs"}',
      ['kit/__init__.py', 'kit/data.json', 'kit/keep.log', 'kit/docs/index.md'],
    ],
    ['shared-data = {"docs" = "share/kit"}\nonly-include = ["x"]', ['kit-1.0.data/data/share/kit/index.md']],
  ])('goes by %s', (settings, expected) => {
    expect(wheelPaths(`[tool.hatch.build.targets.wheel]\n${settings}\n`)).toEqual(expected);
  });

  it('is a script with #!python in its first line', () => {
    const toml = `${KIT}[tool.hatch.build.targets.wheel.shared-scripts]\n"bin/run" = "run"\n`;
    const plan = planOf(planDistribution(treeOf({ ...files, 'pyproject.toml': toml }, ['bin/run']), 'wheel'));
    const script = plan.files.find(({ path }) => path === 'kit-1.0.data/scripts/run');
    expect(script && new TextDecoder().decode(script.content)).toBe('#!python -s\nprint()\n');
    expect(script?.isExecutable).toBe(true);
  });
});

describe('a hostile tree', () => {
  const toml = { path: 'pyproject.toml', content: KIT };

  it.each([
    ['../kit.py', 'path'],
    ['/kit.py', 'path'],
    ['C:kit.py', 'path'],
    ['a\\b.py', 'path'],
    ['a//b.py', 'path'],
    ['./b.py', 'path'],
    ['a\u202eb.py', 'path'],
    ['', 'path'],
    ['x/'.repeat(100), 'path'],
    ['pyproject.toml', 'two-files'],
    ['pyproject.toml/x', 'file-and-folder'],
  ])('with the path %j is refused', (path, code) => {
    const planned = planDistribution([toml, { path, content: '' }], 'wheel');
    expect(planned.kind === 'failed' && planned.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('with names that differ in case alone is built with a warning', () => {
    const planned = planDistribution(
      treeOf({ 'pyproject.toml': KIT, 'kit/__init__.py': '', 'kit/__INIT__.py': '' }),
      'wheel',
    );
    expect(planned.kind === 'planned' && planned.warnings.map(({ code }) => code)).toEqual(['names-alike']);
  });

  it('with too many files, or too much in them, isn’t read', () => {
    const many = Array.from({ length: MAX_TREE_FILES + 1 }, (_, index) => ({ path: `${index}`, content: '' }));
    const large = [toml, ...['a', 'b', 'c'].map((path) => ({ path, content: new Uint8Array(30_000_000) }))];
    expect([many, large].map((tree) => planDistribution(tree, 'wheel'))).toMatchObject([
      { kind: 'failed', problems: [{ code: 'too-many-files' }] },
      { kind: 'failed', problems: [{ code: 'too-large' }] },
    ]);
  });

  it('with bytes that are no UTF-8 where text belongs is refused', () => {
    const bytes = new Uint8Array([0xff, 0xfe]);
    expect(planDistribution([{ path: 'pyproject.toml', content: bytes }], 'wheel')).toMatchObject({
      kind: 'failed',
      problems: [{ stage: 'parse', code: 'not-utf-8' }],
    });
    const readme = [
      { path: 'pyproject.toml', content: `${KIT}readme = "a.md"` },
      { path: 'a.md', content: bytes },
    ];
    expect(planDistribution(readme, 'wheel')).toMatchObject({ kind: 'failed', problems: [{ code: 'not-utf-8' }] });
  });

  it('with patterns that take long ends', () => {
    const name = 'a'.repeat(900);
    const patterns = Array.from({ length: 400 }, () => `"*${'a'.repeat(99)}b"`).join(', ');
    const toml = `${KIT}[tool.hatch.build]\nexclude = [${patterns}]\n`;
    const planned = planDistribution(
      treeOf({ 'pyproject.toml': toml, 'kit/__init__.py': '', [`kit/${name}`]: '' }),
      'wheel',
    );
    expect(planned).toMatchObject({ kind: 'failed', problems: [{ code: 'too-much' }] });
  });
});
