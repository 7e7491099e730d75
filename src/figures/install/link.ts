/**
 * The install figure's state as it stands in links, exercises and drafts: `{ machine, before?, place? }`; the place is `start`,
 * `resolved` or `{ step, project }`, and the end when it is left out.
 */
import { isObject, type Json } from '@/core/exercise';
import { normalizeName } from '@/core/python';
import type { InstallScenario } from './scenario';
import { firstState, type InstallState } from './state';
import { type Place, STEPS } from './walk';

export function writeState({ machine, before, place }: InstallState): Json {
  return {
    machine,
    ...(before === undefined ? {} : { before }),
    ...(place.kind === 'end' ? {} : { place: writePlace(place) }),
  };
}

function writePlace(place: Exclude<Place, { kind: 'end' }>): Json {
  return place.kind === 'at' ? { step: place.step, project: place.project } : place.kind;
}

/** A stranger's JSON → a state of the scenario; what it leaves out is as at first. Undefined when it is none. */
export function readState(scenario: InstallScenario, json: Json): InstallState | undefined {
  if (!isObject(json)) return undefined;
  const known = (id: Json | undefined) => scenario.machines.find((machine) => machine.id === id)?.id;
  const machine = json['machine'] === undefined ? firstState(scenario).machine : known(json['machine']);
  const before = known(json['before']);
  const place = readPlace(scenario, json['place']);
  if (machine === undefined || place === undefined) return undefined;
  if (json['before'] !== undefined && before === undefined) return undefined;
  return { machine, before: before === machine ? undefined : before, place };
}

function readPlace({ projects }: InstallScenario, json: Json | undefined): Place | undefined {
  if (json === undefined) return { kind: 'end' };
  if (json === 'start' || json === 'resolved') return { kind: json };
  if (!isObject(json)) return undefined;
  const step = STEPS.find(({ name }) => name === json['step'])?.name;
  const project = projects.find((each) => each.project === json['project'])?.project;
  return step === undefined || project === undefined
    ? undefined
    : { kind: 'at', step, project: normalizeName(project) };
}
