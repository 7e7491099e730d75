/**
 * The script to copy, run where the machine has Python 3.10 or newer with pip and venv; elsewhere this says that it was skipped. Nothing is
 * fetched: in the place of build stands a module that takes the core’s own wheel; zipfile, pip and the command are real.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { writeDistribution } from '@/core/wheel';
import { builderScenario } from './builder.fixture';
import { shownPlan } from './crate-picture';
import { model } from './model';
import type { BuilderEvent } from './state';

/** pip can install into another environment since 22.3, so that the fresh one needn’t get a pip of its own. */
const { status, stdout: python } = spawnSync(
  'python3',
  [
    '-c',
    'import sys, venv, pip; print(sys.executable, end=""); sys.exit(sys.version_info < (3, 10) or tuple(map(int, pip.__version__.split(".")[:2])) < (22, 3))',
  ],
  { encoding: 'utf8' },
);

/** Shows what lies there, and hands the wheel out that was prepared. */
const BUILD = `import os, pathlib, shutil, sys
print("\\n".join(sorted(str(path) for path in pathlib.Path().rglob("*") if path.is_file())))
out = sys.argv[sys.argv.index("--outdir") + 1]
os.makedirs(out)
shutil.copy(os.environ["WHEEL"], out)
`;

const PIP = `#!/bin/sh
case "$*" in *build==*) exit ;; esac
exec "$REAL" -m pip --disable-pip-version-check --python "$(dirname "$0")/python" "$@" --no-index --no-deps
`;

/** Makes the environment, without the pip and with the build that stand in. */
const PYTHON = `#!/bin/sh
[ "$2" = venv ] || exec "$REAL" "$@"
"$REAL" -m venv --without-pip "$3" && cp "$STANDINS/pip" "$3/bin/" && cp "$STANDINS/build.py" "$3"/lib/python*/site-packages/
`;

describe.runIf(status === 0)('the script to copy (needs Python with pip and venv)', () => {
  it('lays out the project, lists the wheel, installs it, starts the command, and leaves nothing', async () => {
    const scene = model.open(builderScenario('greeting'));
    const events: readonly BuilderEvent[] = [
      { kind: 'typed', path: 'README.md', text: "# It's\nEND_OF_FILE" },
      { kind: 'built' },
      { kind: 'install-asked' },
      { kind: 'ran', command: 'greet' },
    ];
    const state = events.reduce((before, event) => model.update(scene, before, event), model.first(scene));
    const plan = shownPlan(state);
    if (plan === undefined) throw new Error('The project can’t be built.');
    const folder = mkdtempSync(`${tmpdir()}/shipshape-builder-`);
    const standins = `${folder}/standins`;
    const place = `${folder}/tmp`;
    try {
      for (const made of [standins, place]) mkdirSync(made);
      writeFileSync(`${standins}/${plan.filename}`, await writeDistribution(plan));
      writeFileSync(`${standins}/build.py`, BUILD);
      for (const [name, text] of [
        ['pip', PIP],
        ['python3', PYTHON],
      ] as const) {
        writeFileSync(`${standins}/${name}`, text);
        chmodSync(`${standins}/${name}`, 0o755);
      }
      // No settings of this machine, and no network.
      const { stdout, stderr } = spawnSync('sh', ['-c', model.realCheck(scene, state).script], {
        encoding: 'utf8',
        env: {
          PATH: `${standins}:/usr/bin:/bin`,
          TMPDIR: place,
          HOME: folder,
          PIP_CONFIG_FILE: '/dev/null',
          REAL: python,
          STANDINS: standins,
          WHEEL: `${standins}/${plan.filename}`,
        },
      });
      expect(stderr).toBe('');
      const lines = stdout.trimEnd().split('\n');
      const listed = lines.findIndex((line) => line.startsWith('File Name'));
      const told = lines.findIndex((line) => line.startsWith('Processing '));
      expect(lines.slice(0, listed)).toEqual([...state.now.keys()].sort());
      expect(lines.slice(listed + 1, told).map((line) => line.split(' ')[0])).toEqual(
        plan.files.map(({ path }) => path),
      );
      expect(lines.slice(-2)).toEqual(['Successfully installed greeting-0.1.0', 'Hello, you!']);
      expect(readdirSync(place)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
