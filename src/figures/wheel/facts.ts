/** What an exercise may ask about the wheel decoder. */
import type { Fact, Facts } from '@/core/exercise';
import { bestTag, explainWheel, formatTag, formatVersion, isDevice, seekTag } from '@/core/python';
import { standingWord } from '@/core/workstation';
import { decodedName, type WheelScene } from './scenario';
import type { WheelState } from './state';

/**
 * The machine: `python` (cp313), `python-version`, `implementation`, `free-threaded`, `debug`, `system`, `libc` (or none),
 * `libc-version`, `os-version` (of Android the API level), `sdk` (or none), `arch`. The list: `release` (the scenario's id, or own), `chosen`, `chosen-kind` (wheel, sdist, none), `chosen-tag`,
 * `place` (from 1; 0 is none), `tags`, `fitting` (best first), `refused` (wheels that may not be taken), `reasons` (sorted words).
 * The name in the decoder: `decoded-name`, `decoded-version`, `decoded-build`, `decoded-pythons`, `decoded-abis`,
 * `decoded-platforms`, `decoded-problems` (codes), `decoded-fits`, `decoded-expands`. Among the tags: `sought` (the text),
 * `sought-place` (of the tag that is the text, from 1; 0 is none), `sought-tags` (how many have it in them).
 */
export function factsOf(scene: WheelScene, state: WheelState): Facts {
  return new Map<string, Fact>([
    ...machineFacts(state),
    ...choiceFacts(scene, state),
    ...decodedFacts(scene, state),
    ...soughtFacts(scene, state),
  ]);
}

type Named = readonly [string, Fact];

function machineFacts({ settings }: WheelState): readonly Named[] {
  const { python, freeThreaded, debug = false, system, osVersion = '', arch } = settings;
  // CPython alone runs on a device.
  const { implementation, libc, libcVersion, sdk } = isDevice(settings)
    ? { implementation: 'cp', libc: undefined, libcVersion: undefined, sdk: settings.sdk }
    : { ...settings, sdk: undefined };
  return [
    ['python', `${implementation}${python.replace('.', '')}`],
    ['python-version', python],
    ['implementation', implementation],
    ['free-threaded', freeThreaded],
    ['debug', debug],
    ['system', system],
    ['libc', libc ?? 'none'],
    ['libc-version', libcVersion ?? ''],
    ['os-version', osVersion],
    ['sdk', sdk ?? 'none'],
    ['arch', arch],
  ];
}

function choiceFacts(scene: WheelScene, { settings, files }: WheelState): readonly Named[] {
  const choice = scene.choiceOn(settings, files);
  const { chosen } = choice;
  const best = chosen?.standing.kind === 'chosen' ? chosen.standing.best : undefined;
  const wheels = choice.files.filter(({ type }) => type === 'wheel');
  const losers = choice.files.filter(
    ({ standing: { kind } }) => kind !== 'chosen' && kind !== 'fits' && kind !== 'in-reserve',
  );
  return [
    ['release', files === undefined ? scene.scenario.id : 'own'],
    ['chosen', chosen?.file.filename ?? ''],
    ['chosen-kind', chosen === undefined ? 'none' : chosen.type],
    ['chosen-tag', best === undefined ? '' : formatTag(best.tag)],
    ['place', best === undefined ? 0 : best.place + 1],
    ['tags', scene.tagsOf(settings).tags.length],
    ['fitting', choice.fitting.map(({ file }) => file.filename)],
    ['refused', wheels.length - choice.fitting.length],
    ['reasons', [...new Set(losers.map(({ standing }) => standingWord(standing)))].sort()],
  ];
}

function decodedFacts(scene: WheelScene, { settings, files, name }: WheelState): readonly Named[] {
  const shown = decodedName(scene.choiceOn(settings, files), name);
  const { value, parts, problems, expands } = explainWheel(shown);
  const text = (kind: string) => parts.find((part) => part.kind === kind)?.text ?? '';
  const tags = (kind: string) => (text(kind) === '' ? [] : text(kind).toLowerCase().split('.'));
  return [
    ['decoded-name', value?.name ?? text('name')],
    ['decoded-version', value === undefined ? text('version') : formatVersion(value.version)],
    ['decoded-build', text('build')],
    ['decoded-pythons', tags('python')],
    ['decoded-abis', tags('abi')],
    ['decoded-platforms', tags('platform')],
    ['decoded-problems', [...parts.flatMap((part) => part.problems), ...problems].map(({ code }) => code)],
    ['decoded-fits', value !== undefined && bestTag(value, scene.tagsOf(settings)) !== undefined],
    ['decoded-expands', expands],
  ];
}

function soughtFacts(scene: WheelScene, { settings, sought = '' }: WheelState): readonly Named[] {
  const found = sought === '' ? undefined : seekTag(sought, scene.tagsOf(settings));
  const { places, exact } = found?.kind === 'found' ? found : { places: [], exact: undefined };
  return [
    ['sought', sought],
    ['sought-place', exact === undefined ? 0 : exact + 1],
    ['sought-tags', places.length],
  ];
}
