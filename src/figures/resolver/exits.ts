/** The ways out of a conflict, solved already: what each changes, what it gives, and what it risks. */
import { formatVersion, normalizeName } from '@/core/python';
import {
  type ResolvedFork,
  type Setting,
  tidySpecifier,
  type WaysOut,
  writeSetting,
  writeWayOut,
  writtenRequirement,
} from '@/core/resolution';
import { type Exit, type Exits, NO_EXITS } from './no-exits';
import { formatPin } from './ranges';
import type { Answer } from './reading';
import { SETTING_VALUES } from './settings';
import type { ResolverEvent } from './state';
import type { TextSetting } from './text-setting';

/** So many stand open; of more the first few do, and the others are folded. */
const MOST_OPEN = 5;
const OPEN_OF_MANY = 4;
const PINS_NAMED = 3;

export function exitsOf(answer: Answer): Exits {
  if (answer.resolution.kind !== 'unsolvable') return NO_EXITS;
  const found = answer.waysOut();
  if (found === undefined) return NO_EXITS;
  const byChanges = found.ways.map((way): Exit => {
    const changed = new Set(way.changes.map(({ from }) => from.normalizedName));
    return {
      label: plain(writeWayOut(way)),
      risk: '',
      ...givenBy(answer, way.forks, changed),
      event: {
        kind: 'way-taken',
        changes: way.changes.map(({ place, to }) => ({ place, to: to && writtenRequirement(to) })),
      },
    };
  });
  const bySettings = found.settings.flatMap(({ setting, forks }): readonly Exit[] => {
    const event = settingEvent(answer, setting);
    if (event === undefined) return [];
    return [
      {
        label: plain(writeSetting(setting)),
        risk: RISKS[setting.kind] ?? '',
        ...givenBy(answer, forks, new Set()),
        event,
      },
    ];
  });
  const all = [...byChanges, ...bySettings];
  const open = all.length > MOST_OPEN ? OPEN_OF_MANY : MOST_OPEN;
  return { first: all.slice(0, open), others: all.slice(open), limit: limitOf(found, all.length) };
}

/** What is to be known before a setting is changed. */
const RISKS: Partial<Readonly<Record<Setting['kind'], string>>> = {
  'constraint-left-out': 'Somebody had a reason for it.',
  'override-left-out': 'Somebody had a reason for it.',
  'prereleases-allowed': 'For every project, and not for this one only.',
  'building-allowed': 'Building runs the project’s own code on your machine.',
  'environment-left-out': 'It need not install there any more.',
  'yanked-pinned': 'Its makers have taken it back.',
  overridden: 'Whoever asks for something else gets it all the same: test whether it works.',
};

function limitOf({ limit }: WaysOut, count: number): string {
  switch (limit) {
    case undefined:
      return '';
    case 'ways':
      return 'There are more: the search for ways out ends at six.';
    case 'changes':
      return 'Ways that change more than three requirements at once were not looked for.';
    case 'tries':
    case 'steps':
      return count === 0
        ? 'The search for ways out was stopped at its bound, and had found none.'
        : 'The search for ways out was stopped at its bound: there may be more.';
  }
}

/** What taking it writes into the text. */
function settingEvent({ scenario }: Answer, setting: Setting): ResolverEvent | undefined {
  const { policy, target } = scenario.problem;
  const write = (change: TextSetting): ResolverEvent => ({ kind: 'setting-written', change });
  const without = (table: string, key: string, place: number) =>
    place === -1 ? undefined : write({ kind: 'item-out', table, key, place });
  switch (setting.kind) {
    case 'python': {
      const minor = setting.to.release.slice(0, 2).join('.');
      const isWhole = setting.to.release.slice(2).every((part) => `${part}` === '0');
      if (isWhole && SETTING_VALUES.python.some(({ value }) => value === minor)) {
        return { kind: 'setting-chosen', setting: 'python', value: minor };
      }
      return write({ kind: 'key', table: 'resolver_options', key: 'python', value: formatVersion(setting.to) });
    }
    case 'prereleases-allowed':
      return { kind: 'setting-chosen', setting: 'prereleases', value: 'allow' };
    case 'requires-python':
      return write({ kind: 'key', table: 'root', key: 'requires_python', value: tidySpecifier(setting.to) });
    case 'constraint-left-out':
      return without('shipshape', 'constraints', policy.constraints.indexOf(setting.constraint));
    case 'override-left-out':
      return without('shipshape', 'overrides', policy.overrides.indexOf(setting.override));
    case 'building-allowed':
      return without('resolver_options', 'no_build', placeOf(policy.noBuild, setting.name));
    case 'wheels-allowed':
      return without('resolver_options', 'no_binary', placeOf(policy.noBinary, setting.name));
    case 'environment-left-out': {
      const places = target.kind === 'universal' ? target.requiredEnvironments : [];
      return without('resolver_options', 'required_environments', places.indexOf(setting.marker));
    }
    case 'exclude-newer':
      return write({ kind: 'key', table: 'shipshape', key: 'exclude_newer', value: setting.to });
    case 'yanked-pinned':
      return { kind: 'requirement-put', text: writtenRequirement(setting.pin) };
    case 'overridden': {
      const item = writtenRequirement(setting.override);
      return write({ kind: 'item-in', table: 'shipshape', key: 'overrides', item });
    }
  }
}

/** A set of names has them in the order of the list that it was read from. */
function placeOf(names: ReadonlySet<string>, name: string): number {
  return [...names].findIndex((each) => normalizeName(each) === name);
}

const plain = (sentence: string): string => sentence.replaceAll('`', '').replace(/\.$/, '');

function givenBy(
  answer: Answer,
  forks: readonly ResolvedFork[],
  changed: ReadonlySet<string>,
): Pick<Exit, 'gives' | 'more'> {
  const pins = pinsOf(answer, forks, changed);
  const named = pins.length <= PINS_NAMED + 1 ? pins.length : PINS_NAMED;
  return { gives: pins.slice(0, named), more: pins.slice(named) };
}

/** Each once: of what was changed, of what the conflict is about, and the rest. */
function pinsOf({ asks }: Answer, forks: readonly ResolvedFork[], changed: ReadonlySet<string>): readonly string[] {
  const rankOf = (name: (typeof forks)[number]['pins'][number]['name']) =>
    changed.has(name) ? 0 : asks.has(name) ? 1 : 2;
  const pins = forks.flatMap((fork) => fork.pins).sort((left, right) => rankOf(left.name) - rankOf(right.name));
  return [...new Set(pins.map(formatPin))];
}
