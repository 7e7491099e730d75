// Small projects that were really built, installed and run, against what this folder says of them: which files are written, with which
// text, how each command ends, what tests import. `npm run record:running` records; the header names the tools.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planDistribution } from '@/core/wheel';
import { installDistribution } from './install-distribution';
import { runCommand } from './run-command';
import { type TestCommand, whatTestsImport } from './tests-import';
import type { Walk } from './walk';
import { USUAL_WORKPLACE, type Workplace } from './workplace';
import { type World, worldOf } from './world';

interface RecordedRun {
  readonly command: string;
  readonly folder: 'project' | 'elsewhere';
  readonly status: number;
  readonly last: string;
}

interface RecordedTests {
  readonly command: TestCommand;
  readonly status: number;
  readonly error: string;
  readonly file: string | null;
  readonly first: readonly string[];
}

interface Recorded {
  readonly id: string;
  readonly mode: 'regular' | 'editable' | 'none';
  readonly installer: 'pip' | 'uv';
  readonly files: Readonly<Record<string, string>>;
  readonly install: { readonly status?: number; readonly last?: string };
  readonly new?: readonly string[];
  readonly direct_url?: string;
  readonly tool?: string;
  readonly record?: readonly string[];
  readonly pth?: Readonly<Record<string, string>>;
  readonly launchers?: Readonly<Record<string, string>>;
  readonly runs?: readonly RecordedRun[];
  readonly tests?: readonly RecordedTests[];
}

const [, ...lines] = readFileSync(new URL('recorded/running.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const files = new Map<string, Recorded['files']>();
/** The files stand in the first line of a project only. */
const all = lines.map((line): Recorded => {
  const recorded: Recorded = JSON.parse(line);
  files.set(recorded.id, recorded.files ?? files.get(recorded.id) ?? {});
  return { ...recorded, files: files.get(recorded.id) ?? {} };
});

const { environment, project, home } = USUAL_WORKPLACE;
const decoder = new TextDecoder();

/** What uv writes for its own cache; no standard has it, and what stands in it are times. */
const OWN_TO_UV = /\/uv_(?:build|cache)\.json$/;

/** Whether an assertion holds isn’t told: everything that it needs was there. */
const isAssertion = ({ error }: RecordedTests) => error.startsWith('AssertionError');

/** What a dependency brings along is no business of this folder. */
const OF_IDNA = /^bin\/idna$|\/site-packages\/idna/;

/** The machine after what was recorded; a text where the installer refuses. */
function worldAfter({ files, mode, installer }: Recorded): World | string {
  const tree = Object.entries(files).map(([path, content]) => ({ path, content }));
  const place: Workplace = { ...USUAL_WORKPLACE, installer };
  if (mode === 'none') return worldOf(tree, place);
  const planned = planDistribution(tree, mode === 'editable' ? 'editable' : 'wheel', project);
  if (planned.kind === 'failed') throw new Error(planned.problems.map(({ message }) => message).join('\n'));
  const outcome = installDistribution(planned.plan, place);
  return outcome.kind === 'failed' ? (outcome.problem.toolSays ?? '') : worldOf(tree, place, outcome.installation);
}

/** `uv run` installs the project editable before it starts anything, if it can be built. */
function asStarted(world: World, command: TestCommand): World {
  const manifest = world.tree.find(({ path }) => path === 'pyproject.toml');
  if (command !== 'uv run pytest' || manifest === undefined || !String(manifest.content).includes('[build-system]'))
    return world;
  const planned = planDistribution(world.tree, 'editable', project);
  const outcome = planned.kind === 'planned' ? installDistribution(planned.plan, world.place) : undefined;
  return outcome?.kind === 'installed' ? worldOf(world.tree, world.place, outcome.installation) : world;
}

function below(path: string): string {
  return path.slice(environment.length + 1);
}

function endsAs({ end }: Walk): { readonly status: number; readonly last: string } | string {
  switch (end.kind) {
    case 'runs':
      return { status: 0, last: '' };
    case 'fails':
      return { status: end.status, last: end.lastLine };
    case 'not-modelled':
      return 'not modelled';
  }
}

describe('small projects that were really installed and run', () => {
  it.each(all.map((recorded) => [`${recorded.id}, ${recorded.mode}`, recorded] as const))('%s', (_title, recorded) => {
    const world = worldAfter(recorded);
    if (typeof world === 'string') {
      expect({ status: 1, last: world }).toEqual(recorded.install);
      return;
    }
    const files = world.installation?.files ?? [];
    const texts = new Map(files.map(({ path, content }) => [below(path), decoder.decode(content)]));
    if (recorded.new !== undefined) {
      const written = recorded.new.filter((path) => !OWN_TO_UV.test(path) && !OF_IDNA.test(path));
      expect([...texts.keys()].sort()).toEqual([...written].sort());
      const told = Object.entries({ ...recorded.pth, ...recorded.launchers }).filter(([path]) => !OF_IDNA.test(path));
      for (const [path, text] of told) expect(texts.get(path)).toBe(text);
      const info = below(world.installation?.distInfo ?? '');
      expect(texts.get(`${info}/direct_url.json`)).toBe(recorded.direct_url);
      expect(texts.get(`${info}/INSTALLER`)).toBe(recorded.tool);
      const record = texts.get(`${info}/RECORD`)?.split('\n') ?? [];
      expect(recorded.record?.filter((line) => !record.includes(line))).toEqual([]);
    }
    for (const { command, folder, status, last } of recorded.runs ?? []) {
      const walk = runCommand(world, command, folder === 'project' ? project : `${home}/elsewhere`);
      expect({ command, folder, end: endsAs(walk) }).toEqual({
        command,
        folder,
        end: { status, last: status === 0 ? '' : last },
      });
    }
    for (const tests of recorded.tests ?? []) {
      const { gets, outcome, tests: told, first } = whatTestsImport(asStarted(world, tests.command), tests.command);
      const ends = told.map(({ walk }) => endsAs(walk)).filter((end) => typeof end === 'string' || end.status !== 0);
      const [worst] = ends;
      expect({ command: tests.command, outcome, error: typeof worst === 'object' ? worst.last : '' }).toEqual({
        command: tests.command,
        outcome: tests.status === 0 || isAssertion(tests) ? 'passes' : 'fails',
        error: isAssertion(tests) ? '' : tests.error,
      });
      expect(tests.first.slice(0, first.length)).toEqual(first.map(({ folder }) => folder));
      if (tests.file !== null) expect('file' in gets ? gets.file : gets.kind).toBe(tests.file);
    }
  });
});
