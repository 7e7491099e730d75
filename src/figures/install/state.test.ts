import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/core/python';
import requests from '~content/scenarios/install/requests.json?raw';
import type { InstallScenario } from './scenario';
import { firstState, type InstallEvent, update } from './state';
import type { Place } from './walk';

const scenario: InstallScenario = JSON.parse(requests);
const first = firstState(scenario);
const place: Place = { kind: 'at', step: 'choose', project: normalizeName('idna') };
const stateAfter = (...events: readonly InstallEvent[]) =>
  events.reduce((state, event) => update(scenario, state, event), first);

describe('the state of the install figure', () => {
  it('begins at the end of the walk, and says nothing', () => {
    expect(first).toEqual({ machine: 'linux-cp313', before: undefined, place: { kind: 'end' }, said: 'nothing' });
  });

  it('keeps the place when the machine changes, and remembers the machine before', () => {
    expect(stateAfter({ kind: 'walked', to: place }, { kind: 'machine-chosen', machine: 'pypy-310' })).toEqual({
      machine: 'pypy-310',
      before: 'linux-cp313',
      place,
      said: 'machine',
    });
  });

  it('is left alone by the choice of the same machine', () => {
    expect(stateAfter({ kind: 'machine-chosen', machine: first.machine })).toBe(first);
  });

  it('says a step that is walked to, and is silent under a scrubber, which speaks for itself', () => {
    expect(stateAfter({ kind: 'walked', to: place })).toEqual({ ...first, place, said: 'place' });
    expect(stateAfter({ kind: 'walked', to: place }, { kind: 'scrubbed', to: { kind: 'start' } })).toEqual({
      ...first,
      place: { kind: 'start' },
    });
  });

  it('goes back to the first state, and says so', () => {
    const walked: InstallEvent = { kind: 'walked', to: place };
    expect(stateAfter({ kind: 'machine-chosen', machine: 'pypy-310' }, walked, { kind: 'reset' })).toEqual({
      ...first,
      said: 'machine',
    });
  });
});
