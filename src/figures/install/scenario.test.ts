import { describe, expect, it } from 'vitest';
import { installSteps } from '@/core/workstation';
import requests from '~content/scenarios/install/requests.json?raw';
import { readRecordings, readReports } from './recordings.fixture';
import { type InstallScenario, openScene } from './scenario';
import { trimScenario } from './trim-scenario';

const shipped: InstallScenario = JSON.parse(requests);
const recordings = readRecordings();

describe('the scenario of the install figure', () => {
  it('is what the present recordings come to (else run node scripts/trim-index.ts)', () => {
    expect(shipped).toEqual(trimScenario(recordings));
  });

  it('has every machine that pip was asked for, and begins with one of them', () => {
    const ids = shipped.machines.map(({ id }) => id);
    expect([...ids].sort()).toEqual(readReports().map(({ preset }) => preset));
    expect(ids).toContain(shipped.first);
  });

  it('says no machine’s name twice', () => {
    expect(new Set(shipped.machines.map(({ short }) => short)).size).toBe(shipped.machines.length);
  });

  it.each(shipped.machines)('leads to the same steps as the whole recordings: $label', (machine) => {
    const { index, wanted } = recordings;
    const whole = installSteps({ wanted, machine, index });
    expect(openScene(shipped).runOn(machine).steps).toEqual(whole.steps);
  });

  it('takes an unknown machine for the one that it begins with', () => {
    expect(openScene(shipped).machineOf('amiga').id).toBe(shipped.first);
  });

  it('is refused when it begins with a machine that it has not', () => {
    expect(() => openScene({ ...shipped, first: 'amiga' })).toThrow('The scenario has no machine amiga.');
  });
});
