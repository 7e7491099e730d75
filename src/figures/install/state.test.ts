import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/core/python';
import requests from '~content/scenarios/install/requests.json?raw';
import type { InstallScenario } from './scenario';
import { firstState, type InstallEvent, update } from './state';
import type { Place } from './walk';

const scenario: InstallScenario = JSON.parse(requests);
const first = firstState(scenario);
const place: Place = { kind: 'at', step: 'choose', project: normalizeName('idna') };
const stateAfter = (...events: readonly InstallEvent[]) => events.reduce((state, event) => update(state, event), first);

describe('the state of the install figure', () => {
  it('begins at the end of the walk', () => {
    expect(first).toEqual({ machine: 'linux-cp313', before: undefined, place: { kind: 'end' } });
  });

  it('keeps the place when the machine changes, and remembers the machine before', () => {
    expect(stateAfter({ kind: 'walked', to: place }, { kind: 'machine-chosen', machine: 'pypy-310' })).toEqual({
      machine: 'pypy-310',
      before: 'linux-cp313',
      place,
    });
  });

  it('is left alone by the choice of the same machine', () => {
    expect(stateAfter({ kind: 'machine-chosen', machine: first.machine })).toBe(first);
  });

  it('goes to the place that a button or the scrubber names', () => {
    expect(stateAfter({ kind: 'walked', to: place })).toEqual({ ...first, place });
    expect(stateAfter({ kind: 'walked', to: place }, { kind: 'scrubbed', to: { kind: 'start' } })).toEqual({
      ...first,
      place: { kind: 'start' },
    });
  });

  it('is left alone by a walk to where it stands', () => {
    expect(stateAfter({ kind: 'walked', to: { kind: 'end' } })).toBe(first);
  });
});
