/**
 * Wheels that the core built, installed by the real pip into one fresh virtual environment, and their commands run, where the machine has
 * Python 3.10 or newer with pip and venv; elsewhere this says that it was skipped. Nothing is fetched.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDistribution } from './plan-distribution';
import type { SourceTree } from './source-tree';
import { writeDistribution } from './write-distribution';
import { GREETING, HATCH, planOf, treeOf } from './written-projects';

/** pip can install into another environment since 22.3, so that the fresh one needn’t get a pip of its own. */
const hasPython =
  spawnSync('python3', [
    '-c',
    'import sys, venv, pip; sys.exit(sys.version_info < (3, 10) or tuple(map(int, pip.__version__.split(".")[:2])) < (22, 3))',
  ]).status === 0;

const project = (name: string, more: string) =>
  `${HATCH}[project]\nname = "${name}"\nrequires-python = ">=3.10"\n${more}`;

/** Each with what its command prints. */
const PROJECTS: readonly { readonly tree: SourceTree; readonly command: readonly string[]; readonly prints: string }[] =
  [
    { tree: GREETING, command: ['greet', 'Ada'], prints: 'Hello, Ada!\n' },
    {
      // Flat layout; a group of its own; an extra, whose requirement isn’t there and needn’t be.
      tree: treeOf({
        'pyproject.toml': project(
          'Flat.Kit',
          'version = "2.0rc1"\noptional-dependencies = {Fast_One = ["not-there>=2 ; os_name == \'nt\'"]}\n[project.scripts]\nflat = "flat_kit.cli:run"\nflat-too = "flat_kit.cli:Other.run"\n[project.entry-points."flat.plugins"]\none = "flat_kit.cli"\n',
        ),
        'flat_kit/__init__.py': '',
        'flat_kit/cli.py':
          'from importlib.metadata import entry_points, metadata\n\n\ndef run():\n    print([e.load().__name__ for e in entry_points(group="flat.plugins")], metadata("flat-kit")["Provides-Extra"])\n\n\nclass Other:\n    run = staticmethod(run)\n',
        'tests/test_kit.py': 'raise SystemExit("never run")\n',
      }),
      command: ['flat-too'],
      prints: "['flat_kit.cli'] fast-one\n",
    },
    {
      // Data in the package, licences by pattern, a version out of a file.
      tree: treeOf({
        'pyproject.toml': project(
          'data-kit',
          'dynamic = ["version"]\nlicense = "MIT OR Apache-2.0"\nlicense-files = ["licences/*"]\n[project.scripts]\ndata-kit = "data_kit:main"\n[tool.hatch.version]\npath = "src/data_kit/__init__.py"\n',
        ),
        'src/data_kit/__init__.py':
          '__version__ = "1.4.0"\nfrom importlib.metadata import distribution, version\nfrom importlib.resources import files\n\n\ndef main():\n    licences = distribution("data-kit").metadata.get_all("License-File")\n    print(files("data_kit").joinpath("wörter/de.txt").read_text(encoding="utf-8"), version("data-kit"), licences)\n',
        'src/data_kit/wörter/de.txt': 'Grüß dich',
        'licences/MIT.txt': 'MIT\n',
        'licences/Apache-2.0.txt': 'Apache\n',
      }),
      command: ['data-kit'],
      prints: "Grüß dich 1.4.0 ['licences/Apache-2.0.txt', 'licences/MIT.txt']\n",
    },
    {
      // A single module; a script and a data file for the environment’s own folders.
      tree: treeOf(
        {
          'pyproject.toml': project(
            'single',
            'version = "1.0"\n[tool.hatch.build.targets.wheel]\nshared-data = {"single.1" = "share/man/man1/single.1"}\nshared-scripts = {"run.py" = "single-run"}\n',
          ),
          'single.py': 'VALUE = 42\n',
          'single.1': '.TH SINGLE 1\n',
          'run.py':
            '#!/usr/bin/env python3\nimport pathlib, sys, single\nprint(single.VALUE, pathlib.Path(sys.prefix, "share/man/man1/single.1").exists())\n',
        },
        ['run.py'],
      ),
      command: ['single-run'],
      prints: '42 True\n',
    },
  ];

describe.runIf(hasPython)('wheels that the core built (needs Python with pip and venv)', () => {
  const folder = hasPython ? mkdtempSync(`${tmpdir()}/shipshape-installed-`) : '';
  const environment = `${folder}/venv`;
  const run = (program: string, ...args: readonly string[]) => {
    // No settings of this machine, and no network.
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, PIP_CONFIG_FILE: '/dev/null', PYTHONUTF8: '1' };
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
    return { status, stdout, stderr };
  };
  const pip = (...args: readonly string[]) =>
    run('python3', '-m', 'pip', '--disable-pip-version-check', '--python', `${environment}/bin/python`, ...args);
  /** What the environment has, less bytecode. */
  const listed = () =>
    readdirSync(environment, { recursive: true, encoding: 'utf8' }).filter((path) => !path.includes('__pycache__'));
  let before: readonly string[] = [];

  beforeAll(async () => {
    run('python3', '-m', 'venv', '--without-pip', environment);
    before = listed();
    const wheels: string[] = [];
    for (const { tree } of PROJECTS) {
      const plan = planOf(planDistribution(tree, 'wheel'));
      wheels.push(`${folder}/${plan.filename}`);
      writeFileSync(`${folder}/${plan.filename}`, await writeDistribution(plan));
    }
    const installed = pip('install', '--no-index', '--no-deps', '--no-compile', '--quiet', ...wheels);
    // What else a pip has to say, of a newer one or of the folder's rights, is the machine's affair.
    expect(installed.status, installed.stderr).toBe(0);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('have commands that run', () => {
    const printed = PROJECTS.map(({ command: [name = '', ...args] }) => run(`${environment}/bin/${name}`, ...args));
    expect(printed).toEqual(PROJECTS.map(({ prints }) => ({ status: 0, stdout: prints, stderr: '' })));
  });

  it('want nothing that isn’t there, and leave nothing behind', () => {
    expect(pip('check').stdout).toBe('No broken requirements found.\n');
    expect(pip('uninstall', '--yes', '--quiet', 'greeting', 'flat-kit', 'data-kit', 'single').status).toBe(0);
    expect(listed().filter((path) => !before.includes(path) && !/^share(?:\/man(?:\/man1)?)?$/.test(path))).toEqual([]);
  });
});
