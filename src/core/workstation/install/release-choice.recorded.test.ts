// The recorded releases beside the real pip: on every machine of content/index/release-reports the same file, and what each
// scenario expects of the presets, which was asked of pip's command.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrangeTags, type MachineSettings, readMachine, type TagEnvironment } from '@/core/python';
import type { IndexFile } from './index-answer';
import { chooseOfRelease } from './release-choice';

const CONTENT = new URL('../../../../content/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'));

interface Scenario {
  readonly id: string;
  readonly release: { readonly files: readonly (Omit<IndexFile, 'hashes'> & { readonly uploaded: string })[] };
  readonly expects: readonly { readonly machine: string; readonly takes: string | null }[];
}
interface Report {
  readonly release: string;
  readonly pip: string;
  readonly takes: readonly { readonly file: string | null; readonly on: readonly string[] }[];
}

const { machines } = read<{ machines: readonly { id: string; environment: TagEnvironment }[] }>(
  'index/release-reports/machines.json',
);
const supported = new Map(machines.map(({ id, environment }) => [id, arrangeTags(environment)]));
const { presets } = read<{ presets: readonly { id: string; machine?: string; settings: MachineSettings }[] }>(
  'scenarios/machines/presets.json',
);
const scenarios = readdirSync(new URL('scenarios/wheel/', CONTENT))
  .sort()
  .map((name) => read<Scenario>(`scenarios/wheel/${name}`));

const filesOf = ({ release }: Scenario): readonly IndexFile[] => release.files.map((file) => ({ ...file, hashes: {} }));

describe('beside a real pip', () => {
  it('every scenario has a report over every machine', () => {
    const reported = scenarios.map(({ id }) => {
      const { takes } = read<Report>(`index/release-reports/${id}.json`);
      return [id, takes.flatMap(({ on }) => on).sort()];
    });
    const all = machines.map(({ id }) => id).sort();
    expect(reported).toEqual(scenarios.map(({ id }) => [id, all]));
  });

  it.each(scenarios)('$id: the file that pip takes, on each machine', (scenario) => {
    const files = filesOf(scenario);
    const { takes } = read<Report>(`index/release-reports/${scenario.id}.json`);
    const differences = takes.flatMap(({ file, on }) =>
      on.flatMap((id) => {
        const tags = supported.get(id);
        if (tags === undefined) return [`${id}: no such machine`];
        const [major, minor] = tags.environment.python;
        const chosen = chooseOfRelease(files, tags, `${major}.${minor}`).chosen?.file.filename ?? null;
        return chosen === file ? [] : [`${id}: ${chosen}, and pip takes ${file}`];
      }),
    );
    expect(differences).toEqual([]);
  });

  it.each(scenarios)('$id: the file that the pip command takes on each preset', (scenario) => {
    const files = filesOf(scenario);
    const chosen = presets.map(({ id, settings }) => {
      const reading = readMachine(settings);
      if (reading.kind === 'faulty') throw new TypeError(`${id}: ${reading.problems[0].message}`);
      const choice = chooseOfRelease(files, arrangeTags(reading.environment), settings.python);
      return { machine: id, takes: choice.chosen?.file.filename ?? null };
    });
    expect(chosen).toEqual(scenario.expects);
  });

  it('presets are the machines that the installer figure has, where it has them', () => {
    const known = read<{ machines: readonly { id: string; environment: TagEnvironment & { id: string } }[] }>(
      'index/machines.json',
    ).machines;
    for (const { machine, settings } of presets.filter((preset) => preset.machine !== undefined)) {
      const reading = readMachine(settings);
      const { id: _, ...environment } = known.find(({ id }) => id === machine)?.environment ?? { id: 'none' };
      expect(reading).toEqual({ kind: 'machine', environment });
    }
  });
});
