// The recorded answers of the index and what a real pip chose over them, machine by machine (content/index).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/core/python';
import type { IndexAnswer, RecordedIndex, WheelMetadata } from './index-answer';
import { installSteps } from './install-steps';
import type { TargetMachine } from './target-machine';
import { trimIndex } from './trim-index';

const CONTENT = new URL('../../../../content/index/', import.meta.url);

interface PipReport {
  readonly preset: string;
  readonly pipVersion: string;
  readonly command: string;
  readonly install: readonly { name: string; version: string; filename: string; sha256: string }[];
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'));
}

function all<T>(folder: string): readonly T[] {
  const names = readdirSync(new URL(folder, CONTENT)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => read<T>(folder + name));
}

const { machines } = read<{ machines: readonly (TargetMachine & { id: string })[] }>('machines.json');
const answers = all<Partial<IndexAnswer>>('./').filter((answer): answer is IndexAnswer => answer.files !== undefined);
const index: RecordedIndex = { projects: answers, metadata: all<WheelMetadata>('metadata/') };
const reports = all<PipReport>('pip-reports/');

function machineOf(preset: string): TargetMachine {
  const machine = machines.find(({ id }) => id === preset);
  if (machine === undefined) throw new TypeError(`no machine ${preset}`);
  return machine;
}

describe('beside a real pip', () => {
  it('every machine has a report', () => {
    expect(reports.map(({ preset }) => preset).sort()).toEqual(machines.map(({ id }) => id).sort());
  });

  it.each(reports)('$preset: the same files as pip $pipVersion, in its order', ({ preset, install, command }) => {
    const wanted = command.split(' ').at(-1) ?? '';
    const run = installSteps({
      wanted,
      machine: machineOf(preset),
      index,
      wheelsOnly: command.includes('--only-binary :all:'),
    });
    expect(run.problem).toBeUndefined();
    expect(
      run.chosen.map(({ project, version, file }) => ({
        name: project,
        version,
        filename: file.filename,
        sha256: file.hashes.sha256,
      })),
    ).toEqual(install);
  });

  it.each(reports)('$preset: source distributions, where they are allowed, change nothing', ({ preset }) => {
    const chosen = (wheelsOnly: boolean) =>
      installSteps({ wanted: 'requests', machine: machineOf(preset), index, wheelsOnly }).chosen;
    expect(chosen(false)).toEqual(chosen(true));
  });
});

describe('beside the recorded console', () => {
  it('projects are installed in the order that pip prints', () => {
    const { problem, steps } = installSteps({ wanted: 'requests', machine: machineOf('linux-cp313'), index });
    expect(problem).toBeUndefined();
    const printed = readFileSync(new URL('../console/install-requests.json', CONTENT), 'utf8');
    const line = /Installing collected packages: ([\w, -]+)/.exec(printed)?.[1] ?? '';
    const order = steps.flatMap((step) => (step.kind === 'unpack' ? [step.project] : []));
    expect(order).toEqual(line.split(', ').map(normalizeName));
  });
});

describe('the trimmed index', () => {
  const trimmed = trimIndex(index, ['requests'], machines);

  it.each(machines)('gives $id the same steps as the whole one', (machine) => {
    const over = (recorded: RecordedIndex) => installSteps({ wanted: 'requests', machine, index: recorded }).steps;
    expect(over(trimmed)).toEqual(over(index));
  });

  it('is a small part of it', () => {
    expect(JSON.stringify(trimmed).length).toBeLessThan(JSON.stringify(index).length / 10);
  });
});
