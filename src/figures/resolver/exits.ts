/** The ways out of a conflict, solved already: what each changes, and what it gives. */
import { formatRequirement } from '@/core/python';
import { type ResolvedFork, type SettingOut, writeSetting, writeWayOut } from '@/core/resolution';
import { formatPin } from './ranges';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';

export interface Exit {
  readonly label: string;
  /** The releases that it gives: first those of the projects that the conflict is about. */
  readonly gives: readonly string[];
  /** The others. */
  readonly more: readonly string[];
  readonly event: ResolverEvent;
}

/** More would be read by nobody. */
const MOST = 4;
const PINS_NAMED = 3;

export function exitsOf(answer: Answer): readonly Exit[] {
  if (answer.resolution.kind !== 'unsolvable') return [];
  const { ways, settings } = answer.waysOut();
  const byChanges = ways.map((way): Exit => {
    const changed = new Set(way.changes.map(({ from }) => from.normalizedName));
    return {
      label: plain(writeWayOut(way)),
      ...givenBy(answer, way.forks, changed),
      event: {
        kind: 'way-taken',
        changes: way.changes.map(({ place, to }) => ({ place, to: to && formatRequirement(to) })),
      },
    };
  });
  const bySettings = settings.flatMap((out): readonly Exit[] => {
    const event = settingEvent(out);
    return event === undefined
      ? []
      : [{ label: plain(writeSetting(out.setting)), ...givenBy(answer, out.forks, new Set()), event }];
  });
  return [...byChanges.slice(0, MOST), ...bySettings];
}

/** The settings that have a control are exits like the others. */
function settingEvent({ setting }: SettingOut): ResolverEvent | undefined {
  switch (setting.kind) {
    case 'python':
      return { kind: 'setting-chosen', setting: 'python', value: setting.to.release.slice(0, 2).join('.') };
    case 'prereleases-allowed':
      return { kind: 'setting-chosen', setting: 'prereleases', value: 'allow' };
    default:
      return undefined;
  }
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
