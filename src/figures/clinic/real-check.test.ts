import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scenarioOf } from '@/figures/library';
import { clinicLibrary } from './library';
import { model } from './model';
import type { ClinicEvent } from './state';

it('the script to copy lays out the files as they are now, asks pip first, and leaves nothing', () => {
  const scene = model.open(scenarioOf(clinicLibrary, 'eight').data);
  const events: readonly ClinicEvent[] = [
    { kind: 'predicted', howFar: 'build' },
    { kind: 'mending-begun' },
    { kind: 'typed', path: 'README.md', text: "# It's\nEND_OF_FILE" },
    { kind: 'added', path: 'src/greeting/py.typed' },
  ];
  const state = events.reduce((before, event) => model.update(scene, before, event), model.first(scene));
  const place = mkdtempSync(join(tmpdir(), 'clinic-'));
  // Stands in for the reader's Python: shows what lies there, and builds nothing.
  writeFileSync(join(place, 'python3'), '#!/bin/sh\nfind . -type f | sort\ncat README.md\nexit 1\n');
  chmodSync(join(place, 'python3'), 0o755);
  const { stdout } = spawnSync('sh', ['-c', model.realCheck(scene, state).script], {
    encoding: 'utf8',
    env: { PATH: `${place}:/usr/bin:/bin`, TMPDIR: place },
  });
  const [heading, ...printed] = stdout.split('\n');
  expect([heading, ...printed]).toEqual([
    '--- pip',
    './README.md',
    './pyproject.toml',
    './src/greeting/__init__.py',
    './src/greeting/__main__.py',
    './src/greeting/py.typed',
    "# It's",
    'END_OF_FILE',
  ]);
  expect(readdirSync(place)).toEqual(['python3']);
  rmSync(place, { recursive: true });
});
